#pragma once
// What can be asked of an encoder besides starting, stopping and switching: prepared and preferred inputs, planned
// switches, pipelines, clips. Folded away until it is wanted; every action is held. Reads one row of an EncoderModel.

#include "cloud/command.h"

#include <QPersistentModelIndex>
#include <QWidget>

#include <vector>

class QComboBox;
class QFormLayout;
class QSpinBox;
class QTimeEdit;
class QToolButton;
class QVBoxLayout;

namespace gantry {

namespace widgets {
class HoldButton;
}

class EncoderMore final : public QWidget
{
    Q_OBJECT

public:
    explicit EncoderMore(const QModelIndex &encoder, QWidget *parent = nullptr);

    // Whether this encoder's provider has any of these.
    static bool hasAny(const QModelIndex &encoder);
    void read();
    // In the order in which Tab should reach them.
    QList<QWidget *> stops() const { return m_stops; }

Q_SIGNALS:
    void requested(const gantry::cloud::Command &command);

private:
    struct Action
    {
        widgets::HoldButton *button;
        cloud::Verb verb;
        QString input;
    };
    bool has(cloud::Verb verb) const;
    widgets::HoldButton *add(const QString &text, const QString &purpose, cloud::Verb verb, const QString &input = {},
                             const QString &pipeline = {});
    void addInputs();
    void addPlan();
    void addClip();
    void plan();
    void clip();

    const QPersistentModelIndex m_index;
    QToolButton *m_open = nullptr;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column = nullptr;
    std::vector<Action> m_actions;
    QList<QWidget *> m_stops;
    QComboBox *m_planInput = nullptr;
    QTimeEdit *m_planTime = nullptr;
    widgets::HoldButton *m_cancel = nullptr;
    QSpinBox *m_clipSeconds = nullptr;
};

} // namespace gantry
