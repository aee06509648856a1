#pragma once
// What all verbs share of the command line: how an option is refused, which language is spoken, how a program ends.

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QString>

#include <optional>

namespace gantry::command_line {

// What the command line says to people: Text::tr("…").
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::command_line)
};

inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int wrongUsage = 2;

// Adds --help, --language and the verb itself (so that it shows in the help), with `positional` behind it: "SHOW.json".
void describe(QCommandLineParser &parser, const QString &verb, const QString &summary, const QString &positional = {});

// Parses, answers --help, sets the language. Returns an exit code when the program is to end now. `positionals`: how
// many words must stand behind the verb.
std::optional<int> parse(QCommandLineParser &parser, int positionals);

// "--for 12": a number of seconds above 0. An error is said on stderr.
std::optional<int> seconds(const QCommandLineParser &parser, const QString &option, double &value);

// Before the application object of a verb with windows. Without a display only --help and --screenshots work; an exit
// code says that neither was asked for.
std::optional<int> findDisplay(int argc, char **argv);

// One line on stderr.
int say(int code, const QString &line);

// SIGINT and SIGTERM end the event loop, so that a session is closed with a goodbye. SIGPIPE and SIGXFSZ are errors of
// a write, not of the program. After the application object is made.
void endOnSignals();

} // namespace gantry::command_line
