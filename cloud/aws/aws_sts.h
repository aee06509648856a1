#pragma once
// AWS Security Token Service: keys for a while in exchange for keys, and for a code where the role asks for one.
// Source: API version 2011-06-15 of the public service model; the answers are XML. Requests and answers are pure.

#include "cloud/http/credentials.h"

#include <QByteArray>
#include <QString>

namespace gantry::cloud {

struct AssumeRole
{
    QString role;        // ARN
    QString sessionName; // 2 to 64 of [A-Za-z0-9+=,.@_-]; shows in CloudTrail
    int seconds = 3600;  // 900 to 43200; a role assumed with a role's keys has one hour at most
    QString externalId;  // empty: none
    QString mfaSerial;   // ARN of the device; empty: no code is needed
    QString code;        // six digits
};

QByteArray assumeRoleBody(const AssumeRole &role); // form-urlencoded
inline constexpr char kStsContentType[] = "application/x-www-form-urlencoded; charset=utf-8";

// BadAnswer when it is anything but an AssumeRoleResponse with usable keys.
Result<AwsCredentials> readAssumeRole(const QByteArray &xml);

struct StsFault
{
    QString code; // "AccessDenied"
    QString message;
};
StsFault readStsFault(const QByteArray &xml); // empty where it is not one

// GetCallerIdentity: who these keys are, and the account. The one call that needs no permission.
inline constexpr char kCallerIdentityBody[] = "Action=GetCallerIdentity&Version=2011-06-15";
struct AwsCaller
{
    QString account; // "123456789012"
    QString arn;
};
Result<AwsCaller> readCallerIdentity(const QByteArray &xml);

} // namespace gantry::cloud
