#include "cloud/http/account_gate.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <cmath>

namespace gantry::cloud {

using namespace std::chrono_literals;

RateBucket::RateBucket(const AccountRate &rate)
    : m_perSecond(std::max(0.01, rate.perSecond))
    , m_burst(std::max(1, rate.burst))
    , m_kept(std::clamp(rate.keptForCommands, 0, std::max(0, rate.burst - 1)))
    , m_left(m_burst)
{
}

std::chrono::milliseconds RateBucket::take(std::chrono::milliseconds now, bool isCommand)
{
    const double passed = double((now - m_at).count()) / 1000.0;
    m_left = std::min(m_burst, m_left + std::max(0.0, passed) * m_perSecond);
    m_at = std::max(m_at, now);
    const double needed = isCommand ? 1 : 1 + m_kept;
    // Fractions of a thousandth are what rounding left.
    if (m_left + 0.001 < needed)
        return std::chrono::milliseconds(qint64(std::ceil((needed - m_left) / m_perSecond * 1000.0 - 0.001)));
    m_left -= 1;
    return 0ms;
}

void RateBucket::pause(std::chrono::milliseconds now, std::chrono::milliseconds time)
{
    m_pausedUntil = std::max(m_pausedUntil, now + time);
}

std::chrono::milliseconds RateBucket::pausedFor(std::chrono::milliseconds now) const
{
    return std::max(0ms, m_pausedUntil - now);
}

AccountGate *AccountGate::of(QNetworkAccessManager &network, const AccountRate &rate)
{
    if (rate.account.isEmpty())
        return nullptr;
    const QString name = QStringLiteral("account ") + QString::fromUtf8(rate.account);
    for (QObject *child : network.children()) {
        if (auto *gate = dynamic_cast<AccountGate *>(child); gate && gate->objectName() == name)
            return gate;
    }
    auto *gate = new AccountGate(&network, rate);
    gate->setObjectName(name);
    return gate;
}

AccountGate::AccountGate(QObject *parent, const AccountRate &rate) : QObject(parent), m_bucket(rate)
{
    m_clock.start();
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &AccountGate::admit);
}

void AccountGate::enter(bool isCommand, std::function<void()> go)
{
    auto place = m_waiting.end();
    if (isCommand)
        place = std::find_if(m_waiting.begin(), m_waiting.end(), [](const Waiting &each) { return !each.isCommand; });
    m_waiting.insert(place, {isCommand, std::move(go)});
    admit();
}

void AccountGate::admit()
{
    while (!m_waiting.empty()) {
        const auto wait = m_bucket.take(std::chrono::milliseconds(m_clock.elapsed()), m_waiting.front().isCommand);
        if (wait > 0ms) {
            m_turn.start(wait);
            return;
        }
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        next.go();
    }
}

void AccountGate::pause(std::chrono::milliseconds time)
{
    m_bucket.pause(std::chrono::milliseconds(m_clock.elapsed()), time);
}

std::chrono::milliseconds AccountGate::pausedFor() const
{
    return m_bucket.pausedFor(std::chrono::milliseconds(m_clock.elapsed()));
}

} // namespace gantry::cloud
