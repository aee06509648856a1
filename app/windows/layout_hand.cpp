#include "app/windows/layout_hand.h"

#include "widgets/wall/edit_surface.h"
#include "widgets/wall/layout_editor.h"
#include "widgets/wall/wall_canvas.h"
#include "widgets/wall/wall_keys.h"
#include "widgets/wall/wall_presets.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

constexpr int keys = 9; // Ctrl+1 to Ctrl+9

QString menuText(const QString &name)
{
    return QString(name).replace(u'&', u"&&"_s);
}

} // namespace

LayoutHand::LayoutHand(QMainWindow &window, widgets::WallCanvas &canvas, LayoutBook &book)
    : QObject(&window)
    , m_window(window)
    , m_canvas(canvas)
    , m_book(book)
    , m_menu(new QMenu(tr("&Layout"), &window))
    , m_edit(new QAction(tr("&Edit this layout"), this))
    , m_new(new QAction(tr("&New layout"), this))
    , m_remove(new QAction(tr("&Remove this layout…"), this))
{
    // Before the windows and the help, which every window has.
    const QList<QAction *> menus = window.menuBar()->actions();
    window.menuBar()->insertMenu(menus.size() < 2 ? nullptr : menus.at(menus.size() - 2), m_menu);
    m_edit->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    window.addAction(m_edit); // of the window too: a full-screen wall hides its menu bar
    connect(m_edit, &QAction::triggered, this, &LayoutHand::edit);
    connect(m_new, &QAction::triggered, this, &LayoutHand::editNew);
    connect(m_remove, &QAction::triggered, this, &LayoutHand::askToRemove);
    connect(&book, &LayoutBook::changed, this, &LayoutHand::onBookChanged);
    connect(&canvas, &widgets::WallCanvas::menuOffered, this, [this](QMenu *menu) {
        menu->addSeparator();
        menu->addAction(m_edit);
    });
    m_menu->setToolTipsVisible(true);
    window.installEventFilter(this);
    setEditable(true);
    listLayouts();
    choose(book.layouts().first().name);
}

LayoutHand::~LayoutHand() = default;

void LayoutHand::listLayouts()
{
    for (QAction *old : m_menu->actions()) {
        m_menu->removeAction(old);
        if (old != m_edit && old != m_new && old != m_remove)
            delete old;
    }
    auto *group = new QActionGroup(m_menu);
    for (int i = 0; i < m_book.layouts().size(); ++i) {
        const QString name = m_book.layouts().at(i).name;
        QAction *action = m_menu->addAction(menuText(name), this, [this, name] { choose(name); });
        action->setData(name);
        action->setCheckable(true);
        group->addAction(action);
        if (i >= keys)
            continue;
        action->setShortcut(Qt::CTRL | Qt::Key(Qt::Key_1 + i));
        action->setAutoRepeat(false);
        m_window.addAction(action);
    }
    m_menu->addSeparator();
    QMenu *usual = m_menu->addMenu(tr("&Usual layouts"));
    for (const QString &preset : widgets::presetNames()) {
        usual->addAction(widgets::presetText(preset), this, [this, preset] {
            if (const auto plan = widgets::presetPlan(preset, m_book.feeds()); plan && !isEditing())
                showPlan(*plan, {}, preset);
        });
    }
    m_menu->addSeparator();
    m_menu->addAction(m_edit);
    m_menu->addAction(m_new);
    m_menu->addAction(m_remove);
    mark();
}

void LayoutHand::mark()
{
    for (QAction *action : m_menu->actions()) {
        if (action->isCheckable())
            action->setChecked(!m_current.isEmpty() && action->data().toString() == m_current);
    }
    followEditing();
}

bool LayoutHand::choose(const QString &name)
{
    const int index = m_book.indexOf(name);
    if (index < 0)
        return false;
    if (isEditing()) {
        mark(); // the menu has marked what was asked for
        Q_EMIT said(tr("Save or leave the layout first."));
        return true;
    }
    showPlan(m_book.plan(index), name, m_book.layouts().at(index).preset);
    return true;
}

void LayoutHand::showPlan(const widgets::WallPlan &plan, const QString &name, const QString &preset)
{
    const bool other = name != m_current;
    m_current = name;
    m_plan = plan;
    m_shownPreset = preset;
    mark();
    m_canvas.setPlan(plan);
    if (other && !name.isEmpty())
        Q_EMIT chosen(name);
}

// --- Edit mode ---

void LayoutHand::setEditable(bool editable, const QString &whyNot)
{
    m_editable = editable;
    m_whyNot = whyNot;
    followEditing();
    if (editable || !isEditing())
        return;
    m_editor->setAside(true);
    m_canvas.setFocus();
    m_canvas.setPlan(m_plan);
    Q_EMIT said(tr("The layout is put aside, unsaved. Editing it again goes on where it stopped."));
}

