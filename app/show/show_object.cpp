#include "app/show/show_object.h"

#include "app/show/show_json.h"

#include <QCoreApplication>

namespace gantry {

namespace {

tl::unexpected<QList<ShowFault>> refuse(const QString &what, const QString &allowed, int line)
{
    return tl::unexpected(QList<ShowFault>{{{}, what, allowed, line}});
}

} // namespace

tl::expected<QJsonObject, QList<ShowFault>> readObject(const QByteArray &json)
{
    if (json.size() > maxShowBytes)
        return refuse(QCoreApplication::translate("show", "The file is too large to be a show."),
                      QCoreApplication::translate("show", "At most %1 MiB.").arg(maxShowBytes / (1024 * 1024)), 0);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const LineAndColumn at = lineAndColumn(json, error.offset);
        return refuse(QCoreApplication::translate("show", "This is not JSON: %1, at column %2.")
                          .arg(error.errorString())
                          .arg(at.column),
                      {}, at.line);
    }
    if (!document.isObject())
        return refuse(QCoreApplication::translate("show", "The file holds a list."),
                      QCoreApplication::translate("show", "One object, from { to }."), 1);
    return document.object();
}

} // namespace gantry
