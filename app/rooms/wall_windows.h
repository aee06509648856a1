#pragma once
// The walls of a room: those of the show and what hands open beside them, each on its monitor. A person's choice is
// remembered by monitor; where one is gone its wall opens on the main one, says so, and goes back when the monitor
// does. Closing a wall closes a window and nothing else. UI thread.

#include "app/show/show.h"
#include "app/windows/wall_memories.h"
#include "app/windows/wall_window.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gantry {

using FrameSlots = std::vector<std::shared_ptr<media::FrameSlot>>; // one a feed, in the order of the show

class WallWindows final : public QObject
{
    Q_OBJECT

public:
    using Monitors = std::function<std::vector<Monitor>()>;

    // The model outlives this. Nothing is remembered before remember().
    WallWindows(const Show &show, QAbstractItemModel *feeds, FrameSlots pictures, Monitors monitors = desktopMonitors);
    ~WallWindows() override;

    static std::vector<Monitor> desktopMonitors();

    // From now on places are those of the last time, and are kept. Opens the walls that hands had opened.
    void remember(const QString &path);

    WallWindow &first() { return *m_walls.front().window; }
    QList<WallWindow *> windows() const;
    WallWindow *add();
    // Shows each where it belongs.
    void show();
    // Monitors have come or gone.
    void follow();

    void selectFeed(int row);
    void forgetPictures();
    void setHeard(int row);
    void say(const QString &sentence);
    void setLoadText(const QString &text);
    std::vector<WallSight> sights() const;

    // The name of the layout that was chosen for this wall the last time; empty: none.
    QString layoutOf(const WallWindow *window) const;
    void keepLayout(const WallWindow *window, const QString &name);

Q_SIGNALS:
    // What was chosen the last time is known now.
    void remembered();
    void listenRequested(int row);
    // There is one more, or one less: menus list them anew.
    void changed();
    // A wall has just been made: whoever dresses walls dresses it.
    void made(gantry::WallWindow *window);
    void sightChanged();

private:
    struct Stand
    {
        std::unique_ptr<WallWindow> window;
        WallMemory memory;
        bool fromShow = false;
        int monitor = -1;       // on which it was put
        bool displaced = false; // its own is gone
    };
    Stand &make(const QString &name, const WallMemory &memory, bool fromShow);
    Stand *standOf(const WallWindow *window);
    const Stand *standOf(const WallWindow *window) const;
    void place(Stand &stand);
    void choose(WallWindow *window, int monitor);
    void note(WallWindow *window);
    void noteLooks(WallWindow *window);
    static void look(Stand &stand); // as it is remembered
    void closed(WallWindow *window);
    void keepAll();
    QString freeName() const;

    const QString m_show;
    QAbstractItemModel *const m_feeds;
    const FrameSlots m_pictures;
    const Monitors m_monitors;
    std::unique_ptr<WallMemories> m_memories;
    std::vector<Stand> m_walls;
    int m_heard = -1;
    QString m_loadText;
    bool m_shown = false;
    bool m_placing = false; // what windows say of their state now is our own doing
};

} // namespace gantry
