#pragma once
// A hatched stripe across a window that says what kind of room this is: "REPLAY · 2026-11-23 · final.gantry". It cannot
// be mistaken for live from three metres away. Empty text hides it.

#include <QWidget>

namespace gantry {

class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void setText(const QString &text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace gantry
