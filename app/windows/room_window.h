#pragma once
// What every window of a room has: the banner, the menu with the other windows, the room's lock, the keys page and
// about. Closing one window of several never stops anything.

#include <QMainWindow>

class QMenu;

namespace gantry {

class Banner;
class Notice;
class ShowLock;

class RoomWindow : public QMainWindow
{
    Q_OBJECT

public:
    // `name` is the window's own: "Control". `show` is shown before it in the title.
    RoomWindow(const QString &name, const QString &show, QWidget *parent = nullptr);

    QString name() const { return m_name; }
    // Where a room is not live, this is said in the title and in a stripe across the window.
    void setBanner(const QString &text);
    // Entries that bring up the other windows; the first has the key F2, and so on. Again whenever there is one more or
    // one less.
    void listWindows(const QList<RoomWindow *> &windows);
    // A real show is not ended by closing windows: the last one is put away instead. Off for rehearsal and replay.
    void setKeepsRunning(bool keeps) { m_keepsRunning = keeps; }
    // The room's; outlives the window. Brings Ctrl+L and Ctrl+E, and its word into the title.
    void setLock(ShowLock *lock);
    // One sentence over the window, for some seconds.
    void say(const QString &sentence);

protected:
    // The window's content below the banner.
    void setContent(QWidget *content);
    // One more menu, before that of the windows.
    QMenu *addMenu(const QString &title);
    // By whom its pictures are drawn and why, in sentences, for About.
    virtual QString drawnBy() const;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void tellTitle();
    void showKeys();
    void showAbout();
    void endShow();

    const QString m_name;
    const QString m_show;
    QString m_bannerText;
    Banner *m_banner = nullptr;
    Notice *m_notice = nullptr;
    ShowLock *m_lock = nullptr;
    QMenu *m_windows = nullptr;
    QList<RoomWindow *> m_siblings; // all windows of the room, this one too
    bool m_keepsRunning = false;
};

} // namespace gantry
