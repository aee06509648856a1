#include "architecture/source_rules.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace gantry::architecture {

namespace {

constexpr qsizetype maxLines = 400;

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromLatin1(text));
}

bool matches(const char *expression, const QString &text)
{
    return pattern(expression).match(text).hasMatch();
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, 0);
}

// Whoever includes a header that matches `header` stands where `allowed` says.
struct IncludeRule
{
    const char *header;
    const char *allowed;
    const char *rule;
};

constexpr std::array includeRules{
    IncludeRule{"^app/", "^app/", "only app includes app"},
    IncludeRule{"^media/(frame/|feed_sample\\.h$)", "^(app|media|widgets)/", "cloud includes nothing of media"},
    IncludeRule{"^media/(?!frame/|feed_sample\\.h$)", "^(app|media)/",
                "of media, widgets includes frames and samples only, and cloud nothing"},
    IncludeRule{"^cloud/", "^(app|cloud)/", "only app includes cloud"},
    IncludeRule{"^widgets/", "^(app|widgets)/", "only app includes widgets"},
    IncludeRule{"\\.cpp$", "^$", "nobody includes a .cpp file"},
    IncludeRule{"^lib(av|sw|postproc)\\w*/", "^media/.*\\.cpp$", "FFmpeg headers are for .cpp files of media"},
    IncludeRule{"^(srt/|srt\\.h$)", "^media/.*\\.cpp$", "libsrt headers are for .cpp files of media"},
    IncludeRule{"ebur128\\.h$", "^media/.*\\.cpp$", "libebur128 headers are for .cpp files of media"},
    IncludeRule{"^Q(Audio(Device|Format|Sink|Source)|MediaDevices)$", "^media/output/.*\\.cpp$",
                "Qt Multimedia is for .cpp files of media/output"},
    IncludeRule{"^sqlite3", "^app/session/database\\.cpp$", "SQLite is for app/session/database.cpp"},
    IncludeRule{"(?i)qcustomplot", "^widgets/.*\\.cpp$", "QCustomPlot is for .cpp files of widgets"},
    IncludeRule{"QHttpServer|QAbstractHttpServer|keychain", "^cloud/.*\\.cpp$",
                "HTTP servers and keychains are for .cpp files of cloud"},
    IncludeRule{"QNetworkAccessManager$", "^(cloud|app/rooms)/.*\\.cpp$",
                "QNetworkAccessManager is for .cpp files of cloud and of app/rooms"},
    IncludeRule{"QNetwork(Reply|Request)$", "^cloud/.*\\.cpp$", "requests and replies are for .cpp files of cloud"},
    IncludeRule{"^QDBus", "^app/windows/.*\\.cpp$", "D-Bus is for .cpp files of app/windows"},
    IncludeRule{"^openssl/", "^cloud/.*\\.cpp$", "OpenSSL headers are for .cpp files of cloud"},
};

// What each folder may use of Qt.
const QHash<QString, QStringList> &qtOf()
{
    static const QHash<QString, QStringList> table{
        {u"media"_s, {u"QtCore"_s, u"QtGui"_s, u"QtMultimedia"_s, u"QtOpenGL"_s}},
        {u"cloud"_s, {u"QtCore"_s, u"QtNetwork"_s, u"QtWebSockets"_s, u"QtHttpServer"_s}},
        {u"widgets"_s, {u"QtCore"_s, u"QtGui"_s, u"QtOpenGL"_s, u"QtOpenGLWidgets"_s, u"QtWidgets"_s}},
        {u"app"_s, {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtNetwork"_s, u"QtDBus"_s}},
    };
    return table;
}

const QHash<QString, QStringList> &linksOf()
{
    static const QHash<QString, QStringList> table{
        {u"gantry_media"_s,
         {u"Qt6::Core"_s, u"Qt6::Gui"_s, u"Qt6::Multimedia"_s, u"Qt6::OpenGL"_s, u"PkgConfig::FFMPEG"_s,
          u"PkgConfig::SRT"_s, u"PkgConfig::EBUR128"_s, u"Threads::Threads"_s, u"tl::expected"_s}},
        {u"gantry_cloud"_s,
         {u"Qt6::Core"_s, u"Qt6::Network"_s, u"Qt6::WebSockets"_s, u"Qt6::HttpServer"_s, u"OpenSSL::Crypto"_s,
          u"OpenSSL::SSL"_s, u"Qt6Keychain::Qt6Keychain"_s, u"tl::expected"_s}},
        // QCustomPlot's own headers need PrintSupport.
        {u"gantry_widgets"_s,
         {u"gantry_media"_s, u"Qt6::Widgets"_s, u"Qt6::OpenGL"_s, u"Qt6::OpenGLWidgets"_s, u"Qt6::PrintSupport"_s,
          u"QCustomPlotQt6::QCustomPlotQt6"_s}},
        {u"gantry_app"_s,
         {u"gantry_media"_s, u"gantry_cloud"_s, u"gantry_widgets"_s, u"SQLite::SQLite3"_s, u"Qt6::DBus"_s}},
        {u"gantry"_s, {u"gantry_app"_s}},
    };
    return table;
}

// Something that may not be written in files that match `where` (and not `except`).
struct CodeRule
{
    const char *code;
    const char *where;
    const char *except;
    const char *rule;
};

constexpr std::array waitRules{
    CodeRule{"QThread::[mu]?sleep|this_thread::sleep|\\bu?sleep\\s*\\(|nanosleep|QTest::qSleep|QTest::qWait\\s*\\(",
             "^tests/", "^tests/ways/", "tests take their time from a clock and sleep nowhere outside tests/ways"},
    CodeRule{"BlockingQueuedConnection", "^(app|widgets)/", "^$",
             "the UI thread waits for nothing: no blocking connections"},
    CodeRule{"\\bQEventLoop\\b|\\bprocessEvents\\b", "^(app|widgets)/", "^$", "no nested event loops"},
    CodeRule{"\\bQ(MessageBox|InputDialog|FileDialog)::(get|save|question|warning|critical|information|about)",
             "^(app|widgets)/", "^$", "no dialogs that start an event loop of their own"},
};

constexpr std::array nameRules{
    CodeRule{"\\b(class|struct)\\s+(?!Q[A-Z])\\w*(Manager|Helper|Utils|Handler|Controller)\\b", "", "^$",
             "names are nouns of the trade: no Manager, Helper, Utils, Handler, Controller"},
    CodeRule{"\\bstatic\\b[^;{}()=]*\\binstance\\s*\\(|\\bQ_GLOBAL_STATIC", "", "^$", "no singletons"},
};

template <typename Rules>
QList<Breach> codeBreaches(const SourceFile &file, const Rules &rules)
{
    QList<Breach> breaches;
    const QStringList lines = codeOnly(file.text).split(u'\n');
    for (const CodeRule &rule : rules) {
        if (!matches(rule.where, file.path) || matches(rule.except, file.path))
            continue;
        const auto forbidden = pattern(rule.code);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (forbidden.match(lines[i]).hasMatch())
                breaches.append({file.path, int(i) + 1, QString::fromLatin1(rule.rule)});
        }
    }
    return breaches;
}

QString qtBreach(const QString &folder, const QString &header, const QtModules &modules)
{
    const QString module = header.startsWith(u"Qt") && header.contains(u'/') ? folderOf(header) : modules.value(header);
    if (module.isEmpty() || qtOf().value(folder).contains(module))
        return {};
    return u"%1 does not use %2"_s.arg(folder, module);
}

} // namespace

