#pragma once
// The first window: rehearse, open a show, replay a session; below, what was recorded last.

#include <QWidget>

class QListWidget;

namespace gantry {

class StartWindow final : public QWidget
{
    Q_OBJECT

public:
    // `sessions`: the folder where sessions are kept.
    explicit StartWindow(const QString &sessions, QWidget *parent = nullptr);

Q_SIGNALS:
    // The words of the command line that do it: {"open", "/shows/final.json"}.
    void chosen(const QStringList &verb);

private:
    void chooseFile(const QString &verb, const QString &title, const QString &folder, const QString &filter);
    void listSessions();

    const QString m_sessions;
    QListWidget *m_recent = nullptr;
};

} // namespace gantry
