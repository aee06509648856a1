#include "app/rooms/rehearsal_stage.h"

#include <QCoreApplication>
#include <QUdpSocket>
#include <QUrl>

#include <csignal>
#include <sys/prctl.h>
#include <vector>

namespace gantry {

namespace {

constexpr std::chrono::seconds againAfter{2};
const char *const feedNames[] = {"CAM 1", "CAM 2", "CAM 3", "STAGE"};
constexpr std::chrono::milliseconds latency{120};
const char *const inputNames[] = {"A", "B"}; // of the cloud; they are the first feeds

QString listening(quint16 port)
{
    return QStringLiteral("srt://127.0.0.1:%1?mode=listener&latency=%2").arg(port).arg(latency.count());
}

QString calling(quint16 port)
{
    return QStringLiteral("srt://127.0.0.1:%1?mode=caller&latency=%2").arg(port).arg(latency.count());
}

// Ports that are free now, all different: none is given back before the last is found. SRT is UDP.
QList<quint16> freePorts(std::size_t count)
{
    std::vector<QUdpSocket> probes(count);
    QList<quint16> ports;
    for (QUdpSocket &probe : probes) {
        probe.bind(QHostAddress::LocalHost, 0);
        ports.append(probe.localPort());
    }
    return ports;
}

// What a hand can try at once: every feed, the desk of a director, one large picture.
QList<Layout> rehearsalLayouts()
{
    using enum widgets::CellKind;
    const auto feed = [](std::size_t i) { return widgets::WallCell{{}, {Feed, QLatin1String(feedNames[i])}}; };
    const widgets::WallCell utc{{}, {Clock, QStringLiteral("utc")}};
    const widgets::WallCell local{{}, {Clock, QStringLiteral("local")}};
    const widgets::WallCell since{{}, {Clock, QStringLiteral("show")}};
    const widgets::WallCell preview{{}, {Preview, {}}};
    const widgets::WallCell program{{}, {Program, {}}};
    const widgets::WallCell alarms{{}, {Alarms, {}}};
    return {{RehearsalStage::tr("All", "layout"), QStringLiteral("automatic"), {}, {}},
            {QStringLiteral("2+8"),
             QStringLiteral("2+8"),
             {},
             {preview, program, feed(0), feed(1), feed(2), feed(3), alarms, utc, local, since}},
            {QStringLiteral("1+5"), QStringLiteral("1+5"), {}, {program, feed(0), feed(1), feed(2), feed(3), alarms}},
            {RehearsalStage::tr("Vertical", "layout"), QStringLiteral("columns"), {}, {}}};
}

// What takes over when CAM 1 is lost. Shorter waits than on air: nobody rehearses half a minute of nothing.
Plan rehearsalPlan(const Encoder &encoder)
{
    Plan plan;
    plan.id = {RehearsalStage::tr("Main stage", "a failover plan")};
    plan.encoder = encoder.id;
    for (const EncoderInput &input : encoder.inputs)
        plan.sources.append({input.name, input.feed, false});
    plan.limits.pipeline.on = true; // a lost input is a fault of the rehearsal's cloud, and nobody restarts it
    plan.limits.pipeline.trip = std::chrono::seconds(3);
    plan.grace = std::chrono::seconds(5);
    plan.settle = std::chrono::seconds(10);
    return plan;
}

} // namespace

RehearsalStage::RehearsalStage(QObject *parent) : QObject(parent)
{
    const QList<quint16> ports = freePorts(std::size(feedNames) + std::size(inputNames) + 1);
    m_ports = ports.first(std::size(feedNames));
    m_inputPorts = ports.sliced(std::size(feedNames), std::size(inputNames));
    m_returnPort = ports.last();
    connect(&m_sandbox, &QProcess::readyReadStandardOutput, this, &RehearsalStage::readSandbox);
    connect(&m_sandbox, &QProcess::errorOccurred, this, [this] {
        if (!m_ready && !m_ending)
            Q_EMIT failed(tr("The rehearsal cloud did not start: %1").arg(m_sandbox.errorString()));
    });
    connect(&m_sandbox, &QProcess::finished, this, [this] {
        if (m_ending)
            return;
        if (!m_ready) {
            Q_EMIT failed(tr("The rehearsal cloud ended at once: %1")
                              .arg(QString::fromUtf8(m_sandbox.readAllStandardError()).trimmed()));
            return;
        }
        QTimer::singleShot(againAfter, this, [this] {
            startSandbox({QStringLiteral("--port"), QString::number(QUrl(m_endpoint).port())});
        });
    });
    m_killed.resize(std::size(feedNames), false);
    for (std::size_t i = 0; i < std::size(feedNames); ++i) {
        m_feeds.push_back(std::make_unique<QProcess>());
        connect(m_feeds.back().get(), &QProcess::finished, this, [this, i] {
            if (!m_ending && !m_killed[i])
                QTimer::singleShot(againAfter, this, [this, i] { startFeed(i); });
        });
    }
}

RehearsalStage::~RehearsalStage()
{
    m_ending = true;
    for (const auto &feed : m_feeds)
        end(*feed);
    end(m_sandbox);
}

void RehearsalStage::start()
{
    startSandbox({});
}

void RehearsalStage::launch(QProcess &process, const QStringList &arguments)
{
    // Whatever ends this program ends them too.
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process.start(QCoreApplication::applicationFilePath(), arguments);
}

void RehearsalStage::end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(1000)) {
        process.kill();
        process.waitForFinished(1000);
    }
}