QString Breach::text() const
{
    return u"%1:%2: %3"_s.arg(path, QString::number(line), rule);
}

QtModules qtModulesIn(const QString &includeFolder)
{
    QtModules modules;
    const QDir root(includeFolder);
    for (const QString &module : root.entryList({u"Qt*"_s}, QDir::Dirs)) {
        for (const QString &header : QDir(root.filePath(module)).entryList({u"Q*"_s}, QDir::Files)) {
            // Some small headers are installed with several modules; the lowest one counts.
            if (!modules.contains(header) || module == u"QtCore")
                modules.insert(header, module);
        }
    }
    return modules;
}

QList<Breach> includeBreaches(const SourceFile &file, const QtModules &modules)
{
    static const auto include = pattern("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
    QList<Breach> breaches;
    const QStringList lines = file.text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = include.match(lines[i]);
        if (!match.hasMatch())
            continue;
        const QString header = match.captured(1);
        const auto say = [&](const QString &rule) {
            breaches.append({file.path, int(i) + 1, u"%1 (%2)"_s.arg(rule, header)});
        };
        for (const IncludeRule &rule : includeRules) {
            if (matches(rule.header, header) && !matches(rule.allowed, file.path))
                say(QString::fromLatin1(rule.rule));
        }
        if (const QString breach = qtBreach(folderOf(file.path), header, modules); !breach.isEmpty())
            say(breach);
    }
    return breaches;
}

QList<Breach> nameBreaches(const SourceFile &file)
{
    QList<Breach> breaches = codeBreaches(file, nameRules);
    if (matches("(?i)(manager|helper|utils?|handler|controller)", file.path.section(u'/', -1)))
        breaches.append({file.path, 0, QString::fromLatin1(nameRules[0].rule)});
    return breaches;
}

QList<Breach> lengthBreaches(const SourceFile &file)
{
    const qsizetype lines = file.text.count(u'\n');
    if (lines <= maxLines)
        return {};
    return {{file.path, int(lines), u"a file of more than %1 lines is asking to be two"_s.arg(maxLines)}};
}

QList<Breach> waitBreaches(const SourceFile &file)
{
    return codeBreaches(file, waitRules);
}

QList<Breach> linkBreaches(const QString &line)
{
    const QString target = line.section(u' ', 0, 0);
    if (!linksOf().contains(target))
        return {{target, 0, u"a target of this name is not in the table"_s}};
    QList<Breach> breaches;
    for (const QString &library : line.section(u' ', 1).split(u';', Qt::SkipEmptyParts)) {
        // CMake marks libraries that another folder has added: "::@(0x55…)".
        if (!library.startsWith(u"::@") && !linksOf().value(target).contains(library))
            breaches.append({target, 0, u"%1 does not link %2"_s.arg(target, library)});
    }
    return breaches;
}

QList<Breach> libraryBreaches(const QString &ldd)
{
    QSet<QString> found;
    for (auto each = pattern("\\blibsrt[-\\w]*\\.so[.\\d]*").globalMatch(ldd); each.hasNext();)
        found.insert(each.next().captured());
    if (found.size() == 1)
        return {};
    QStringList names(found.cbegin(), found.cend());
    names.sort();
    return {{u"gantry"_s, 0,
             u"a program has exactly one libsrt, this one has %1 (%2)"_s.arg(found.size()).arg(names.join(u", "_s))}};
}

} // namespace gantry::architecture
