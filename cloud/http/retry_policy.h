#pragma once
// Whether and when a failed *question* may be asked again. Pure. Commands are never repeated by machinery: after a
// time-out somebody looks first. After botocore's "standard" retry mode: random share of min(20 s, 2^attempt s),
// Retry-After obeyed, and a budget of 500 of which a retry takes 5 (10 after a time-out).

#include "cloud/cloud_error.h"

#include <chrono>

namespace gantry::cloud {

// Will it help to ask the same again by and by?
enum class Outlook {
    Soon,     // the network, a fault at their end, or asked too often
    Unlikely, // until somebody changes a setting, a permission or a clock
};
Outlook outlook(const Error &error);

inline constexpr std::chrono::milliseconds kLongestBackOff{20'000};

// What to wait in addition to the usual interval before asking again. `attempt` counts the failures in a row, from 1;
// `random` is 0..1. The provider's own Retry-After is a lower bound.
std::chrono::milliseconds backOff(const Error &error, int attempt, double random);

// Keeps an outage from turning into a storm of questions.
class RetryBudget
{
public:
    static constexpr int kFull = 500;

    // False when nothing is left: ask at the slowest pace then.
    bool spend(const Error &error);
    void succeeded();
    int left() const { return m_left; }

private:
    int m_left = kFull;
};

} // namespace gantry::cloud
