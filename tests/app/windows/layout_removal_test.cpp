// Removing a layout: asked first, out of the show's file too, and never the last one.

#include "app/show/show_file.h"
#include "tests/app/windows/layout_desk.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QTemporaryDir>

using namespace gantry;
using namespace gantry::tests;
using namespace Qt::StringLiterals;

namespace {

struct RemovalDesk : Desk
{
    using Desk::Desk;

    QAction *removeAction()
    {
        for (QAction *action : layoutMenu(*wall)->actions()) {
            if (action->text().contains(u"Remove"_s))
                return action;
        }
        return nullptr;
    }
    void answer(bool yes)
    {
        auto *question = wall->findChild<QMessageBox *>(u"removeLayout"_s);
        QVERIFY(question);
        for (QAbstractButton *button : question->buttons()) {
            if ((question->buttonRole(button) == QMessageBox::DestructiveRole) == yes)
                button->click();
        }
    }
    void removeCurrent(bool yes)
    {
        removeAction()->trigger();
        answer(yes);
        // Gone before the next one is asked.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

} // namespace

class LayoutRemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { widgets::applyTheme(*qApp); }

    void aLayoutIsRemovedFromTheShowAfterAQuestion()
    {
        QTemporaryDir folder;
        const QString path = fileOf(showWith(three), folder);
        RemovalDesk desk(three, path);
        WallWindow second(u"Second"_s, desk.show.name, &desk.feeds, desk.pictures);
        auto *other = new LayoutHand(second, second.canvas(), desk.book);
        other->choose(u"Four"_s);
        desk.key(Qt::Key_2);
        desk.removeCurrent(false);
        QCOMPARE(desk.book.layouts(), three);
        desk.removeCurrent(true);
        QCOMPARE(desk.book.layouts(), (QList<Layout>{three[0], three[2]}));
        QCOMPARE(readShowFile(path)->layouts, desk.book.layouts());
        QCOMPARE(desk.hand->current(), u"All"_s);
        QCOMPARE(desk.canvas().cellCount(), int(desk.show.feeds.size()));
        QVERIFY(desk.said.contains(u"Large"_s));
        QCOMPARE(other->current(), u"Four"_s);
        desk.key(Qt::Key_2); // the next one has its key now
        QCOMPARE(desk.hand->current(), u"Four"_s);
        desk.removeCurrent(true);
        QCOMPARE(other->current(), u"All"_s);
        QVERIFY2(!desk.removeAction()->isEnabled(), "the last one stays");
        QVERIFY(!desk.removeAction()->toolTip().isEmpty());
    }

    void theUsualLayoutsStay()
    {
        RemovalDesk desk(QList<Layout>{});
        QVERIFY(!desk.removeAction()->isEnabled());
        desk.hand->editNew();
        desk.inEditor(Qt::Key_Insert);
        desk.inEditor(Qt::Key_S, Qt::ControlModifier);
        const qsizetype before = desk.book.layouts().size();
        desk.removeCurrent(true);
        QCOMPARE(desk.book.layouts().size(), before - 1);
        QVERIFY(!desk.removeAction()->isEnabled());
        QVERIFY(!desk.book.remove(desk.hand->current()));
        QCOMPARE(desk.book.layouts().size(), before - 1);
    }

    void whatCannotBeRemovedIsTold()
    {
        QTemporaryDir folder;
        RemovalDesk desk(three, folder.filePath(u"gone.json"_s));
        desk.removeCurrent(true);
        QVERIFY(desk.said.contains(u"gone.json"_s));
        QCOMPARE(desk.book.layouts(), three);
    }

    void aRoomLockedWhileTheQuestionStandsRemovesNothing()
    {
        RemovalDesk desk(three);
        desk.removeAction()->trigger();
        desk.hand->setEditable(false, u"Show lock"_s);
        desk.answer(true);
        QCOMPARE(desk.book.layouts(), three);
        QVERIFY(!desk.removeAction()->isEnabled());
    }
};

QTEST_MAIN(LayoutRemovalTest)
#include "layout_removal_test.moc"
