#pragma once
// AWS Signature Version 4: pure functions, for the adapters that sign and for the rehearsal cloud that verifies.
// Source: AWS "Signature Version 4 signing process"; held to AWS's own test suite (tests/data/aws_sigv4_vectors.json)
// and to what the AWS command line client really sends (tests/data/aws_cli_captures.json).
//
// Nothing here logs, and no result but `signingKey` can be turned back into a secret.

#include "cloud/http/credentials.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QUrl>

namespace gantry::cloud {

struct SigV4Scope
{
    QByteArray region;  // "eu-west-1"
    QByteArray service; // "medialive"
    QDateTime time;     // UTC; seconds count
};

struct SigV4Request
{
    QByteArray method;
    QByteArray path;                              // as it goes out on the wire, percent signs included
    QByteArray query;                             // the same, without '?'
    QList<QPair<QByteArray, QByteArray>> headers; // exactly those to be signed
    QByteArray body;
    bool foldPath = true; // dot segments and doubled slashes; S3 alone wants them kept
};

struct SigV4Signature
{
    QByteArray canonicalRequest;
    QByteArray stringToSign;
    QByteArray signedHeaders; // "host;x-amz-date"
    QByteArray signature;     // lower-case hex
};

QByteArray amzDate(const QDateTime &time); // "20261122T123226Z"

SigV4Signature signSigV4(const SigV4Request &request, const SigV4Scope &scope, const QByteArray &secretKey);

QByteArray authorizationHeader(const SigV4Signature &signature, const SigV4Scope &scope, const QByteArray &accessKey);

// The headers a request needs besides its own: X-Amz-Date, X-Amz-Security-Token, Authorization. `ownHeaders` are signed
// with it. Host is signed and left to Qt, which writes the same: without the port where it is the scheme's default.
QList<QPair<QByteArray, QByteArray>> sigV4Headers(const QByteArray &method, const QUrl &url,
                                                  const QList<QPair<QByteArray, QByteArray>> &ownHeaders,
                                                  const QByteArray &body, const AwsCredentials &credentials,
                                                  const SigV4Scope &scope);

// What an Authorization header claims.
struct SigV4Claim
{
    QByteArray accessKey;
    QByteArray date; // "20261122"
    QByteArray region;
    QByteArray service;
    QList<QByteArray> signedHeaders;
    QByteArray signature;
};
std::optional<SigV4Claim> readAuthorization(const QByteArray &header);

// Takes as long for a wrong signature as for a right one.
bool sameSignature(const QByteArray &a, const QByteArray &b);

} // namespace gantry::cloud
