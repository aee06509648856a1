#include "cloud/sandbox/sandbox_google_keys.h"

#include "cloud/sandbox/sandbox_access.h"

#include "cloud/http/json_limits.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace gantry::cloud {

namespace {

constexpr auto kBase64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qint64 kTokenSeconds = 3600;
constexpr qint64 kSkew = 300; // what "a reasonable timeframe" allows
const QString kEmail = QStringLiteral("gantry@rehearsal.iam.gserviceaccount.com");

template <auto Free>
struct Deleter
{
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;

Key keyFrom(const QByteArray &serviceAccount)
{
    const auto object = readJsonObject(serviceAccount);
    if (!object)
        return nullptr;
    const QByteArray pem = object->value(QLatin1StringView("private_key")).toString().toLatin1();
    const Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, qsizetype(size));
}

bool isSignedBy(EVP_PKEY *key, const QByteArray &text, const QByteArray &signature)
{
    const Digest digest(EVP_MD_CTX_new());
    return digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
           EVP_DigestVerify(digest.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                            std::size_t(signature.size()), reinterpret_cast<const unsigned char *>(text.constData()),
                            std::size_t(text.size())) == 1;
}

QJsonObject part(const QByteArray &encoded)
{
    return readJsonObject(QByteArray::fromBase64(encoded, kBase64Url), {16384, 8}).value_or(QJsonObject());
}

ServedAnswer tokenAnswer(int status, const QJsonObject &object)
{
    ServedAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

ServedAnswer noToken(const char *error, const QString &description)
{
    return tokenAnswer(
        400, {{QStringLiteral("error"), QLatin1StringView(error)}, {QStringLiteral("error_description"), description}});
}

} // namespace

struct SandboxGoogleKeys::Private
{
    mutable Key key; // made when it is asked for: that takes a while
    EVP_PKEY *get() const
    {
        if (!key)
            key.reset(EVP_RSA_gen(2048));
        return key.get();
    }
};

SandboxGoogleKeys::SandboxGoogleKeys(const QByteArray &serviceAccount) : m_d(new Private)
{
    if (!serviceAccount.isEmpty())
        m_d->key = keyFrom(serviceAccount);
}

SandboxGoogleKeys::~SandboxGoogleKeys() = default;

QByteArray SandboxGoogleKeys::serviceAccount(const QUrl &endpoint) const
{
    const QString base = endpoint.toString();
    return QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("service_account")},
                                     {QStringLiteral("project_id"), QLatin1StringView(project)},
                                     {QStringLiteral("private_key_id"), QStringLiteral("rehearsal-key")},
                                     {QStringLiteral("private_key"), QString::fromLatin1(pemOf(m_d->get()))},
                                     {QStringLiteral("client_email"), kEmail},
                                     {QStringLiteral("client_id"), QStringLiteral("100000000000000000001")},
                                     {QStringLiteral("auth_uri"), base + QStringLiteral("/auth")},
                                     {QStringLiteral("token_uri"), base + QStringLiteral("/token")},
                                     {QStringLiteral("universe_domain"), QStringLiteral("googleapis.com")}})
        .toJson();
}

std::optional<QString> SandboxGoogleKeys::claimsFault(const QByteArray &jwt, const QDateTime &now,
                                                      bool isForToken) const
{
    const QList<QByteArray> parts = jwt.split('.');
    if (parts.size() != 3 || part(parts[0]).value(QLatin1StringView("alg")).toString() != QLatin1StringView("RS256"))
        return QStringLiteral("Invalid JWT: RS256 is needed.");
    if (!isSignedBy(m_d->get(), parts[0] + '.' + parts[1], QByteArray::fromBase64(parts[2], kBase64Url)))
        return QStringLiteral("Invalid JWT Signature.");
    const QJsonObject claims = part(parts[1]);
    if (claims.value(QLatin1StringView("iss")).toString() != kEmail)
        return QStringLiteral("Invalid grant: account not found");
    const qint64 issued = claims.value(QLatin1StringView("iat")).toInteger();
    const qint64 ends = claims.value(QLatin1StringView("exp")).toInteger();
    const qint64 at = now.toSecsSinceEpoch();
    if (ends - issued > kTokenSeconds + kSkew || issued > at + kSkew || ends < at - kSkew || ends <= issued)
        return QStringLiteral("Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable "
                              "timeframe. Check your iat and exp values in the JWT claim.");
    const QString audience = claims.value(QLatin1StringView("aud")).toString();
    const QString scope = claims.value(QLatin1StringView("scope")).toString();
    if (isForToken && (!audience.endsWith(QLatin1StringView("/token")) || scope.isEmpty()))
        return QStringLiteral("Invalid JWT: aud must be the token address, and a scope is needed.");
    if (!isForToken && audience.isEmpty() && scope.isEmpty())
        return QStringLiteral("Invalid JWT: an audience or a scope is needed.");
    return std::nullopt;
}

ServedAnswer SandboxGoogleKeys::token(const ServedRequest &request, const QDateTime &now)
{
    const QUrlQuery form(QString::fromLatin1(QByteArray(request.body).replace('+', "%20")));
    if (request.method != "POST" || form.queryItemValue(QStringLiteral("grant_type"), QUrl::FullyDecoded) !=
                                        QLatin1StringView("urn:ietf:params:oauth:grant-type:jwt-bearer"))
        return noToken("unsupported_grant_type", QStringLiteral("Invalid grant_type"));
    const QByteArray jwt = form.queryItemValue(QStringLiteral("assertion"), QUrl::FullyDecoded).toLatin1();
    if (const auto fault = claimsFault(jwt, now, true))
        return noToken("invalid_grant", *fault);
    m_issued.removeIf([&now](const auto &one) { return one.value() < now; });
    const QByteArray token = "ya29.rehearsal-" + randomWord(48);
    m_issued.insert(token, now.addSecs(kTokenSeconds));
    return tokenAnswer(200, {{QStringLiteral("access_token"), QString::fromLatin1(token)},
                             {QStringLiteral("expires_in"), kTokenSeconds},
                             {QStringLiteral("token_type"), QStringLiteral("Bearer")}});
}

std::optional<QString> SandboxGoogleKeys::fault(const QByteArray &authorization, const QDateTime &now,
                                                bool isKeyExpired) const
{
    static const QString why = QStringLiteral("Request had invalid authentication credentials. Expected OAuth 2 access "
                                              "token, login cookie or other valid authentication credential.");
    if (!authorization.startsWith("Bearer "))
        return why;
    const QByteArray token = authorization.mid(7).trimmed();
    if (const auto issued = m_issued.constFind(token); issued != m_issued.constEnd())
        return *issued < now ? std::optional<QString>(why) : std::nullopt;
    if (isKeyExpired || claimsFault(token, now, false))
        return why;
    return std::nullopt;
}

void SandboxGoogleKeys::expireIssued()
{
    m_issued.clear();
}

} // namespace gantry::cloud
