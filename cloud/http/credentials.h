#pragma once
// Where secrets come from: the environment, or the desktop's keychain. They are held as bytes, handed to the signer and
// to nobody else; no Error carries one.

#include "cloud/cloud_error.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace gantry::cloud {

struct AwsCredentials
{
    QByteArray accessKey;
    QByteArray secretKey;
    QByteArray sessionToken{};                                                 // temporary credentials only
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> expires{}; // the same
};

struct MuxCredentials
{
    QByteArray tokenId;
    QByteArray tokenSecret;
};

// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN; MUX_TOKEN_ID, MUX_TOKEN_SECRET.
// Error::Kind::Credentials names the variable that is missing or unusable, never its value.
Result<AwsCredentials>
awsCredentials(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
Result<MuxCredentials>
muxCredentials(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

// Any other secret (an SRT passphrase), by the name of the variable that holds it.
Result<QString>
secretFromEnvironment(const QString &variable,
                      const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

// Reads secrets by name from the keychain, service "gantry"; never from a plain file. Thread: the one that made it,
// with an event loop. The answer comes later, once; destroying the reader drops what is outstanding without an answer.
class KeychainReader
{
public:
    KeychainReader();
    ~KeychainReader();
    KeychainReader(const KeychainReader &) = delete;
    KeychainReader &operator=(const KeychainReader &) = delete;

    void readSecret(const QString &name, std::function<void(Result<QString>)> answer);
    // Whether there is a keychain to read from: what it says where there is not, empty where there is.
    void check(std::function<void(const QString &fault)> answer);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace gantry::cloud
