#include "cloud/aws/aws_permissions.h"

#include "cloud/aws/aws_settings.h"
#include "cloud/aws/aws_sts.h"
#include "cloud/cloud_text.h"
#include "cloud/http/endpoint.h"
#include "cloud/http/json_limits.h"

#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>
#include <utility>

namespace gantry::cloud {

namespace {

constexpr qsizetype kMostBytes = qsizetype{1024} * 1024;
constexpr int kMostElements = 20'000;

// IAM is one service for a whole partition.
struct Iam
{
    QByteArray region; // it is signed for
    QUrl endpoint;
};
Iam iamOf(const QByteArray &region)
{
    if (region.startsWith("cn-"))
        return {"cn-north-1", QUrl(QStringLiteral("https://iam.cn-north-1.amazonaws.com.cn"))};
    if (region.startsWith("us-gov-"))
        return {"us-gov-west-1", QUrl(QStringLiteral("https://iam.us-gov.amazonaws.com"))};
    return {"us-east-1", QUrl(QStringLiteral("https://iam.amazonaws.com"))};
}

AwsDoorSettings door(const QByteArray &service, const QByteArray &region, const QUrl &endpoint,
                     const std::shared_ptr<AwsIdentity> &identity)
{
    AwsDoorSettings settings;
    settings.service = service;
    settings.region = region;
    settings.endpoint = endpoint;
    settings.subject = QString::fromLatin1(service.toUpper());
    settings.identity = identity;
    return settings;
}

AwsAsk question(const QByteArray &body, const QString &tried, const char *permission)
{
    AwsAsk ask;
    ask.method = "POST";
    ask.path = "/";
    ask.body = body;
    ask.contentType = kStsContentType;
    ask.tried = tried;
    ask.permission = QLatin1String(permission);
    return ask;
}

QByteArray pair(const QByteArray &name, const QString &value)
{
    return '&' + name + '=' + QUrl::toPercentEncoding(value);
}

// What the simulation says of one action.
struct Verdict
{
    QString decision; // "allowed", "explicitDeny", "implicitDeny"
    QStringList missing;
};

// f(path, text) for every leaf, its path from below the root: "GetRoleResult/Role/Arn". False: it is not a `root`.
template <typename F>
bool eachLeaf(const QByteArray &xml, QLatin1StringView root, const F &f)
{
    if (xml.size() > kMostBytes)
        return false;
    QXmlStreamReader reader(xml);
    QStringList path;
    QString text;
    int elements = 0;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
            return false;
        if (token == QXmlStreamReader::StartElement) {
            if (++elements > kMostElements || (elements == 1 && reader.name() != root))
                return false;
            path.append(reader.name().toString());
            text.clear();
        } else if (token == QXmlStreamReader::Characters) {
            text += reader.text();
        } else if (token == QXmlStreamReader::EndElement) {
            f(path.mid(1).join(u'/'), std::exchange(text, {}).trimmed());
            path.removeLast();
        }
    }
    return !reader.hasError() && elements > 0;
}

AccessFinding findingOf(const QString &action, const Verdict *verdict)
{
    AccessFinding finding{action, std::nullopt};
    if (!verdict) {
        finding.notChecked = Text::tr("IAM says nothing of it.");
    } else if (verdict->decision != QLatin1String("allowed") && !verdict->missing.isEmpty()) {
        finding.notChecked = Text::tr("It depends on %1, which nobody knows beforehand.")
                                 .arg(verdict->missing.join(QStringLiteral(", ")));
    } else if (verdict->decision != QLatin1String("allowed")) {
        Error error;
        error.kind = Error::Kind::Refused;
        error.tried = Text::tr("ask whether it would be allowed");
        error.subject = action;
        error.advice = Text::tr("\"gantry policy SHOW\" prints the policy that allows it.");
        error.detail = verdict->decision.left(64);
        finding.failure = error;
    }
    return finding;
}

} // namespace

