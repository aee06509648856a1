#pragma once
// What the ways need of the world: processes that send, free ports, a folder for sessions, and waiting until something
// is true. Here, and only here, tests wait for real time.

#include "app/rooms/live_room.h"
#include "app/rooms/room_screens.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <csignal>
#include <functional>
#include <memory>
#include <set>

namespace gantry::ways {

// Never the same twice in one test: the system may well offer a port again that nobody has taken yet.
inline quint16 freePort()
{
    static std::set<quint16> given;
    for (;;) {
        QUdpSocket probe;
        probe.bind(QHostAddress::LocalHost, 0);
        if (given.insert(probe.localPort()).second)
            return probe.localPort();
    }
}

// True once `condition` is; false when it still is not after `limit`.
inline bool becomesTrue(const std::function<bool()> &condition,
                        std::chrono::milliseconds limit = std::chrono::seconds(10))
{
    return QTest::qWaitFor(condition, static_cast<int>(limit.count()));
}

// A process that ends with the test.
class Process
{
public:
    Process(const QString &program, const QStringList &arguments,
            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
    {
        m_process.setProcessEnvironment(environment);
        m_process.start(program, arguments);
        m_process.waitForStarted();
    }
    ~Process() { killNow(); }

    void killNow() // SIGKILL: no goodbye
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    QProcess &operator*() { return m_process; }
    QProcess *operator->() { return &m_process; }

private:
    QProcess m_process;
};

// The sender an operator would use: another program, with its own libsrt.
inline QStringList ffmpegSender(quint16 port, const QString &further = {})
{
    return {QStringLiteral("-hide_banner"),
            QStringLiteral("-loglevel"),
            QStringLiteral("error"),
            QStringLiteral("-re"),
            QStringLiteral("-f"),
            QStringLiteral("lavfi"),
            QStringLiteral("-i"),
            QStringLiteral("testsrc2=size=320x180:rate=25"),
            QStringLiteral("-f"),
            QStringLiteral("lavfi"),
            QStringLiteral("-i"),
            QStringLiteral("sine=frequency=440:sample_rate=48000"),
            QStringLiteral("-c:v"),
            QStringLiteral("libx264"),
            QStringLiteral("-preset"),
            QStringLiteral("ultrafast"),
            QStringLiteral("-tune"),
            QStringLiteral("zerolatency"),
            QStringLiteral("-g"),
            QStringLiteral("25"),
            QStringLiteral("-b:v"),
            QStringLiteral("600k"),
            QStringLiteral("-c:a"),
            QStringLiteral("aac"),
            QStringLiteral("-f"),
            QStringLiteral("mpegts"),
            QStringLiteral("srt://127.0.0.1:%1?mode=caller&pkt_size=1316%2").arg(port).arg(further)};
}

// Everything a room says, in order.
class Listener
{
public:
    explicit Listener(const RecordSource &source)
    {
        QObject::connect(&source, &RecordSource::arrived, &m_context,
                         [this](const RecordBatch &batch) { records += batch; });
    }

    template <typename T, typename Predicate>
    bool has(Predicate predicate) const
    {
        return std::any_of(records.begin(), records.end(), [&](const Record &record) {
            const T *one = std::get_if<T>(&record.payload);
            return one && predicate(*one);
        });
    }
    // The newest of a kind, or null.
    template <typename T>
    const T *newest() const
    {
        for (auto record = records.rbegin(); record != records.rend(); ++record) {
            if (const T *one = std::get_if<T>(&record->payload))
                return one;
        }
        return nullptr;
    }
    template <typename T, typename Predicate>
    const Record *first(Predicate predicate, RecordNumber after = 0) const
    {
        for (const Record &record : records) {
            const T *one = std::get_if<T>(&record.payload);
            if (record.number > after && one && predicate(*one))
                return &record;
        }
        return nullptr;
    }

    RecordBatch records;

private:
    QObject m_context;
};

inline Show oneFeedShow(quint16 port)
{
    Show show;
    show.name = QStringLiteral("Ways");
    Feed feed;
    feed.id = {QStringLiteral("CAM 1")};
    feed.srt.mode = media::SrtAddress::Mode::Listener;
    feed.srt.host = QStringLiteral("127.0.0.1");
    feed.srt.port = port;
    show.feeds.append(feed);
    return show;
}

// The rehearsal cloud in a process of its own; its keys go into this program's environment.
class Cloud
{
public:
    explicit Cloud(const QStringList &further = {}) { start(further); }

    void start(const QStringList &further)
    {
        m_process = std::make_unique<Process>(
            QStringLiteral(GANTRY_PROGRAM), QStringList{QStringLiteral("sandbox"), QStringLiteral("--fast")} + further);
        QByteArray said;
        becomesTrue([&] {
            said += (*m_process)->readAllStandardOutput();
            return said.contains("MUX_TOKEN_SECRET=") && said.endsWith('\n');
        });
        for (const QByteArray &line : said.split('\n')) {
            const qsizetype equals = line.indexOf('=');
            if (equals <= 0)
                continue;
            qputenv(line.left(equals).constData(), line.mid(equals + 1));
            qputenv("GANTRY_SANDBOX_" + line.left(equals),
                    line.mid(equals + 1)); // so that it comes back with the same keys
        }
        endpoint = qEnvironmentVariable("GANTRY_SANDBOX_ENDPOINT");
    }
    void write(const char *line) { (*m_process)->write(line); } // with --control: a fault
    void kill() { m_process->killNow(); }
    // As a network that is cut: it neither answers nor hangs up, until it is let go on.
    void hold(bool held) { ::kill(pid_t((*m_process)->processId()), held ? SIGSTOP : SIGCONT); }
    void comeBack() { start({QStringLiteral("--port"), QString::number(QUrl(endpoint).port())}); }

    // An encoder Main with A = the first feed and B = the second, where the show has them, and its viewers.
    void addTo(Show &show) const
    {
        Encoder encoder;
        encoder.id = {QStringLiteral("Main")};
        encoder.provider = QStringLiteral("medialive");
        encoder.settings = {{QStringLiteral("region"), QStringLiteral("eu-west-1")},
                            {QStringLiteral("channel"), QStringLiteral("1000001")},
                            {QStringLiteral("endpoint"), endpoint}};
        for (const char *name : {"A", "B"}) {
            const qsizetype index = encoder.inputs.size();
            encoder.inputs.append({QLatin1String(name), index < show.feeds.size() ? show.feeds[index].id : FeedId{}});
        }
        show.encoders.append(encoder);
        Audience audience;
        audience.id = {QStringLiteral("Viewers")};
        audience.provider = QStringLiteral("mux");
        audience.settings = {{QStringLiteral("endpoint"), endpoint}};
        audience.encoder = encoder.id;
        show.audiences.append(audience);
    }

    QString endpoint;

private:
    std::unique_ptr<Process> m_process;
};

} // namespace gantry::ways
