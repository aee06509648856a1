// gantry check SHOW.json: every fault of a show file in one run; with --online what its providers say to it, too.

#include "app/command_line/arguments.h"
#include "app/command_line/online_check.h"
#include "app/command_line/verbs.h"
#include "app/show/show_file.h"
#include "app/show/srt_part.h"

#include <QCoreApplication>

#include <cstdio>

namespace gantry::command_line {

int check(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(
        parser, QStringLiteral("check"),
        Text::tr("Finds every fault of a show file in one run. Prints one line a fault: the place in the file, what "
                 "is wrong, what is allowed. Exits 0 when there is none, 1 otherwise."),
        QStringLiteral("SHOW.json"));
    parser.addOption({QStringLiteral("online"),
                      Text::tr("Asks every provider one question of each kind that the show needs, and says which "
                               "permission is missing. Changes nothing.")});
    if (const auto code = parse(parser, 1))
        return *code;
    const QString path = parser.positionalArguments().at(1);
    const auto show = readShowFile(path);
    if (!show) {
        for (const ShowFault &fault : show.error())
            std::printf("%s\n", fault.text().toLocal8Bit().constData());
        return say(failed, Text::tr("%1: faults found: %2").arg(path).arg(show.error().size()));
    }
    std::printf("%s\n", Text::tr("%1: no faults. “%2”: feeds %3, encoders %4, audiences %5.")
                            .arg(path, show->name)
                            .arg(show->feeds.size())
                            .arg(show->encoders.size())
                            .arg(show->audiences.size())
                            .toLocal8Bit()
                            .constData());
    for (const QString &note : srtNotes(show->feeds))
        std::printf("%s\n", note.toLocal8Bit().constData());
    if (!parser.isSet(QStringLiteral("online")))
        return done;
    std::fflush(stdout);
    const int faults = checkOnline(*show);
    return faults == 0 ? done : say(failed, Text::tr("%1: questions that failed: %2").arg(path).arg(faults));
}

} // namespace gantry::command_line
