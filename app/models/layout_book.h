#pragma once
// The layouts of the open show, for every wall: those of its file, or the usual ones where it has none. Saving or
// removing one does so in the show's file. UI thread only.

#include "app/show/show.h"

#include <QObject>

#include <tl/expected.hpp>

namespace gantry {

class LayoutBook final : public QObject
{
    Q_OBJECT

public:
    // `path` is the show's file; empty where there is none (rehearsal, replay): layouts are then kept until the end.
    explicit LayoutBook(const Show &show, const QString &path = {}, QObject *parent = nullptr);

    // Never empty. The first nine have the keys Ctrl+1 to Ctrl+9.
    const QList<Layout> &layouts() const { return m_layouts; }
    const QStringList &feeds() const { return m_feeds; }
    bool hasFile() const { return !m_path.isEmpty(); }
    // -1: there is none of that name.
    int indexOf(const QString &name) const;
    widgets::WallPlan plan(int index) const;

    // Keeps an edited plan of the layout named `replaces`: under its own name, in its place; a new one at the end.
    // `preset` is what editing began from. What is wrong, in a sentence, and then nothing has changed.
    tl::expected<void, QString> save(const widgets::WallPlan &plan, const QString &preset, const QString &replaces);

    // Why this one cannot be removed, in a sentence; empty if it can.
    QString whyStays(const QString &name) const;
    // Takes one out, in the show's file too. What is wrong, in a sentence, and then nothing has changed.
    tl::expected<void, QString> remove(const QString &name);

Q_SIGNALS:
    // The layouts are others now; `renamed` has got the name `to` (both empty: none has).
    void changed(const QString &renamed, const QString &to);

private:
    const QString m_path;
    const QStringList m_feeds;
    QList<Layout> m_layouts;
    bool m_usual = false; // the show has none of its own
};

} // namespace gantry
