#include "app/command_line/window_run.h"

#include "app/command_line/arguments.h"
#include "app/windows/room_window.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QTimer>

namespace gantry::command_line {

namespace {

// One PNG a window, named after it in English whatever the language: "wall.png".
int takeScreenshots(const QString &folder, const QList<RoomWindow *> &windows)
{
    for (RoomWindow *window : windows) {
        const QString path = QDir(folder).filePath(window->objectName() + QStringLiteral(".png"));
        if (!window->grab().save(path))
            return say(failed,
                       Text::tr("Cannot write the screenshot %1: is there space, and may you write there?").arg(path));
    }
    return done;
}

} // namespace

void addWindowOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("for"), Text::tr("End after this many seconds."), QStringLiteral("seconds")},
        {QStringLiteral("screenshots"),
         Text::tr("Write a picture of every window into this folder just before the end; works without a display."),
         QStringLiteral("folder")},
        {QStringLiteral("font-scale"), Text::tr("Letters this much larger: 1 to 2."), QStringLiteral("factor")},
    });
}

std::optional<int> readWindowOptions(const QCommandLineParser &parser, QApplication &application,
                                     WindowOptions &options)
{
    if (const auto code = seconds(parser, QStringLiteral("for"), options.forSeconds))
        return code;
    options.screenshots = parser.value(QStringLiteral("screenshots"));
    if (!options.screenshots.isEmpty()) {
        if (!QDir().mkpath(options.screenshots))
            return say(failed, Text::tr("Cannot make the folder %1.").arg(options.screenshots));
        if (options.forSeconds == 0)
            options.forSeconds = 5;
    }
    double scale = 1;
    if (parser.isSet(QStringLiteral("font-scale"))) {
        bool number = false;
        scale = parser.value(QStringLiteral("font-scale")).toDouble(&number);
        if (!number || scale < 1 || scale > 2)
            return say(wrongUsage, Text::tr("--font-scale takes a number from 1 to 2."));
    }
    // Without a display, Qt's stand-in for one complains about every window it cannot size.
    if (QGuiApplication::platformName() == QLatin1String("offscreen"))
        QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    widgets::applyTheme(application);
    if (scale != 1) {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * scale);
        QApplication::setFont(font);
        widgets::applyTheme(application);
    }
    return std::nullopt;
}

int runWindows(const WindowOptions &options, const std::function<QList<RoomWindow *>()> &windows)
{
    int result = done;
    if (options.forSeconds > 0) {
        QTimer::singleShot(static_cast<int>(options.forSeconds * 1000), qApp, [&] {
            if (!options.screenshots.isEmpty())
                result = takeScreenshots(options.screenshots, windows());
            QCoreApplication::exit(result); // not quit(): a window that stays open would refuse it
        });
    }
    const int code = QApplication::exec();
    return code != 0 ? code : result;
}

} // namespace gantry::command_line
