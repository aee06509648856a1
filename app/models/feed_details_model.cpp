#include "app/models/feed_details_model.h"

#include "widgets/wall/wall_roles.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace gantry {

FeedDetailsModel::FeedDetailsModel(const Show &show, QObject *parent) : QAbstractListModel(parent), m_show(show)
{
    m_facts = facts();
}

int FeedDetailsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_facts.size());
}

QString FeedDetailsModel::feedName() const
{
    return m_feed < m_show.feeds.size() ? m_show.feeds[m_feed].id.text : QString();
}

void FeedDetailsModel::setFeed(int row)
{
    if (row < 0 || row >= m_show.feeds.size() || row == m_feed)
        return;
    beginResetModel();
    m_feed = row;
    m_facts = facts();
    endResetModel();
    Q_EMIT feedChanged();
}

void FeedDetailsModel::clear()
{
    m_known.clear();
    m_matches.clear();
    rewrite();
}

void FeedDetailsModel::apply(const RecordBatch &batch)
{
    bool mine = false;
    for (const Record &record : batch)
        mine = take(record) || mine;
    if (mine)
        rewrite();
}

bool FeedDetailsModel::take(const Record &record)
{
    FeedId feed;
    if (const auto *link = std::get_if<LinkRecord>(&record.payload))
        m_known[feed = link->feed].figures.link = link->sample;
    else if (const auto *transport = std::get_if<TransportRecord>(&record.payload))
        m_known[feed = transport->feed].figures.transport = transport->sample;
    else if (const auto *picture = std::get_if<PictureRecord>(&record.payload))
        m_known[feed = picture->feed].figures.picture = picture->state;
    else if (const auto *audio = std::get_if<AudioRecord>(&record.payload))
        m_known[feed = audio->feed].figures.audio = audio->levels;
    else if (const auto *cue = std::get_if<CueRecord>(&record.payload))
        m_known[feed = cue->feed].figures.cue = FeedKnown::Cue{cue->cue, record.at};
    else if (const auto *match = std::get_if<MatchRecord>(&record.payload))
        return takeMatch(*match);
    else if (const auto *alarm = std::get_if<AlarmRecord>(&record.payload))
        return takeAlarm(alarm->alarm);
    return !feed.text.isEmpty() && feed.text == feedName();
}

bool FeedDetailsModel::takeMatch(const MatchRecord &match)
{
    m_matches.insert(match.pair, match.sample);
    return std::ranges::any_of(m_show.pairs, [&](const Pair &pair) {
        return pair.id == match.pair && (pair.primary.text == feedName() || pair.backup.text == feedName());
    });
}

bool FeedDetailsModel::takeAlarm(const Alarm &alarm)
{
    if (!alarm.key.startsWith(QLatin1StringView("feed/")))
        return false;
    const QString rule = alarm.key.section(u'/', -1);
    Known &known = m_known[{alarm.where}];
    const bool stands =
        alarm.state == AlarmState::ActiveUnacknowledged || alarm.state == AlarmState::ActiveAcknowledged;
    if (stands)
        known.alarms.insert(rule, alarm);
    else
        known.alarms.remove(rule);
    return alarm.where == feedName();
}

FeedFacts FeedDetailsModel::facts() const
{
    if (m_feed >= m_show.feeds.size())
        return {};
    const Feed &feed = m_show.feeds[m_feed];
    const FeedKnown figures = m_known.value(feed.id).figures;
    FeedFacts all = linkFacts(feed, figures);
    for (const FeedFacts &further : {matchFacts(m_show, feed.id, m_matches), pictureFacts(figures), soundFacts(figures),
                                     transportFacts(figures), cueFacts(figures)})
        all.insert(all.end(), further.begin(), further.end());
    return all;
}

void FeedDetailsModel::rewrite()
{
    FeedFacts now = facts();
    // Lines that come or go do so where they stand; the others keep their place, and what a person looks at its scroll.
    const auto sameLine = [](const FeedFact &a, const FeedFact &b) { return a.name == b.name; };
    const auto head = std::ranges::mismatch(m_facts, now, sameLine);
    const int first = static_cast<int>(head.in1 - m_facts.begin());
    const auto tail = std::mismatch(m_facts.rbegin(), std::make_reverse_iterator(head.in1), now.rbegin(),
                                    std::make_reverse_iterator(head.in2), sameLine);
    const int kept = static_cast<int>(tail.first - m_facts.rbegin());
    const int gone = rowCount() - kept - first;
    const int come = static_cast<int>(now.size()) - kept - first;
    if (gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_facts.erase(m_facts.begin() + first, m_facts.begin() + first + gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, first, first + come - 1);
        m_facts.insert(m_facts.begin() + first, now.begin() + first, now.begin() + first + come);
        endInsertRows();
    }
    m_facts = std::move(now);
    if (!m_facts.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const Alarm *FeedDetailsModel::worst(const FeedFact &fact) const
{
    const auto known = m_known.constFind(FeedId{feedName()});
    if (known == m_known.constEnd() || fact.rules.isEmpty())
        return nullptr;
    const Alarm *worst = nullptr;
    for (const QString &rule : fact.rules.split(u' ')) {
        const auto alarm = known->alarms.constFind(rule);
        if (alarm != known->alarms.constEnd() && (!worst || alarm->priority < worst->priority))
            worst = &*alarm;
    }
    return worst;
}

QVariant FeedDetailsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FeedFact &fact = m_facts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case FactRole::Name:
        return fact.name;
    case FactRole::Value:
        return fact.value;
    case FactRole::Note:
        return fact.note;
    case FactRole::Heading:
        return fact.heading();
    case FactRole::Alarm: {
        const Alarm *alarm = worst(fact);
        return alarm ? static_cast<int>(alarm->priority) : static_cast<int>(widgets::TileAlarm::None);
    }
    case FactRole::AlarmWord: {
        const Alarm *alarm = worst(fact);
        return alarm ? alarm->what : QString();
    }
    case Qt::ToolTipRole:
        return fact.note.isEmpty() ? fact.value : tr("%1\n%2", "value, note").arg(fact.value, fact.note);
    case FactRole::AccessibleText:
    case Qt::AccessibleTextRole: {
        QStringList parts{fact.name, fact.value, fact.note};
        if (const Alarm *alarm = worst(fact))
            parts.append(alarm->what);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace gantry
