#include "app/rooms/load_watch.h"

#include "app/show/show_returns.h"
#include "widgets/wall/wall_roles.h"

#include <QFile>
#include <QThread>

#include <algorithm>

namespace gantry {

using namespace std::chrono_literals;
namespace WallRole = widgets::WallRole;

namespace {

// The wall draws about thirty pictures a second; of fifty that come, more cannot be seen.
constexpr double wallsPace = 28;
constexpr std::uint64_t fewestPictures = 10; // fewer tell nothing of how many are missed

} // namespace

std::optional<double> MachineBusy::take()
{
    QFile file(QStringLiteral("/proc/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    // "cpu  user nice system idle iowait irq softirq steal …", in ticks since the machine began (proc(5)).
    const QList<QByteArray> fields = file.readLine().simplified().split(' ');
    if (fields.size() < 6 || fields.first() != "cpu")
        return std::nullopt;
    std::uint64_t all = 0;
    for (qsizetype i = 1; i < std::min<qsizetype>(fields.size(), 9); ++i)
        all += fields[i].toULongLong();
    const std::uint64_t busy = all - fields[4].toULongLong() - fields[5].toULongLong();
    const bool first = m_all == 0;
    const double share = all > m_all ? double(busy - m_busy) / double(all - m_all) : 0;
    m_busy = busy;
    m_all = all;
    return first ? std::nullopt : std::optional(std::clamp(share, 0.0, 1.0));
}

LoadWatch::LoadWatch(const Show &show, const QAbstractItemModel &feeds, const RecordSource &source, Ends ends)
    : m_feeds(feeds)
    , m_ends(std::move(ends))
    , m_figures(std::size_t(show.feeds.size()))
    , m_loads(std::size_t(show.feeds.size()))
{
    for (const Feed &feed : show.feeds) {
        FeedUse use;
        use.declared = feed.load;
        use.compared = isCompared(show, feed.id);
        m_declared.push_back(use);
        m_names.append(feed.id.text);
    }
    connect(&source, &RecordSource::arrived, this, &LoadWatch::take);
    connect(&m_timer, &QTimer::timeout, this, [this] { look(std::chrono::steady_clock::now(), m_busy.take()); });
}

void LoadWatch::take(const RecordBatch &batch)
{
    for (const Record &record : batch) {
        const auto *picture = std::get_if<PictureRecord>(&record.payload);
        if (!picture)
            continue;
        if (const qsizetype row = m_names.indexOf(picture->feed.text); row >= 0)
            takePicture(m_figures[std::size_t(row)], picture->state, record.at.elapsed);
    }
}

void LoadWatch::takePicture(Figures &figures, const media::PictureState &state, std::chrono::microseconds at)
{
    if (state.undecoded > figures.undecoded && figures.decoded)
        figures.thrownAway += state.undecoded - figures.undecoded;
    figures.undecoded = state.undecoded;
    const double seconds = std::chrono::duration<double>(at - figures.at).count();
    // Told at changes of state too: too short a time says nothing.
    if (figures.decoded && state.decoded >= *figures.decoded && seconds < 0.5)
        return;
    figures.drawnShare.reset();
    if (figures.decoded && state.decoded >= *figures.decoded + fewestPictures && state.unseen >= figures.unseen &&
        figures.drawn && state.decoding == media::DecodeMode::Full) {
        const double decoded = double(state.decoded - *figures.decoded);
        const double drawn = decoded - double(state.unseen - figures.unseen);
        figures.drawnShare = drawn / std::min(decoded, wallsPace * seconds);
    }
    figures.decoded = state.decoded;
    figures.unseen = state.unseen;
    figures.at = at;
}

std::vector<FeedUse> LoadWatch::uses() const
{
    std::vector<FeedUse> uses = m_declared;
    for (const WallSight &wall : m_ends.walls()) {
        const auto mark = [&](int row, bool FeedUse::*what) {
            if (row >= 0 && std::size_t(row) < uses.size())
                uses[std::size_t(row)].*what = true;
        };
        for (const int row : wall.rows)
            mark(row, &FeedUse::shown);
        if (!wall.rows.empty()) {
            mark(wall.fullRow, &FeedUse::fillsWall);
            mark(wall.selectedRow, &FeedUse::selected);
        }
    }
    for (int row = 0; row < std::min(m_feeds.rowCount(), int(uses.size())); ++row) {
        FeedUse &use = uses[std::size_t(row)];
        const QModelIndex index = m_feeds.index(row, 0);
        const auto tally = widgets::TileTally(index.data(WallRole::Tally).toInt());
        use.onProgram = tally == widgets::TileTally::Program || tally == widgets::TileTally::Elsewhere;
        use.onPreview = tally == widgets::TileTally::Preview;
        const auto alarm = widgets::TileAlarm(index.data(WallRole::Alarm).toInt());
        use.alarmed = alarm == widgets::TileAlarm::Critical || alarm == widgets::TileAlarm::Major ||
                      alarm == widgets::TileAlarm::Minor;
    }
    return uses;
}

MachineState LoadWatch::machine(std::optional<double> busy)
{
    MachineState machine;
    machine.busy = busy;
    for (std::size_t row = 0; row < m_figures.size(); ++row) {
        machine.waited = std::max(machine.waited, m_ends.takeWaited(int(row)));
        machine.thrownAway += std::exchange(m_figures[row].thrownAway, 0);
        if (const auto share = m_figures[row].drawnShare)
            machine.drawnShare = std::min(machine.drawnShare.value_or(*share), *share);
    }
    return machine;
}

void LoadWatch::look(LoadPolicy::Time now, std::optional<double> busy)
{
    const LoadStep before = m_policy.step();
    const std::vector<FeedUse> needed = uses();
    apply(needed, m_policy.judge(needed, machine(busy), now));
    m_lastBusy = busy;
    if (before != m_policy.step())
        Q_EMIT stepped(m_policy.step() == LoadStep::None ? tr("The machine keeps up again: every tile is as declared.")
                                                         : wallText());
    Q_EMIT changed();
}

void LoadWatch::lookAgain()
{
    const std::vector<FeedUse> needed = uses();
    std::vector<media::FeedLoad> loads;
    for (const FeedUse &use : needed)
        loads.push_back(LoadPolicy::loadOf(use, m_policy.step()));
    apply(needed, loads);
}

void LoadWatch::apply(const std::vector<FeedUse> &needed, const std::vector<media::FeedLoad> &loads)
{
    for (std::size_t row = 0; row < loads.size(); ++row) {
        m_figures[row].drawn = needed[row].shown && loads[row].most == media::DecodeMode::Full;
        if (m_loads[row] == loads[row])
            continue;
        m_loads[row] = loads[row];
        m_ends.set(int(row), loads[row]);
    }
}

QString LoadWatch::wallText() const
{
    switch (m_policy.step()) {
    case LoadStep::None:
        break;
    case LoadStep::FarTilesLight:
        return tr("The machine cannot keep up: far tiles show fewer pictures.");
    case LoadStep::FarTilesKeyPictures:
        return tr("The machine cannot keep up: far tiles show key pictures only.");
    case LoadStep::FewerProbes:
        return tr("The machine cannot keep up: far tiles show key pictures only, and pictures are measured once a "
                  "second.");
    }
    return {};
}

QString LoadWatch::statusText() const
{
    const int cores = QThread::idealThreadCount();
    return m_lastBusy ? tr("CPU %1 % of %2", "how busy, how many cores").arg(qRound(*m_lastBusy * 100)).arg(cores)
                      : QString();
}

} // namespace gantry
