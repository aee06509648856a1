#pragma once
// When to try again, and when a connection that stands counts as dead. No clock of its own: every call brings the time.
//
// A failed try is followed by a pause that doubles up to `longestPause`; jitter keeps the feeds of a room from calling
// in step after a common fault. The pause starts small again only once a connection has delivered for `provenAfter`: a
// peer that lets us in and throws us out at once is not hammered.

#include <chrono>
#include <cstdint>
#include <random>

namespace gantry::media {

class Reconnect
{
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::milliseconds firstPause{250};
    static constexpr std::chrono::milliseconds longestPause{2000};
    static constexpr int jitterPercent = 25; // on top
    static constexpr std::chrono::milliseconds provenAfter{2000};

    explicit Reconnect(std::uint32_t seed) : m_random(seed) {}

    Time nextTry() const { return m_nextTry; }

    void failed(Time now); // a try came to nothing
    void connected(Time now);
    void delivered(Time now); // something came
    // The connection is over. One that was waited for may come back at once.
    void ended(Time now, bool wasCalled);

    // How long nothing has come over a connection that stands.
    std::chrono::milliseconds silence(Time now) const;

private:
    void pause(Time now);

    std::minstd_rand m_random;
    std::chrono::milliseconds m_pause = firstPause;
    Time m_nextTry{};
    Time m_connected{};
    Time m_delivered{};
};

} // namespace gantry::media
