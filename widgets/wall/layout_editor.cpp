#include "widgets/wall/layout_editor.h"

#include "widgets/wall/edit_surface.h"
#include "widgets/wall/wall_canvas.h"
#include "widgets/wall/wall_presets.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gantry::widgets {

namespace {

constexpr int maxName = 64; // as the show file has it

} // namespace

LayoutEditor::LayoutEditor(WallCanvas &wall, const WallPlan &plan, QList<CellOffer> offers, QWidget *parent)
    : QWidget(parent)
    , m_wall(wall)
    , m_offers(std::move(offers))
    , m_edit(plan.isAutomatic() || plan.tight ? freePlan(plan) : plan)
    , m_surface(new EditSurface(
          m_edit, [&wall] { return wall.grid(); },
          [this](const CellContent &content) { return cellText(content, m_offers); }, &wall))
{
    buildBar();
    m_wall.setPlan(m_edit.plan());
    m_wall.installEventFilter(this);
    m_surface->setGeometry(m_wall.rect());
    m_surface->show();
    connect(m_surface, &EditSurface::contentWanted, this, &LayoutEditor::chooseContent);
    connect(m_surface, &EditSurface::feedWanted, this, &LayoutEditor::showFeed);
    connect(m_surface, &EditSurface::leaveWanted, this, &LayoutEditor::leave);
    connect(&m_edit, &WallEdit::refused, this, &LayoutEditor::say);
    connect(&m_edit, &WallEdit::changed, this, &LayoutEditor::follow);
    connect(&m_edit.history(), &QUndoStack::cleanChanged, this, &LayoutEditor::follow);
    follow();
    m_surface->setFocus();
}

LayoutEditor::~LayoutEditor()
{
    disconnect(&m_edit.history(), nullptr, this, nullptr); // which tells of its end
    delete m_surface;
}

QToolButton *LayoutEditor::addButton(QHBoxLayout &row, const QString &text, const QKeySequence &key, const QString &tip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    const QString keys = key.toString(QKeySequence::NativeText);
    button->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)", "what a button does, its key").arg(tip, keys));
    button->setMinimumHeight(32);
    row.addWidget(button);
    return button;
}

// Wherever the focus is in the window. At once: a button's own shortcut shows a click for 100 ms first.
void LayoutEditor::bindKey(QToolButton &button, const QKeySequence &key)
{
    auto *action = new QAction(this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, &button, &QToolButton::click);
    addAction(action);
}

// Two rows, so that letters of twice the size still fit a small screen.
void LayoutEditor::buildBar()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    auto *whole = new QHBoxLayout;
    column->addLayout(whole);
    buildWholeRow(*whole);
    auto *cells = new QHBoxLayout;
    column->addLayout(cells);
    buildCellRow(*cells);
}

void LayoutEditor::buildWholeRow(QHBoxLayout &row)
{
    auto *label = new QLabel(tr("Layout &name:"));
    m_name = new QLineEdit(m_edit.plan().name);
    m_name->setMaxLength(maxName);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 10);
    m_name->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    m_name->setAccessibleName(tr("Name of the layout"));
    label->setBuddy(m_name);
    row.addWidget(label);
    row.addWidget(m_name, 1);
    connect(m_name, &QLineEdit::editingFinished, this, [this] { m_edit.rename(m_name->text().trimmed()); });
    QToolButton *begin = addButton(row, tr("&Begin from"), {}, tr("Begin again with one of the usual layouts"));
    begin->setMenu(beginMenu());
    begin->setPopupMode(QToolButton::InstantPopup);
    row.addStretch(1);
    connect(addButton(row, tr("&Cancel"), Qt::Key_Escape, tr("Leave without saving")), &QToolButton::clicked, this,
            &LayoutEditor::leave);
    m_save = addButton(row, tr("&Save"), QKeySequence::Save, tr("Save the layout in the show"));
    bindKey(*m_save, QKeySequence::Save);
    connect(m_save, &QToolButton::clicked, this, &LayoutEditor::save);
}

void LayoutEditor::buildCellRow(QHBoxLayout &row)
{
    connect(addButton(row, tr("&Add"), Qt::Key_Insert, tr("Add a cell where there is room")), &QToolButton::clicked,
            this, [this] { static_cast<void>(m_edit.add()); });
    m_content = addButton(row, tr("S&hows…"), Qt::Key_Return, tr("Choose what the cell shows"));
    connect(m_content, &QToolButton::clicked, this,
            [this] { chooseContent(m_content->mapToGlobal(m_content->rect().bottomLeft())); });
    m_remove = addButton(row, tr("&Remove"), Qt::Key_Delete, tr("Remove the cell"));
    connect(m_remove, &QToolButton::clicked, &m_edit, &WallEdit::remove);
    QUndoStack &history = m_edit.history();
    m_undo = addButton(row, tr("&Undo"), {}, {});
    bindKey(*m_undo, QKeySequence::Undo);
    connect(m_undo, &QToolButton::clicked, &history, &QUndoStack::undo);
    m_redo = addButton(row, tr("Re&do"), {}, {});
    bindKey(*m_redo, QKeySequence::Redo);
    connect(m_redo, &QToolButton::clicked, &history, &QUndoStack::redo);
    m_message = new QLabel;
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    row.addWidget(m_message, 1);
}

