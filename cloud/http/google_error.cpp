#include "cloud/http/google_error.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace gantry::cloud {

namespace {

// "3.5s", rounded up
int secondsOf(const QString &duration)
{
    if (!duration.endsWith(u's'))
        return 0;
    bool isNumber = false;
    const double seconds = duration.chopped(1).toDouble(&isNumber);
    return isNumber && seconds > 0 ? int(std::min(seconds, 3600.0) + 0.999) : 0;
}

} // namespace

QString deniedPermission(const QString &message)
{
    static const QRegularExpression named(
        QStringLiteral("[Pp]ermission '?([a-z]+(?:\\.[A-Za-z]+){1,4})'? (?:was )?denied"));
    return named.match(message.left(2000)).captured(1);
}

FaultWords googleWords(const QJsonObject &body)
{
    const QJsonObject error = body.value(QLatin1StringView("error")).toObject();
    FaultWords words;
    words.name = error.value(QLatin1StringView("status")).toString();
    words.message = error.value(QLatin1StringView("message")).toString();
    if (words.name == QLatin1String("FAILED_PRECONDITION") || words.name == QLatin1String("ABORTED"))
        words.kind = Error::Kind::Conflict;
    else if (words.name == QLatin1String("RESOURCE_EXHAUSTED"))
        words.kind = Error::Kind::Throttled;
    const QJsonArray details = error.value(QLatin1StringView("details")).toArray();
    for (const auto &detail : details)
        words.retryAfterSeconds = std::max(
            words.retryAfterSeconds, secondsOf(detail.toObject().value(QLatin1StringView("retryDelay")).toString()));
    if (const QString permission = deniedPermission(words.message); !permission.isEmpty())
        words.advice = QCoreApplication::translate("cloud", "The service account lacks %1: give it a role that has it "
                                                            "(roles/livestream.editor; roles/monitoring.viewer for "
                                                            "figures).")
                           .arg(permission);
    return words;
}

} // namespace gantry::cloud
