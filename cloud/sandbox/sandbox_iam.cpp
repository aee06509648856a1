#include "cloud/sandbox/sandbox_iam.h"

#include "cloud/sandbox/sandbox_query.h"
#include "cloud/sandbox/sandbox_service.h"

namespace gantry::cloud {

namespace {

using query::element;
using query::text;
using query::value;

constexpr int kMostMembers = 100;
constexpr const char *kSpace = "https://iam.amazonaws.com/doc/2010-05-08/";

// "medialive:DescribeChannel"
bool reads(const QString &action)
{
    const QString call = action.section(u':', 1);
    return call.startsWith(QLatin1StringView("Describe")) || call.startsWith(QLatin1StringView("List")) ||
           call.startsWith(QLatin1StringView("Get"));
}

QStringList members(const QUrlQuery &form, const QString &name)
{
    QStringList list;
    for (int i = 1; i <= kMostMembers; ++i) {
        const QString one = value(form, QStringLiteral("%1.member.%2").arg(name).arg(i));
        if (one.isEmpty())
            break;
        list.append(one.left(1000));
    }
    return list;
}

ServedAnswer no(const ServedRequest &request, Refusal::Kind kind, const QByteArray &code, const QString &message)
{
    return refuse(SandboxService::Iam, request, {kind, 400, code, message, std::nullopt});
}

ServedAnswer simulate(const ServedRequest &request, const QUrlQuery &form, const SandboxNow &now)
{
    const QString source = value(form, QStringLiteral("PolicySourceArn"));
    const QString own = QStringLiteral("arn:aws:iam::%1:").arg(QLatin1StringView(SandboxAccess::account));
    if (!source.startsWith(own + QStringLiteral("user/")) && !source.startsWith(own + QStringLiteral("role/")))
        return no(request, Refusal::Kind::NotFound, {}, QStringLiteral("%1 does not exist.").arg(source.left(200)));
    QStringList resources = members(form, QStringLiteral("ResourceArns"));
    if (resources.isEmpty())
        resources.append(QStringLiteral("*"));
    QByteArray results;
    for (const QString &action : members(form, QStringLiteral("ActionNames"))) {
        const bool denied = now.isDenied(action.section(u':', 0, 0).toLatin1(), !reads(action));
        for (const QString &resource : std::as_const(resources))
            results += element("member", text("EvalActionName", action) + text("EvalResourceName", resource) +
                                             element("EvalDecision", denied ? "implicitDeny" : "allowed") +
                                             element("MatchedStatements", {}) + element("MissingContextValues", {}));
    }
    return query::answer("SimulatePrincipalPolicy", kSpace,
                         element("IsTruncated", "false") + element("EvaluationResults", results));
}

} // namespace

ServedAnswer sandboxIam(const ServedRequest &request, const SandboxNow &now)
{
    const QUrlQuery form = query::formOf(request);
    const QString action = value(form, QStringLiteral("Action"));
    if (action == QLatin1StringView("SimulatePrincipalPolicy"))
        return simulate(request, form, now);
    const QString role = value(form, QStringLiteral("RoleName"));
    if (action != QLatin1StringView("GetRole"))
        return no(request, Refusal::Kind::BadRequest, "InvalidAction",
                  QStringLiteral("Could not find operation %1").arg(action.left(100)));
    if (role != QLatin1StringView("rehearsal") && role != QLatin1StringView("rehearsal-mfa"))
        return no(request, Refusal::Kind::NotFound, {},
                  QStringLiteral("The role with name %1 cannot be found.").arg(role.left(100)));
    const QString arn = QStringLiteral("arn:aws:iam::%1:role/%2").arg(QLatin1StringView(SandboxAccess::account), role);
    return query::answer("GetRole", kSpace,
                         element("Role", element("Path", "/") + text("Arn", arn) + text("RoleName", role) +
                                             element("RoleId", "AROAREHEARSAL0000000") +
                                             element("CreateDate", "2026-01-01T00:00:00Z") +
                                             element("AssumeRolePolicyDocument", "%7B%7D")));
}

} // namespace gantry::cloud