void RehearsalStage::startSandbox(const QStringList &further)
{
    if (m_ending)
        return;
    QStringList arguments{QStringLiteral("sandbox"), QStringLiteral("--fast"), QStringLiteral("--control"),
                          QStringLiteral("--return"), calling(m_returnPort)};
    for (std::size_t i = 0; i < std::size(inputNames); ++i)
        arguments << QStringLiteral("--input")
                  << QLatin1String(inputNames[i]) + u'=' + listening(m_inputPorts[qsizetype(i)]);
    m_sandbox.setProcessEnvironment(m_keys);
    launch(m_sandbox, arguments + further);
}

void RehearsalStage::readSandbox()
{
    while (m_sandbox.canReadLine()) {
        const QByteArray line = m_sandbox.readLine().trimmed();
        const qsizetype equals = line.indexOf('=');
        if (equals <= 0)
            continue;
        const QByteArray name = line.left(equals);
        const QByteArray value = line.mid(equals + 1);
        if (name == "GANTRY_SANDBOX_ENDPOINT") {
            m_endpoint = QString::fromUtf8(value);
        } else if (name == "GANTRY_SANDBOX_FAULTS") {
            Q_EMIT faultsChanged(value);
        } else {
            const QByteArray own = name.startsWith("GANTRY_SANDBOX_") ? name : "GANTRY_SANDBOX_" + name;
            qputenv(name.constData(), value);
            m_keys.insert(QString::fromUtf8(own), QString::fromUtf8(value));
        }
        if (!m_ready && !m_endpoint.isEmpty() &&
            m_keys.contains(QStringLiteral("GANTRY_SANDBOX_AWS_SECRET_ACCESS_KEY")) &&
            m_keys.contains(QStringLiteral("GANTRY_SANDBOX_MUX_TOKEN_SECRET"))) {
            m_ready = true;
            qunsetenv("AWS_SESSION_TOKEN"); // belongs to keys that are not used here
            startFeeds();
            Q_EMIT ready(makeShow());
        }
    }
}

void RehearsalStage::setFault(const QByteArray &json)
{
    m_sandbox.write(json + '\n');
}

void RehearsalStage::startFeeds()
{
    for (std::size_t i = 0; i < m_feeds.size(); ++i)
        startFeed(i);
}

void RehearsalStage::startFeed(std::size_t feed)
{
    if (m_ending || m_killed[feed])
        return;
    const QString name = QLatin1String(feedNames[feed]);
    QStringList arguments{QStringLiteral("test-feeds"), QStringLiteral("--first"), QString::number(feed),
                          name + u'=' + calling(m_ports[qsizetype(feed)])};
    if (feed < std::size(inputNames)) // the same stream goes to the cloud, as a camera's encoder would send it
        arguments << name + u'=' + calling(m_inputPorts[qsizetype(feed)]);
    launch(*m_feeds[feed], arguments);
}

void RehearsalStage::killSender(const QString &feed)
{
    for (std::size_t i = 0; i < m_feeds.size(); ++i) {
        if (feed != QLatin1String(feedNames[i]))
            continue;
        m_killed[i] = true;
        m_feeds[i]->kill();
    }
}

Show RehearsalStage::makeShow() const
{
    Show show;
    show.name = tr("Rehearsal");
    const auto add = [&show](const QString &name, quint16 port) {
        Feed feed;
        feed.id = {name};
        feed.srt.mode = media::SrtAddress::Mode::Listener;
        feed.srt.host = QStringLiteral("127.0.0.1");
        feed.srt.port = port;
        feed.srt.latency = latency;
        show.feeds.append(feed);
    };
    for (std::size_t i = 0; i < std::size(feedNames); ++i)
        add(QLatin1String(feedNames[i]), m_ports[qsizetype(i)]);
    add(QStringLiteral("RETURN"), m_returnPort); // what the cloud's channel sends
    Encoder encoder;
    encoder.id = {QStringLiteral("Main")};
    encoder.provider = QStringLiteral("medialive");
    encoder.returned = FeedId{QStringLiteral("RETURN")};
    encoder.settings = {{QStringLiteral("region"), QStringLiteral("eu-west-1")},
                        {QStringLiteral("channel"), QStringLiteral("1000001")},
                        {QStringLiteral("endpoint"), m_endpoint},
                        {QStringLiteral("metrics_endpoint"), m_endpoint},
                        {QStringLiteral("metrics"), QStringLiteral("10")}};
    for (std::size_t i = 0; i < std::size(inputNames); ++i)
        encoder.inputs.append({QLatin1String(inputNames[i]), show.feeds[qsizetype(i)].id});
    show.encoders.append(encoder);
    show.plans.append(rehearsalPlan(encoder));

    Audience audience;
    audience.id = {QStringLiteral("Viewers")};
    audience.provider = QStringLiteral("mux");
    audience.settings = {{QStringLiteral("endpoint"), m_endpoint}};
    audience.encoder = encoder.id;
    show.audiences.append(audience);
    show.layouts = rehearsalLayouts();
    return show;
}

} // namespace gantry