std::optional<AwsPrincipal> awsPrincipal(const QString &callerArn)
{
    static const QRegularExpression pattern(
        QStringLiteral("^arn:(aws[a-z-]*):(iam|sts)::([0-9]{12}):(user|assumed-role)/([\\w+=,.@/-]{1,600})$"));
    const auto match = pattern.match(callerArn);
    if (!match.hasMatch())
        return std::nullopt;
    const bool isRole = match.captured(4) == QLatin1String("assumed-role");
    if (isRole != (match.captured(2) == QLatin1String("sts")))
        return std::nullopt;
    if (!isRole)
        return AwsPrincipal{match.captured(3), callerArn, {}};
    const QString role = match.captured(5).section(u'/', 0, 0);
    return AwsPrincipal{match.captured(3),
                        QStringLiteral("arn:%1:iam::%2:role/%3").arg(match.captured(1), match.captured(3), role), role};
}

QByteArray simulationBody(const QString &principal, const QStringList &actions, const QStringList &resources)
{
    QByteArray body("Action=SimulatePrincipalPolicy&Version=2010-05-08");
    body += pair("PolicySourceArn", principal);
    for (qsizetype i = 0; i < actions.size(); ++i)
        body += pair("ActionNames.member." + QByteArray::number(i + 1), actions[i]);
    for (qsizetype i = 0; i < resources.size(); ++i)
        body += pair("ResourceArns.member." + QByteArray::number(i + 1), resources[i]);
    return body;
}

Result<std::vector<AccessFinding>> readSimulation(const QByteArray &xml, const QStringList &actions)
{
    // The worst of several resources counts.
    std::map<QString, Verdict> verdicts;
    QString action;
    Verdict verdict;
    const QString member = QStringLiteral("SimulatePrincipalPolicyResult/EvaluationResults/member");
    const bool isOne = eachLeaf(xml, QLatin1StringView("SimulatePrincipalPolicyResponse"),
                                [&](const QString &path, const QString &text) {
                                    if (path == member + QLatin1String("/EvalActionName"))
                                        action = text;
                                    else if (path == member + QLatin1String("/EvalDecision"))
                                        verdict.decision = text;
                                    else if (path == member + QLatin1String("/MissingContextValues/member"))
                                        verdict.missing.append(text.left(128));
                                    if (path != member)
                                        return;
                                    Verdict &known = verdicts[std::exchange(action, {})];
                                    if (known.decision.isEmpty() || known.decision == QLatin1String("allowed"))
                                        known = verdict;
                                    verdict = {};
                                });
    if (!isOne)
        return tl::unexpected(wrongMember(QStringLiteral("XML"), Text::tr("an answer of IAM")));
    std::vector<AccessFinding> findings;
    for (const QString &one : actions) {
        const auto found = verdicts.find(one);
        findings.push_back(findingOf(one, found == verdicts.end() ? nullptr : &found->second));
    }
    return findings;
}

Result<QString> readRoleArn(const QByteArray &xml)
{
    QString arn;
    const bool isOne =
        eachLeaf(xml, QLatin1StringView("GetRoleResponse"), [&arn](const QString &path, const QString &text) {
            if (path == QLatin1String("GetRoleResult/Role/Arn"))
                arn = text;
        });
    static const QRegularExpression pattern(QStringLiteral("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,600}$"));
    if (!isOne || !pattern.match(arn).hasMatch())
        return tl::unexpected(wrongMember(QStringLiteral("Arn"), Text::tr("the ARN of a role")));
    return arn;
}

AwsPermissionCheck::AwsPermissionCheck(std::shared_ptr<AwsIdentity> identity, const QByteArray &region,
                                       const QUrl &endpoint, QNetworkAccessManager &network)
    : m_sts(door("sts", region, endpoint, identity), network)
    , m_iam(door("iam", iamOf(region).region, endpoint.isEmpty() ? iamOf(region).endpoint : endpoint, identity),
            network)
{
}

