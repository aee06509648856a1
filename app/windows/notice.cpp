#include "app/windows/notice.h"

#include "widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QTimer>

namespace gantry {

Notice::Notice(QWidget *under) : QLabel(under), m_end(new QTimer(this))
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
    setMargin(8);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAutoFillBackground(true);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, widgets::palette::panel);
    colours.setColor(QPalette::WindowText, widgets::palette::text);
    setPalette(colours);
    m_end->setSingleShot(true);
    m_end->setInterval(inView);
    connect(m_end, &QTimer::timeout, this, &QWidget::hide);
    under->installEventFilter(this);
    hide();
}

void Notice::say(const QString &sentence)
{
    setText(sentence);
    setVisible(!sentence.isEmpty());
    m_end->start();
    place();
    if (sentence.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool Notice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QLabel::eventFilter(watched, event);
}

void Notice::place()
{
    const QRect room = parentWidget()->rect().adjusted(12, 12, -12, -12);
    const QFontMetrics metrics(font());
    const int width = std::min(room.width(), metrics.horizontalAdvance(text()) + 4 * margin());
    const int height = heightForWidth(width);
    setGeometry(room.center().x() - width / 2, room.bottom() - height, width, height);
    raise();
}

} // namespace gantry