void LayoutHand::followEditing()
{
    for (QAction *action : {m_edit, m_new, m_remove}) {
        action->setEnabled(m_editable);
        action->setToolTip(m_editable ? QString() : m_whyNot);
    }
    if (!m_editable)
        return;
    const QString stays =
        m_current.isEmpty() ? tr("It is one of the usual layouts, which stay.") : m_book.whyStays(m_current);
    m_remove->setEnabled(stays.isEmpty());
    m_remove->setToolTip(stays);
}

bool LayoutHand::isEditing() const
{
    return m_editor && !m_editor->isHidden();
}

void LayoutHand::edit()
{
    if (!m_edit->isEnabled() || isEditing())
        return;
    begin(m_canvas.plan(), m_shownPreset, m_current);
}

void LayoutHand::editNew()
{
    if (!m_new->isEnabled() || isEditing())
        return;
    widgets::WallPlan plan{{}, widgets::freeGrid, {}};
    for (int number = 1; plan.name.isEmpty() || m_book.indexOf(plan.name) >= 0; ++number)
        plan.name = tr("Layout %1").arg(number);
    begin(plan, {}, {});
}

void LayoutHand::begin(const widgets::WallPlan &plan, const QString &preset, const QString &replaces)
{
    if (m_editor) {
        m_editor->setAside(false);
        return;
    }
    m_preset = preset;
    m_replaces = replaces;
    QList<widgets::CellOffer> offers;
    for (const QString &feed : m_book.feeds())
        offers.append({feed, {widgets::CellKind::Feed, feed}});
    m_editor = new widgets::LayoutEditor(m_canvas, plan, offers + m_offers, m_canvas.parentWidget());
    if (auto *column = qobject_cast<QBoxLayout *>(m_canvas.parentWidget()->layout()))
        column->insertWidget(column->indexOf(&m_canvas), m_editor);
    m_editor->show();
    connect(m_editor, &widgets::LayoutEditor::saveRequested, this, &LayoutHand::save);
    connect(m_editor, &widgets::LayoutEditor::left, this, &LayoutHand::leave);
}

void LayoutHand::save(const widgets::WallPlan &plan)
{
    const auto saved = m_book.save(plan, m_preset, m_replaces);
    if (!saved) {
        m_editor->say(saved.error());
        return;
    }
    end();
    choose(plan.name);
    Q_EMIT said(m_book.hasFile() ? tr("The layout “%1” is saved in the show.").arg(plan.name)
                                 : tr("The layout “%1” is kept until the room closes.").arg(plan.name));
}

void LayoutHand::askToRemove()
{
    if (!m_remove->isEnabled())
        return;
    if (isEditing()) {
        Q_EMIT said(tr("Save or leave the layout first."));
        return;
    }
    const QString name = m_current;
    const QString text = m_book.hasFile() ? tr("Remove the layout “%1” from the show file?").arg(name)
                                          : tr("Remove the layout “%1”?").arg(name);
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, tr("Remove the layout"), text, QMessageBox::Cancel, &m_window);
    QPushButton *yes = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Cancel);
    question->setTextFormat(Qt::PlainText);
    question->setObjectName(u"removeLayout"_s);
    connect(yes, &QPushButton::clicked, this, [this, name] { remove(name); });
    question->open();
}

void LayoutHand::remove(const QString &name)
{
    if (!m_editable) // somebody has locked the room meanwhile
        return;
    const auto removed = m_book.remove(name);
    Q_EMIT said(removed ? tr("The layout “%1” is removed.").arg(name) : removed.error());
}

void LayoutHand::leave()
{
    end();
    m_canvas.setPlan(m_plan);
}

void LayoutHand::end()
{
    m_editor->hide();
    m_editor->surface().hide();
    m_editor->deleteLater(); // it is who tells this
    m_editor = nullptr;
    m_canvas.setFocus();
}

void LayoutHand::onBookChanged(const QString &renamed, const QString &to)
{
    if (!renamed.isEmpty() && m_current == renamed) {
        m_current = to;
        Q_EMIT chosen(to);
    }
    if (!renamed.isEmpty() && m_replaces == renamed)
        m_replaces = to;
    const bool removed = !m_current.isEmpty() && m_book.indexOf(m_current) < 0;
    listLayouts();
    if (removed) {
        m_current = m_book.layouts().first().name;
        mark();
        Q_EMIT chosen(m_current);
    }
    const int index = m_book.indexOf(m_current);
    if (index < 0)
        return;
    m_plan = m_book.plan(index);
    m_shownPreset = m_book.layouts().at(index).preset;
    if (!isEditing() && m_canvas.plan() != m_plan)
        m_canvas.setPlan(m_plan);
}

bool LayoutHand::eventFilter(QObject *watched, QEvent *event)
{
    // Where a keyboard has its digits behind Shift, the menu's key is not what Ctrl and the key give.
    if (watched != &m_window || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (key.modifiers() != Qt::ControlModifier)
        return false;
    const auto row = widgets::rowOfDigitKey(key);
    if (!row || *row >= std::min<qsizetype>(keys, m_book.layouts().size()))
        return false;
    choose(m_book.layouts().at(*row).name);
    return true;
}

} // namespace gantry
