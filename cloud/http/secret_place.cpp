#include "cloud/http/secret_place.h"

#include "cloud/http/json_limits.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>

namespace gantry::cloud {

namespace {

const QLatin1StringView kEnvironment("environment:");
const QLatin1StringView kKeychain("keychain:");

} // namespace

std::optional<QString> secretPlaceFault(const QString &text)
{
    static const QRegularExpression place(
        QStringLiteral("^(environment:[A-Za-z_][A-Za-z0-9_]{0,99}|keychain:[^\\x00-\\x1f]{1,100})$"));
    if (place.match(text).hasMatch())
        return std::nullopt;
    return QCoreApplication::translate("cloud", "Where the secret is kept is needed, never the secret itself: "
                                                "environment:NAME or keychain:NAME.");
}

StoredSecret::StoredSecret(QString place, QProcessEnvironment environment)
    : m_place(std::move(place)), m_environment(std::move(environment))
{
}

void StoredSecret::read(std::function<void(Result<QByteArray>)> answer)
{
    Result<QByteArray> now = QByteArray();
    if (m_value) {
        now = *m_value;
    } else if (m_place.startsWith(kEnvironment)) {
        const auto value = secretFromEnvironment(m_place.mid(kEnvironment.size()), m_environment);
        if (value)
            now = *(m_value = value->toUtf8());
        else
            now = tl::unexpected(value.error());
    } else if (m_place.startsWith(kKeychain)) {
        if (!m_keychain)
            m_keychain = std::make_unique<KeychainReader>();
        m_keychain->readSecret(m_place.mid(kKeychain.size()),
                               [this, answer = std::move(answer)](const Result<QString> &value) {
                                   if (!value) {
                                       answer(tl::unexpected(value.error()));
                                       return;
                                   }
                                   m_value = value->toUtf8();
                                   answer(*m_value);
                               });
        return;
    }
    QTimer::singleShot(0, &m_context, [answer = std::move(answer), now = std::move(now)] { answer(now); });
}

bool StoredSecret::forget()
{
    if (!m_place.startsWith(kKeychain))
        return false;
    m_value.reset();
    return true;
}

std::vector<QByteArray> StoredSecret::known() const
{
    return m_value && !m_value->isEmpty() ? std::vector{*m_value} : std::vector<QByteArray>();
}

SecretHeader::SecretHeader(Form form, QByteArray user, QString place)
    : m_form(form), m_user(std::move(user)), m_secret(std::move(place))
{
}

void SecretHeader::authorize(std::function<void(Result<QByteArray>)> answer)
{
    m_secret.read([this, answer = std::move(answer)](const Result<QByteArray> &secret) {
        if (!secret) {
            answer(tl::unexpected(secret.error()));
            return;
        }
        const bool isUsable = std::all_of(secret->begin(), secret->end(), [](char c) { return c > ' ' && c < 0x7f; });
        if (m_form == Form::Basic) {
            answer(m_secret.place().isEmpty() ? QByteArray()
                                              : "Basic " + QByteArray(m_user + ':' + *secret).toBase64());
        } else if (secret->isEmpty() || isUsable) {
            answer(secret->isEmpty() ? QByteArray() : "Bearer " + *secret);
        } else {
            Error error;
            error.kind = Error::Kind::Credentials;
            error.tried = QCoreApplication::translate("cloud", "read a secret");
            error.subject = m_secret.place();
            error.advice = QCoreApplication::translate("cloud", "It holds a character that no token has.");
            answer(tl::unexpected(error));
        }
    });
}

bool SecretHeader::refused(const QByteArray &)
{
    return m_secret.forget();
}

std::optional<std::chrono::sys_seconds> SecretHeader::ends() const
{
    const auto known = m_secret.known();
    return known.empty() ? std::nullopt : tokenEnd(known.front());
}

std::vector<QByteArray> SecretHeader::secrets() const
{
    std::vector<QByteArray> all = m_secret.known();
    if (!all.empty() && m_form == Form::Basic)
        all.push_back(QByteArray(m_user + ':' + all.front()).toBase64());
    return all;
}

std::optional<std::chrono::sys_seconds> tokenEnd(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return std::nullopt;
    const auto claims =
        readJsonObject(QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding), {qsizetype{16} * 1024, 16});
    if (!claims)
        return std::nullopt;
    const auto end = numberMember(*claims, QLatin1StringView("exp"));
    if (!end || !end->has_value() || **end <= 0 || **end > 32'503'680'000.0) // the year 3000
        return std::nullopt;
    return std::chrono::sys_seconds(std::chrono::seconds(qint64(**end)));
}

} // namespace gantry::cloud
