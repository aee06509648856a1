#pragma once
// Whether an input of a failover plan is fit to be on air, told from the records of its feed. Pure: no clock of its
// own. What is not known is neither fit nor unfit: missing telemetry never condemns an input, and never offers one.

#include "app/session/record.h"
#include "app/show/plan.h"

#include <QCoreApplication>

#include <array>
#include <chrono>
#include <optional>

namespace gantry {

class SourceHealth
{
    Q_DECLARE_TR_FUNCTIONS(gantry::SourceHealth)

public:
    // Pictures are told of once a second; after three without, nobody knows.
    static constexpr std::chrono::seconds freshFor{3};

    struct Verdict
    {
        Fitness fitness = Fitness::Unknown;
        QString fault;                                    // the worst, in a word or two; empty when there is none
        std::chrono::microseconds lasting{0};             // of the fault, or for how long it has been fit
        std::optional<std::chrono::microseconds> since{}; // of the session: when that began
    };

    SourceHealth(const PlanSource &source, const PlanLimits &limits);

    const PlanSource &source() const { return m_source; }
    void seen(const Record &record);
    Verdict at(const Instant &now) const;

private:
    enum Kind { NoSignal, Black, Freeze, Silence, Dropped, Bitrate, Transport, kinds };
    using Time = std::chrono::microseconds; // of the session
    struct Fault
    {
        std::optional<Time> since;   // it is there
        Time measured{0};            // when that was last measured
        std::optional<Time> gone;    // when it was first seen to be over
        bool lastsUntilTold = false; // its end is told at once; otherwise it counts as far as it was measured
    };

    void picture(const media::PictureState &state, Time at);
    void link(const media::LinkSample &sample, Time at);
    void transport(const media::TransportSample &sample, Time at);
    void audio(const media::AudioLevels &levels, Time at);
    // `lasting`: for how long its source has measured it already.
    void note(Kind kind, bool present, Time at, std::optional<Time> lasting = std::nullopt);
    static Time lasting(const Fault &fault, Time now);
    const PlanLimit &limit(Kind kind) const;
    static QString word(Kind kind);

    PlanSource m_source;
    PlanLimits m_limits;
    std::array<Fault, kinds> m_faults;
    std::optional<Time> m_seen; // the last picture state that said something
    std::optional<Time> m_firstSeen;
    std::optional<std::uint64_t> m_errors; // priority 1, counted by the transport monitor
};

} // namespace gantry
