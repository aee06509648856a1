#pragma once
// Could one cut to the backup of a pair this second, and nobody would notice? Five checks over the records of both
// feeds, each with its reason: it decodes, it carries the same programme, it is near enough in time, it has the same
// format, it is as loud. Pure: no clock of its own, live and replay say the same. What is not known is told apart from
// what is wrong, and makes nobody ready.

#include "app/session/record.h"
#include "app/show/show.h"

#include <QCoreApplication>

#include <array>
#include <chrono>
#include <deque>
#include <optional>

namespace gantry {

enum class Ready { Unknown, No, Yes };

struct ReadyCheck
{
    enum Kind { Decoding, Content, Offset, Format, Loudness, kinds };
    Ready verdict = Ready::Unknown;
    QString says; // "240 ms late", "720p25 instead of 1080p50", or why it is not known
    bool operator==(const ReadyCheck &) const = default;
};

struct BackupState
{
    std::array<ReadyCheck, ReadyCheck::kinds> checks;
    std::optional<std::chrono::milliseconds> behind; // the backup against the primary; negative: earlier

    // Ready only when every check says so; one that fails outweighs one that is not known.
    Ready verdict() const;
    bool operator==(const BackupState &) const = default;
};

class BackupReady
{
    Q_DECLARE_TR_FUNCTIONS(gantry::BackupReady)

public:
    // Everything it looks at is told once a second; after three without, nobody knows.
    static constexpr std::chrono::seconds freshFor{3};
    // Loudness is compared over so long: the mean of the short-term loudness, so that an offset hardly shows.
    static constexpr std::chrono::seconds loudnessOver{10};
    // A step of that many LU between two cuts of one programme is heard (twice the tolerance of EBU R 128 for live).
    static constexpr double loudnessApart = 2;
    static constexpr double silentBelow = -60; // LUFS

    // `limits`: those of the backup; backupApart is the most that it may be apart.
    BackupReady(const Pair &pair, const FeedLimits &limits) : m_pair(pair), m_limits(limits) {}

    const Pair &pair() const { return m_pair; }
    // Every record, in order. True: it was about this pair.
    bool seen(const Record &record);
    BackupState at(const Instant &now) const;

private:
    using Time = std::chrono::microseconds;
    template <typename T>
    struct Told
    {
        std::optional<T> value;
        Time at{0};
    };
    struct Side
    {
        Told<media::PictureState> picture;
        Told<media::AudioLevels> audio;
        std::deque<std::pair<Time, double>> loudness; // short-term, LUFS
    };
    void heard(Side &side, const media::AudioLevels &levels, Time at);
    ReadyCheck decoding(Time now) const;
    ReadyCheck content(Time now) const;
    ReadyCheck offset(Time now, const std::optional<std::chrono::milliseconds> &behind) const;
    ReadyCheck format(Time now) const;
    ReadyCheck loudness(Time now) const;
    std::optional<std::chrono::milliseconds> behind(Time now) const;

    Pair m_pair;
    FeedLimits m_limits;
    Side m_primary;
    Side m_backup;
    Told<media::MatchSample> m_match;
};

} // namespace gantry
