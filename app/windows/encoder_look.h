#pragma once
// What a provider shows of an encoder: a small picture and how old it is. Folded away until somebody wants to look, and
// asked for only then. A picture that has become old goes: a stale one would pass for a live one.

#include "app/models/small_picture.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace gantry {

class EncoderLook final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds askEvery{5};
    static constexpr std::chrono::seconds oldAfter{30}; // providers make one every few seconds

    explicit EncoderLook(const QString &encoder, QWidget *parent = nullptr);

    void setPicture(const EncoderPicture &picture);
    // What Tab should reach.
    QWidget *stop() const;

Q_SIGNALS:
    void wanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setOpen(bool isOpen);
    void look();
    void tell();

    const QString m_encoder;
    QToolButton *m_open = nullptr;
    QLabel *m_picture = nullptr;
    QLabel *m_words = nullptr;
    EncoderPicture m_last;
    QElapsedTimer m_since;     // it came
    bool m_isOnScreen = false; // not minimised either
    QTimer m_ask;
    QTimer m_second;
};

} // namespace gantry
