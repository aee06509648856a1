#include "widgets/wall/wall_accessible.h"

#include "widgets/wall/wall_canvas.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <map>

namespace gantry::widgets {

namespace {

class CellAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CellAccessible(WallCanvas *wall, int cell) : m_wall(wall), m_cell(cell) {}

    bool isValid() const override { return m_wall && m_cell < m_wall->cellCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_wall ? m_wall->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_wall.data()); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_wall->cellText(m_cell) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect tile = m_wall->cellRect(m_cell);
        return {m_wall->mapToGlobal(tile.topLeft()), tile.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = m_wall->selectedCell() == m_cell;
        state.focused = state.selected && m_wall->hasFocus();
        state.invisible = !m_wall->isVisible();
        state.offscreen = m_wall->cellRect(m_cell).isEmpty();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {setFocusAction(), pressAction(), toggleAction()}; }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        if (action == toggleAction()) {
            if (m_wall->cellRow(m_cell) >= 0)
                Q_EMIT m_wall->listenRequested(m_wall->cellRow(m_cell));
            return;
        }
        m_wall->selectCell(m_cell);
        if (action == setFocusAction())
            m_wall->setFocus();
    }
    QString localizedActionDescription(const QString &action) const override
    {
        return action == toggleAction() ? WallCanvas::tr("Begins or ends listening to this feed")
                                        : QAccessibleActionInterface::localizedActionDescription(action);
    }
    QStringList keyBindingsForAction(const QString &action) const override
    {
        return action == toggleAction() ? QStringList{QStringLiteral("L")} : QStringList();
    }

private:
    QPointer<WallCanvas> m_wall;
    int m_cell;
};

class WallAccessible : public QAccessibleWidget
{
public:
    explicit WallAccessible(WallCanvas *wall) : QAccessibleWidget(wall, QAccessible::List) {}

    ~WallAccessible() override
    {
        for (const auto &[cell, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return wall() ? wall()->cellCount() : 0; }

    QAccessibleInterface *child(int cell) const override
    {
        if (!wall() || cell < 0 || cell >= wall()->cellCount())
            return nullptr;
        const auto known = m_children.find(cell);
        if (known != m_children.end())
            return QAccessible::accessibleInterface(known->second);
        auto *made = new CellAccessible(wall(), cell);
        m_children.emplace(cell, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!wall())
            return nullptr;
        const int cell = wall()->cellAt(wall()->mapFromGlobal(QPoint(x, y)));
        return cell < 0 ? nullptr : child(cell);
    }

    QAccessibleInterface *focusChild() const override { return wall() ? child(wall()->selectedCell()) : nullptr; }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (const auto &[cell, id] : m_children) {
            if (QAccessible::accessibleInterface(id) == wanted)
                return cell;
        }
        return -1;
    }

private:
    WallCanvas *wall() const { return qobject_cast<WallCanvas *>(object()); }

    mutable std::map<int, QAccessible::Id> m_children; // made when asked for, as Qt does
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *wall = qobject_cast<WallCanvas *>(object);
    return wall ? new WallAccessible(wall) : nullptr;
}

} // namespace

void installWallAccessibility()
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(makeAccessible), true);
}

} // namespace gantry::widgets
