// What a probe prints, and that --help explains it.

#include "app/command_line/probe_figures.h"

#include <QJsonArray>
#include <QTest>

using namespace gantry;
using namespace gantry::command_line;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ProbeFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotKnownIsNullAndNotMissing()
    {
        const QJsonObject object = probeObject({}, 1.0);
        QVERIFY(object.size() > 80);
        for (auto each = object.constBegin(); each != object.constEnd(); ++each) {
            if (each.key() != "elapsed_s"_L1 && each.key() != "cues"_L1)
                QVERIFY2(each->isNull(), qPrintable(each.key()));
        }
        ProbeFigures connected;
        connected.link = media::LinkSample{};
        connected.transport = media::TransportSample{};
        const QJsonObject bare = probeObject(connected, 1.0);
        for (const char *key : {"link_rtt_ms", "link_carrier", "link_turned_away", "link_latency_per_rtt",
                                "ts_programs", "ts_pat_errors", "ts_pcr_jitter_ms"})
            QVERIFY2(bare.value(QLatin1StringView(key)).isNull(), key);
    }

    void everyKeyIsExplained()
    {
        const QString help = probeKeysHelp();
        const QStringList keys = probeObject({}, 1.0).keys();
        for (const QString &key : keys)
            QVERIFY2(help.contains(u"  "_s + key + u" "_s), qPrintable(key));
        QCOMPARE(help.count(u'\n'), keys.size());
    }

    void theLinkSaysWhoWasTurnedAwayAndHowManyRoundTripsItsLatencyIs()
    {
        ProbeFigures figures;
        figures.link = media::LinkSample{};
        figures.link->latency = 120ms;
        figures.link->roundTrip = 40ms;
        figures.link->carrier = u"HLS"_s;
        figures.link->turnedAway = media::Error{media::Error::Kind::Refused, u"A second caller"_s, u"192.0.2.7"_s, {}};
        const QJsonObject object = probeObject(figures, 1.0);
        QCOMPARE(object[u"link_latency_per_rtt"].toDouble(), 3.0);
        QCOMPARE(object[u"link_carrier"].toString(), u"HLS"_s);
        QCOMPARE(object[u"link_turned_away"].toString(), u"A second caller (192.0.2.7)"_s);
    }

    void measuresKeepTheirUnits()
    {
        ProbeFigures figures;
        figures.picture = media::PictureState{};
        figures.picture->content = media::PictureContent{0.99, -72.5, 2500ms, 0ms, 0ms, 0ms};
        figures.picture->decoderNote = u"No such device."_s;
        figures.audio = media::AudioLevels{};
        figures.audio->soundEarly = -60ms;
        figures.audio->faults = media::SoundFaults{};
        figures.audio->faults->clippedShare = 0.002;
        const QJsonObject object = probeObject(figures, 1.0);
        QCOMPARE(object[u"picture_black_ms"].toDouble(), 2500.0);
        QCOMPARE(object[u"picture_frozen_ms"].toDouble(-1), 0.0);
        QCOMPARE(object[u"picture_change_db"].toDouble(), -72.5);
        QCOMPARE(object[u"picture_decoder_note"].toString(), u"No such device."_s);
        QCOMPARE(object[u"audio_early_ms"].toDouble(), -60.0);
        QCOMPARE(object[u"audio_clipped_share"].toDouble(), 0.002);
    }

    void cuesStandInTheOrderTheyCameAndCarryTheirSection()
    {
        ProbeFigures figures;
        media::SpliceCue cue;
        cue.command = media::SpliceCue::Command::Insert;
        cue.out = true;
        cue.section = QByteArray::fromHex("fc30");
        figures.cues = {cue, cue};
        figures.cues[1].out = false;
        const QJsonArray cues = probeObject(figures, 1.0)[u"cues"].toArray();
        QCOMPARE(cues.size(), 2);
        QCOMPARE(cues[0][u"out"].toBool(), true);
        QCOMPARE(cues[1][u"out"].toBool(true), false);
        QCOMPARE(cues[0][u"section"].toString(), u"/DA="_s);
        QVERIFY(cues[0][u"event"].isNull());
    }
};

QTEST_GUILESS_MAIN(ProbeFiguresTest)
#include "probe_figures_test.moc"
