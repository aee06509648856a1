// What a listening port lets in and turns away: over real sockets.

#include "media/input/srt_input.h"
#include "support/srt_ends.h"

#include <QTest>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace std::chrono_literals;

class SrtPortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFeedMayAskForItsStreamId_data()
    {
        QTest::addColumn<QByteArray>("calls");
        QTest::addColumn<QByteArray>("callerReads");
        QTest::addColumn<QByteArray>("roomReads");
        QTest::newRow("none") << QByteArray("") << QByteArray("1400") << QByteArray("names no stream id");
        QTest::newRow("another") << QByteArray("cam2") << QByteArray("1404") << QByteArray("cam2");
        QTest::newRow("unreadable") << QByteArray("#!::cam1") << QByteArray("1400") << QByteArray("cannot be read");
        QTest::newRow("another user") << QByteArray("#!::r=cam1,u=eve") << QByteArray("1401") << QByteArray("the user");
        QTest::newRow("to receive") << QByteArray("#!::r=cam1,u=bob,m=request") << QByteArray("1405")
                                    << QByteArray("m=publish");
        QTest::newRow("a file") << QByteArray("#!::r=cam1,u=bob,t=file") << QByteArray("1415")
                                << QByteArray("t=stream");
    }
    void aFeedMayAskForItsStreamId()
    {
        QFETCH(QByteArray, calls);
        QFETCH(QByteArray, callerReads);
        QFETCH(QByteArray, roomReads);
        const auto port = freeUdpPort();
        Receiving feed(named(listener(port), "#!::r=cam1,u=bob"));
        Sending stranger(named(caller(port), calls.constData()), 1);
        QVERIFY(waitUntil(
            [&] {
                feed.turn();
                stranger.turn();
                return stranger.output.fault() && feed.turnedAway;
            },
            5s));
        const Error caller = *stranger.output.fault();
        QCOMPARE(caller.kind, Error::Kind::Rejected);
        QVERIFY2(caller.text().contains(QString::fromUtf8(callerReads)), qPrintable(caller.text()));
        const QString room = feed.turnedAway->text() + feed.turnedAway->advice;
        QVERIFY2(room.contains(QString::fromUtf8(roomReads)), qPrintable(room));
        QVERIFY(feed.turnedAway->subject.startsWith(QStringLiteral("127.0.0.1:")));
        QVERIFY(!feed.connected);
    }
    void theRightStreamIdIsLetInHoweverItIsWritten()
    {
        for (const char *calls : {"cam1", "#!::r=cam1,m=publish", "#!::m=publish,s=9,r=cam1"}) {
            const auto port = freeUdpPort();
            Receiving feed(named(listener(port), "cam1"));
            Sending sender(named(caller(port), calls), 1);
            QVERIFY2(waitUntil(
                         [&] {
                             feed.turn();
                             sender.turn();
                             return feed.messages > 0;
                         },
                         5s),
                     calls);
        }
    }
    void whatAStrangerWroteIsShownShortAndClean()
    {
        const auto port = freeUdpPort();
        Receiving feed(named(listener(port), "cam1"));
        auto address = caller(port);
        address.streamId = QStringLiteral("bad\n\x1b[31m") + QString(400, u'x');
        Sending stranger(address, 1);
        QVERIFY(waitUntil(
            [&] {
                feed.turn();
                stranger.turn();
                return feed.turnedAway.has_value();
            },
            5s));
        const QString text = feed.turnedAway->text();
        QVERIFY(!text.contains(u'\n') && !text.contains(u'\x1b'));
        QVERIFY(text.size() < 200);
    }
    void aKeyThatIsTooShortIsRefused()
    {
        const auto port = freeUdpPort();
        auto here = named(listener(port), "", "canary-secret-1");
        here.keyBits = 256;
        Receiving feed(here);
        Sending weak(named(caller(port), "", "canary-secret-1"), 1); // 128 bit, libsrt's own
        QVERIFY(waitUntil(
            [&] {
                feed.turn();
                weak.turn();
                return feed.turnedAway.has_value();
            },
            5s));
        QVERIFY2(feed.turnedAway->text().contains(QStringLiteral("128 bit")), qPrintable(feed.turnedAway->text()));
        QVERIFY(!feed.connected);
        auto there = named(caller(port), "", "canary-secret-1");
        there.keyBits = 256;
        Sending strong(there, 2);
        QVERIFY(waitUntil(
            [&] {
                feed.turn();
                strong.turn();
                return feed.messages > 0 && feed.last == std::byte{2};
            },
            5s));
    }
    void anotherPacketFilterIsRefusedAndSaidAtBothEnds()
    {
        const auto port = freeUdpPort();
        auto here = listener(port);
        auto there = caller(port);
        here.filter = QStringLiteral("fec,cols:10,rows:5");
        there.filter = QStringLiteral("fec,cols:8,rows:5");
        Receiving feed(here);
        Sending sender(there, 1);
        QVERIFY(waitUntil(
            [&] {
                feed.turn();
                sender.turn();
                return sender.output.fault() && feed.turnedAway;
            },
            5s));
        QVERIFY2(sender.output.fault()->text().contains(QStringLiteral("packet filter")),
                 qPrintable(sender.output.fault()->text()));
        QVERIFY2(feed.turnedAway->text().contains(QStringLiteral("packet filter")),
                 qPrintable(feed.turnedAway->text()));
    }
    void feedsShareAPortAndEachHasItsOwnPassphraseAndLatency()
    {
        const auto port = freeUdpPort();
        const auto ports = std::make_shared<SrtPorts>();
        auto first = named(listener(port), "cam1", "canary-secret-1");
        auto second = named(listener(port), "cam2", "canary-secret-2");
        second.latency = 400ms;
        Receiving one(first, ports);
        Receiving two(second, ports);
        Receiving three(named(listener(port), "cam3"), ports);
        Sending to2(named(caller(port), "cam2", "canary-secret-2"), 2);
        Sending to1(named(caller(port), "#!::r=cam1,m=publish", "canary-secret-1"), 1);
        Sending to3(named(caller(port), "cam3"), 3);
        QVERIFY(waitUntil(
            [&] {
                for (Receiving *feed : {&one, &two, &three})
                    feed->turn();
                for (Sending *sender : {&to1, &to2, &to3})
                    sender->turn();
                return one.messages > 3 && two.messages > 3 && three.messages > 3;
            },
            8s));
        QCOMPARE(one.last, std::byte{1});
        QCOMPARE(two.last, std::byte{2});
        QCOMPARE(three.last, std::byte{3});
        LinkSample sample;
        two.input.measure(sample);
        QCOMPARE(sample.latency.value(), 400ms);
        QVERIFY(sample.encrypted);
        LinkSample open;
        three.input.measure(open);
        QVERIFY(!open.encrypted);
        QCOMPARE(open.latency.value(), 120ms);
    }
    void aWrongPassphraseOnASharedPortIsToldToItsFeedAlone()
    {
        const auto port = freeUdpPort();
        const auto ports = std::make_shared<SrtPorts>();
        Receiving one(named(listener(port), "cam1", "canary-secret-1"), ports);
        Receiving two(named(listener(port), "cam2", "canary-secret-2"), ports);
        Sending sender(named(caller(port), "cam2", "canary-secret-1"), 2); // the other feed's
        QVERIFY(waitUntil(
            [&] {
                one.turn();
                two.turn();
                sender.turn();
                return two.turnedAway && sender.output.fault();
            },
            5s));
        QCOMPARE(two.turnedAway->kind, Error::Kind::WrongPassphrase);
        QCOMPARE(sender.output.fault()->kind, Error::Kind::WrongPassphrase);
        QVERIFY(!one.turnedAway);
    }
    void whoMeansNoFeedIsToldToThoseWhoWait()
    {
        const auto port = freeUdpPort();
        const auto ports = std::make_shared<SrtPorts>();
        Receiving one(named(listener(port), "cam1"), ports);
        Receiving two(named(listener(port), "cam2"), ports);
        Sending right(named(caller(port), "cam1"), 1);
        QVERIFY(waitUntil(
            [&] {
                one.turn();
                two.turn();
                right.turn();
                return one.messages > 0;
            },
            5s));
        Sending stray(named(caller(port), "cam9"), 9);
        QVERIFY(waitUntil(
            [&] {
                one.turn();
                two.turn();
                right.turn();
                stray.turn();
                return two.turnedAway.has_value();
            },
            5s));
        QVERIFY(two.turnedAway->text().contains(QStringLiteral("cam9")));
        QVERIFY(!one.turnedAway);
    }
    void feedsThatCallersCannotTellApartDoNotShare()
    {
        const auto port = freeUdpPort();
        const auto ports = std::make_shared<SrtPorts>();
        SrtInput first(named(listener(port), "cam1"), ports);
        QVERIFY(first.step());
        for (const char *streamId : {"", "cam1", "#!::r=cam1,m=publish"}) {
            SrtInput second(named(listener(port), streamId), ports);
            const auto step = second.step();
            QVERIFY(!step);
            QCOMPARE(step.error().kind, Error::Kind::PortInUse);
            QVERIFY(step.error().advice.contains(QStringLiteral("stream id")));
        }
    }
    void whoHangsUpBeforeHeIsLetInWasNeverConnected()
    {
        const auto port = freeUdpPort();
        Receiving feed(listener(port));
        feed.turn(); // listens from now on
        {
            Sending caller(loopback::caller(port), 1);
            QVERIFY(waitUntil(
                [&] {
                    caller.turn();
                    return caller.output.isConnected();
                },
                5s));
        }
        waitUntil([] { return false; }, 300ms); // his goodbye arrives
        for (int i = 0; i < 10; ++i) {
            feed.turn();
            QVERIFY(!feed.connected);
        }
        Sending next(loopback::caller(port), 2);
        QVERIFY(waitUntil(
            [&] {
                feed.turn();
                next.turn();
                return feed.messages > 0;
            },
            5s));
    }
    void aPortLivesAsLongAsOneOfItsFeeds()
    {
        const auto port = freeUdpPort();
        const auto ports = std::make_shared<SrtPorts>();
        auto first = std::make_unique<Receiving>(named(listener(port), "cam1"), ports);
        first->turn();
        Receiving second(named(listener(port), "cam2"), ports);
        second.turn();
        first.reset();
        Sending sender(named(caller(port), "cam2"), 2);
        QVERIFY(waitUntil(
            [&] {
                second.turn();
                sender.turn();
                return second.messages > 0;
            },
            5s));
    }
};

QTEST_GUILESS_MAIN(SrtPortTest)
#include "srt_port_test.moc"
