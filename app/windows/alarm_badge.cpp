#include "app/windows/alarm_badge.h"

#include "widgets/theme.h"

#include <QPainter>

namespace gantry {

AlarmBadge::AlarmBadge(QWidget *parent) : QWidget(parent)
{
    setFont(widgets::textFont(1.0, QFont::DemiBold));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void AlarmBadge::tell(widgets::TileAlarm alarm, const QString &word)
{
    if (alarm == m_alarm && word == m_word)
        return;
    m_alarm = alarm;
    m_word = word;
    setAccessibleName(word);
    setToolTip(word);
    setVisible(alarm != widgets::TileAlarm::None);
    updateGeometry();
    update();
}

QSize AlarmBadge::sizeHint() const
{
    return widgets::alarmBadgeSize(font(), m_word).toSize();
}

void AlarmBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    widgets::paintAlarmBadge(painter, rect(), m_alarm, m_word);
}

} // namespace gantry
