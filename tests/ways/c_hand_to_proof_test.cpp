// Way (c): a hand becomes a command, and is proven. Tally moves when the cloud confirms, not when the hand asks.

#include "app/models/words.h"
#include "tests/ways/stage.h"

#include "widgets/alarm_strip.h"
#include "widgets/hold_button.h"

#include <QAbstractItemView>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;

class HandToProof : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QStringList steps(const Listener &heard)
    {
        QStringList steps;
        for (const Record &record : heard.records) {
            if (const auto *command = std::get_if<CommandRecord>(&record.payload))
                steps.append(words::step(command->step));
        }
        return steps;
    }
    static widgets::HoldButton *button(ControlWindow &window, const QString &text)
    {
        for (auto *one : window.findChildren<widgets::HoldButton *>()) {
            if (one->text().startsWith(text))
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void aHeldSwitchIsRequestedSentAcceptedAndConfirmedAndOnlyThenMovesTheTally()
    {
        Cloud cloud;
        Show show = oneFeedShow(freePort());
        Feed second = show.feeds[0];
        second.id = {QStringLiteral("CAM 2")};
        second.srt.port = freePort();
        show.feeds.append(second);
        cloud.addTo(show);
        auto room = LiveRoom::open(show, m_folder.filePath(QStringLiteral("c.gantry")));
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        RoomScreens screens(show, (*room)->records(), (*room)->pictures());
        screens.control().offerActions();
        connect(&screens.control(), &ControlWindow::commandRequested, this,
                [&](const QString &encoder, cloud::Verb verb, const QString &input) {
                    (*room)->request(EncoderId{encoder}, verb, input, QStringLiteral("operator"));
                });
        screens.control().show();
        QVERIFY(QTest::qWaitForWindowExposed(&screens.control()));
        const auto onProgram = [](const char *feed) {
            return [feed](const TallyRecord &tally) {
                return tally.feed.text == QLatin1String(feed) && tally.tally == Tally::Program;
            };
        };
        QVERIFY(becomesTrue([&] { return heard.has<TallyRecord>(onProgram("CAM 1")); }));

        // The keyboard alone: focus on the button, hold the space bar.
        widgets::HoldButton *toB = button(screens.control(), QStringLiteral("Switch to B"));
        QVERIFY(toB);
        QVERIFY(becomesTrue([&] { return !toB->blocked(); }));
        toB->setFocus();
        QTest::keyPress(toB, Qt::Key_Space);
        QVERIFY(becomesTrue([&] { return !steps(heard).isEmpty(); }));
        QTest::keyRelease(toB, Qt::Key_Space);

        QVERIFY(becomesTrue([&] { return steps(heard).contains(QStringLiteral("confirmed")); }, 20s));
        QCOMPARE(steps(heard), (QStringList{QStringLiteral("requested"), QStringLiteral("sent"),
                                            QStringLiteral("accepted"), QStringLiteral("confirmed")}));
        QVERIFY(becomesTrue([&] { return heard.has<TallyRecord>(onProgram("CAM 2")); }));
        const Record *accepted =
            heard.first<CommandRecord>([](const CommandRecord &c) { return c.step == CommandStep::Accepted; });
        QVERIFY(heard.first<TallyRecord>(onProgram("CAM 2"))->number > accepted->number);
        QVERIFY(!heard.first<TallyRecord>(onProgram("CAM 2"), 0) ||
                heard.first<TallyRecord>(onProgram("CAM 2"))->at.elapsed - accepted->at.elapsed >
                    500ms); // not from the wish
    }

    void tabGoesFromTheFeedsToTheActionsToTheAlarms()
    {
        Show show = oneFeedShow(freePort());
        Cloud cloud;
        cloud.addTo(show);
        auto room = LiveRoom::open(show, m_folder.filePath(QStringLiteral("tab.gantry")));
        QVERIFY(room);
        RoomScreens screens(show, (*room)->records(), (*room)->pictures());
        screens.control().offerActions();
        QStringList order;
        QWidget *first = screens.control().findChild<widgets::AlarmStrip *>();
        for (QWidget *widget = first; order.isEmpty() || widget != first; widget = widget->nextInFocusChain()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->window() != &screens.control() ||
                widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            // What is rarely wanted is folded away, and Tab passes it by.
            auto *one = qobject_cast<widgets::HoldButton *>(widget);
            if (one && one->isVisibleTo(&screens.control()))
                order.append(one->text().section(u' ', 0, 2));
            else if (qobject_cast<widgets::AlarmStrip *>(widget) || qobject_cast<QAbstractItemView *>(widget))
                order.append(widget->accessibleName());
        }
        QCOMPARE(order.mid(1),
                 (QStringList{QStringLiteral("Feeds"), QStringLiteral("Feed details of CAM 1"),
                              QStringLiteral("Switch to A"), QStringLiteral("Switch to B"),
                              QStringLiteral("Start Main"), QStringLiteral("Stop Main"),
                              QStringLiteral("Alarms, worst first"), QStringLiteral("Commands, newest first")}));
    }

    void aShortPressDoesNothing()
    {
        Cloud cloud;
        Show show = oneFeedShow(freePort());
        cloud.addTo(show);
        auto room = LiveRoom::open(show, m_folder.filePath(QStringLiteral("short.gantry")));
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        RoomScreens screens(show, (*room)->records(), (*room)->pictures());
        screens.control().offerActions();
        connect(&screens.control(), &ControlWindow::commandRequested, this,
                [&](const QString &encoder, cloud::Verb verb, const QString &input) {
                    (*room)->request(EncoderId{encoder}, verb, input, QStringLiteral("operator"));
                });
        screens.control().show();
        QVERIFY(QTest::qWaitForWindowExposed(&screens.control()));
        widgets::HoldButton *stop = button(screens.control(), QStringLiteral("Stop"));
        QVERIFY(stop);
        QVERIFY(becomesTrue([&] { return heard.newest<EncoderRecord>() != nullptr; }));
        QTest::mousePress(stop, Qt::LeftButton);
        QTest::qWait(300);
        QTest::mouseRelease(stop, Qt::LeftButton);
        QTest::keyClick(stop, Qt::Key_Space);
        QTest::qWait(800);
        QVERIFY(steps(heard).isEmpty());
    }
};

QTEST_MAIN(HandToProof)
#include "c_hand_to_proof_test.moc"
