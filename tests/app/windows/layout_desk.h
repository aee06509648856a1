#pragma once
// One wall window with its layouts, as a hand finds it.

#include "app/models/layout_book.h"
#include "app/rooms/room_screens.h"
#include "app/show/show_file.h"
#include "app/windows/layout_hand.h"
#include "app/windows/wall_window.h"
#include "tests/support/hand_room.h"
#include "widgets/wall/edit_surface.h"
#include "widgets/wall/layout_editor.h"
#include "widgets/wall/wall_canvas.h"

#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTest>

namespace gantry::tests {

using namespace Qt::StringLiterals;
using widgets::CellKind;

inline Show showWith(const QList<Layout> &layouts)
{
    Show show = smallShow();
    for (const QString &name : {u"CAM 2"_s, u"CAM 3"_s, u"CAM 4"_s}) {
        Feed feed;
        feed.id = {name};
        feed.srt.mode = media::SrtAddress::Mode::Listener;
        feed.srt.port = quint16(9100 + show.feeds.size());
        if (std::ranges::none_of(show.feeds, [&](const Feed &other) { return other.id == feed.id; }))
            show.feeds.append(feed);
    }
    show.layouts = layouts;
    return show;
}

inline const QList<Layout> three{{u"All"_s, u"automatic"_s, {}, {}},
                                 {u"Large"_s, u"1"_s, {}, {}},
                                 {u"Four"_s, u"2x2"_s, {}, {{{}, {CellKind::Feed, u"CAM 2"_s}}}}};

// The path of a file of this show.
inline QString fileOf(const Show &show, const QTemporaryDir &folder)
{
    QFile file(folder.filePath(u"show.json"_s));
    return file.open(QIODevice::WriteOnly) && file.write(writeShow(show)) > 0 ? file.fileName() : QString();
}

inline QMenu *layoutMenu(const QMainWindow &window)
{
    for (const QAction *action : window.menuBar()->actions()) {
        if (action->text() == u"&Layout")
            return action->menu();
    }
    return nullptr;
}

struct Desk
{
    explicit Desk(const QList<Layout> &layouts, const QString &path = {})
        : show(showWith(layouts)), feeds(show, source), book(show, path)
    {
        for (qsizetype i = 0; i < show.feeds.size(); ++i)
            pictures.push_back(std::make_shared<media::FrameSlot>());
        wall = std::make_unique<WallWindow>(u"Wall"_s, show.name, &feeds, pictures);
        hand = new LayoutHand(*wall, wall->canvas(), book);
        QObject::connect(hand, &LayoutHand::said, wall.get(), [this](const QString &sentence) { said = sentence; });
        wall->show();
        QVERIFY(QTest::qWaitForWindowActive(wall.get()));
    }

    widgets::WallCanvas &canvas() { return wall->canvas(); }
    void key(int key, Qt::KeyboardModifiers held = Qt::ControlModifier)
    {
        QTest::keyClick(&canvas(), Qt::Key(key), held);
    }
    void inEditor(int key, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        QTest::keyClick(&hand->editor()->surface(), Qt::Key(key), held);
    }

    HandRoom source;
    Show show;
    WallModel feeds;
    LayoutBook book;
    std::vector<std::shared_ptr<media::FrameSlot>> pictures;
    std::unique_ptr<WallWindow> wall;
    LayoutHand *hand = nullptr;
    QString said;
};

} // namespace gantry::tests
