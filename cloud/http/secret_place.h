#pragma once
// Where a provider's secret is kept, as a show file's settings say it: "environment:OBS_PASSWORD" or "keychain:obs".
// The secret itself in such a setting is a fault, and is not repeated.

#include "cloud/cloud_error.h"
#include "cloud/http/authorizer.h"
#include "cloud/http/credentials.h"

#include <QByteArray>
#include <QObject>
#include <QProcessEnvironment>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace gantry::cloud {

// One sentence on what is allowed, or nullopt.
std::optional<QString> secretPlaceFault(const QString &text);

// Reads the secret when it is first needed and keeps it until it is refused: what somebody corrects in the keychain is
// then found without a restart.
class StoredSecret
{
public:
    // `place` has passed secretPlaceFault(), or is empty: no secret is needed, and an empty one is answered.
    explicit StoredSecret(QString place, QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

    // Later, once. Destroying it drops what is outstanding without an answer.
    void read(std::function<void(Result<QByteArray>)> answer);
    bool forget(); // false: there is no secret, or it comes from the environment, which does not change
    std::vector<QByteArray> known() const;
    const QString &place() const { return m_place; }

private:
    QString m_place;
    QProcessEnvironment m_environment;
    std::optional<QByteArray> m_value;
    std::unique_ptr<KeychainReader> m_keychain;
    QObject m_context;
};

// "Bearer SECRET", or, with a user, "Basic base64(user:SECRET)". Without a place nothing is sent.
class SecretHeader : public Authorizer
{
public:
    enum class Form { Bearer, Basic };
    SecretHeader(Form form, QByteArray user, QString place);

    void authorize(std::function<void(Result<QByteArray>)> answer) override;
    bool refused(const QByteArray &value) override;
    std::optional<std::chrono::sys_seconds> ends() const override; // of a secret that is itself a signed token
    std::vector<QByteArray> secrets() const override;

private:
    Form m_form;
    QByteArray m_user;
    StoredSecret m_secret;
};

// The `exp` of a signed token (RFC 7519) whose payload we can read; nullopt for anything else. Pure, and no proof.
std::optional<std::chrono::sys_seconds> tokenEnd(const QByteArray &token);

} // namespace gantry::cloud
