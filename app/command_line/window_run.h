#pragma once
// The life of a windowed verb: the options all of them share, and how long it runs.

#include <QCommandLineParser>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

class QApplication;

namespace gantry {
class RoomWindow;
}

namespace gantry::command_line {

struct WindowOptions
{
    double forSeconds = 0; // 0: until the windows are closed
    QString screenshots;   // a folder; empty: none
};

// --for, --screenshots, --font-scale. Before parse().
void addWindowOptions(QCommandLineParser &parser);
// After parse(); applies the theme and the font scale. An exit code when something is wrong.
std::optional<int> readWindowOptions(const QCommandLineParser &parser, QApplication &application,
                                     WindowOptions &options);

// Runs until the windows are closed, a signal comes, or the time is over; takes the screenshots just before the end.
// `windows` is asked at that moment.
int runWindows(const WindowOptions &options, const std::function<QList<RoomWindow *>()> &windows);

} // namespace gantry::command_line
