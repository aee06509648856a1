// Everything gets one number and one instant, and answers stand behind their causes.

#include "app/session/sequencer.h"
#include "tests/support/stories.h"

#include <QTest>
#include <QThread>

#include <thread>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;

namespace {

// Answers every note with another, up to "3".
class Echo final : public RecordRule
{
public:
    QList<Payload> applied(const Record &record) override
    {
        const auto *note = std::get_if<NoteRecord>(&record.payload);
        if (!note || note->text.toInt() >= 3)
            return {};
        return {NoteRecord{{}, QString::number(note->text.toInt() + 1)}};
    }
    QList<Payload> passed(const Instant &) override { return {}; }
};

NoteRecord note(int number)
{
    return {{}, QString::number(number)};
}

} // namespace

class SequencerTest : public QObject
{
    Q_OBJECT

    static QStringList texts(const RecordBatch &records)
    {
        QStringList texts;
        for (const Record &record : records) {
            const auto *one = std::get_if<NoteRecord>(&record.payload);
            texts.append(QStringLiteral("%1:%2").arg(record.number).arg(one ? one->text : QStringLiteral("-")));
        }
        return texts;
    }

private Q_SLOTS:
    void anAnswerStandsRightBehindItsCause()
    {
        const ManualClock clock;
        Echo echo;
        Sequencer sequencer(clock, {&echo});
        RecordBatch seen;
        connect(&sequencer, &Sequencer::arrived, [&](const RecordBatch &batch) { seen += batch; });
        sequencer.post(note(2));
        sequencer.post(note(9));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(texts(seen), (QStringList{QStringLiteral("1:2"), QStringLiteral("2:3"), QStringLiteral("3:9")}));
    }

    void aRecordMadeAtOnceComesAfterWhatWasPostedBefore()
    {
        const ManualClock clock;
        Sequencer sequencer(clock, {});
        RecordBatch seen;
        connect(&sequencer, &Sequencer::arrived, [&](const RecordBatch &batch) { seen += batch; });
        sequencer.post(note(5));
        QCOMPARE(sequencer.record(note(6)), RecordNumber(2));
        QCOMPARE(texts(seen), (QStringList{QStringLiteral("1:5"), QStringLiteral("2:6")}));
    }

    void anInstantIsTakenWhenItHappensAndNotWhenTheRoomHasTime()
    {
        ManualClock clock;
        Sequencer sequencer(clock, {});
        RecordBatch seen;
        connect(&sequencer, &Sequencer::arrived, [&](const RecordBatch &batch) { seen += batch; });
        sequencer.post(note(5));
        const Instant then = clock.now();
        clock.pass(3s);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(seen.first().at, then);
    }

    void postsOfManyThreadsAreNumberedWithoutGapAndInOrderOfTime()
    {
        const MachineClock clock;
        Sequencer sequencer(clock, {});
        RecordBatch seen;
        connect(&sequencer, &Sequencer::arrived, [&](const RecordBatch &batch) { seen += batch; });
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&] {
                for (int i = 0; i < 1000; ++i)
                    sequencer.post(note(9));
            });
        for (std::thread &thread : threads)
            thread.join();
        sequencer.tick();
        QCOMPARE(seen.size(), 4000);
        for (qsizetype i = 1; i < seen.size(); ++i) {
            QCOMPARE(seen[i].number, seen[i - 1].number + 1);
            QVERIFY(seen[i].at.elapsed >= seen[i - 1].at.elapsed);
        }
    }

    void aHandThatChangesARuleDoesNotOvertakeWhatWasPostedBefore()
    {
        const ManualClock clock;
        Sequencer sequencer(clock, {});
        RecordBatch seen;
        connect(&sequencer, &Sequencer::arrived, [&](const RecordBatch &batch) { seen += batch; });
        sequencer.post(note(5));
        qsizetype seenBefore = 0;
        sequencer.answerNow([&](const Instant &now) {
            seenBefore = now == clock.now() ? 1 : 0;
            return QList<Payload>{note(6)};
        });
        QCOMPARE(seenBefore, 1);
        QCOMPARE(texts(seen), (QStringList{QStringLiteral("1:5"), QStringLiteral("2:6")}));
    }

    void aFullQueueDropsAndCountsTelemetryAndKeepsEverythingElse()
    {
        const ManualClock clock;
        Sequencer sequencer(clock, {});
        qsizetype notes = 0;
        qsizetype pictures = 0;
        connect(&sequencer, &Sequencer::arrived, [&](const RecordBatch &batch) {
            for (const Record &record : batch)
                (std::holds_alternative<NoteRecord>(record.payload) ? notes : pictures)++;
        });
        for (std::size_t i = 0; i < Sequencer::capacity + 500; ++i)
            sequencer.post(picture("CAM 1", media::SignalState::Live));
        for (int i = 0; i < 100; ++i)
            sequencer.post(note(9));
        sequencer.tick();
        QCOMPARE(notes, 100);
        QCOMPARE(pictures, qsizetype(Sequencer::capacity));
        QCOMPARE(sequencer.dropped(), std::uint64_t(500));
    }

    void aStepOfTheWallClockIsNoted()
    {
        ManualClock clock;
        Sequencer sequencer(clock, {});
        RecordBatch seen;
        connect(&sequencer, &Sequencer::arrived, [&](const RecordBatch &batch) { seen += batch; });
        sequencer.tick();
        clock.pass(1s);
        sequencer.tick();
        QVERIFY(seen.isEmpty());
        clock.step(1h);
        sequencer.tick();
        QCOMPARE(seen.size(), 1);
        QVERIFY(std::get<NoteRecord>(seen.first().payload).text.contains(QStringLiteral("3600.0 s")));
        clock.pass(1s);
        sequencer.tick();
        QCOMPARE(seen.size(), 1);
    }
};

QTEST_GUILESS_MAIN(SequencerTest)
#include "sequencer_test.moc"
