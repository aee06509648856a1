// gantry without a word: the start window.

#include "app/command_line/arguments.h"
#include "app/command_line/verbs.h"
#include "app/rooms/live_room.h"
#include "app/rooms/machine_survey.h"
#include "app/windows/start_window.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QProcess>

namespace gantry::command_line {

int start(int &argc, char **argv)
{
    if (const auto code = findDisplay(argc, argv))
        return *code;
    QApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QString(), Text::tr("Opens the start window."));
    if (const auto code = parse(parser, -1))
        return *code;
    widgets::applyTheme(application);
    endOnSignals();
    StartWindow window(sessionsFolder());
    MachineSurvey survey(sessionsFolder());
    QObject::connect(&survey, &MachineSurvey::changed, &window,
                     [&] { window.setReadiness(readiness(survey.facts())); });
    survey.start();
    int result = done;
    QObject::connect(&window, &StartWindow::chosen, &application, [&](QStringList verb) {
        if (const QString language = parser.value(QStringLiteral("language")); !language.isEmpty())
            verb << QStringLiteral("--language") << language;
        // A program of its own: a room is one process, and this window has nothing more to do.
        if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), verb))
            result = say(failed, Text::tr("Cannot start %1.").arg(QCoreApplication::applicationFilePath()));
        QCoreApplication::quit();
    });
    window.show();
    QApplication::exec();
    return result;
}

} // namespace gantry::command_line
