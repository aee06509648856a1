#pragma once
// A Google service account's key file, and the assertion that gets an access token for it: RFC 7523 with RS256.

#include "cloud/http/oauth_token.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

namespace gantry::cloud {

struct GoogleKey
{
    QString email;
    QString project;
    QByteArray keyId;
    QByteArray privateKey; // PEM
    QUrl tokenAddress;
};

// `path` empty: the file that GOOGLE_APPLICATION_CREDENTIALS names. Error::Kind::Credentials says what is wrong with
// the file and never quotes it.
Result<GoogleKey> readGoogleKey(const QString &path,
                                const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

// The signed assertion, good for an hour from `now`.
Result<QByteArray> googleAssertion(const GoogleKey &key, const QByteArray &scope, std::chrono::sys_seconds now);

OAuthSettings googleToken(GoogleKey key, QByteArray scope, HttpLimits limits = {});

} // namespace gantry::cloud
