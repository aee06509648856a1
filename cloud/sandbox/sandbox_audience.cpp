#include "cloud/sandbox/sandbox_audience.h"

#include "cloud/http/aws_sigv4.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

using Time = SandboxChannel::Time;
using Event = SandboxChannel::Event;

constexpr double kFullHouse = 8400;
constexpr Time kStep = 5s;
constexpr int kPoints = 60;

double seconds(Time time)
{
    return double(time.count()) / 1000.0;
}

// 0..1, the same for the same seed and index.
double noise(std::uint64_t seed, std::uint64_t index)
{
    std::uint64_t x = seed * 0x9E3779B97F4A7C15u + index; // SplitMix64's mixing
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return double((x ^ (x >> 31)) >> 11) / double(1ull << 53);
}

// Slow waves of its own for every seed, about -1..1.
double wander(std::uint64_t seed, double at)
{
    double sum = 0;
    for (std::uint64_t i = 0; i < 3; ++i) {
        const double period = 40.0 + 110.0 * noise(seed, 10 + i);
        sum += std::sin(2 * std::numbers::pi * (at / period + noise(seed, 20 + i)));
    }
    return sum / 3;
}

// How much of the crowd is still there: leaves a stopped channel (40 s), comes back to a running one (90 s).
double presence(double at, std::span<const Event> events)
{
    bool runs = false;
    double present = 0.02;
    std::optional<double> since;
    const auto relax = [&](double until) {
        if (since && until > *since) {
            const double goal = runs ? 1.0 : 0.02;
            present = goal + (present - goal) * std::exp(-(until - *since) / (runs ? 90.0 : 40.0));
        }
        since = until;
    };
    bool first = true;
    for (const Event &event : events) {
        const double when = seconds(event.at);
        // What ran from the first moment, or was running when the list of events begins, had its crowd already.
        if (first && (event.kind != Event::Kind::Runs || when <= 0)) {
            runs = true;
            present = 1;
            since = std::min(at, when);
        }
        first = false;
        if (when > at)
            break;
        relax(when);
        if (event.kind == Event::Kind::Switches)
            present *= 0.97;
        else
            runs = event.kind == Event::Kind::Runs;
    }
    relax(at);
    return present;
}

double stalled(double at, std::span<const Event> events)
{
    double share = 0;
    bool stopped = false;
    double stoppedSince = 0;
    const auto whenStopped = [](double lasting) {
        return 0.9 * (1 - std::exp(-lasting / 6)) * std::exp(-lasting / 120);
    };
    for (const Event &event : events) {
        const double ago = at - seconds(event.at);
        if (ago < 0)
            break;
        switch (event.kind) {
        case Event::Kind::Switches:
            share += 0.035 * (1 - std::exp(-ago / 2)) * std::exp(-ago / 12);
            break;
        case Event::Kind::Stops:
            stopped = true;
            stoppedSince = seconds(event.at);
            break;
        case Event::Kind::Runs:
            if (stopped)
                share += whenStopped(seconds(event.at) - stoppedSince) * std::exp(-ago / 15);
            stopped = false;
            break;
        }
    }
    if (stopped)
        share += whenStopped(at - stoppedSince);
    return share;
}

ServedAnswer json(const QJsonObject &object, int status = 200)
{
    ServedAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

ServedAnswer fault(int status, const QString &type, const QString &message)
{
    return json({{QStringLiteral("error"),
                  QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("messages"), QJsonArray{message}}}}},
                status);
}

QJsonObject metricNames()
{
    const QJsonArray metrics{
        QJsonObject{{QStringLiteral("name"), QStringLiteral("current-concurrent-viewers")},
                    {QStringLiteral("display_name"), QStringLiteral("Current Concurrent Viewers (CCV)")}},
        QJsonObject{{QStringLiteral("name"), QStringLiteral("current-rebuffering-percentage")},
                    {QStringLiteral("display_name"), QStringLiteral("Current Rebuffering Percentage")}}};
    return {{QStringLiteral("data"), metrics}, {QStringLiteral("total_row_count"), metrics.size()}};
}

} // namespace

CrowdFigures crowdAt(std::uint64_t seed, Time time, std::span<const Event> events)
{
    const double at = seconds(time);
    const double filling = std::clamp(1 - 0.7 * std::exp(-at / 900), 0.05, 1.0);
    const double restless = 1 + 0.012 * wander(seed, at);
    CrowdFigures figures;
    figures.viewers = std::llround(kFullHouse * filling * restless * presence(at, events));
    const double usual = 0.004 + 0.002 * noise(seed, 1000 + std::uint64_t(std::int64_t(std::floor(at / 5))));
    figures.rebuffering = std::clamp(usual + stalled(at, events), 0.0, 0.95);
    return figures;
}

SandboxAudience::SandboxAudience(std::uint64_t seed, MuxCredentials credentials)
    : m_seed(seed), m_credentials(std::move(credentials))
{
}

ServedAnswer SandboxAudience::answer(const ServedRequest &request, Time time, const QDateTime &wallClock,
                                     std::span<const Event> events) const
{
    const QByteArray key = m_credentials.tokenId + ':' + m_credentials.tokenSecret;
    if (!sameSignature(request.header("Authorization"), "Basic " + key.toBase64()))
        return fault(401, QStringLiteral("unauthorized"), QStringLiteral("Unauthorized request"));
    if (request.method != "GET")
        return fault(405, QStringLiteral("method_not_allowed"), QStringLiteral("Only GET is allowed here"));
    if (request.path == "/data/v1/monitoring/metrics")
        return json(metricNames());

    const bool isViewers = request.path == "/data/v1/monitoring/metrics/current-concurrent-viewers/timeseries";
    if (!isViewers && request.path != "/data/v1/monitoring/metrics/current-rebuffering-percentage/timeseries")
        return fault(404, QStringLiteral("not_found"), QStringLiteral("The rehearsal cloud has no such figures"));

    const qint64 now = wallClock.toMSecsSinceEpoch();
    const qint64 newest = now - now % kStep.count();
    QJsonArray points;
    for (int i = kPoints - 1; i >= 0; --i) {
        const qint64 stamp = newest - i * kStep.count();
        const CrowdFigures figures = crowdAt(m_seed, time - Time(now - stamp), events);
        points.append(
            QJsonObject{{QStringLiteral("value"),
                         isViewers ? QJsonValue(qint64(figures.viewers)) : QJsonValue(figures.rebuffering)},
                        {QStringLiteral("date"), QDateTime::fromMSecsSinceEpoch(stamp, Qt::UTC).toString(Qt::ISODate)},
                        {QStringLiteral("concurrent_viewers"), qint64(figures.viewers)}});
    }
    return json(
        {{QStringLiteral("data"), points},
         {QStringLiteral("total_row_count"), points.size()},
         {QStringLiteral("timeframe"), QJsonArray{(newest - (kPoints - 1) * kStep.count()) / 1000, newest / 1000}}});
}

} // namespace gantry::cloud
