// gantry drill: rehearses a failover plan with a scripted fault and prints when it was detected, decided, done and
// seen.

#include "app/command_line/arguments.h"
#include "app/command_line/verbs.h"
#include "app/rooms/drill_room.h"
#include "app/show/show_file.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>

namespace gantry::command_line {

namespace {

void print(const QByteArray &text)
{
    std::printf("%s\n", text.constData());
    std::fflush(stdout);
}

int report(const DrillTimeline *timeline, const QString &why, bool json)
{
    if (json && timeline) {
        QJsonObject object = timeline->json();
        if (!why.isEmpty())
            object.insert(QStringLiteral("why"), why);
        print(QJsonDocument(object).toJson().trimmed());
    } else if (timeline) {
        for (const QString &line : timeline->table())
            print(line.toLocal8Bit());
    }
    if (why.isEmpty())
        return done;
    return say(failed, Text::tr("The switch was not seen. %1", "why").arg(why));
}

} // namespace

int drill(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // no window
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("drill"),
             Text::tr("Rehearses a failover plan: on test feeds and a sandbox cloud the sender of the first input is "
                      "killed. Prints when that was detected, decided, sent, confirmed and seen on the return. Exit 1 "
                      "when the switch was not seen."));
    parser.addOptions({
        {QStringLiteral("plan"),
         Text::tr("A plan in a file of its own, for the encoder Main with the inputs A (CAM 1) and B (CAM 2). Usual: "
                  "the rehearsal's."),
         QStringLiteral("FILE.json")},
        {QStringLiteral("json"), Text::tr("Print JSON instead of a table.")},
        {QStringLiteral("keep"), Text::tr("Keep the session of the drill in this file, to replay it."),
         QStringLiteral("FILE.gantry")},
        {QStringLiteral("within"), Text::tr("How long to wait from the fault to the picture. Usual: 60."),
         QStringLiteral("SECONDS"), QStringLiteral("60")},
    });
    if (const auto code = parse(parser, 0))
        return *code;
    double within = 60;
    if (const auto code = seconds(parser, QStringLiteral("within"), within))
        return *code;
    const QTemporaryDir folder;
    DrillRoom::Settings settings;
    settings.patience = std::chrono::ceil<std::chrono::seconds>(std::chrono::duration<double>(within));
    settings.sessionPath = parser.isSet(QStringLiteral("keep")) ? parser.value(QStringLiteral("keep"))
                                                                   : folder.filePath(QStringLiteral("drill.gantry"));
    if (const QString path = parser.value(QStringLiteral("plan")); !path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return say(failed, Text::tr("Cannot read %1: %2.").arg(path, file.errorString()));
        settings.plan = file.read(maxShowBytes + 1);
        if (settings.plan.isEmpty())
            return say(failed, Text::tr("%1 is empty.").arg(path));
    }
    endOnSignals();

    DrillRoom room(std::move(settings));
    const bool json = parser.isSet(QStringLiteral("json"));
    std::optional<QString> result;
    // What a person reads while they wait goes beside what a program reads.
    QObject::connect(&room, &DrillRoom::said, &application,
                     [](const QString &sentence) { std::fprintf(stderr, "%s\n", sentence.toLocal8Bit().constData()); });
    QObject::connect(&room, &DrillRoom::ended, &application, [&](const QString &why) {
        result = why;
        QCoreApplication::quit();
    });
    QMetaObject::invokeMethod(&room, &DrillRoom::start, Qt::QueuedConnection);
    QGuiApplication::exec();
    return report(room.timeline(), result.value_or(Text::tr("The drill was ended before that.")), json);
}

} // namespace gantry::command_line
