// The viewer's view: an HLS return feed from a packager and a web server into the program, on the command line and in a
// show.

#include "tests/ways/stage.h"

#include "app/session/session_reader.h"
#include "app/show/show_file.h"
#include "support/url_stage.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace gantry;
using namespace gantry::ways;
using namespace gantry::media::loopback;

class ReturnFeed : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Clips> m_clips;

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        return environment;
    }
    // A packager that asks every request for its signature.
    ScriptedServer::Script signedFeed() const
    {
        return http([feed = GrowingFeed(*m_clips, Clips::seconds - 1)](const QByteArray &path) {
            if (path.contains("m3u8") && !path.contains("token=canary"))
                return HttpAnswer{{}, "403 Forbidden", {}};
            return feed(path);
        });
    }

private Q_SLOTS:
    void initTestCase() { m_clips = std::make_unique<Clips>(); }

    void probePrintsTheFiguresOfALivePlaylist()
    {
        ScriptedServer server(signedFeed());
        const QString url = server.url(QStringLiteral("/live.m3u8?token=canary"));
        Process probe(QStringLiteral(GANTRY_PROGRAM),
                      {QStringLiteral("probe"), url, QStringLiteral("--for"), QStringLiteral("5")}, environment());
        QVERIFY(probe->waitForFinished(30'000));
        const QByteArray out = probe->readAllStandardOutput();
        const QByteArray err = probe->readAllStandardError();
        QVERIFY2(probe->exitCode() == 0, err.constData());
        const QJsonObject last = QJsonDocument::fromJson(out.trimmed().split('\n').last()).object();
        QCOMPARE(last[QStringLiteral("link_state")].toString(), QStringLiteral("connected"));
        QCOMPARE(last[QStringLiteral("picture_state")].toString(), QStringLiteral("live"));
        QCOMPARE(last[QStringLiteral("picture_width")].toInt(), 320);
        QCOMPARE(last[QStringLiteral("audio_present")].toBool(), true);
        QVERIFY(!(out + err).contains("canary"));
    }
    void probeSaysWhyAndExits1()
    {
        ScriptedServer server(signedFeed());
        Process probe(QStringLiteral(GANTRY_PROGRAM),
                      {QStringLiteral("probe"), server.url(QStringLiteral("/live.m3u8?token=other-canary")),
                       QStringLiteral("--for"), QStringLiteral("2")},
                      environment());
        QVERIFY(probe->waitForFinished(30'000));
        QCOMPARE(probe->exitCode(), 1);
        const QByteArray err = probe->readAllStandardError();
        QVERIFY2(err.contains("HTTP 403") && err.count('\n') == 1 && !err.contains("canary"), err.constData());
    }
    void aShowWithAReturnFeedOpensAndItsSecretStaysOutOfTheSession()
    {
        ScriptedServer server(signedFeed());
        const QString path = m_folder.filePath(QStringLiteral("return.json"));
        Show show;
        show.name = QStringLiteral("Return");
        Feed feed;
        feed.id = {QStringLiteral("Viewers")};
        feed.url = urlOf(server.url(QStringLiteral("/live.m3u8")));
        feed.passphrase = {Secret::Store::Environment, QStringLiteral("RETURN_QUERY")};
        show.feeds = {feed};
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeShow(show));
        file.close();
        QProcessEnvironment signedEnvironment = environment();
        signedEnvironment.insert(QStringLiteral("RETURN_QUERY"), QStringLiteral("?token=canary"));
        Process open(QStringLiteral(GANTRY_PROGRAM),
                     {QStringLiteral("open"), path, QStringLiteral("--for"), QStringLiteral("6")}, signedEnvironment);
        QVERIFY(open->waitForFinished(60'000));
        QVERIFY2(open->exitCode() == 0, open->readAllStandardError().constData());
        const QFileInfoList sessions = QDir(m_folder.filePath(QStringLiteral("gantry/sessions")))
                                           .entryInfoList({QStringLiteral("Return*.gantry")}, QDir::Files);
        QCOMPARE(sessions.size(), 1);
        QVERIFY(!contentOf(sessions.first().filePath()).contains("canary"));
        auto reader = SessionReader::open(sessions.first().filePath());
        QVERIFY(reader);
        bool live = false;
        bool carried = false;
        for (const Record &record : (*reader)->stateAt((*reader)->span().end.elapsed)) {
            const auto *picture = std::get_if<PictureRecord>(&record.payload);
            live = live || (picture && picture->state.signal == media::SignalState::Live);
            const auto *link = std::get_if<LinkRecord>(&record.payload);
            carried = carried || (link && link->sample.carrier == QStringLiteral("HLS"));
        }
        QVERIFY(live);
        QVERIFY(carried);
    }
};

QTEST_MAIN(ReturnFeed)
#include "return_feed_test.moc"
