// feeds[].url: a feed that does not come over SRT, in a show file.

#include "app/show/show_file.h"

#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;
using Carrier = media::UrlAddress::Carrier;

namespace {

// Written with ' for ".
auto read(QByteArray feed)
{
    return readShow("{\"gantry\": 1, \"name\": \"Friday\", \"feeds\": [" + feed.replace('\'', '"') + "]}");
}

QStringList faultsOf(const QByteArray &feed)
{
    QStringList lines;
    const auto show = read(feed);
    for (const ShowFault &fault : show ? QList<ShowFault>() : show.error())
        lines.append(fault.place + u": "_s + fault.what);
    return lines;
}

} // namespace

class FeedUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFeedMayComeFromAnAddressInsteadOfSrt_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<int>("carrier");
        QTest::newRow("HLS") << QByteArray("https://cdn.example/live/a.m3u8") << int(Carrier::Web);
        QTest::newRow("RTMP") << QByteArray("rtmp://host/app") << int(Carrier::Rtmp);
        QTest::newRow("RTSP") << QByteArray("rtsp://camera/1") << int(Carrier::Rtsp);
        QTest::newRow("UDP") << QByteArray("udp://239.1.1.1:5000?localaddr=10.0.0.1") << int(Carrier::Udp);
        QTest::newRow("RTP") << QByteArray("rtp://:5004") << int(Carrier::Rtp);
        QTest::newRow("file") << QByteArray("file:///clips/a%20b.mp4") << int(Carrier::File);
    }
    void aFeedMayComeFromAnAddressInsteadOfSrt()
    {
        QFETCH(QByteArray, url);
        QFETCH(int, carrier);
        const auto show = read("{'name': 'Return', 'umd': 'Viewers', 'url': '" + url + "'}");
        QVERIFY2(show, show ? "" : qPrintable(show.error().first().text()));
        const Feed &feed = show->feeds.first();
        QVERIFY(feed.url);
        QCOMPARE(int(feed.url->carrier), carrier);
        QCOMPARE(feed.place(), feed.url->place());
        const auto again = readShow(writeShow(*show));
        QVERIFY(again);
        QCOMPARE(again->feeds.first().url, feed.url);
        QVERIFY(!writeShow(*show).contains("\"srt\""));
        QCOMPARE(writeShow(*again), writeShow(*show));
    }
    void whatGoesWithItIsNamedAndNeverWritten()
    {
        auto show =
            read("{'name': 'Return', 'url': 'https://cdn.example/a.m3u8', 'secret': {'environment': 'RETURN_QUERY'}}");
        QVERIFY(show);
        QCOMPARE(show->feeds.first().passphrase, (Secret{Secret::Store::Environment, u"RETURN_QUERY"_s}));
        const QByteArray written = writeShow(*show);
        QVERIFY(written.contains("RETURN_QUERY"));
        auto &address = *show->feeds.first().url;
        address = *address.withSecret("?token=canary");
        QCOMPARE(writeShow(*show), written);
        address = *address.withSecret("name:canary");
        QCOMPARE(writeShow(*show), written);
        QCOMPARE(readShow(written)->feeds.first().passphrase.name, u"RETURN_QUERY"_s);
    }
    void everyFaultIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("feed");
        QTest::addColumn<QStringList>("faults");
        const auto row = [](const char *name, const QByteArray &feed, const QStringList &faults) {
            QTest::newRow(name) << "{'name': '1', " + feed + "}" << faults;
        };
        row("both", "'url': 'udp://:5000', 'srt': {'mode': 'listener', 'port': 9001}",
            {u"feeds[0].url: The feed has srt as well."_s});
        row("neither", "'umd': 'x'", {u"feeds[0].srt: Missing."_s});
        row("a secret without a url", "'srt': {'mode': 'listener', 'port': 9001}, 'secret': {'keychain': 'a'}",
            {u"feeds[0].secret: There is no url that it could belong to."_s});
        row("no text", "'url': 5000", {u"feeds[0].url: The value is a number."_s});
        row("a scheme from elsewhere", "'url': 'av://lavfi:testsrc'",
            {u"feeds[0].url: The address does not begin with a scheme that Gantry opens."_s});
        row("a list of files", "'url': 'concat:a.ts|b.ts'",
            {u"feeds[0].url: The address does not begin with a scheme that Gantry opens."_s});
        row("a password", "'url': 'https://me:canary@host/a.m3u8'",
            {u"feeds[0].url: A name and a password must not stand in the address."_s});
        row("a signature", "'url': 'https://host/a.m3u8?token=canary'",
            {u"feeds[0].url: A query stands behind the address; it often is a key."_s});
        row("a secret in the file", "'url': 'https://host/a.m3u8', 'secret': '?token=canary'",
            {u"feeds[0].secret: A secret stands in the file. Take it out, and use a new one: whoever has read the file knows this one."_s});
        row("a secret for a file", "'url': 'file:///a.ts', 'secret': {'keychain': 'a'}",
            {u"feeds[0].secret: An address of this kind takes no secret."_s});
    }
    void everyFaultIsNamedByItsPlace()
    {
        QFETCH(QByteArray, feed);
        QFETCH(QStringList, faults);
        QCOMPARE(faultsOf(feed), faults);
        const auto show = read(feed);
        for (const ShowFault &fault : show.error())
            QVERIFY(!fault.text().contains(u"canary"_s));
    }
};

QTEST_GUILESS_MAIN(FeedUrlTest)
#include "feed_url.moc"
