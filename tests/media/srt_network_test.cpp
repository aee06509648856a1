// SRT over a line that loses packets, goes away or goes quiet, and what is told of it.

#include "media/input/srt_library.h"
#include "support/srt_ends.h"
#include "support/udp_relay.h"

#include <QTest>

#include <atomic>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace std::chrono_literals;
using gantry::relay::UdpRelay;

namespace {

// A whole feed, without a picture: what is sent here is no transport stream.
struct Feed
{
    Notebook notes;
    std::unique_ptr<FeedPipeline> pipeline;

    explicit Feed(const SrtAddress &address, std::shared_ptr<SrtPorts> ports = std::make_shared<SrtPorts>())
        : pipeline(std::make_unique<FeedPipeline>(QStringLiteral("CAM 1"),
                                                  std::make_unique<SrtInput>(address, std::move(ports)), FeedSettings{},
                                                  std::make_shared<FrameSlot>(), notes))
    {
        pipeline->start();
    }
    bool wasFaultOf(Error::Kind kind) const
    {
        const auto links = notes.links();
        return std::any_of(links.begin(), links.end(), [&](const auto &entry) {
            return entry.sample.state == LinkState::Failed && entry.sample.fault && entry.sample.fault->kind == kind;
        });
    }
};

} // namespace

class SrtNetworkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFilterRebuildsWhatIsLostAndThatIsCounted()
    {
        const auto port = freeUdpPort();
        UdpRelay line(port, 3);
        Receiving feed(listener(port));
        auto there = caller(line.port());
        there.filter = QStringLiteral("fec,cols:5,rows:1,arq:never");
        Sending sender(there, 1);
        const auto turn = [&] {
            feed.turn();
            sender.turn();
        };
        QVERIFY(waitUntil(
            [&] {
                turn();
                return feed.messages > 10;
            },
            5s));
        line.set({.loss = 0.05}, {});
        std::int64_t rebuilt = 0;
        QVERIFY(waitUntil(
            [&] {
                turn();
                LinkSample sample;
                feed.input.measure(sample);
                rebuilt += sample.rebuilt.value_or(0);
                return rebuilt >= 3;
            },
            15s));
        LinkSample sample;
        feed.input.measure(sample);
        QCOMPARE(sample.total.retransmitted, std::int64_t(0)); // arq:never
    }
    void lossIsRepairedAndCountedAsLibsrtNamesIt()
    {
        const auto port = freeUdpPort();
        UdpRelay line(port, 4, {.delay = 10ms});
        auto here = listener(port);
        here.latency = 400ms;
        Receiving feed(here);
        Sending sender(caller(line.port()), 1);
        line.set({.loss = 0.05, .delay = 10ms}, {.delay = 10ms});
        LinkSample sample;
        QVERIFY(waitUntil(
            [&] {
                feed.turn();
                sender.turn();
                feed.input.measure(sample);
                return sample.total.retransmitted >= 5 && sample.total.lost >= 5;
            },
            15s));
        QCOMPARE(sample.total.dropped, std::int64_t(0));
        QVERIFY(sample.roundTrip.value() > 15ms);
        QVERIFY(sample.buffered.has_value());
    }
    void aPeerThatConnectsAndSendsNothingIsSaidAndTheConnectionIsMadeAgain_data()
    {
        QTest::addColumn<bool>("calls");
        QTest::newRow("caller") << true;
        QTest::newRow("listener") << false;
    }
    void aPeerThatConnectsAndSendsNothingIsSaidAndTheConnectionIsMadeAgain()
    {
        QFETCH(bool, calls);
        const auto port = freeUdpPort();
        auto here = calls ? caller(port) : listener(port);
        here.longestSilence = 1200ms;
        const Feed feed(here);
        // Whoever is at the other end keeps the connection up and says nothing.
        SrtInput waits(listener(calls ? port : freeUdpPort()));
        SrtOutput comes(caller(port));
        QVERIFY(waitUntil(
            [&] {
                if (calls)
                    return waits.step() && feed.notes.link().connections >= 2;
                comes.keepUp(Clock::now());
                return feed.notes.link().connections >= 2;
            },
            12s));
        QVERIFY(feed.wasFaultOf(Error::Kind::Silent));
        QVERIFY(!feed.wasFaultOf(Error::Kind::ConnectionLost));
    }
    void aConnectionOnWhichNothingMovesIsAFaultThatNamesThePeer()
    {
        const auto port = freeUdpPort();
        auto here = listener(port);
        here.longestSilence = 500ms;
        const Feed feed(here);
        Sending sender(caller(port), 1);
        QVERIFY(waitUntil(
            [&] {
                sender.turn();
                return feed.notes.link().total.received > 3;
            },
            5s));
        // From here on nothing is sent, but the connection lives.
        QVERIFY(waitUntil([&] { return feed.wasFaultOf(Error::Kind::Silent); }, 5s));
        const Error fault = *feed.notes.link().fault;
        QVERIFY2(fault.text().contains(QStringLiteral("nothing came for 1 s")), qPrintable(fault.text()));
        QVERIFY(fault.subject.startsWith(QStringLiteral("127.0.0.1:")));
        QVERIFY(waitUntil(
            [&] {
                sender.turn();
                return feed.notes.link().connections >= 2 && feed.notes.link().state == LinkState::Connected;
            },
            5s));
        QVERIFY(!feed.notes.link().fault);
    }
    void feedsOnOnePortWaitForTheirCallersOnThreadsOfTheirOwn()
    {
        const auto port = freeUdpPort();
        const auto ports = std::make_shared<SrtPorts>();
        const std::vector<const char *> names{"cam1", "cam2", "cam3"};
        std::vector<std::unique_ptr<Feed>> feeds;
        std::vector<std::unique_ptr<Sending>> senders;
        for (const char *name : names)
            feeds.push_back(std::make_unique<Feed>(named(listener(port), name), ports));
        for (std::size_t i = names.size(); i-- > 0;)
            senders.push_back(std::make_unique<Sending>(named(caller(port), names[i]), int(i)));
        senders.push_back(std::make_unique<Sending>(named(caller(port), "cam9"), 9)); // calls for nobody
        QVERIFY(waitUntil(
            [&] {
                for (const auto &sender : senders)
                    sender->turn();
                return std::all_of(feeds.begin(), feeds.end(),
                                   [](const auto &feed) { return feed->notes.link().total.received > 10; });
            },
            10s));
        for (std::size_t i = 0; i < feeds.size(); ++i)
            QCOMPARE(feeds[i]->notes.link().streamId.value(), QString::fromLatin1(names[i]));
        feeds.erase(feeds.begin()); // the others keep the port
        QVERIFY(waitUntil(
            [&] {
                for (const auto &sender : senders)
                    sender->turn();
                return feeds[0]->notes.link().state == LinkState::Connected && senders[2]->output.fault();
            },
            5s));
    }
    void aPeerThatThrowsUsOutAtOnceIsNotHammered()
    {
        const auto port = freeUdpPort();
        const Feed feed(caller(port));
        SrtInput peer(listener(port));
        int times = 0;
        const auto end = Clock::now() + 4s;
        while (Clock::now() < end) {
            if (const auto step = peer.step(); step && *step) {
                ++times;
                peer.close();
            }
        }
        QVERIFY2(times >= 2 && times <= 6, qPrintable(QString::number(times))); // at 0, 0.25, 0.75, 1.75, 3.75 s
    }
    void bondedLinksCarryOnWhenOneOfThemGoes()
    {
        if (!srtHasGroups())
            QSKIP("this computer's libsrt is built without bonding");
        const auto port = freeUdpPort();
        UdpRelay first(port, 5);
        UdpRelay second(port, 6);
        auto here = listener(port);
        here.bonding = SrtAddress::Bonding::Broadcast;
        auto there = caller(first.port());
        there.bonding = SrtAddress::Bonding::Broadcast;
        there.links = {{there.host, second.port()}};
        Receiving feed(here);
        Sending sender(there, 1);
        const auto arrive = [&](int more) {
            const int until = feed.messages + more;
            return waitUntil(
                [&] {
                    feed.turn();
                    sender.turn();
                    return feed.messages >= until;
                },
                8s);
        };
        QVERIFY(arrive(50));
        QVERIFY(second.toTarget().passed > 10);
        LinkSample sample;
        feed.input.measure(sample);
        first.set({.outage = true});
        QVERIFY(arrive(200));
        feed.input.measure(sample);
        QCOMPARE(sample.total.dropped, std::int64_t(0));
        QVERIFY(feed.connected);
        // Also when libsrt has given the link up, it is nobody who was turned away.
        const auto end = Clock::now() + 6s;
        while (Clock::now() < end)
            QVERIFY(arrive(1));
        QVERIFY(!feed.turnedAway);
    }
};

QTEST_GUILESS_MAIN(SrtNetworkTest)
#include "srt_network_test.moc"
