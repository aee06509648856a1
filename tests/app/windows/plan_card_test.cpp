// A plan in the control window: what it says, what arms it, and the keys that act wherever the focus is.

#include "app/models/plan_model.h"
#include "app/models/room_status.h"
#include "app/windows/control_window.h"
#include "app/windows/plan_card.h"
#include "app/windows/plan_keys.h"
#include "tests/support/hand_room.h"
#include "tests/support/plan_stories.h"
#include "widgets/hold_button.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using widgets::HoldButton;

namespace {

Show plannedShow(bool slate)
{
    Show show = smallShow();
    show.plans.append(mainPlan());
    if (slate) {
        show.encoders[0].inputs.append({u"SLATE"_s, {}});
        show.plans[0].sources.append({u"SLATE"_s, {}, true});
    }
    return show;
}

struct Desk
{
    explicit Desk(bool acts = true, bool slate = true)
        : show(plannedShow(slate))
        , models(show, source)
        , window(
              show.name,
              {&models.wall, &models.details, &models.encoders, &models.alarms, &models.audit, &status, &models.plans},
              source)
        , keys([this] { return window.planInHand(); })
    {
        QObject::connect(&source, &RecordSource::arrived, [this](const RecordBatch &batch) { models.apply(batch); });
        if (acts)
            window.offerActions();
        window.show();
        card = window.findChild<PlanCard *>();
        for (HoldButton *button : card->findChildren<HoldButton *>())
            button->setClock([this] { return now; });
    }
    HoldButton *button(const QString &text) const
    {
        for (auto *one : card->findChildren<HoldButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    void hold(HoldButton *button, std::chrono::milliseconds time)
    {
        for (; time > 0ms; time -= 10ms) {
            now += 10ms;
            button->tick();
        }
    }
    // The whole card as a person reads it.
    QString text() const
    {
        QStringList lines;
        for (const QLabel *label : card->findChildren<QLabel *>())
            if (!label->isHidden())
                lines.append(label->text());
        return lines.join(u'\n');
    }
    PlanRecord record(PlanMode mode = PlanMode::Auto) const
    {
        PlanRecord plan;
        plan.plan = {u"main-stage"_s};
        plan.encoder = {u"Main"_s};
        plan.mode = mode;
        plan.actor = u"ann"_s;
        plan.active = u"A"_s;
        plan.sources = {{u"A"_s, Fitness::Unfit, u"no signal"_s, source.now().elapsed - 4s},
                        {u"B"_s, Fitness::Fit, {}, source.now().elapsed - 60s}};
        return plan;
    }

    std::chrono::steady_clock::time_point now{};
    HandRoom source;
    Show show;
    RoomModels models;
    RoomStatus status;
    ControlWindow window;
    PlanKeys keys;
    PlanCard *card = nullptr;
};

} // namespace

class PlanCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePlanSaysItsModeWhatIsOnAirAndHowFitEachInputIs()
    {
        Desk desk;
        desk.source.clock.pass(100s);
        desk.source.happens(desk.record());
        const QString text = desk.text();
        for (const QString &words : {u"Plan main-stage"_s, u"▶ AUTO"_s, u"by ann"_s, u"on air: A · CAM 1"_s,
                                     u"A · CAM 1: unfit, no signal for 4.0 s"_s, u"B · CAM 2: fit for 1 min 00 s"_s,
                                     u"SLATE: made by the encoder, trusted"_s})
            QVERIFY2(text.contains(words), qPrintable(words + u"\nnot in\n"_s + text));
        QVERIFY(desk.card->accessibleName().contains(u"AUTO"_s));
        QVERIFY(desk.models.plans.summary().contains(u"▶ AUTO"_s));
    }

    void theTimeLeftIsCountedDown()
    {
        Desk desk;
        PlanRecord plan = desk.record();
        plan.pause = PlanPause::Grace;
        plan.pauseUntil = desk.source.now().elapsed + 20s;
        desk.source.happens(plan);
        QVERIFY(desk.text().contains(u"decides in 20 s"_s));
        desk.source.clock.pass(8s);
        desk.models.plans.refresh();
        QVERIFY(desk.text().contains(u"decides in 12 s"_s));
    }

    void threeTripsAreSaidAndSoIsTheProvidersOwnFailover()
    {
        Desk desk;
        PlanRecord plan = desk.record(PlanMode::Hold);
        plan.actor = u"rule main-stage"_s;
        plan.reason = u"A: no signal for 1.0 s. It has tripped 3 times in 600.0 s: a person has to decide."_s;
        desk.source.happens(plan);
        EncoderRecord sample = encoder(cloud::EncoderState::Running, "RUNNING", {u"A"_s, u"A"_s});
        QVERIFY(!desk.text().contains(u"own failover"_s));
        sample.sample.preferredInput = u"A"_s;
        desk.source.happens(sample);
        QVERIFY(desk.text().contains(u"■ HOLD"_s));
        QVERIFY(desk.text().contains(u"tripped 3 times"_s));
        QVERIFY(desk.text().contains(u"own failover is on: Main goes back to A"_s));
    }

