// gantry test-feeds NAME=srt://…: the feeds of the rehearsal, alone.

#include "app/command_line/arguments.h"
#include "app/command_line/verbs.h"
#include "media/output/test_feed.h"

#include <QGuiApplication>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace gantry::command_line {

namespace {

// Tones a fifth or so apart, so that an ear can tell the feeds.
constexpr double tones[] = {440, 660, 330, 550};

} // namespace

int testFeeds(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // it paints, but shows nothing
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("test-feeds"),
             Text::tr("Sends test feeds over SRT until it is ended: a moving "
                      "picture with the feed's name, a running timecode and a "
                      "frame counter, and a tone, as H.264 and AAC in MPEG-TS. A feed "
                      "that is named twice goes to both places."),
             QStringLiteral("NAME=URL…"));
    parser.addOption({QStringLiteral("video-only"), Text::tr("Send no sound.")});
    parser.addOption({QStringLiteral("audio-only"), Text::tr("Send no picture.")});
    parser.addOption({QStringLiteral("first"),
                      Text::tr("Which pattern and tone the first feed has, from 0; the next have the next."),
                      QStringLiteral("number"), QStringLiteral("0")});
    if (const auto code = parse(parser, -1))
        return *code;
    endOnSignals();

    bool isNumber = false;
    const std::size_t first = parser.value(QStringLiteral("first")).toUInt(&isNumber);
    if (!isNumber || first > 99)
        return say(wrongUsage, Text::tr("--first takes a number from 0 to 99."));
    std::vector<media::TestFeedSettings> feeds;
    for (const QString &word : parser.positionalArguments().mid(1)) {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const auto address = media::SrtAddress::parse(word.mid(equals + 1));
        if (equals <= 0 || !address) {
            const QString why = address ? Text::tr("Write NAME=srt://host:port.")
                                        : address.error().text() + u' ' + address.error().advice;
            return say(wrongUsage, Text::tr("“%1” is no feed. %2").arg(word, why));
        }
        media::SrtAddress place = *address;
        place.passphrase = qgetenv("GANTRY_PASSPHRASE");
        const auto known = std::find_if(feeds.begin(), feeds.end(), [&](const media::TestFeedSettings &feed) {
            return feed.name == word.left(equals);
        });
        if (known != feeds.end()) {
            known->further.append(place);
            continue;
        }
        media::TestFeedSettings feed;
        feed.name = word.left(equals);
        feed.address = place;
        feed.pattern = static_cast<int>(first + feeds.size());
        feed.toneHertz = tones[(first + feeds.size()) % std::size(tones)];
        feed.video = !parser.isSet(QStringLiteral("audio-only"));
        feed.audio = !parser.isSet(QStringLiteral("video-only"));
        feeds.push_back(feed);
    }
    if (feeds.empty())
        return say(wrongUsage, Text::tr("Name at least one feed: \"CAM 1=srt://127.0.0.1:9001\"."));

    std::atomic<bool> stop{false};
    std::atomic<int> result{done};
    std::vector<std::thread> senders;
    for (const media::TestFeedSettings &feed : feeds) {
        senders.emplace_back([&, feed] {
            if (const auto sent = media::sendTestFeed(feed, stop); !sent) {
                result =
                    say(failed, QStringLiteral("%1: %2. %3").arg(feed.name, sent.error().text(), sent.error().advice));
                QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
            }
        });
    }
    QGuiApplication::exec();
    stop = true;
    for (std::thread &sender : senders)
        sender.join();
    return result;
}

} // namespace gantry::command_line