Result<std::unique_ptr<AwsPermissionCheck>> AwsPermissionCheck::of(const ProviderSettings &settings,
                                                                   const Surroundings &room)
{
    auto identity = awsIdentity(settings, room);
    if (!identity)
        return tl::unexpected(identity.error());
    const QString own = QProcessEnvironment::systemEnvironment().value(QStringLiteral("AWS_ENDPOINT_URL_IAM"));
    // Whoever stands in for one service of AWS must not have its keys sent to AWS itself.
    const QString endpoint = own.isEmpty() ? settings.value(QStringLiteral("endpoint")) : own;
    if (!endpoint.isEmpty() && endpointFault(endpoint)) {
        Error error;
        error.kind = Error::Kind::Setting;
        error.tried = Text::tr("read an address");
        error.subject = QStringLiteral("AWS_ENDPOINT_URL_IAM");
        error.advice = *endpointFault(endpoint);
        return tl::unexpected(error);
    }
    return std::make_unique<AwsPermissionCheck>(
        *std::move(identity), settings.value(QStringLiteral("region")).toLatin1(), QUrl(endpoint), room.network);
}

void AwsPermissionCheck::check(std::vector<PolicyStatement> statements, Answer answer)
{
    m_statements = std::move(statements);
    m_at = 0;
    m_findings.clear();
    m_answer = std::move(answer);
    identify();
}

void AwsPermissionCheck::identify()
{
    const AwsAsk ask = question(kCallerIdentityBody, Text::tr("ask whose keys these are"), "sts:GetCallerIdentity");
    m_sts.ask(ask, [this](const Result<HttpAnswer> &http) {
        const auto caller = http ? readCallerIdentity(http->body) : tl::unexpected(http.error());
        if (!caller) {
            cannot(Text::tr("AWS does not say whose keys these are: %1").arg(caller.error().advice));
            return;
        }
        const auto principal = awsPrincipal(caller->arn);
        if (!principal) {
            cannot(Text::tr("IAM tells of users and roles only, and these keys are of %1.").arg(caller->arn));
            return;
        }
        m_principal = *principal;
        if (m_principal.role.isEmpty())
            next();
        else
            findRole();
    });
}

// A caller's ARN leaves the path of a role out; who may not look it up goes on without.
void AwsPermissionCheck::findRole()
{
    const QByteArray body = "Action=GetRole&Version=2010-05-08" + pair("RoleName", m_principal.role);
    m_iam.ask(question(body, Text::tr("look up a role"), "iam:GetRole"), [this](const Result<HttpAnswer> &http) {
        if (const auto arn = http ? readRoleArn(http->body) : tl::unexpected(http.error()))
            m_principal.arn = *arn;
        next();
    });
}

void AwsPermissionCheck::next()
{
    if (m_at == m_statements.size()) {
        finish();
        return;
    }
    const PolicyStatement &statement = m_statements[m_at];
    QStringList resources;
    for (const QString &resource : statement.resources) {
        if (resource != QLatin1String("*"))
            resources.append(QString(resource).replace(QLatin1String(":*:"), u':' + m_principal.account + u':'));
    }
    const QByteArray body = simulationBody(m_principal.arn, statement.actions, resources);
    m_iam.ask(question(body, Text::tr("ask whether it would be allowed"), "iam:SimulatePrincipalPolicy"),
              [this](const Result<HttpAnswer> &http) {
                  const QStringList &actions = m_statements[m_at].actions;
                  auto findings = http ? readSimulation(http->body, actions) : tl::unexpected(http.error());
                  if (!findings) {
                      cannot(whyNot(findings.error()));
                      return;
                  }
                  m_findings.insert(m_findings.end(), findings->begin(), findings->end());
                  ++m_at;
                  next();
              });
}

QString AwsPermissionCheck::whyNot(const Error &error) const
{
    if (error.kind == Error::Kind::Refused)
        return Text::tr("These keys may not ask: that takes iam:SimulatePrincipalPolicy on %1.").arg(m_principal.arn);
    if (error.kind == Error::Kind::NotFound)
        return Text::tr("IAM does not know %1: a role with a path is found with iam:GetRole.").arg(m_principal.arn);
    return Text::tr("IAM cannot be asked: %1").arg(error.advice);
}

void AwsPermissionCheck::cannot(const QString &why)
{
    for (; m_at < m_statements.size(); ++m_at) {
        for (const QString &action : std::as_const(m_statements[m_at].actions))
            m_findings.push_back({action, std::nullopt, why});
    }
    finish();
}

void AwsPermissionCheck::finish()
{
    std::exchange(m_answer, {})(std::move(m_findings));
}

} // namespace gantry::cloud
