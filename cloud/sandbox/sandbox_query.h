#pragma once
// The older language of AWS: a form in, XML out. What STS and IAM of the rehearsal cloud have in common.

#include "cloud/sandbox/http_listener.h"

#include <QString>
#include <QUrlQuery>

namespace gantry::cloud::query {

inline QUrlQuery formOf(const ServedRequest &request)
{
    return QUrlQuery(QString::fromLatin1(QByteArray(request.body).replace('+', "%20")));
}

inline QString value(const QUrlQuery &form, const QString &name)
{
    return form.queryItemValue(name, QUrl::FullyDecoded);
}

inline QByteArray element(const QByteArray &name, const QByteArray &content)
{
    return '<' + name + '>' + content + "</" + name + '>';
}

inline QByteArray text(const QByteArray &name, const QString &content)
{
    return element(name, content.toHtmlEscaped().toUtf8());
}

// <ActionResponse xmlns="space"><ActionResult>...
inline ServedAnswer answer(const QByteArray &action, const QByteArray &space, const QByteArray &result)
{
    ServedAnswer answer;
    answer.contentType = "text/xml";
    answer.body = '<' + action + "Response xmlns=\"" + space + "\">" + element(action + "Result", result) +
                  element("ResponseMetadata", element("RequestId", "rehearsal")) + "</" + action + "Response>";
    return answer;
}

} // namespace gantry::cloud::query
