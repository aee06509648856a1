// A backtest in a replay: it runs beside the UI thread, says how far it is, can be called off, and says what is wrong.

#include "app/rooms/backtest_run.h"

#include "app/session/session_writer.h"
#include "app/show/show_file.h"
#include "app/windows/backtest_window.h"
#include "tests/support/plan_stories.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;

class BacktestRunTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_session;

    static Show showWithPlan()
    {
        Show show = smallShow();
        show.plans = {mainPlan()};
        return show;
    }
    // A minute of two good inputs, then CAM 1 lost for twenty seconds, then good again.
    void writeSession()
    {
        m_session = m_folder.filePath(QStringLiteral("night.gantry"));
        SessionWriter writer;
        SessionHeader header;
        header.showName = QStringLiteral("Test");
        header.showJson = writeShow(showWithPlan());
        QVERIFY(writer.open(m_session, header));
        ManualClock clock;
        RecordNumber number = 0;
        RecordBatch batch;
        const auto happens = [&](const Payload &payload) { batch.append({++number, clock.now(), payload}); };
        for (int second = 0; second < 120; ++second) {
            for (const char *feed : {"CAM 1", "CAM 2"}) {
                const bool lost = QLatin1String(feed) == QLatin1String("CAM 1") && second >= 60 && second < 80;
                PictureRecord told = picture(feed, lost ? media::SignalState::NoSignal : media::SignalState::Live);
                if (lost)
                    told.state.inState = std::chrono::seconds(second - 59);
                happens(told);
            }
            happens(encoder(cloud::EncoderState::Running, "RUNNING", {QStringLiteral("A"), QStringLiteral("A")}));
            clock.pass(1s);
        }
        writer.append(batch);
        QVERIFY(writer.close());
    }
    static BacktestRun::Choice ofShow() { return {mainPlan(), {}}; }
    QString file(const char *name, const QByteArray &json)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no room for a file");
        file.write(json);
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase()
    {
        widgets::applyTheme(*qApp);
        writeSession();
    }

    void twoPlansRunAtOnceAndEachHasItsOutcome()
    {
        BacktestRun run(m_session, showWithPlan());
        std::vector<BacktestRun::Outcome> outcomes;
        connect(&run, &BacktestRun::finished, &run,
                [&](const std::vector<BacktestRun::Outcome> &all, const QString &) { outcomes = all; });
        const QSignalSpy progressed(&run, &BacktestRun::progressed);
        Plan patient = mainPlan();
        patient.limits.noSignal.trip = 60s;
        run.start({ofShow(), {patient, {}}}, 2s);
        QVERIFY(run.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(outcomes.size(), std::size_t(2), 20000);
        QVERIFY(!run.isRunning());
        QCOMPARE(outcomes[0].result.count(PlanStep::Kind::Switch), 1);
        QCOMPARE(outcomes[1].result.count(PlanStep::Kind::Switch), 0);
        QVERIFY(outcomes[0].result.offAirWithPlan < outcomes[1].result.offAirWithPlan);
        QVERIFY(progressed.count() >= 1);
    }
    void aPlanFileThatIsWrongIsSaidWithItsNameAndNothingRuns()
    {
        BacktestRun run(m_session, showWithPlan());
        QString why;
        connect(&run, &BacktestRun::failed, &run, [&](const QString &said) { why = said; });
        run.start({{std::nullopt, file("bad.json", "{}")}}, 2s);
        QTRY_VERIFY_WITH_TIMEOUT(!why.isEmpty(), 20000);
        QVERIFY2(why.contains(QStringLiteral("bad.json")), qPrintable(why));
        why.clear();
        run.start({{std::nullopt, m_folder.filePath(QStringLiteral("none.json"))}}, 2s);
        QTRY_VERIFY_WITH_TIMEOUT(!why.isEmpty(), 20000);
        QVERIFY2(why.contains(QStringLiteral("none.json")), qPrintable(why));
    }
    void aRunThatIsCalledOffHasNoOutcome()
    {
        BacktestRun run(m_session, showWithPlan());
        const QSignalSpy finished(&run, &BacktestRun::finished);
        const QSignalSpy cancelled(&run, &BacktestRun::cancelled);
        run.start({ofShow()}, 2s);
        run.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), 20000);
        QCOMPARE(finished.count() + cancelled.count(), 1); // it may have been at its end already
    }

    void theWindowOffersTheShowsPlansAndAsksForARun()
    {
        BacktestWindow window(showWithPlan(), 0us);
        std::vector<BacktestWindow::Choice> asked;
        std::chrono::milliseconds effect{0};
        connect(&window, &BacktestWindow::runRequested, &window,
                [&](const std::vector<BacktestWindow::Choice> &choices, std::chrono::milliseconds after) {
                    asked = choices;
                    effect = after;
                });
        window.offerFile(1, QStringLiteral("/plans/other.json"));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(asked.size(), std::size_t(2));
        QCOMPARE(asked[0].plan, std::optional(0));
        QCOMPARE(asked[1].file, QStringLiteral("/plans/other.json"));
        QCOMPARE(effect, 10000ms);
        const QSignalSpy cancelled(&window, &BacktestWindow::cancelRequested);
        QTest::keyClick(&window, Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
    }
    void theWindowShowsBothPlansWhatSetsThemApartAndGoesToAStep()
    {
        BacktestWindow window(showWithPlan(), 0us);
        BacktestResult one;
        one.offAirReally = one.offAirWithPlan = 20s;
        BacktestResult two = one;
        two.offAirWithPlan = 5s;
        PlanStep step;
        step.from = QStringLiteral("A");
        step.to = QStringLiteral("B");
        step.because = QStringLiteral("A: no signal for 1.0 s");
        step.at.elapsed = 61s;
        two.steps = {{step, 3000ms}};
        window.setResults({{mainPlan(), one}, {mainPlan(), two}}, {});
        const auto *figures = window.findChild<QTableWidget *>();
        QVERIFY(figures);
        QStringList column;
        for (int row = 0; row < figures->rowCount(); ++row)
            column.append(figures->item(row, 2)->text());
        QVERIFY2(column.contains(QStringLiteral("+1")), qPrintable(column.join(u'|'))); // one switch more
        QVERIFY2(column.contains(QStringLiteral("-15.0 s")), qPrintable(column.join(u'|')));
        const QSignalSpy sought(&window, &BacktestWindow::seekRequested);
        auto lists = window.findChildren<QListWidget *>();
        QCOMPARE(lists.size(), 2);
        std::ranges::sort(lists, {}, &QWidget::accessibleName); // "… first …", "… second …"
        QVERIFY(lists[0]->item(0)->text().contains(QStringLiteral("nothing")));
        Q_EMIT lists[1]->itemActivated(lists[1]->item(0));
        QCOMPARE(sought.count(), 1);
        QCOMPARE(sought.first().first().value<std::chrono::microseconds>(), std::chrono::microseconds(61s));
    }
    void aFailureIsSaidAndTheRunIsOver()
    {
        BacktestWindow window(showWithPlan(), 0us);
        window.setFailure(QStringLiteral("bad.json: wrong."));
        bool said = false;
        for (const QObject *each : window.findChildren<QObject *>())
            said = said || each->property("text").toString().contains(QStringLiteral("bad.json: wrong."));
        QVERIFY(said);
        Show none = smallShow();
        BacktestWindow empty(none, 0us);
        const auto *picker = empty.findChild<QComboBox *>();
        QVERIFY(picker && picker->count() == 2); // none, and a file
    }
};

QTEST_MAIN(BacktestRunTest)
#include "backtest_run_test.moc"
