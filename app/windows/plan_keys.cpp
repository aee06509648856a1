#include "app/windows/plan_keys.h"

#include "widgets/hold_button.h"

#include <QApplication>
#include <QKeyEvent>

#include <optional>

namespace gantry {

namespace {

std::optional<PlanCard::Hand> handOf(int key)
{
    switch (key) {
    case Qt::Key_F8:
        return PlanCard::Hand::TakeAdvice;
    case Qt::Key_F9:
        return PlanCard::Hand::Slate;
    case Qt::Key_F10:
        return PlanCard::Hand::Return;
    default:
        return std::nullopt;
    }
}

} // namespace

PlanKeys::PlanKeys(std::function<PlanCard *()> card, QObject *parent) : QObject(parent), m_card(std::move(card))
{
    qApp->installEventFilter(this);
}

bool PlanKeys::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::WindowDeactivate:
    case QEvent::ApplicationStateChange:
        release();
        break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() & ~Qt::KeypadModifier)
            break;
        const bool ours = key->key() == Qt::Key_F12 || handOf(key->key());
        if (!ours)
            break;
        if (event->type() == QEvent::KeyPress && !key->isAutoRepeat())
            press(key->key());
        event->accept();
        return event->type() == QEvent::KeyPress; // nobody else's, whatever has the focus
    }
    case QEvent::KeyRelease: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == m_key && !key->isAutoRepeat()) {
            release();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool PlanKeys::press(int key)
{
    if (key == Qt::Key_F12) {
        Q_EMIT holdAllRequested();
        return true;
    }
    if (m_key != 0)
        return false; // one hand, one key
    PlanCard *card = m_card();
    if (!card) {
        Q_EMIT said(tr("Several plans could be meant: put the focus on the card of one (Tab), then hold the key."));
        return false;
    }
    widgets::HoldButton *button = card->button(*handOf(key));
    if (!button) {
        Q_EMIT said(tr("%1 has no slate.").arg(card->plan()));
        return false;
    }
    if (button->blocked()) {
        Q_EMIT said(tr("Not now: %1").arg(button->blockedReason()));
        return false;
    }
    m_key = key;
    m_pressed = button;
    button->pressFromAfar();
    return true;
}

void PlanKeys::release()
{
    m_key = 0;
    if (m_pressed)
        m_pressed->releaseFromAfar();
    m_pressed.clear();
}

} // namespace gantry
