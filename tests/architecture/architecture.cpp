// Fails on an include, a link or a name that the plan of the house does not have.

#include "architecture/source_rules.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace gantry::architecture;
using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(GANTRY_ROOT);

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<SourceFile> sourcesIn(const QStringList &folders)
{
    QList<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator each(root + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            files.append({path.mid(root.size() + 1), contentsOf(path)});
        }
    }
    return files;
}

QList<SourceFile> ours()
{
    return sourcesIn({u"app"_s, u"media"_s, u"cloud"_s, u"widgets"_s});
}
QList<SourceFile> oursAndTests()
{
    return ours() + sourcesIn({u"tests"_s});
}

QByteArray told(const QList<Breach> &breaches)
{
    QStringList lines;
    for (const Breach &breach : breaches)
        lines.append(breach.text());
    lines.sort();
    return lines.join(u'\n').toUtf8();
}

const QtModules &modules()
{
    static const QtModules all = qtModulesIn(QStringLiteral(GANTRY_QT_HEADERS));
    return all;
}

// The breaches of one line of code in one file.
int found(const QString &path, const QString &line)
{
    const SourceFile file{path, u"// first line\n%1\n"_s.arg(line)};
    const QList<Breach> breaches = includeBreaches(file, modules()) + nameBreaches(file) + waitBreaches(file);
    for (const Breach &breach : breaches) {
        if (breach.line != 2 && breach.line != 0)
            return -1;
    }
    return int(breaches.size());
}

} // namespace

class ArchitectureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIncludeFollowsAnArrow()
    {
        QVERIFY(modules().value(u"QLabel"_s) == u"QtWidgets");
        QList<Breach> breaches;
        for (const SourceFile &file : ours())
            breaches += includeBreaches(file, modules());
        QVERIFY2(breaches.isEmpty(), told(breaches));
    }

    void everyTargetLinksWhatTheTableSays()
    {
        QList<Breach> breaches;
        const QStringList lines = contentsOf(QStringLiteral(GANTRY_LINKS)).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() >= 4);
        for (const QString &line : lines)
            breaches += linkBreaches(line);
        QVERIFY2(breaches.isEmpty(), told(breaches));
    }

    void everyNameIsANounOfTheTrade()
    {
        QList<Breach> breaches;
        for (const SourceFile &file : oursAndTests())
            breaches += nameBreaches(file);
        QVERIFY2(breaches.isEmpty(), told(breaches));
    }

    void noFileIsLongerThanOneIdea()
    {
        QList<Breach> breaches;
        for (const SourceFile &file : oursAndTests())
            breaches += lengthBreaches(file);
        QVERIFY2(breaches.isEmpty(), told(breaches));
    }

    void nobodyWaitsWhereNobodyMay()
    {
        QList<Breach> breaches;
        for (const SourceFile &file : oursAndTests())
            breaches += waitBreaches(file);
        QVERIFY2(breaches.isEmpty(), told(breaches));
    }

    void theProgramHasOneLibsrt()
    {
        const QString program = QStringLiteral(GANTRY_PROGRAM);
        if (program.isEmpty() || !QFile::exists(program))
            QSKIP("gantry has not been built");
        QProcess ldd;
        ldd.start(u"ldd"_s, {program});
        QVERIFY(ldd.waitForFinished());
        QVERIFY2(libraryBreaches(QString::fromUtf8(ldd.readAllStandardOutput())).isEmpty(),
                 "gantry has not exactly one libsrt");
    }

    void aPlantedBreachIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *path, const char *line) {
            QTest::newRow(line) << QString::fromLatin1(path) << QString::fromLatin1(line);
        };
        row("media/a.cpp", "#include \"app/show/show.h\"");
        row("widgets/a.cpp", "#include \"cloud/command.h\"");
        row("widgets/a.cpp", "#include \"media/input/srt_address.h\"");
        row("cloud/a.cpp", "#include \"media/feed_sample.h\"");
        row("cloud/a.cpp", "  #  include <QtWidgets/QLabel>");
        row("media/a.cpp", "#include <QLabel>");
        row("media/measure/a.cpp", "#include <QAudioSink>");
        row("media/a.cpp", "#include <QTcpSocket>");
        row("app/a.cpp", "#include <QSqlDatabase>");
        row("media/a.h", "#include <libavcodec/avcodec.h>");
        row("app/a.cpp", "#include <srt/srt.h>");
        row("app/session/session_writer.cpp", "#include <sqlite3.h>");
        row("widgets/a.h", "#include <qcustomplot.h>");
        row("app/control/a.cpp", "#include <QNetworkAccessManager>");
        row("cloud/a.h", "#include <qt6keychain/keychain.h>");
        row("app/a.cpp", "#include \"app/main.cpp\"");
        row("app/feed_manager.h", "int a;");
        row("app/a.h", "class FeedController");
        row("app/a.h", "    static Feeds &instance();");
        row("app/a.cpp", "QEventLoop loop;");
        row("widgets/a.cpp", "QCoreApplication::processEvents();");
        row("app/a.cpp", "connect(a, b, c, d, Qt::BlockingQueuedConnection);");
        row("app/a.cpp", "QMessageBox::warning(this, a, b);");
        row("tests/app/a.cpp", "QThread::msleep(5);");
        row("tests/app/a.cpp", "std::this_thread::sleep_for(5ms);");
        row("tests/app/a.cpp", "QTest::qWait(500);");
    }

    void aPlantedBreachIsFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QVERIFY(found(path, line) > 0);
    }

    void whatThePlanAllowsIsNotFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *path, const char *line) {
            QTest::newRow(line) << QString::fromLatin1(path) << QString::fromLatin1(line);
        };
        row("media/a.cpp", "#include <libavcodec/avcodec.h>");
        row("widgets/a.cpp", "#include \"media/frame/frame_slot.h\"");
        row("app/a.cpp", "#include \"cloud/command.h\"");
        row("app/rooms/a.cpp", "#include <QNetworkAccessManager>");
        row("app/session/database.cpp", "#include <sqlite3.h>");
        row("app/a.h", "class QNetworkAccessManager;");
        row("app/a.cpp", "// processEvents would be wrong here");
        row("app/a.cpp", "const char *text = \"QEventLoop\";");
        row("tests/ways/a.cpp", "QThread::msleep(5);");
        row("tests/app/a.cpp", "QTRY_COMPARE(a, b);");
        row("tests/app/a.cpp", "auto a = R\"x(sleep(5))x\";");
    }

    void whatThePlanAllowsIsNotFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QCOMPARE(found(path, line), 0);
    }

    void aLinkThatIsNotInTheTableIsFound()
    {
        QCOMPARE(told(linkBreaches(u"gantry_media Qt6::Core;::@(0x1);Qt6::Widgets"_s)),
                 QByteArray("gantry_media:0: gantry_media does not link Qt6::Widgets"));
        QCOMPARE(linkBreaches(u"gantry_misc Qt6::Core"_s).size(), 1);
        QCOMPARE(linkBreaches(u"gantry gantry_app"_s).size(), 0);
    }

    void aFileOf401LinesIsFound()
    {
        QCOMPARE(lengthBreaches({u"app/a.cpp"_s, u"\n"_s.repeated(400)}).size(), 0);
        QCOMPARE(lengthBreaches({u"app/a.cpp"_s, u"\n"_s.repeated(401)}).size(), 1);
    }

    void aSecondLibsrtIsFound()
    {
        const QString one = u"\tlibsrt-gnutls.so.1.5 => /lib/libsrt-gnutls.so.1.5 (0x1)\n"_s;
        QCOMPARE(libraryBreaches(one).size(), 0);
        QCOMPARE(libraryBreaches(one + u"\tlibsrt.so.1.5 => /lib/libsrt.so.1.5 (0x2)\n"_s).size(), 1);
        QCOMPARE(libraryBreaches(QString()).size(), 1);
    }
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "architecture.moc"
