// What a show file may say of how a feed is received, decoded and measured, and from when on it is an alarm.

#include "app/show/show_file.h"

#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Written with ' for ": a wall of backslashes can be read by nobody.
auto readWith(const QByteArray &settings)
{
    QByteArray text = "{'gantry': 1, 'name': 'x', 'feeds': [{'name': 'CAM 1', 'srt': {'mode': 'listener', 'port': "
                      "9001}, " +
                      settings + "}]}";
    return readShow(text.replace('\'', '"'));
}

void row(const char *name, const QByteArray &settings, const QString &fault)
{
    QTest::newRow(name) << settings << fault;
}

} // namespace

class FeedSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotSaidHasTheUsualValueAndIsNotWritten()
    {
        const auto show = readWith("'limits': {}");
        QVERIFY(show);
        QCOMPARE(show->feeds[0].limits, FeedLimits());
        QCOMPARE(show->feeds[0].settings, media::FeedSettings());
        QVERIFY(!writeShow(*show).contains("limits"));
    }

    void theUsualValuesAreThoseOfTheTrade()
    {
        const FeedLimits usual;
        QCOMPARE(usual.black.warn, 2000ms);
        QCOMPARE(usual.black.after, 5000ms);
        QCOMPARE(usual.freeze.warn, 3000ms);
        QCOMPARE(usual.freeze.after, 10'000ms);
        QCOMPARE(usual.silence.after, 10'000ms);
        QCOMPARE(usual.silenceOnProgram, 5000ms);
        QCOMPARE(usual.channelSilent.after, 30'000ms);
        QCOMPARE(usual.dropped.clear, 30'000ms);
        QCOMPARE(usual.marginRoundTrips, 2.5);
        QCOMPARE(usual.bitrateWarnShare, 0.8);
        QVERIFY(!usual.expectedMbps && !usual.loudnessTarget);
    }

    void everyLoadIsReadAndWrittenBackTheSame()
    {
        int number = 0;
        for (const char *word : {"full", "light", "thumbnail", "off", "auto"}) {
            const auto show = readWith(QByteArray("'load': '") + word + "'");
            QVERIFY(show);
            QCOMPARE(int(show->feeds[0].load), number++);
            const auto again = readShow(writeShow(*show));
            QVERIFY(again);
            QVERIFY(again->feeds[0].load == show->feeds[0].load);
        }
        QVERIFY(!writeShow(*readWith("'load': 'full'")).contains("load"));
    }

    void everyLimitIsReadAndWrittenBackTheSame()
    {
        const auto show =
            readWith("'program': 2, 'soundTrack': 3, 'decoding': 'software', 'limits': {"
                     "'black': {'level': 0.2, 'share': 0.9, 'warn': 1000, 'after': 4000, 'clear': 500},"
                     "'freeze': 'off', 'flat': {'after': 7000}, 'bars': {'clear': 9000}, 'decoder': 'off',"
                     "'silence': {'dbfs': -50, 'after': 8000, 'onProgram': 3000}, 'channelSilent': {'after': 20000},"
                     "'phase': {'below': -0.3}, 'clipping': {'share': 0.01}, 'loudness': {'lufs': -14, 'tolerance': 2},"
                     "'truePeak': {'dbtp': -2}, 'sync': {'warnEarly': 45, 'warnLate': 125, 'early': 100, 'late': 200},"
                     "'bitrate': {'expectedMbps': 6, 'warnShare': 0.7, 'share': 0.4}, 'dropped': {'share': 0.01},"
                     "'retransmitted': {'warnShare': 0.1, 'share': 0.3}, 'margin': {'roundTrips': 3},"
                     "'roundTrip': {'rise': 1, 'least': 20}, 'undecryptable': 'off', 'turnedAway': 'off',"
                     "'transport': {'after': 1000, 'clear': 2000}, 'backup': {'apart': 500}}");
        QVERIFY2(show, show ? "" : qPrintable(show.error().first().text()));
        const Feed &feed = show->feeds[0];
        QCOMPARE(feed.settings.program, std::optional<std::uint16_t>(2));
        QCOMPARE(feed.settings.soundTrack, std::optional<int>(3));
        QCOMPARE(feed.settings.decoding, media::FeedSettings::Decoding::Software);
        QCOMPARE(feed.settings.limits.blackLevel, 0.2);
        QCOMPARE(feed.settings.limits.silenceDbfs, -50.0);
        QCOMPARE(feed.limits.black.warn, 1000ms);
        QCOMPARE(feed.limits.black.clear, 500ms);
        QVERIFY(!feed.limits.freeze.on && !feed.limits.turnedAway.on);
        QCOMPARE(feed.limits.silenceOnProgram, 3000ms);
        QCOMPARE(feed.limits.loudnessTarget, std::optional<double>(-14));
        QCOMPARE(feed.limits.expectedMbps, std::optional<double>(6));
        QCOMPARE(feed.limits.soundLateAlarm, 200ms);
        QCOMPARE(feed.limits.roundTripLeast, 20ms);
        QCOMPARE(feed.limits.backupApart, 500ms);

        const auto again = readShow(writeShow(*show));
        QVERIFY(again);
        QCOMPARE(again->feeds[0].settings, feed.settings);
        QCOMPARE(again->feeds[0].limits, feed.limits);
    }

    void anAlarmMovedForwardTakesItsUsualWarningWithIt()
    {
        const auto show = readWith("'limits': {'black': {'after': 500}}");
        QVERIFY(show);
        QCOMPARE(show->feeds[0].limits.black.warn, 500ms);
    }

    void everyFaultIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("fault");
        row("a program that cannot be", "'program': 0", u"feeds[0].program: The value is 0."_s);
        row("a track in words", "'soundTrack': 'two'", u"feeds[0].soundTrack: The value is text."_s);
        row("a way to decode that is none", "'decoding': 'gpu'",
            u"feeds[0].decoding: There is no such way to decode."_s);
        row("a list of limits", "'limits': []", u"feeds[0].limits: The value is a list."_s);
        row("a limit misspelt", "'limits': {'freze': 'off'}", u"feeds[0].limits.freze: There is no such key here."_s);
        row("another word than off", "'limits': {'freeze': 'never'}",
            u"feeds[0].limits.freeze: There is no such word here."_s);
        row("false instead of off", "'limits': {'freeze': false}",
            u"feeds[0].limits.freeze: The value is true or false."_s);
        row("a key misspelt", "'limits': {'freeze': {'aftr': 1}}",
            u"feeds[0].limits.freeze.aftr: There is no such key here."_s);
        row("a time below zero", "'limits': {'freeze': {'after': -1}}",
            u"feeds[0].limits.freeze.after: The value is -1."_s);
        row("half a millisecond", "'limits': {'freeze': {'clear': 0.5}}",
            u"feeds[0].limits.freeze.clear: The value is 0.5."_s);
        row("more than all", "'limits': {'dropped': {'share': 1.5}}",
            u"feeds[0].limits.dropped.share: The value is 1.5."_s);
        row("null", "'limits': {'bitrate': {'expectedMbps': null}}",
            u"feeds[0].limits.bitrate.expectedMbps: The value is empty (null)."_s);
        row("a warning behind its alarm", "'limits': {'black': {'warn': 6000, 'after': 5000}}",
            u"feeds[0].limits.black: The warning (6000 ms) comes after the alarm (5000 ms)."_s);
    }

    void everyFaultIsNamedByItsPlace()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QString, fault);
        const auto show = readWith(settings);
        QVERIFY(!show);
        QCOMPARE(show.error().size(), 1);
        QCOMPARE(show.error().first().place + u": "_s + show.error().first().what, fault);
        QVERIFY(!show.error().first().allowed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(FeedSettingsTest)
#include "feed_settings.moc"
