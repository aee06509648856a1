#pragma once
// Keys from a program that a profile names (credential_process), as AWS's own tools run it: without a shell, with this
// program's environment, in its own time. It has 30 seconds and 64 KiB; what it says is kept in memory alone, and what
// it complains of is not shown, for there may be a key in it.

#include "cloud/aws/aws_identity.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace gantry::cloud {

// The words of a command line: quotes and backslashes as a shell has them, and nothing else that a shell does. Nothing:
// a quote is open, or there is no word. Pure.
std::optional<QStringList> commandWords(const QString &line);

// {"Version": 1, "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"}; the last two may be missing. Pure.
Result<AwsCredentials> readProcessKeys(const QByteArray &json);

struct ProcessPlan
{
    QString profile; // for people
    QString line;    // "/opt/bin/keys --for live"
    QProcessEnvironment environment;
    FetchedIdentity::Clock now;
    std::chrono::milliseconds patience{30'000};
};
std::shared_ptr<AwsIdentity> processIdentity(ProcessPlan plan);

} // namespace gantry::cloud
