#include "app/windows/encoder_look.h"

#include "app/models/words.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QPixmap>
#include <QToolButton>
#include <QVBoxLayout>

namespace gantry {

EncoderLook::EncoderLook(const QString &encoder, QWidget *parent)
    : QWidget(parent), m_encoder(encoder), m_open(new QToolButton), m_picture(new QLabel), m_words(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_open, 0, Qt::AlignLeading);
    column->addWidget(m_picture, 0, Qt::AlignLeading);
    column->addWidget(m_words);
    m_open->setText(tr("Picture"));
    m_open->setCheckable(true);
    m_open->setAutoRaise(true);
    m_open->setFocusPolicy(Qt::TabFocus);
    m_open->setToolTip(
        tr("What the provider shows of %1, asked for every few seconds while this is open (Space)").arg(encoder));
    m_open->setAccessibleName(tr("Picture of %1").arg(encoder));
    m_picture->hide();
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setFont(widgets::textFont(0.9, QFont::Normal));
    QPalette colours = m_words->palette();
    colours.setColor(QPalette::WindowText, widgets::palette::secondary);
    m_words->setPalette(colours);
    m_words->hide();
    m_ask.setInterval(askEvery);
    m_second.setInterval(std::chrono::seconds(1));
    connect(m_open, &QToolButton::toggled, this, &EncoderLook::setOpen);
    connect(&m_ask, &QTimer::timeout, this, &EncoderLook::wanted);
    connect(&m_second, &QTimer::timeout, this, &EncoderLook::tell);
}

QWidget *EncoderLook::stop() const
{
    return m_open;
}

void EncoderLook::setOpen(bool isOpen)
{
    m_last = {};
    m_since.invalidate();
    m_words->setVisible(isOpen);
    look();
}

// Asks while it is open and on screen, and not otherwise.
void EncoderLook::look()
{
    if (m_open->isChecked() && m_isOnScreen) {
        m_ask.start();
        m_second.start();
        Q_EMIT wanted();
    } else {
        m_ask.stop();
        m_second.stop();
    }
    tell();
}

void EncoderLook::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_isOnScreen = true;
    look();
}

void EncoderLook::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_isOnScreen = false;
    look();
}

void EncoderLook::setPicture(const EncoderPicture &picture)
{
    // A failed question leaves the last picture for as long as that is not old.
    if (picture.picture.isNull()) {
        m_last.why = picture.why;
    } else {
        m_last = picture;
        m_since.start();
    }
    tell();
}

void EncoderLook::tell()
{
    const auto age = m_last.age + std::chrono::milliseconds(m_since.isValid() ? m_since.elapsed() : 0);
    const bool hasCome = m_since.isValid();
    const bool isThere = m_open->isChecked() && hasCome && age <= oldAfter;
    if (isThere)
        m_picture->setPixmap(QPixmap::fromImage(m_last.picture));
    m_picture->setVisible(isThere);
    QString said = m_last.why.isEmpty() ? tr("waiting for a picture") : m_last.why;
    if (isThere)
        said = tr("picture %1 old").arg(words::duration(age));
    else if (hasCome && m_last.why.isEmpty())
        said = tr("not shown: the newest picture is %1 old").arg(words::duration(age));
    m_words->setText(said);
    m_picture->setAccessibleName(tr("Picture of %1, %2", "encoder, how old").arg(m_encoder, said));
}

} // namespace gantry
