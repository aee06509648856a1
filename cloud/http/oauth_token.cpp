#include "cloud/http/oauth_token.h"

#include "cloud/http/http_fault.h"
#include "cloud/http/json_limits.h"
#include "cloud/http/redaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype kLongestToken = 16 * 1024;
constexpr std::chrono::seconds kEarly = 5min;
constexpr std::chrono::seconds kSilentLife = 5min; // a provider that does not say how long
constexpr std::chrono::milliseconds kBetweenRenewals = 30s;

bool isHeaderSafe(const QString &text)
{
    return !text.isEmpty() && text.size() <= kLongestToken &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

QString tried()
{
    return QCoreApplication::translate("cloud", "get an access token");
}

class Shelf : public QObject
{
public:
    explicit Shelf(QObject *parent) : QObject(parent) {}
    QHash<QString, std::weak_ptr<Authorizer>> held;
};

} // namespace

TokenClock computerClock()
{
    QElapsedTimer since;
    since.start();
    return {[] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
            [since] { return std::chrono::milliseconds(since.elapsed()); }};
}

Result<GrantedToken> grantedToken(const QByteArray &body)
{
    const auto answer = readJsonObject(body, {qsizetype{64} * 1024, 8});
    if (!answer)
        return tl::unexpected(answer.error());
    const QString value = answer->value(QLatin1StringView("access_token")).toString();
    if (!isHeaderSafe(value))
        return tl::unexpected(
            wrongMember(QStringLiteral("access_token"), QCoreApplication::translate("cloud", "a token")));
    const QString type = answer->value(QLatin1StringView("token_type")).toString(QStringLiteral("Bearer"));
    if (type.compare(QLatin1String("Bearer"), Qt::CaseInsensitive) != 0)
        return tl::unexpected(wrongMember(QStringLiteral("token_type"), QStringLiteral("Bearer")));
    // A number after the RFC; some send it as text.
    const QJsonValue lives = answer->value(QLatin1StringView("expires_in"));
    const double seconds = lives.isString() ? lives.toString().toDouble() : lives.toDouble();
    return GrantedToken{value.toLatin1(),
                        seconds >= 1 ? std::chrono::seconds(qint64(std::min(seconds, 86'400.0))) : kSilentLife};
}

Error tokenFault(const QString &subject, const HttpAnswer &answer, std::chrono::sys_seconds now,
                 const std::vector<QByteArray> &secrets)
{
    const auto body = readJsonObject(answer.body, {qsizetype{64} * 1024, 16}).value_or(QJsonObject());
    FaultWords words;
    words.name = body.value(QLatin1StringView("error")).toString();
    // The first sentence says it; what follows is trace and correlation numbers.
    words.message = body.value(QLatin1StringView("error_description")).toString().section(u'\n', 0, 0);
    Error error = httpFault(tried(), subject, answer, words, {}, now, secrets);
    if (answer.status != 400 && answer.status != 401 && answer.status != 403)
        return error;
    if (words.name == QLatin1String("invalid_grant") &&
        (words.message.contains(QLatin1String("reasonable timeframe")) ||
         words.message.contains(QLatin1String("short-lived token")))) {
        error.kind = Error::Kind::ClockSkew;
        error.advice = clockAdvice(answer, now);
    } else {
        error.kind = Error::Kind::Credentials;
        error.advice =
            QCoreApplication::translate("cloud", "The key or the secret is not valid any more, or belongs to "
                                                 "another account: make a new one.");
    }
    return error;
}

OAuthToken::OAuthToken(OAuthSettings settings, QNetworkAccessManager &network)
    : m_settings(std::move(settings)), m_http(network, m_settings.limits)
{
}

bool OAuthToken::isGood() const
{
    return m_held && m_settings.clock.elapsed() < m_held->endsAt;
}

void OAuthToken::authorize(std::function<void(Result<QByteArray>)> answer)
{
    if (isGood() && m_settings.clock.elapsed() < m_held->renewAt) {
        QTimer::singleShot(0, &m_context, [answer = std::move(answer), value = m_held->value] { answer(value); });
        return;
    }
    m_waiting.push_back(std::move(answer));
    if (!m_asking)
        renew();
}

void OAuthToken::renew()
{
    m_asking = true;
    m_settings.request(
        m_settings.clock.wall(), [this, alive = QPointer<QObject>(&m_context)](Result<HttpRequest> request) {
            if (!alive)
                return;
            if (!request) {
                // Its own error may come at once; ours never do.
                QTimer::singleShot(0, &m_context, [this, failure = request.error()] { settle(failure); });
                return;
            }
            request->once = true; // Qt must not repeat it behind our back; asking again is ours
            m_http.send(*request, [this](const Result<HttpAnswer> &http) { take(http); });
        });
}

void OAuthToken::take(const Result<HttpAnswer> &http)
{
    if (!http) {
        Error failure = http.error();
        failure.tried = tried();
        failure.subject = m_settings.subject;
        if (failure.kind == Error::Kind::TimedOut) // no command, so nothing to look for
            failure.advice = QCoreApplication::translate("cloud", "Check the network connection and the address.");
        settle(failure);
        return;
    }
    if (http->status != 200) {
        settle(tokenFault(m_settings.subject, *http, m_settings.clock.wall(), secrets()));
        return;
    }
    const auto granted = grantedToken(http->body);
    if (!granted) {
        Error failure = granted.error();
        failure.tried = tried();
        failure.subject = m_settings.subject;
        settle(failure);
        return;
    }
    const auto now = m_settings.clock.elapsed();
    const std::chrono::milliseconds early = std::min<std::chrono::milliseconds>(kEarly, granted->lives / 4);
    m_held = Held{"Bearer " + granted->value, now + granted->lives - early, now + granted->lives,
                  m_settings.clock.wall() + granted->lives};
    settle(std::nullopt);
}

void OAuthToken::settle(const std::optional<Error> &failure)
{
    m_asking = false;
    m_renewalFails = failure.has_value();
    if (failure && m_held) // the old one stays while it is good, and the provider is not asked all the time
        m_held->renewAt = m_settings.clock.elapsed() + kBetweenRenewals;
    const Result<QByteArray> result =
        isGood()
            ? Result<QByteArray>(m_held->value)
            : tl::unexpected(failure.value_or(Error{Error::Kind::Credentials, tried(), m_settings.subject, {}, {}}));
    const QPointer<QObject> alive(&m_context);
    for (const auto &answer : std::exchange(m_waiting, {})) {
        answer(result);
        if (!alive) // an answer may end the room
            return;
    }
}

bool OAuthToken::refused(const QByteArray &value)
{
    if (m_held && m_held->value == value)
        m_held.reset(); // withdrawn at their end, whatever its life was to be
    return true;
}

std::optional<std::chrono::sys_seconds> OAuthToken::ends() const
{
    return m_held && m_renewalFails ? std::optional(m_held->ends) : std::nullopt;
}

std::vector<QByteArray> OAuthToken::secrets() const
{
    std::vector<QByteArray> all = m_settings.secrets ? m_settings.secrets() : std::vector<QByteArray>();
    if (m_held)
        all.push_back(m_held->value.mid(qsizetype(sizeof "Bearer ") - 1));
    return all;
}

std::shared_ptr<Authorizer> sharedAuthorizer(QNetworkAccessManager &network, const QString &name,
                                             const std::function<std::shared_ptr<Authorizer>()> &make)
{
    Shelf *shelf = nullptr;
    for (QObject *child : network.children()) {
        if ((shelf = dynamic_cast<Shelf *>(child)))
            break;
    }
    if (!shelf)
        shelf = new Shelf(&network);
    if (auto held = shelf->held.value(name).lock())
        return held;
    auto made = make();
    shelf->held.insert(name, made);
    return made;
}

} // namespace gantry::cloud
