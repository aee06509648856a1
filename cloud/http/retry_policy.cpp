#include "cloud/http/retry_policy.h"

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

Outlook outlook(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::TimedOut:
    case Error::Kind::Throttled:
    case Error::Kind::ServerFault:
    case Error::Kind::BadAnswer: // one garbled page is no reason to be blind for long
        return Outlook::Soon;
    default:
        return Outlook::Unlikely;
    }
}

std::chrono::milliseconds backOff(const Error &error, int attempt, double random)
{
    const std::chrono::milliseconds asked = std::chrono::seconds(std::clamp(error.retryAfterSeconds, 0, 3600));
    if (outlook(error) == Outlook::Unlikely)
        return std::max(asked, kLongestBackOff);
    const int exponent = std::clamp(attempt, 1, 10);
    const std::chrono::milliseconds ceiling = std::min(kLongestBackOff, 1000ms * (1 << exponent));
    const auto share = std::chrono::milliseconds(qint64(double(ceiling.count()) * std::clamp(random, 0.0, 1.0)));
    return std::max(asked, share);
}

bool RetryBudget::spend(const Error &error)
{
    const int cost = error.kind == Error::Kind::TimedOut ? 10 : 5;
    if (m_left < cost)
        return false;
    m_left -= cost;
    return true;
}

void RetryBudget::succeeded()
{
    m_left = std::min(kFull, m_left + 5);
}

} // namespace gantry::cloud
