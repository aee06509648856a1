// gantry sandbox: the rehearsal cloud alone, for trying other clients against it, and as the process behind a
// rehearsal.

#include "app/command_line/arguments.h"
#include "app/command_line/verbs.h"
#include "app/rooms/sandbox_room.h"
#include "cloud/sandbox/sandbox_fault_script.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <cstdio>
#include <unistd.h>

namespace gantry::command_line {

namespace {

using Output = cloud::SandboxServer::Output;

constexpr qint64 longestScript = 256 * 1024;
constexpr qsizetype longestLine = 64 * 1024;

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("port"), Text::tr("Listen on this port of 127.0.0.1. Default: a free one."),
         QStringLiteral("port")},
        {QStringLiteral("fast"),
         Text::tr("Start, stop and switch in about 2 seconds instead of the provider's usual times.")},
        {QStringLiteral("idle"), Text::tr("Begin with the channels stopped.")},
        {QStringLiteral("input"),
         Text::tr("Where an input's stream comes from: \"A=srt://:9101?mode=listener\". Once for each input."),
         QStringLiteral("NAME=URL")},
        {QStringLiteral("return"),
         Text::tr("Whom to call with what is on air: \"srt://127.0.0.1:9200\"; or \"hls\", to be fetched from the "
                  "address that is printed. With medialive=, mediaconnect= or google= before it. May be given several "
                  "times."),
         QStringLiteral("[CLOUD=]URL")},
        {QStringLiteral("faults"), Text::tr("Go out of order as this script says (JSON)."), QStringLiteral("FILE")},
        {QStringLiteral("control"), Text::tr("Take faults from standard input as well, one JSON object a line.")},
        {QStringLiteral("for"), Text::tr("End after this many seconds."), QStringLiteral("seconds")},
    });
}

std::optional<int> readInputs(const QCommandLineParser &parser, SandboxRoom::Settings &settings)
{
    for (const QString &word : parser.values(QStringLiteral("input"))) {
        const qsizetype equals = word.indexOf(u'=');
        const auto address = media::SrtAddress::parse(word.mid(equals + 1));
        if (equals <= 0 || !address)
            return say(wrongUsage, Text::tr("“%1” is no input. %2")
                                       .arg(word, address ? Text::tr("Write NAME=srt://host:port.")
                                                          : address.error().text() + u' ' + address.error().advice));
        settings.inputs.push_back({word.left(equals), *address});
    }
    if (settings.inputs.empty())
        return std::nullopt;
    settings.cloud.inputs.clear();
    for (const SandboxCarrier::Input &input : settings.inputs)
        settings.cloud.inputs.push_back(input.name);
    return std::nullopt;
}

std::optional<int> readReturns(const QCommandLineParser &parser, SandboxRoom::Settings &settings)
{
    constexpr std::array<std::pair<const char *, Output>, 3> clouds{
        {{"medialive=", Output::MediaLive}, {"mediaconnect=", Output::MediaConnect}, {"google=", Output::Google}}};
    for (const QString &word : parser.values(QStringLiteral("return"))) {
        SandboxRoom::Return one;
        QString url = word;
        for (const auto &[prefix, output] : clouds) {
            if (word.startsWith(QLatin1String(prefix))) {
                one.output = output;
                url = word.mid(qsizetype(qstrlen(prefix)));
            }
        }
        if (url == QLatin1String("hls")) {
            settings.returns.push_back(one);
            continue;
        }
        const auto address = media::SrtAddress::parse(url);
        if (!address || address->mode == media::SrtAddress::Mode::Listener)
            return say(wrongUsage, Text::tr("“%1” is no return. %2")
                                       .arg(word, address ? Text::tr("A return calls a feed that listens.")
                                                          : address.error().text() + u' ' + address.error().advice));
        one.address = *address;
        settings.returns.push_back(one);
    }
    if (!settings.returns.empty() && settings.inputs.empty())
        return say(wrongUsage, Text::tr("--return needs an --input for each feed it may show."));
    return std::nullopt;
}

std::optional<int> readFaults(const QCommandLineParser &parser, SandboxRoom::Settings &settings)
{
    const QString path = parser.value(QStringLiteral("faults"));
    if (path.isEmpty())
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return say(failed, Text::tr("Cannot read %1: %2").arg(path, file.errorString()));
    auto script = cloud::readFaultScript(file.read(longestScript + 1));
    if (!script)
        return say(failed, QStringLiteral("%1: %2. %3").arg(path, script.error().text(), script.error().advice));
    settings.script = *std::move(script);
    return std::nullopt;
}

