#include "cloud/http/aws_sigv4.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <utility>

namespace gantry::cloud {

namespace {

constexpr QByteArrayView kAlgorithm = "AWS4-HMAC-SHA256";

QByteArray uriEncoded(const QByteArray &bytes, const char *kept = "")
{
    return bytes.toPercentEncoding(kept); // keeps A-Z a-z 0-9 - . _ ~ and writes upper-case hex
}

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

// RFC 3986, 5.2.4, and doubled slashes made one.
QByteArray folded(const QByteArray &path)
{
    QList<QByteArray> kept;
    const QList<QByteArray> segments = path.split('/');
    for (const QByteArray &segment : segments) {
        if (segment.isEmpty() || segment == ".")
            continue;
        if (segment == "..") {
            if (!kept.isEmpty())
                kept.removeLast();
            continue;
        }
        kept.append(segment);
    }
    const bool isFolder = path.endsWith('/') || path.endsWith("/.") || path.endsWith("/..");
    QByteArray result = "/" + kept.join('/');
    if (isFolder && !kept.isEmpty())
        result += '/';
    return result;
}

QByteArray canonicalQuery(const QByteArray &query)
{
    QList<QPair<QByteArray, QByteArray>> pairs;
    const QList<QByteArray> parts = query.split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        pairs.emplaceBack(uriEncoded(QByteArray::fromPercentEncoding(name)),
                          uriEncoded(QByteArray::fromPercentEncoding(value)));
    }
    std::sort(pairs.begin(), pairs.end());
    QByteArray result;
    for (const auto &[name, value] : std::as_const(pairs)) {
        if (!result.isEmpty())
            result += '&';
        result += name + '=' + value;
    }
    return result;
}

struct CanonicalHeaders
{
    QByteArray lines;
    QByteArray names;
};

CanonicalHeaders canonicalHeaders(const QList<QPair<QByteArray, QByteArray>> &headers)
{
    QList<QPair<QByteArray, QByteArray>> sorted;
    for (const auto &[name, value] : headers)
        sorted.emplaceBack(name.toLower(), value.simplified());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    CanonicalHeaders result;
    QByteArray previous;
    for (const auto &[name, value] : std::as_const(sorted)) {
        if (name == previous) {
            result.lines.insert(result.lines.size() - 1, "," + value);
            continue;
        }
        result.lines += name + ':' + value + '\n';
        result.names += (result.names.isEmpty() ? "" : ";") + name;
        previous = name;
    }
    return result;
}

QByteArray scopeText(const SigV4Scope &scope)
{
    return amzDate(scope.time).left(8) + '/' + scope.region + '/' + scope.service + "/aws4_request";
}

} // namespace

QByteArray amzDate(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'").toLatin1();
}

SigV4Signature signSigV4(const SigV4Request &request, const SigV4Scope &scope, const QByteArray &secretKey)
{
    const CanonicalHeaders headers = canonicalHeaders(request.headers);
    const QByteArray path = request.foldPath ? folded(request.path) : request.path;
    SigV4Signature result;
    result.signedHeaders = headers.names;
    result.canonicalRequest = request.method + '\n' + uriEncoded(path, "/") + '\n' + canonicalQuery(request.query) +
                              '\n' + headers.lines + '\n' + headers.names + '\n' + sha256Hex(request.body);
    result.stringToSign = kAlgorithm.toByteArray() + '\n' + amzDate(scope.time) + '\n' + scopeText(scope) + '\n' +
                          sha256Hex(result.canonicalRequest);
    const QByteArray dateKey = hmac("AWS4" + secretKey, amzDate(scope.time).left(8));
    const QByteArray signingKey = hmac(hmac(hmac(dateKey, scope.region), scope.service), "aws4_request");
    result.signature = hmac(signingKey, result.stringToSign).toHex();
    return result;
}

QByteArray authorizationHeader(const SigV4Signature &signature, const SigV4Scope &scope, const QByteArray &accessKey)
{
    return kAlgorithm.toByteArray() + " Credential=" + accessKey + '/' + scopeText(scope) +
           ", SignedHeaders=" + signature.signedHeaders + ", Signature=" + signature.signature;
}

QList<QPair<QByteArray, QByteArray>> sigV4Headers(const QByteArray &method, const QUrl &url,
                                                  const QList<QPair<QByteArray, QByteArray>> &ownHeaders,
                                                  const QByteArray &body, const AwsCredentials &credentials,
                                                  const SigV4Scope &scope)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    const bool isDefaultPort = url.port() < 0 || (url.scheme() == QLatin1String("https") && url.port() == 443) ||
                               (url.scheme() == QLatin1String("http") && url.port() == 80);
    if (!isDefaultPort)
        host += ':' + QByteArray::number(url.port());

    QList<QPair<QByteArray, QByteArray>> added{{"X-Amz-Date", amzDate(scope.time)}};
    if (!credentials.sessionToken.isEmpty())
        added.emplaceBack("X-Amz-Security-Token", credentials.sessionToken);

    SigV4Request request;
    request.method = method;
    request.path = url.path(QUrl::FullyEncoded).toLatin1();
    if (request.path.isEmpty())
        request.path = "/";
    request.query = url.query(QUrl::FullyEncoded).toLatin1();
    request.headers = ownHeaders + added;
    request.headers.emplaceBack("Host", host);
    request.body = body;
    const SigV4Signature signature = signSigV4(request, scope, credentials.secretKey);
    added.emplaceBack("Authorization", authorizationHeader(signature, scope, credentials.accessKey));
    return added;
}

std::optional<SigV4Claim> readAuthorization(const QByteArray &header)
{
    if (!header.startsWith(kAlgorithm.toByteArray() + ' '))
        return std::nullopt;
    SigV4Claim claim;
    const QList<QByteArray> parts = header.mid(kAlgorithm.size() + 1).split(',');
    for (const QByteArray &part : parts) {
        const QByteArray text = part.trimmed();
        const QByteArray value = text.mid(text.indexOf('=') + 1);
        if (text.startsWith("Credential=")) {
            const QList<QByteArray> scope = value.split('/');
            if (scope.size() != 5 || scope.at(4) != "aws4_request")
                return std::nullopt;
            claim.accessKey = scope.at(0);
            claim.date = scope.at(1);
            claim.region = scope.at(2);
            claim.service = scope.at(3);
        } else if (text.startsWith("SignedHeaders=")) {
            claim.signedHeaders = value.split(';');
        } else if (text.startsWith("Signature=")) {
            claim.signature = value;
        }
    }
    if (claim.accessKey.isEmpty() || claim.signedHeaders.isEmpty() || claim.signature.isEmpty())
        return std::nullopt;
    return claim;
}

bool sameSignature(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(uchar(a[i]) ^ uchar(b[i]));
    return difference == 0;
}

} // namespace gantry::cloud
