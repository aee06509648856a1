// What a hand does to the rehearsal cloud, and what it is told of it.

#include "app/models/fault_model.h"
#include "app/windows/fault_window.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace gantry;

namespace {

struct Hand
{
    FaultModel model{{QStringLiteral("A"), QStringLiteral("B")}};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    FaultWindow window{QStringLiteral("Rehearsal"), model};
    QSignalSpy lines{&window, &FaultWindow::lineRequested};
    QListView *list = window.findChild<QListView *>();

    Hand()
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    QJsonObject line() { return QJsonDocument::fromJson(lines.takeLast().first().toByteArray()).object(); }
    int row(const QString &what)
    {
        for (int i = 0; i < model.rowCount(); ++i) {
            if (model.index(i).data().toString() == what)
                return i;
        }
        return -1;
    }
    void tell(const char *json) { model.setActive(QByteArray(json).replace('\'', '"')); }
    QString state(int row) { return model.index(row).data(FaultRole::State).toString(); }
};

} // namespace

class FaultWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFaultIsTurnedOnForTheTimeThatIsChosen()
    {
        Hand hand;
        QVERIFY(hand.list->hasFocus());
        QTest::keyClick(hand.list, Qt::Key_Down);
        QTest::keyClick(hand.list, Qt::Key_Space);
        const QJsonObject line = hand.line();
        QCOMPARE(line.value(QLatin1String("fault")).toString(), QStringLiteral("500"));
        QCOMPARE(line.value(QLatin1String("for")).toInt(), 30);
        auto *lasting = hand.window.findChild<QComboBox *>();
        lasting->setCurrentIndex(lasting->count() - 1);
        QTest::keyClick(hand.list, Qt::Key_Return);
        QVERIFY(!hand.line().contains(QLatin1String("for")));
    }

    void aFaultThatIsOnIsTurnedOffAndNoOtherOne()
    {
        Hand hand;
        const int row = hand.row(QStringLiteral("Input B is lost"));
        QVERIFY(row >= 0);
        QCOMPARE(hand.state(row), QStringLiteral("off"));
        hand.tell("[{'fault':'input_loss','input':'B','for':11.2}]");
        QCOMPARE(hand.state(row), QStringLiteral("ON · 12 s left"));
        QCOMPARE(hand.state(hand.row(QStringLiteral("Input A is lost"))), QStringLiteral("off"));
        QVERIFY(hand.model.index(row).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("12 s left")));
        hand.list->setCurrentIndex(hand.model.index(row));
        QTest::keyClick(hand.list, Qt::Key_Enter);
        const QJsonObject cleared = hand.line().value(QLatin1String("clear")).toObject();
        QCOMPARE(cleared.value(QLatin1String("input")).toString(), QStringLiteral("B"));
        hand.model.setActive("[]");
        QCOMPARE(hand.state(row), QStringLiteral("off"));
    }

    void oneKeyMakesEverythingWellAgain()
    {
        Hand hand;
        QTest::keyClick(&hand.window, Qt::Key_Backspace, Qt::ControlModifier);
        QCOMPARE(hand.line().value(QLatin1String("clear")).toString(), QStringLiteral("all"));
        QTest::mouseClick(hand.window.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(hand.line().value(QLatin1String("clear")).toString(), QStringLiteral("all"));
    }

    void everythingThatActsHasANameAndATooltip()
    {
        Hand hand;
        for (QWidget *widget :
             {static_cast<QWidget *>(hand.list), static_cast<QWidget *>(hand.window.findChild<QComboBox *>()),
              static_cast<QWidget *>(hand.window.findChild<QPushButton *>())}) {
            QVERIFY(!widget->accessibleName().isEmpty());
            QVERIFY(!widget->toolTip().isEmpty());
        }
    }

    void nonsenseFromTheCloudTurnsNothingOn()
    {
        Hand hand;
        for (const char *json : {"", "7", "[{}]", "[{'fault':'meteor'}]", "{'fault':'500'}"}) {
            hand.tell(json);
            for (int row = 0; row < hand.model.rowCount(); ++row)
                QCOMPARE(hand.state(row), QStringLiteral("off"));
        }
    }
};

QTEST_MAIN(FaultWindowTest)
#include "fault_window_test.moc"
