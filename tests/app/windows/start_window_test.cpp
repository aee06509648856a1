// The first window: three choices, what was recorded last, and what the machine brings.

#include "app/windows/readiness_pane.h"
#include "app/windows/start_window.h"
#include "widgets/theme.h"

#include <QCommandLinkButton>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;

namespace {

const QList<ReadyPoint> points{
    {u"Clock"_s, ReadyPoint::State::Ready, u"A time server keeps it."_s, {}},
    {u"Sound"_s, ReadyPoint::State::Attention, u"There is no device."_s, u"Connect one."_s},
    {u"Keychain"_s, ReadyPoint::State::Unknown, u"It is being asked."_s, {}},
};

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts.append(label->text());
    return texts;
}

} // namespace

class StartWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { widgets::applyTheme(*qApp); }

    void everyPointHasItsMarkItsWordAndWhatToDo()
    {
        ReadinessPane pane;
        pane.setPoints(points);
        QCOMPARE(textsOf(pane), (QStringList{u"✓"_s, u"Clock: ready"_s, u"A time server keeps it."_s, u"▲"_s,
                                             u"Sound: needs a look"_s, u"There is no device.\nConnect one."_s, u"?"_s,
                                             u"Keychain: not known"_s, u"It is being asked."_s}));
    }

    void whatAPersonIsToldToTypeIsReachedByTabAndTheRestIsPassedOver()
    {
        ReadinessPane pane;
        pane.setPoints(points);
        QStringList stops;
        for (const QLabel *label : pane.findChildren<QLabel *>()) {
            if (label->focusPolicy() & Qt::TabFocus)
                stops.append(label->text());
        }
        QCOMPARE(stops, QStringList{u"There is no device.\nConnect one."_s});
    }

    void aPointThatComesLaterTakesItsRow()
    {
        ReadinessPane pane;
        pane.setPoints(points);
        QList<ReadyPoint> later = points;
        later[2] = {u"Keychain"_s, ReadyPoint::State::Ready, u"It answers."_s, {}};
        pane.setPoints(later);
        QCOMPARE(textsOf(pane).size(), 9);
        QCOMPARE(textsOf(pane).mid(6), (QStringList{u"✓"_s, u"Keychain: ready"_s, u"It answers."_s}));
    }

    void theChoicesAndTheSessionsAreThere()
    {
        QTemporaryDir folder;
        QFile session(folder.filePath(u"Final.gantry"_s));
        QVERIFY(session.open(QIODevice::WriteOnly));
        session.close();
        StartWindow window(folder.path());
        window.setReadiness(points);
        QSignalSpy chosen(&window, &StartWindow::chosen);
        const auto buttons = window.findChildren<QCommandLinkButton *>();
        QCOMPARE(buttons.size(), 3);
        buttons.first()->click();
        QCOMPARE(chosen.takeFirst().first().toStringList(), QStringList{u"rehearse"_s});
        auto *list = window.findChild<QListWidget *>();
        Q_EMIT list->itemActivated(list->item(0));
        QCOMPARE(chosen.takeFirst().first().toStringList(), (QStringList{u"replay"_s, session.fileName()}));
    }
};

QTEST_MAIN(StartWindowTest)
#include "start_window_test.moc"
