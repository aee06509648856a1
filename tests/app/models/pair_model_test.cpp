// The lamp of a pair, live and as the same records say it again.

#include "app/models/encoder_facts.h"
#include "app/models/pair_model.h"
#include "tests/support/hand_room.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using media::ContentMatch;

namespace {

Show showWithPair()
{
    Show show = smallShow();
    show.pairs = {{{QStringLiteral("Stage")}, show.feeds[0].id, show.feeds[1].id}};
    return show;
}

QStringList text(const PairModel &model)
{
    return modelText(model, {PairRole::Title, PairRole::Lamp, PairRole::Reasons, PairRole::Figures});
}

struct Pairs
{
    HandRoom source;
    PairModel model{showWithPair(), source};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    RecordBatch all;

    Pairs()
    {
        QObject::connect(&source, &RecordSource::arrived, [this](const RecordBatch &batch) {
            all += batch;
            model.apply(batch);
        });
    }
    void second(media::SignalState ofBackup)
    {
        for (const char *feed : {"CAM 1", "CAM 2"}) {
            PictureRecord told =
                picture(feed, QLatin1String(feed) == QLatin1String("CAM 2") ? ofBackup : media::SignalState::Live);
            told.state.format = media::VideoFormat{QStringLiteral("H.264"), {1280, 720}, 25, {}, {}, {}, {}};
            source.happens(told);
            media::AudioLevels levels;
            levels.present = true;
            levels.shortTermLufs = -23;
            source.happens(AudioRecord{{QLatin1String(feed)}, levels});
        }
        source.happens(MatchRecord{{QStringLiteral("Stage")}, {ContentMatch::Same, ContentMatch::Same, 80ms, 80ms}});
        source.clock.pass(1s);
    }
};

ProgramRecord shows(const ProgramRecord::Feeds &picture, const ProgramRecord::Feeds &sound)
{
    ProgramRecord record{{QStringLiteral("Main")}, {QStringLiteral("RETURN")}, picture, picture, sound, 1300ms};
    if (!picture)
        record.program = sound;
    return record;
}

} // namespace

class PairModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLampIsAShapeAndAWordAndTheReasonsStandBelow()
    {
        Pairs pairs;
        QVERIFY(text(pairs.model)
                    .first()
                    .startsWith(QStringLiteral("CAM 2 for CAM 1 | ? BACKUP READY | nothing is heard")));
        pairs.second(media::SignalState::Live);
        QCOMPARE(text(pairs.model), QStringList{QStringLiteral(
                                        "CAM 2 for CAM 1 | ● BACKUP READY | decodes · same picture and sound · 80 ms "
                                        "late · 1280×720p25 · loudness +0.0 LU | ")});
        pairs.second(media::SignalState::NoSignal);
        QVERIFY(text(pairs.model).first().startsWith(QStringLiteral("CAM 2 for CAM 1 | ○ NOT READY | no signal | ")));
    }
    void whatIsNotToldAnyMoreGrowsOldByItself()
    {
        Pairs pairs;
        pairs.second(media::SignalState::Live);
        pairs.source.clock.pass(3s);
        pairs.model.refresh();
        QCOMPARE(pairs.model.index(0).data(PairRole::State).toInt(), int(Ready::Unknown));
    }
    void aReplaySaysTheSame()
    {
        Pairs pairs;
        for (int i = 0; i < 4; ++i)
            pairs.second(i == 2 ? media::SignalState::Stalled : media::SignalState::Live);
        const QStringList live = text(pairs.model);
        pairs.model.clear();
        pairs.model.apply(pairs.all);
        QCOMPARE(text(pairs.model), live);
    }
    void everyCheckIsNamedInTheTipAndForThoseWhoListen()
    {
        Pairs pairs;
        pairs.second(media::SignalState::Live);
        const QString tip = pairs.model.index(0).data(Qt::ToolTipRole).toString();
        QCOMPARE(tip.split(u'\n').size(), int(ReadyCheck::kinds));
        QVERIFY(pairs.model.index(0).data(PairRole::AccessibleText).toString().contains(QStringLiteral("good")));
    }

    void whatTheReturnShowsIsOneSentence_data()
    {
        QTest::addColumn<ProgramRecord>("record");
        QTest::addColumn<QString>("line");
        using Names = std::vector<QString>;
        const QString one = QStringLiteral("CAM 1");
        const QString two = QStringLiteral("CAM 2");
        QTest::newRow("both") << shows(Names{two}, Names{two})
                              << QStringLiteral("RETURN shows CAM 2, by picture and sound, 1.3 s later");
        QTest::newRow("picture") << shows(Names{two}, std::nullopt)
                                 << QStringLiteral("RETURN shows CAM 2, by picture, 1.3 s later");
        QTest::newRow("another sound") << shows(Names{two}, Names{one})
                                       << QStringLiteral("RETURN shows CAM 2, with another sound, 1.3 s later");
        QTest::newRow("sound") << shows(std::nullopt, Names{two})
                               << QStringLiteral("RETURN plays CAM 2; its picture cannot be told, 1.3 s later");
        QTest::newRow("alike") << shows(Names{one, two}, std::nullopt)
                               << QStringLiteral("RETURN shows one of CAM 1, CAM 2: they look alike");
        QTest::newRow("none") << shows(Names{}, std::nullopt) << QStringLiteral("RETURN shows none of the inputs");
        QTest::newRow("nothing") << shows(std::nullopt, std::nullopt)
                                 << QStringLiteral("RETURN: which input it shows cannot be told");
    }
    void whatTheReturnShowsIsOneSentence()
    {
        QFETCH(ProgramRecord, record);
        QFETCH(QString, line);
        Instant now;
        QCOMPARE(programLine(record, {}, now), line);
        now.elapsed = 4s;
        QVERIFY(programLine(record, {}, now).contains(QStringLiteral("cannot be told"))); // too old
    }
};


QTEST_MAIN(PairModelTest)
#include "pair_model_test.moc"
