#pragma once
// What an AWS REST answer other than 2xx means in our words. Pure.

#include "cloud/cloud_error.h"
#include "cloud/http/credentials.h"
#include "cloud/http/http_client.h"

#include <chrono>

namespace gantry::cloud {

// The error's name: header x-amzn-ErrorType, else "__type" or "code" of the body; without namespace and address.
QString awsErrorName(const HttpAnswer &answer);

// The action that a refusal names, or empty: "medialive:StartChannel" of "... is not authorized to perform: ...".
QString refusedAction(const QString &message);

// `permission` is what the call takes; the message's own word wins. `credentials` are only used to keep them out of
// `detail`: a signature fault quotes what was signed.
Error awsError(const QString &tried, const QString &subject, const HttpAnswer &answer,
               const AwsCredentials &credentials, std::chrono::sys_seconds now, const QString &permission = {});

} // namespace gantry::cloud
