#include "cloud/encoders/google_permissions.h"

#include "cloud/cloud_text.h"
#include "cloud/http/google_error.h"

#include <QJsonArray>

namespace gantry::cloud {

namespace {

JsonService serviceOf(const QByteArray &project, const QUrl &endpoint, const HttpLimits &limits)
{
    JsonService service;
    service.subject = QStringLiteral("Google project %1").arg(QString::fromLatin1(project));
    service.endpoint =
        endpoint.isEmpty() ? QUrl(QStringLiteral("https://cloudresourcemanager.googleapis.com")) : endpoint;
    service.advice.refused = Text::tr("The Cloud Resource Manager API may be switched off in the project.");
    service.advice.notFound = Text::tr("Check the project in the show file.");
    service.words = googleWords;
    service.limits = limits;
    return service;
}

} // namespace

GooglePermissions::GooglePermissions(const QByteArray &project, const QUrl &endpoint, const HttpLimits &limits,
                                     std::shared_ptr<Authorizer> authorizer, QNetworkAccessManager &network)
    : m_project(project), m_client(serviceOf(project, endpoint, limits), std::move(authorizer), network)
{
}

void GooglePermissions::check(const QStringList &permissions, std::function<void(std::vector<AccessFinding>)> answer)
{
    JsonCall call;
    call.tried = Text::tr("ask whether it would be allowed");
    call.method = "POST";
    call.path = "/v1/projects/" + m_project + ":testIamPermissions";
    call.body = QJsonObject{{QStringLiteral("permissions"), QJsonArray::fromStringList(permissions)}};
    call.isQuestion = true;
    m_client.call(call, [permissions, answer = std::move(answer)](const Result<JsonAnswer> &http) {
        answer(googleFindings(permissions, http ? Result<QJsonObject>(http->body) : tl::unexpected(http.error())));
    });
}

QStringList googleLiveStreamPermissions(bool withFigures)
{
    QStringList all{QStringLiteral("livestream.inputs.list"),    QStringLiteral("livestream.events.list"),
                    QStringLiteral("livestream.operations.get"), QStringLiteral("livestream.channels.start"),
                    QStringLiteral("livestream.channels.stop"),  QStringLiteral("livestream.events.create"),
                    QStringLiteral("livestream.events.delete")};
    if (withFigures)
        all.append(QStringLiteral("monitoring.timeSeries.list"));
    return all;
}

std::vector<AccessFinding> googleFindings(const QStringList &asked, const Result<QJsonObject> &answer)
{
    std::vector<AccessFinding> findings;
    const QJsonArray held =
        answer ? answer->value(QLatin1StringView("permissions")).toArray() : QJsonArray(); // none: not even the member
    for (const QString &permission : asked) {
        AccessFinding finding{permission, std::nullopt};
        if (!answer) {
            finding.notChecked = Text::tr("Google does not say what is allowed: %1").arg(answer.error().advice);
        } else if (!held.contains(permission)) {
            Error error;
            error.kind = Error::Kind::Refused;
            error.tried = Text::tr("ask whether it would be allowed");
            error.subject = permission;
            error.advice = Text::tr("Give the service account a role that has it: roles/livestream.editor, or "
                                    "roles/monitoring.viewer for figures.");
            finding.failure = error;
        }
        findings.push_back(finding);
    }
    return findings;
}

} // namespace gantry::cloud
