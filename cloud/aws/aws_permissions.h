#pragma once
// Whether AWS would let these keys do something, asked without doing it: iam:SimulatePrincipalPolicy, for the user or
// role that sts:GetCallerIdentity names. Whoever may not ask that, or is nobody whom IAM simulates, is told so: what
// could not be checked is no fault, and not well either.
//
// Thread: that of the network. Source: IAM API version 2010-05-08, Query protocol. Pure where it says so.

#include "cloud/aws/aws_door.h"
#include "cloud/catalogue.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace gantry::cloud {

// Whom to ask about: of "arn:aws:iam::1:user/anna" that, of "arn:aws:sts::1:assumed-role/live/gantry" the role "live".
struct AwsPrincipal
{
    QString account;
    QString arn;  // for the simulation; of a role without its path, which the caller's ARN does not tell
    QString role; // empty: not a role
};
std::optional<AwsPrincipal> awsPrincipal(const QString &callerArn); // pure; nothing: root or a federated user

// The body of the question; `resources` with the account in them. Pure.
QByteArray simulationBody(const QString &principal, const QStringList &actions, const QStringList &resources);
// One finding an action, in the order of `actions`. BadAnswer when it is no SimulatePrincipalPolicyResponse. Pure.
Result<std::vector<AccessFinding>> readSimulation(const QByteArray &xml, const QStringList &actions);
// The role's ARN of a GetRoleResponse, with its path. Pure.
Result<QString> readRoleArn(const QByteArray &xml);

class AwsPermissionCheck
{
public:
    using Answer = std::function<void(std::vector<AccessFinding>)>;

    // `endpoint`: where IAM and STS are asked; empty: at AWS.
    AwsPermissionCheck(std::shared_ptr<AwsIdentity> identity, const QByteArray &region, const QUrl &endpoint,
                       QNetworkAccessManager &network);

    // Of these settings: with their identity; at AWS_ENDPOINT_URL_IAM, else at their "endpoint", else at AWS.
    static Result<std::unique_ptr<AwsPermissionCheck>> of(const ProviderSettings &settings, const Surroundings &room);

    // Every action of the statements, once, later. One at a time.
    void check(std::vector<PolicyStatement> statements, Answer answer);

private:
    void identify();
    void findRole();
    void next();
    QString whyNot(const Error &error) const;
    void cannot(const QString &why);
    void finish();

    AwsDoor m_sts;
    AwsDoor m_iam;
    std::vector<PolicyStatement> m_statements;
    std::size_t m_at = 0;
    AwsPrincipal m_principal;
    std::vector<AccessFinding> m_findings;
    Answer m_answer;
};

} // namespace gantry::cloud
