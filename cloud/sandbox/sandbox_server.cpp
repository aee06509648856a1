#include "cloud/sandbox/sandbox_server.h"

#include "cloud/sandbox/sandbox_world.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>

namespace gantry::cloud {

namespace {

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
    std::unique_ptr<SandboxWorld> world;
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
        SandboxWorld::Settings own;
        own.keys = {settings.accessKey, settings.secretKey, {}};
        own.mfaCode = settings.mfaCode;
        own.region = settings.region;
        own.mux = {settings.muxTokenId, settings.muxTokenSecret};
        own.googleAccount = settings.googleAccount;
        own.crowdSeed = settings.crowdSeed;
        own.inputs = settings.inputs;
        const int channels = std::max(1, settings.channels);
        own.mediaLive = {settings.region,
                         settings.inputs,
                         settings.fast ? SandboxChannel::fastDelays() : SandboxChannel::realisticDelays(),
                         settings.channel,
                         settings.running,
                         channels,
                         settings.requestsPerSecond,
                         settings.burst,
                         settings.thumbnail};
        own.mediaConnect.region = settings.region;
        own.mediaConnect.sources = settings.inputs;
        own.mediaConnect.delays = settings.fast ? SandboxFlow::fastDelays() : SandboxFlow::realisticDelays();
        own.mediaConnect.running = settings.running;
        own.mediaConnect.flows = channels;
        own.mediaConnect.thumbnail = settings.thumbnail;
        own.google.inputs = settings.inputs;
        own.google.delays = settings.fast ? SandboxLivestream::fastDelays() : SandboxLivestream::realisticDelays();
        own.google.running = settings.running;
        own.google.channels = channels;
        world = std::make_unique<SandboxWorld>(std::move(own));
        world->advance(now().time, faults); // its history begins now
    }

    SandboxWorld &advanced()
    {
        if (!world)
            begin();
        world->advance(now().time, faults);
        return *world;
    }

    ServedAnswer serve(const ServedRequest &request)
    {
        if (request.path.startsWith("/return/") && settings.returnFiles)
            return settings.returnFiles(request);
        ServedAnswer answer = world->answer(request, now(), faults);
        answer.headers.emplaceBack("Date", httpDate(answer.clock));
        answer.headers.emplaceBack("x-amzn-RequestId", "rehearsal-" + QByteArray::number(++requests));
        return answer;
    }
};

SandboxServer::SandboxServer() : SandboxServer(Settings{}) {}

SandboxServer::SandboxServer(Settings settings) : m_d(new Private)
{
    const auto fill = [](QByteArray &text, const QByteArray &random) {
        if (text.isEmpty())
            text = random;
    };
    fill(settings.accessKey, "AKIAREHEARSAL" + randomWord(7, true));
    fill(settings.secretKey, randomWord(40));
    fill(settings.mfaCode, QByteArray::number(QRandomGenerator::system()->bounded(100'000, 1'000'000)));
    fill(settings.muxTokenId, "rehearsal-" + randomWord(16));
    fill(settings.muxTokenSecret, randomWord(40));
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
    return {{"AWS_ACCESS_KEY_ID", m_d->settings.accessKey},     {"AWS_SECRET_ACCESS_KEY", m_d->settings.secretKey},
            {"AWS_DEFAULT_REGION", m_d->settings.region},       {"GANTRY_SANDBOX_ENDPOINT", m_d->endpoint.toEncoded()},
            {"GANTRY_SANDBOX_MFA_CODE", m_d->settings.mfaCode}, {"MUX_TOKEN_ID", m_d->settings.muxTokenId},
            {"MUX_TOKEN_SECRET", m_d->settings.muxTokenSecret}};
}

QByteArray SandboxServer::shellAssignments() const
{
    QByteArray lines;
    for (const auto &[name, value] : environment())
        lines += name + '=' + shellQuoted(value) + '\n';
    return lines;
}

QByteArray SandboxServer::googleAccount() const
{
    return m_d->world ? m_d->world->googleKeys.serviceAccount(m_d->endpoint) : QByteArray();
}

AwsCredentials SandboxServer::issueSession(std::chrono::seconds lasting)
{
    SandboxAccess &access = m_d->advanced().access;
    return access.issue(access.owner(), lasting, m_d->now().wallClock).credentials;
}

SandboxServer::OnAir SandboxServer::onAir(Output output)
{
    const SandboxWorld &world = m_d->advanced();
    OnAir air;
    switch (output) {
    case Output::MediaLive: {
        const SandboxChannel &channel = world.mediaLive.channels().front();
        air = {channel.pipelinesRunning() > 0, channel.activeInput()};
        break;
    }
    case Output::MediaConnect: {
        const SandboxFlow &flow = world.mediaConnect.flows().front();
        air = {flow.isRunning() && flow.isOutputEnabled(), flow.activeSource()};
        break;
    }
    case Output::Google: {
        const SandboxLivestream &channel = world.google.channels().front();
        air = {channel.isRunning(), channel.activeInput()};
        break;
    }
    }
    if (!air.runs || !world.inputs.isPresent(air.input))
        air.input.clear();
    return air;
}

void SandboxServer::reportInput(const QString &input, std::optional<double> megabits, std::optional<double> pictures)
{
    m_d->advanced().inputs.report(input, megabits, pictures);
}

SandboxFaults &SandboxServer::faults()
{
    return m_d->faults;
}

void SandboxServer::addFault(SandboxFault fault)
{
    fault.at += m_d->now().time;
    m_d->faults.script.push_back(std::move(fault));
    m_d->advanced();
}

void SandboxServer::removeFault(const SandboxFault &fault)
{
    std::erase_if(m_d->faults.script, [&fault](const SandboxFault &one) { return one.isAlike(fault); });
    m_d->advanced();
}

void SandboxServer::clearFaults()
{
    m_d->faults = {};
    m_d->advanced();
}

std::vector<SandboxFault> SandboxServer::activeFaults()
{
    const auto now = m_d->now().time;
    std::vector<SandboxFault> active;
    for (SandboxFault fault : m_d->faults.script) {
        if (!fault.isActive(now))
            continue;
        if (fault.lasting)
            fault.lasting = fault.at + *fault.lasting - now;
        active.push_back(std::move(fault));
    }
    return active;
}

const SandboxChannel &SandboxServer::channel()
{
    return m_d->advanced().mediaLive.channels().front();
}

} // namespace gantry::cloud