// Names of their own: the real keys that stand in an operator's environment are never taken, let alone printed.
void readKeys(cloud::SandboxServer::Settings &settings)
{
    settings.accessKey = qgetenv("GANTRY_SANDBOX_AWS_ACCESS_KEY_ID");
    settings.secretKey = qgetenv("GANTRY_SANDBOX_AWS_SECRET_ACCESS_KEY");
    settings.mfaCode = qgetenv("GANTRY_SANDBOX_MFA_CODE");
    settings.muxTokenId = qgetenv("GANTRY_SANDBOX_MUX_TOKEN_ID");
    settings.muxTokenSecret = qgetenv("GANTRY_SANDBOX_MUX_TOKEN_SECRET");
    QFile account(qEnvironmentVariable("GANTRY_SANDBOX_GOOGLE_APPLICATION_CREDENTIALS"));
    if (account.open(QIODevice::ReadOnly))
        settings.googleAccount = account.read(longestScript);
}

std::optional<int> readSettings(const QCommandLineParser &parser, SandboxRoom::Settings &settings)
{
    if (parser.isSet(QStringLiteral("port"))) {
        bool number = false;
        const int port = parser.value(QStringLiteral("port")).toInt(&number);
        if (!number || port < 1 || port > 65535)
            return say(wrongUsage, Text::tr("--port takes a number from 1 to 65535."));
        settings.cloud.port = static_cast<quint16>(port);
    }
    settings.cloud.fast = parser.isSet(QStringLiteral("fast"));
    settings.cloud.running = !parser.isSet(QStringLiteral("idle"));
    readKeys(settings.cloud);
    for (const auto read : {readInputs, readReturns, readFaults}) {
        if (const auto code = read(parser, settings))
            return code;
    }
    return std::nullopt;
}

// Lines of standard input, as they come; the end of it ends nothing.
class ControlLines
{
public:
    explicit ControlLines(SandboxRoom &room) : m_room(room), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { read(); });
    }

private:
    void read()
    {
        std::array<char, 4096> bytes;
        const auto size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (size <= 0) {
            m_notifier.setEnabled(false);
            return;
        }
        m_rest.append(bytes.data(), qsizetype(size));
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
            const QByteArray line = m_rest.left(end).trimmed();
            m_rest.remove(0, end + 1);
            if (line.isEmpty())
                continue;
            if (const QString wrong = m_room.control(line); !wrong.isEmpty())
                say(failed, wrong);
        }
        if (m_rest.size() > longestLine)
            m_rest.clear();
    }

    SandboxRoom &m_room;
    QSocketNotifier m_notifier;
    QByteArray m_rest;
};

} // namespace

int sandbox(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("sandbox"),
             Text::tr("Runs the rehearsal cloud on this machine: a MediaLive channel, a MediaConnect flow and a Live "
                      "Stream channel with inputs A and B, their figures in CloudWatch, and viewers. Prints its "
                      "endpoint and throw-away keys as shell assignments."));
    addOptions(parser);
    if (const auto code = parse(parser, 0))
        return *code;
    SandboxRoom::Settings settings;
    if (const auto code = readSettings(parser, settings))
        return *code;
    double forSeconds = 0;
    if (const auto code = seconds(parser, QStringLiteral("for"), forSeconds))
        return *code;
    endOnSignals();

    SandboxRoom room(std::move(settings));
    if (const auto port = room.start(); !port)
        return say(failed, QStringLiteral("%1. %2").arg(port.error().text(), port.error().advice));
    std::fputs(room.shellAssignments().constData(), stdout);
    std::fflush(stdout);
    std::optional<ControlLines> control;
    if (parser.isSet(QStringLiteral("control"))) {
        control.emplace(room);
        QObject::connect(&room, &SandboxRoom::faultsChanged, &room, [](const QByteArray &json) {
            std::fprintf(stdout, "GANTRY_SANDBOX_FAULTS=%s\n", json.constData());
            std::fflush(stdout);
        });
    }
    if (forSeconds > 0)
        QTimer::singleShot(int(forSeconds * 1000), &application, [] { QCoreApplication::exit(done); });
    return QCoreApplication::exec();
}

} // namespace gantry::command_line