QMenu *LayoutEditor::beginMenu()
{
    QStringList feeds;
    for (const CellOffer &offer : m_offers) {
        if (offer.content.kind == CellKind::Feed)
            feeds.append(offer.content.what);
    }
    auto *menu = new QMenu(this);
    for (const QString &name : presetNames()) {
        menu->addAction(presetText(name), this, [this, name, feeds] {
            if (const auto plan = presetPlan(name, feeds))
                m_edit.beginFrom(freePlan(*plan));
            m_surface->setFocus();
        });
    }
    menu->addAction(tr("Empty grid"), this, [this] {
        m_edit.beginFrom({{}, freeGrid, {}});
        m_surface->setFocus();
    });
    return menu;
}

void LayoutEditor::follow()
{
    const QUndoStack &history = m_edit.history();
    const auto tell = [](QToolButton &button, bool can, const QString &tip, QKeySequence::StandardKey key) {
        button.setEnabled(can);
        button.setToolTip(tr("%1 (%2)", "what a button does, its key")
                              .arg(tip, QKeySequence(key).toString(QKeySequence::NativeText)));
    };
    tell(*m_undo, history.canUndo(),
         history.canUndo() ? tr("Undo: %1").arg(history.undoText()) : tr("There is nothing to undo"),
         QKeySequence::Undo);
    tell(*m_redo, history.canRedo(),
         history.canRedo() ? tr("Do again: %1").arg(history.redoText()) : tr("There is nothing to do again"),
         QKeySequence::Redo);
    m_remove->setEnabled(m_edit.selected() >= 0);
    m_content->setEnabled(m_edit.selected() >= 0);
    if (!m_name->hasFocus() || m_name->text().trimmed() != m_edit.plan().name)
        m_name->setText(m_edit.plan().name);
    m_message->setText(m_edit.proposal() && !m_edit.proposal()->fits()
                           ? tr("It overlaps another cell: here it cannot be put down.")
                           : tr("Drag to move, at the edges to resize, onto another cell to swap. Alt, Shift or Ctrl "
                                "with arrows does the same; Enter puts down."));
    // Only what is put down: what is proposed is drawn above the pictures.
    if (!m_aside && m_wall.plan() != m_edit.plan())
        m_wall.setPlan(m_edit.plan());
}

EditSurface &LayoutEditor::surface()
{
    return *m_surface;
}

QString LayoutEditor::message() const
{
    return m_message->text();
}

void LayoutEditor::say(const QString &sentence)
{
    m_message->setText(sentence);
}

void LayoutEditor::setAside(bool aside)
{
    m_edit.withdraw();
    m_aside = aside;
    setVisible(!aside);
    m_surface->setVisible(!aside);
    if (aside)
        return;
    follow();
    m_surface->setFocus();
}

void LayoutEditor::saved()
{
    m_edit.setSaved();
}

void LayoutEditor::save()
{
    if (!m_edit.settle())
        return;
    m_edit.rename(m_name->text().trimmed());
    if (m_edit.plan().name.isEmpty()) {
        say(tr("Give the layout a name first."));
        m_name->setFocus();
        return;
    }
    Q_EMIT saveRequested(m_edit.plan());
}

void LayoutEditor::leave()
{
    m_edit.withdraw();
    if (!m_edit.isChanged()) {
        Q_EMIT left();
        return;
    }
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, tr("Leave the layout"), tr("The layout has changes that are not saved."),
                        QMessageBox::Discard | QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Cancel);
    question->setObjectName(QStringLiteral("leaveLayout"));
    connect(question, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Discard)
            Q_EMIT left();
    });
    question->open();
}

void LayoutEditor::chooseContent(QPoint globalAt)
{
    if (m_edit.selected() < 0)
        return;
    const CellContent now = m_edit.plan().cells[std::size_t(m_edit.selected())].content;
    QMenu *menu = cellMenu(m_offers, now, this, [this](const CellContent &content) { put(content); });
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(globalAt);
}

void LayoutEditor::showFeed(int row)
{
    int each = 0;
    for (const CellOffer &offer : m_offers) {
        if (offer.content.kind == CellKind::Feed && each++ == row)
            return put(offer.content);
    }
}

void LayoutEditor::put(const CellContent &content)
{
    m_edit.show(content);
    m_surface->setFocus();
}

bool LayoutEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_wall && event->type() == QEvent::Resize)
        m_surface->setGeometry(m_wall.rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace gantry::widgets
