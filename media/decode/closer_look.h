#pragma once
// A feed of which only key pictures are decoded cannot be called frozen: two of them may be alike and what lies between
// not (an ident that turns once a group of pictures). But a frozen feed must not go unnoticed either. So two key
// pictures that are alike ask for a closer look: everything is decoded until a movement is seen, which ends it, or until
// the feed moves again. Who has been found moving is left alone for longer each time. Pure; times as arguments.

#include <algorithm>
#include <chrono>
#include <utility>

namespace gantry::media {

class CloserLook
{
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr std::chrono::seconds lookFor{2}; // programme that moves at all does so within
    static constexpr std::chrono::seconds firstRest{30};
    static constexpr std::chrono::seconds longestRest{480};

    bool looks() const { return m_looking; }

    // A key picture that came alone: is it like the one before?
    void keyPicture(bool alike, Time at)
    {
        if (!alike || m_looking || at < m_restUntil)
            return;
        m_looking = true;
        m_begun = false;
    }
    // While everything is decoded: for how long it has not moved.
    void picture(std::chrono::milliseconds frozen, Time at)
    {
        if (!m_looking)
            return;
        if (!std::exchange(m_begun, true))
            m_since = at;
        if (frozen >= lookFor)
            m_rest = firstRest; // it was right to look
        if (at - m_since < lookFor || frozen > std::chrono::milliseconds(0))
            return;
        m_looking = false;
        m_restUntil = at + m_rest;
        m_rest = std::min(m_rest * 2, longestRest);
    }
    // Another stream, or somebody else wants everything decoded: what was thought of it is forgotten.
    void forget() { *this = {}; }

private:
    bool m_looking = false;
    bool m_begun = false; // pictures have come since
    Time m_since{};
    Time m_restUntil{};
    std::chrono::seconds m_rest = firstRest;
};

} // namespace gantry::media
