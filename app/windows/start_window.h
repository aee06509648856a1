#pragma once
// The first window: rehearse, open a show, replay a session; below, what was recorded last; beside, what this machine
// brings for a show.

#include "app/control/readiness.h"

#include <QWidget>

class QBoxLayout;
class QListWidget;

namespace gantry {

class ReadinessPane;

class StartWindow final : public QWidget
{
    Q_OBJECT

public:
    // `sessions`: the folder where sessions are kept.
    explicit StartWindow(const QString &sessions, QWidget *parent = nullptr);

    void setReadiness(const QList<ReadyPoint> &points);

Q_SIGNALS:
    // The words of the command line that do it: {"open", "/shows/final.json"}.
    void chosen(const QStringList &verb);

private:
    void chooseFile(const QString &verb, const QString &title, const QString &folder, const QString &filter);
    void listSessions();
    QBoxLayout *buildChoices();
    QBoxLayout *buildReadiness();

    const QString m_sessions;
    QListWidget *m_recent = nullptr;
    ReadinessPane *m_readiness = nullptr;
};

} // namespace gantry
