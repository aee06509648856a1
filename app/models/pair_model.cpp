#include "app/models/pair_model.h"

#include <QStringList>

#include <algorithm>

namespace gantry {

namespace {

const QString kDot = QStringLiteral(" · ");

QString lamp(Ready verdict)
{
    switch (verdict) {
    case Ready::Yes:
        return PairModel::tr("● BACKUP READY");
    case Ready::No:
        return PairModel::tr("○ NOT READY", "a backup");
    case Ready::Unknown:
        break;
    }
    return PairModel::tr("? BACKUP READY", "nobody knows");
}

// The checks with (or without) that verdict, in order.
QStringList says(const BackupState &state, Ready verdict, bool with)
{
    QStringList parts;
    for (const ReadyCheck &check : state.checks)
        if ((check.verdict == verdict) == with)
            parts.append(check.says);
    return parts;
}

QString nameOf(int kind)
{
    switch (kind) {
    case ReadyCheck::Decoding:
        return PairModel::tr("Decoding");
    case ReadyCheck::Content:
        return PairModel::tr("Content");
    case ReadyCheck::Offset:
        return PairModel::tr("Offset");
    case ReadyCheck::Format:
        return PairModel::tr("Format");
    case ReadyCheck::Loudness:
        return PairModel::tr("Loudness");
    default:
        return {};
    }
}

QString wordOf(Ready verdict)
{
    switch (verdict) {
    case Ready::Yes:
        return PairModel::tr("good");
    case Ready::No:
        return PairModel::tr("not good");
    case Ready::Unknown:
        break;
    }
    return PairModel::tr("unknown");
}

} // namespace

PairModel::PairModel(const Show &show, const RecordSource &source, QObject *parent)
    : QAbstractListModel(parent), m_show(show), m_source(source)
{
    clear();
}

int PairModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

void PairModel::clear()
{
    beginResetModel();
    m_rows.clear();
    for (const Pair &pair : m_show.pairs) {
        const auto backup = std::ranges::find(m_show.feeds, pair.backup, &Feed::id);
        BackupReady ready(pair, backup != m_show.feeds.end() ? backup->limits : FeedLimits{});
        const BackupState state = ready.at(m_source.now());
        m_rows.push_back({std::move(ready), state});
    }
    endResetModel();
}

void PairModel::apply(const RecordBatch &batch)
{
    bool touched = false;
    for (const Record &record : batch)
        for (Row &row : m_rows)
            touched = row.ready.seen(record) || touched;
    if (touched)
        refresh();
}

void PairModel::refresh()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        BackupState state = m_rows[i].ready.at(m_source.now());
        if (state == m_rows[i].told)
            continue;
        m_rows[i].told = std::move(state);
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

QVariant PairModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const Ready verdict = row.told.verdict();
    switch (role) {
    case PairRole::Title:
        return tr("%1 for %2", "the backup, the primary")
            .arg(row.ready.pair().backup.text, row.ready.pair().primary.text);
    case PairRole::Lamp:
        return lamp(verdict);
    case PairRole::State:
        return int(verdict);
    case PairRole::Reasons:
        return says(row.told, verdict, true).join(kDot);
    case PairRole::Figures:
        return says(row.told, verdict, false).join(kDot);
    case Qt::ToolTipRole:
        return tip(row);
    case PairRole::AccessibleText:
        return tr("%1: %2. %3", "which pair, the lamp's word, why")
            .arg(data(index, PairRole::Title).toString(), wordOf(verdict), tip(row));
    default:
        return {};
    }
}

QString PairModel::tip(const Row &row) const
{
    QStringList lines;
    for (int kind = 0; kind < ReadyCheck::kinds; ++kind) {
        const ReadyCheck &check = row.told.checks[std::size_t(kind)];
        lines.append(
            tr("%1: %2, %3", "which check, good or not, why").arg(nameOf(kind), wordOf(check.verdict), check.says));
    }
    return lines.join(u'\n');
}

} // namespace gantry
