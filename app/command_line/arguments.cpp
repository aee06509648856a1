#include "app/command_line/arguments.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSocketNotifier>
#include <QTranslator>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace gantry::command_line {

namespace {

// The program's own language first, then Qt's words ("Close") in it. What the sources say is English but for plurals.
bool speak(const QString &language)
{
    const QLocale locale(language);
    const bool english = locale.language() == QLocale::English || language.isEmpty() || language == QLatin1String("C");
    auto *own = new QTranslator(qApp);
    if (!own->load(english ? QLocale(QLocale::English) : locale, QStringLiteral("gantry"), QStringLiteral("_"),
                   QStringLiteral(":/i18n")))
        return false;
    QCoreApplication::installTranslator(own);
    if (english)
        return true;
    auto *qt = new QTranslator(qApp);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    QLocale::setDefault(locale);
    return true;
}

int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    static_cast<void>(!::write(signalPipe[1], &byte, 1));
}

} // namespace

void describe(QCommandLineParser &parser, const QString &verb, const QString &summary, const QString &positional)
{
    parser.setApplicationDescription(summary);
    parser.addHelpOption();
    parser.addOption({QStringLiteral("language"), Text::tr("The language to speak: en, de. Default: the desktop's."),
                      QStringLiteral("code")});
    parser.addPositionalArgument(verb, summary, positional.isEmpty() ? verb : verb + QLatin1Char(' ') + positional);
}

std::optional<int> parse(QCommandLineParser &parser, int positionals)
{
    if (!parser.parse(QCoreApplication::arguments()))
        return say(wrongUsage, parser.errorText());
    const bool chosen = parser.isSet(QStringLiteral("language"));
    const QString language = chosen ? parser.value(QStringLiteral("language")) : QLocale::system().name();
    if (!speak(language) && chosen) {
        return say(wrongUsage, Text::tr("There is no language “%1”. There are en and de.").arg(language));
    }
    if (parser.isSet(QStringLiteral("help"))) {
        std::fputs(parser.helpText().toLocal8Bit().constData(), stdout);
        return done;
    }
    const auto given = parser.positionalArguments().size() - 1;
    if (positionals >= 0 && given != positionals) {
        return say(wrongUsage,
                   Text::tr("Words expected behind the verb: %1, found: %2. See --help.").arg(positionals).arg(given));
    }
    return std::nullopt;
}

std::optional<int> seconds(const QCommandLineParser &parser, const QString &option, double &value)
{
    if (!parser.isSet(option))
        return std::nullopt;
    bool number = false;
    value = parser.value(option).toDouble(&number);
    if (number && value > 0 && value <= 7 * 24 * 3600.0)
        return std::nullopt;
    return say(wrongUsage, Text::tr("--%1 takes a number of seconds above 0, at most a week; not “%2”.")
                               .arg(option, parser.value(option)));
}

std::optional<int> findDisplay(int argc, char **argv)
{
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return std::nullopt;
    }
    const auto asks = [&](const char *option) {
        return std::any_of(argv, argv + argc,
                           [&](const char *word) { return std::strncmp(word, option, std::strlen(option)) == 0; });
    };
    if (!asks("--help") && !asks("--screenshots"))
        return say(failed,
                   Text::tr("There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). To look all the same: "
                            "gantry rehearse --for 12 --screenshots FOLDER"));
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::nullopt;
}

int say(int code, const QString &line)
{
    std::fprintf(stderr, "gantry: %s\n", line.toLocal8Bit().constData());
    return code;
}

void endOnSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, [] {
        QCoreApplication::exit(done); // not quit(): a window that stays open would refuse it
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

} // namespace gantry::command_line
