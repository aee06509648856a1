// gantry sandbox: the rehearsal cloud alone, for trying other clients against it.

#include "app/command_line/arguments.h"
#include "app/command_line/verbs.h"
#include "cloud/sandbox/sandbox_server.h"

#include <QCoreApplication>

#include <cstdio>

namespace gantry::command_line {

int sandbox(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("sandbox"),
             Text::tr("Runs the rehearsal cloud on this machine: one MediaLive "
                      "channel with inputs A and B, and viewer figures. Prints "
                      "its endpoint and throw-away keys as shell assignments."));
    parser.addOption({QStringLiteral("port"), Text::tr("Listen on this port of 127.0.0.1. Default: a free one."),
                      QStringLiteral("port")});
    parser.addOption({QStringLiteral("fast"),
                      Text::tr("Start, stop and switch in about 2 seconds instead of the provider's usual times.")});
    parser.addOption({QStringLiteral("idle"), Text::tr("Begin with the channel stopped.")});
    if (const auto code = parse(parser, 0))
        return *code;

    cloud::SandboxServer::Settings settings;
    if (parser.isSet(QStringLiteral("port"))) {
        bool number = false;
        const int port = parser.value(QStringLiteral("port")).toInt(&number);
        if (!number || port < 1 || port > 65535)
            return say(wrongUsage, Text::tr("--port takes a number from 1 to 65535."));
        settings.port = static_cast<quint16>(port);
    }
    settings.fast = parser.isSet(QStringLiteral("fast"));
    settings.running = !parser.isSet(QStringLiteral("idle"));
    // Names of their own: the real keys that stand in an operator's environment are never taken, let alone printed.
    settings.accessKey = qgetenv("GANTRY_SANDBOX_AWS_ACCESS_KEY_ID");
    settings.secretKey = qgetenv("GANTRY_SANDBOX_AWS_SECRET_ACCESS_KEY");
    settings.muxTokenId = qgetenv("GANTRY_SANDBOX_MUX_TOKEN_ID");
    settings.muxTokenSecret = qgetenv("GANTRY_SANDBOX_MUX_TOKEN_SECRET");
    endOnSignals();

    cloud::SandboxServer server(settings);
    if (const auto port = server.start(); !port)
        return say(failed, QStringLiteral("%1. %2").arg(port.error().text(), port.error().advice));
    std::fputs(server.shellAssignments().constData(), stdout);
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace gantry::command_line
