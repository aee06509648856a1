#include "cloud/sandbox/sandbox_server.h"

#include "cloud/sandbox/sandbox_aws_json.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>

namespace gantry::cloud {

namespace {

QByteArray randomText(int length, QByteArrayView alphabet)
{
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text += alphabet[QRandomGenerator::system()->bounded(int(alphabet.size()))];
    return text;
}

constexpr QByteArrayView kUpper = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr QByteArrayView kAll = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

QByteArray shellQuoted(const QByteArray &value)
{
    const bool isPlain = std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("-._/:+=@").contains(c);
    });
    if (isPlain)
        return value;
    QByteArray quoted = value;
    return '\'' + quoted.replace('\'', "'\\''") + '\'';
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1();
}

} // namespace

struct SandboxServer::Private
{
    Settings settings;
    SandboxFaults faults;
    HttpListener listener;
    QUrl endpoint;
    std::unique_ptr<SandboxAws> aws;
    std::unique_ptr<SandboxAudience> audience;
    std::chrono::milliseconds startedAt{0};
    QElapsedTimer clock;
    quint64 requests = 0;

    SandboxNow now() const
    {
        SandboxNow result;
        const auto steady = settings.steadyClock ? settings.steadyClock()
                                                 : std::chrono::milliseconds(clock.isValid() ? clock.elapsed() : 0);
        result.time = steady - startedAt;
        result.wallClock = settings.wallClock ? settings.wallClock() : QDateTime::currentDateTimeUtc();
        return result;
    }

    void begin()
    {
        clock.start();
        startedAt = settings.steadyClock ? settings.steadyClock() : std::chrono::milliseconds(0);
        SandboxAws::Settings own;
        own.credentials = {settings.accessKey, settings.secretKey, {}};
        own.region = settings.region;
        own.delays = settings.fast ? SandboxChannel::fastDelays() : SandboxChannel::realisticDelays();
        own.running = settings.running;
        own.channels = std::max(1, settings.channels);
        own.requestsPerSecond = settings.requestsPerSecond;
        own.burst = settings.burst;
        aws = std::make_unique<SandboxAws>(std::move(own));
        audience = std::make_unique<SandboxAudience>(settings.crowdSeed,
                                                     MuxCredentials{settings.muxTokenId, settings.muxTokenSecret});
    }

    ServedAnswer serve(const ServedRequest &request)
    {
        const SandboxNow at = now();
        ServedAnswer answer = undisturbed(request, at);
        answer.headers.emplaceBack("Date", httpDate(at.wallClock));
        answer.headers.emplaceBack("x-amzn-RequestId", "rehearsal-" + QByteArray::number(++requests));
        return answer;
    }

    ServedAnswer undisturbed(const ServedRequest &request, const SandboxNow &at)
    {
        if (faults.failNext > 0) {
            --faults.failNext;
            ServedAnswer answer =
                awsFault(faults.failStatus, faults.failType, QStringLiteral("A fault made on purpose."));
            if (faults.retryAfterSeconds > 0)
                answer.headers.emplaceBack("Retry-After", QByteArray::number(faults.retryAfterSeconds));
            return answer;
        }
        if (faults.garbleNext > 0) {
            --faults.garbleNext;
            ServedAnswer answer;
            answer.body = faults.garbage;
            return answer;
        }
        ServedAnswer answer = routed(request, at);
        if (faults.silentNext > 0) {
            --faults.silentNext;
            answer.silence = true;
        }
        return answer;
    }

    ServedAnswer routed(const ServedRequest &request, const SandboxNow &at)
    {
        if (request.path.startsWith("/prod/"))
            return aws->answer(request, at, faults);
        if (request.path.startsWith("/data/v1/")) {
            aws->advance(at.time);
            return audience->answer(request, at.time, at.wallClock, aws->channel().events());
        }
        return awsFault(404, "NotFoundException",
                        QStringLiteral("The rehearsal cloud serves /prod/ (MediaLive) and /data/v1/ (Mux Data)."));
    }
};

SandboxServer::SandboxServer() : SandboxServer(Settings{}) {}

SandboxServer::SandboxServer(Settings settings) : m_d(new Private)
{
    const auto fill = [](QByteArray &text, const QByteArray &random) {
        if (text.isEmpty())
            text = random;
    };
    fill(settings.accessKey, "AKIAREHEARSAL" + randomText(7, kUpper));
    fill(settings.secretKey, randomText(40, kAll));
    fill(settings.muxTokenId, "rehearsal-" + randomText(16, kAll));
    fill(settings.muxTokenSecret, randomText(40, kAll));
    m_d->settings = std::move(settings);
}

SandboxServer::~SandboxServer() = default;

Result<quint16> SandboxServer::start()
{
    stop();
    m_d->begin();
    const auto port =
        m_d->listener.listen(m_d->settings.port, [this](const ServedRequest &request) { return m_d->serve(request); });
    if (port)
        m_d->endpoint = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(*port));
    return port;
}

void SandboxServer::stop()
{
    m_d->listener.close();
    m_d->endpoint.clear();
}

QUrl SandboxServer::endpoint() const
{
    return m_d->endpoint;
}

std::vector<std::pair<QByteArray, QByteArray>> SandboxServer::environment() const
{
    return {{"AWS_ACCESS_KEY_ID", m_d->settings.accessKey}, {"AWS_SECRET_ACCESS_KEY", m_d->settings.secretKey},
            {"AWS_DEFAULT_REGION", m_d->settings.region},   {"GANTRY_SANDBOX_ENDPOINT", m_d->endpoint.toEncoded()},
            {"MUX_TOKEN_ID", m_d->settings.muxTokenId},     {"MUX_TOKEN_SECRET", m_d->settings.muxTokenSecret}};
}

QByteArray SandboxServer::shellAssignments() const
{
    QByteArray lines;
    for (const auto &[name, value] : environment())
        lines += name + '=' + shellQuoted(value) + '\n';
    return lines;
}

SandboxFaults &SandboxServer::faults()
{
    return m_d->faults;
}

const SandboxChannel &SandboxServer::channel()
{
    if (!m_d->aws)
        m_d->begin();
    m_d->aws->advance(m_d->now().time);
    return m_d->aws->channel();
}

} // namespace gantry::cloud
