#include "cloud/http/google_key.h"

#include "cloud/http/endpoint.h"
#include "cloud/http/json_limits.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <memory>

namespace gantry::cloud {

namespace {

template <auto release>
struct Release
{
    template <typename T>
    void operator()(T *what) const
    {
        release(what);
    }
};
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;

constexpr qint64 kLargestFile = 64 * 1024;

Error keyError(const QString &path, const QString &advice)
{
    Error error;
    error.kind = Error::Kind::Credentials;
    error.tried = QCoreApplication::translate("cloud", "read a service account's key file");
    error.subject = path;
    error.advice = advice;
    return error;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

PrivateKey privateKeyFrom(const QByteArray &pem)
{
    const Bio bytes(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    // No passphrase is ever asked for: an encrypted key is no key here.
    const auto nothing = [](char *, int, int, void *) { return 0; };
    return PrivateKey(bytes ? PEM_read_bio_PrivateKey(bytes.get(), nullptr, nothing, nullptr) : nullptr);
}

QByteArray signedWith(EVP_PKEY *key, const QByteArray &text)
{
    const Digest digest(EVP_MD_CTX_new());
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    std::size_t size = 0;
    if (!digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(digest.get(), nullptr, &size, bytes, std::size_t(text.size())) != 1)
        return {};
    QByteArray signature(qsizetype(size), Qt::Uninitialized);
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
                       std::size_t(text.size())) != 1)
        return {};
    signature.truncate(qsizetype(size));
    return signature;
}

QString plain(const QJsonObject &object, QLatin1StringView name)
{
    const QString text = object.value(name).toString();
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
    return isPlain && text.size() <= 512 ? text : QString();
}

} // namespace

Result<GoogleKey> readGoogleKey(const QString &path, const QProcessEnvironment &environment)
{
    const QString variable = QStringLiteral("GOOGLE_APPLICATION_CREDENTIALS");
    const QString place = path.isEmpty() ? environment.value(variable) : path;
    if (place.isEmpty())
        return tl::unexpected(keyError(
            variable,
            QCoreApplication::translate("cloud", "Set it to the path of the service account's key file (JSON), "
                                                 "or name the file in the show's settings.")));
    QFile file(place);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(keyError(
            place, QCoreApplication::translate("cloud", "The file cannot be read: %1").arg(file.errorString())));
    const auto object = readJsonObject(file.read(kLargestFile), {kLargestFile - 1, 8});
    const QString wrong = QCoreApplication::translate(
        "cloud", "This is no key file of a service account. Google Cloud gives one under IAM, Service accounts, Keys.");
    if (!object || plain(*object, QLatin1StringView("type")) != QLatin1String("service_account"))
        return tl::unexpected(keyError(place, wrong));

    GoogleKey key;
    key.email = plain(*object, QLatin1StringView("client_email"));
    key.project = plain(*object, QLatin1StringView("project_id"));
    key.keyId = plain(*object, QLatin1StringView("private_key_id")).toLatin1();
    key.privateKey = object->value(QLatin1StringView("private_key")).toString().toUtf8();
    const QString address = plain(*object, QLatin1StringView("token_uri"));
    key.tokenAddress = QUrl(address.isEmpty() ? QStringLiteral("https://oauth2.googleapis.com/token") : address);
    if (key.email.isEmpty() || !privateKeyFrom(key.privateKey))
        return tl::unexpected(keyError(place, wrong));
    if (const auto fault = endpointFault(key.tokenAddress.toString()))
        return tl::unexpected(keyError(place, *fault));
    return key;
}

Result<QByteArray> googleAssertion(const GoogleKey &key, const QByteArray &scope, std::chrono::sys_seconds now)
{
    const qint64 issued = now.time_since_epoch().count();
    const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("RS256")},
                             {QStringLiteral("kid"), QString::fromLatin1(key.keyId)},
                             {QStringLiteral("typ"), QStringLiteral("JWT")}};
    const QJsonObject claims{{QStringLiteral("iss"), key.email},
                             {QStringLiteral("scope"), QString::fromLatin1(scope)},
                             {QStringLiteral("aud"), key.tokenAddress.toString()},
                             {QStringLiteral("iat"), issued},
                             {QStringLiteral("exp"), issued + 3600}};
    const auto compact = [](const QJsonObject &object) {
        return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
    };
    const QByteArray text = compact(header) + '.' + compact(claims);
    const PrivateKey privateKey = privateKeyFrom(key.privateKey);
    const QByteArray signature = privateKey ? signedWith(privateKey.get(), text) : QByteArray();
    if (signature.isEmpty())
        return tl::unexpected(
            keyError(key.email, QCoreApplication::translate("cloud", "The private key in the file cannot sign.")));
    return text + '.' + base64Url(signature);
}

OAuthSettings googleToken(GoogleKey key, QByteArray scope, HttpLimits limits)
{
    OAuthSettings settings;
    settings.subject = QStringLiteral("Google, %1").arg(key.email);
    settings.limits = limits;
    settings.secrets = [pem = key.privateKey] { return std::vector<QByteArray>{pem}; };
    settings.request = [key = std::move(key), scope = std::move(scope)](
                           std::chrono::sys_seconds now, const std::function<void(Result<HttpRequest>)> &answer) {
        const auto assertion = googleAssertion(key, scope, now);
        if (!assertion) {
            answer(tl::unexpected(assertion.error()));
            return;
        }
        HttpRequest request;
        request.method = "POST";
        request.url = key.tokenAddress;
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
        request.body = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + *assertion;
        answer(std::move(request));
    };
    return settings;
}

} // namespace gantry::cloud
