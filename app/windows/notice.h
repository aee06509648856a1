#pragma once
// One sentence over the lower edge of a widget, for some seconds: what came of a hand's wish. It takes no mouse, no
// focus and no room.

#include <QLabel>

class QTimer;

namespace gantry {

class Notice final : public QLabel
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds inView{8};

    // Over `under`, which owns it.
    explicit Notice(QWidget *under);

    // Empty: nothing more to say.
    void say(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QTimer *m_end = nullptr;
};

} // namespace gantry
