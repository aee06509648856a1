#include "app/windows/fault_window.h"

#include "app/models/fault_model.h"
#include "app/windows/plain_list.h"
#include "app/windows/two_line_delegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace gantry {

namespace {

constexpr int untilTurnedOff = 0;

} // namespace

FaultWindow::FaultWindow(const QString &show, const FaultModel &model, QWidget *parent)
    : RoomWindow(tr("Faults"), show, parent), m_model(model), m_lasting(new QComboBox)
{
    TwoLineDelegate::Roles roles;
    roles.title = FaultRole::What;
    roles.corner = FaultRole::State;
    roles.second = FaultRole::Meaning;
    m_list = new PlainList(tr("Nothing can go wrong here."));
    m_list->setModel(const_cast<FaultModel *>(&model)); // a view only reads it
    m_list->setItemDelegate(new TwoLineDelegate(roles, m_list));
    m_list->setAccessibleName(tr("Faults of the rehearsal cloud"));
    m_list->setToolTip(tr("Faults of the rehearsal cloud. Space or Enter: turn it on, or off"));
    m_list->setCurrentIndex(model.index(0));
    m_list->installEventFilter(this);
    connect(m_list, &QListView::doubleClicked, this, &FaultWindow::toggle);

    m_lasting->addItem(tr("10 s"), 10);
    m_lasting->addItem(tr("30 s"), 30);
    m_lasting->addItem(tr("2 min"), 120);
    m_lasting->addItem(tr("until turned off"), untilTurnedOff);
    m_lasting->setCurrentIndex(1);
    m_lasting->setAccessibleName(tr("How long a fault lasts"));
    m_lasting->setToolTip(tr("How long a fault lasts that is turned on now (Alt+F)"));
    auto *label = new QLabel(tr("&For"));
    label->setBuddy(m_lasting);
    auto *well = new QPushButton(tr("&All well again"));
    well->setAccessibleName(tr("All well again"));
    well->setToolTip(tr("Turns every fault off (Ctrl+Backspace)"));
    const auto turnAllOff = [this] { Q_EMIT lineRequested(FaultModel::turnAllOff()); };
    connect(well, &QPushButton::clicked, this, turnAllOff);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Backspace, this), &QShortcut::activated, this, turnAllOff);

    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_lasting);
    top->addStretch(1);
    top->addWidget(well);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    setObjectName(QStringLiteral("faults")); // what its screenshots are called
    setContent(content);
    resize(560, 760);
    m_list->setFocus();
}

std::optional<std::chrono::seconds> FaultWindow::lasting() const
{
    const int seconds = m_lasting->currentData().toInt();
    if (seconds == untilTurnedOff)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

bool FaultWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool acts = key->key() == Qt::Key_Space || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (acts && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            if (!key->isAutoRepeat())
                toggle(m_list->currentIndex());
            return true;
        }
    }
    return RoomWindow::eventFilter(watched, event);
}

void FaultWindow::toggle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    Q_EMIT lineRequested(index.data(FaultRole::IsOn).toBool() ? m_model.turnOff(index.row())
                                                              : m_model.turnOn(index.row(), lasting()));
}

} // namespace gantry
