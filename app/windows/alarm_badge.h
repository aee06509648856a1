#pragma once
// An alarm's plate among widgets: shape, colour and word. Takes no room while there is nothing to say.

#include "widgets/wall/wall_roles.h"

#include <QString>
#include <QWidget>

namespace gantry {

class AlarmBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit AlarmBadge(QWidget *parent = nullptr);

    void tell(widgets::TileAlarm alarm, const QString &word);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    widgets::TileAlarm m_alarm = widgets::TileAlarm::None;
    QString m_word;
};

} // namespace gantry