    void armingTakesAHoldAndAPressDoesNothing()
    {
        Desk desk;
        QSignalSpy asked(&desk.window, &ControlWindow::planModeRequested);
        HoldButton *button = desk.button(u"AUTO"_s);
        QTest::keyPress(button, Qt::Key_Space);
        desk.hold(button, 300ms);
        QTest::keyRelease(button, Qt::Key_Space);
        desk.hold(button, 900ms);
        QCOMPARE(asked.size(), 0);
        QTest::keyPress(button, Qt::Key_Space);
        desk.hold(button, 650ms);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][1].value<PlanMode>(), PlanMode::Auto);
        desk.source.happens(desk.record());
        QVERIFY(button->blocked()); // it is armed
        QVERIFY(!desk.button(u"OFF"_s)->blocked());
    }

    void f12HoldsAllAtOnePressWhereverTheFocusIs()
    {
        Desk desk;
        QSignalSpy held(&desk.keys, &PlanKeys::holdAllRequested);
        QTest::keyClick(&desk.window, Qt::Key_F12);
        QCOMPARE(held.size(), 1);
        QTest::keyClick(&desk.window, Qt::Key_F12, Qt::ControlModifier); // another key
        QCOMPARE(held.size(), 1);
    }

    void f9HeldCutsToTheSlateAndLettingGoEarlyDoesNot()
    {
        Desk desk;
        QSignalSpy cut(&desk.window, &ControlWindow::planSlateRequested);
        HoldButton *slate = desk.card->button(PlanCard::Hand::Slate);
        QVERIFY(slate);
        QTest::keyPress(&desk.window, Qt::Key_F9);
        desk.hold(slate, 300ms);
        QTest::keyRelease(&desk.window, Qt::Key_F9);
        desk.hold(slate, 900ms);
        QCOMPARE(cut.size(), 0);
        QTest::keyPress(&desk.window, Qt::Key_F9);
        desk.hold(slate, 650ms);
        QTest::keyRelease(&desk.window, Qt::Key_F9);
        QCOMPARE(cut.size(), 1);
    }

    void aPlanWithoutASlateSaysSoAndOneThatAdvisesNothingToo()
    {
        Desk desk(true, false);
        QSignalSpy said(&desk.keys, &PlanKeys::said);
        QTest::keyClick(&desk.window, Qt::Key_F9);
        QCOMPARE(said.size(), 1);
        QVERIFY(said[0][0].toString().contains(u"no slate"_s));
        QTest::keyClick(&desk.window, Qt::Key_F8);
        QCOMPARE(said.size(), 2);
    }

    void f8HeldTakesTheAdviceAndF10Returns()
    {
        Desk desk;
        PlanRecord plan = desk.record(PlanMode::Advise);
        plan.step = PlanStep{PlanStep::Kind::Switch, u"A"_s, u"B"_s, u"A: no signal for 1.0 s"_s, {}};
        plan.stands = true;
        desk.source.happens(plan);
        QVERIFY(desk.text().contains(u"ADVICE: Switch from A to B"_s));
        QSignalSpy taken(&desk.window, &ControlWindow::planAdviceTaken);
        QTest::keyPress(&desk.window, Qt::Key_F8);
        desk.hold(desk.card->button(PlanCard::Hand::TakeAdvice), 650ms);
        QTest::keyRelease(&desk.window, Qt::Key_F8);
        QCOMPARE(taken.size(), 1);
        QSignalSpy returned(&desk.window, &ControlWindow::planReturnRequested);
        QTest::keyPress(&desk.window, Qt::Key_F10);
        desk.hold(desk.card->button(PlanCard::Hand::Return), 650ms);
        QTest::keyRelease(&desk.window, Qt::Key_F10);
        QCOMPARE(returned.size(), 1);
    }

    void withoutActionsTheCardOnlyLooks()
    {
        Desk desk(false);
        QVERIFY(desk.card->findChildren<HoldButton *>().isEmpty());
        QVERIFY(desk.card->findChildren<QPushButton *>().isEmpty());
    }

    void whatThePlanDidStandsAmongTheCommands()
    {
        Desk desk;
        PlanRecord plan = desk.record();
        plan.change = PlanChange::Mode;
        desk.source.happens(plan);
        plan.change = PlanChange::Sight; // not worth a line
        desk.source.happens(plan);
        plan.change = PlanChange::Step;
        plan.step = PlanStep{PlanStep::Kind::Switch, u"A"_s, u"B"_s, u"A: no signal for 1.0 s"_s, {}};
        desk.source.happens(plan);
        const QStringList lines = modelText(desk.models.audit, {AuditRole::What, AuditRole::Detail});
        QCOMPARE(lines, (QStringList{u"main-stage: Switch from A to B | A: no signal for 1.0 s"_s,
                                     u"main-stage: ▶ AUTO | "_s}));
    }
};

QTEST_MAIN(PlanCardTest)
#include "plan_card_test.moc"
