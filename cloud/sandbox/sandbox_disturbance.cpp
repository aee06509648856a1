#include "cloud/sandbox/sandbox_disturbance.h"

#include "cloud/sandbox/sandbox_medialive_json.h"

#include <algorithm>

namespace gantry::cloud {

namespace {

using Kind = SandboxFault::Kind;

constexpr qsizetype kHuge = qsizetype{100} * 1024 * 1024;
constexpr int kDeep = 10'000;

const QString kOnPurpose = QStringLiteral("A fault made on purpose.");

} // namespace

SandboxFault *SandboxDisturbance::active(Kind kind, const ServedRequest &request, SandboxService service,
                                         std::chrono::milliseconds now) const
{
    for (SandboxFault &fault : m_faults.script) {
        if (fault.kind != kind || !fault.isActive(now))
            continue;
        if (!fault.service.isEmpty() && fault.service != wordOf(service))
            continue;
        if (fault.calls != SandboxFault::Calls::All &&
            isCommand(request, service) != (fault.calls == SandboxFault::Calls::Commands))
            continue;
        return &fault;
    }
    return nullptr;
}

const SandboxFault *SandboxDisturbance::use(Kind kind, const ServedRequest &request, SandboxService service,
                                            std::chrono::milliseconds now) const
{
    SandboxFault *fault = active(kind, request, service, now);
    if (fault && fault->count)
        --*fault->count;
    return fault;
}

bool SandboxDisturbance::isOn(Kind kind, std::chrono::milliseconds now,
                              const std::function<bool(const SandboxFault &)> &matches) const
{
    return std::any_of(m_faults.script.begin(), m_faults.script.end(), [&](const SandboxFault &fault) {
        return fault.kind == kind && fault.isActive(now) && (!matches || matches(fault));
    });
}

void SandboxDisturbance::tidy(std::chrono::milliseconds now)
{
    std::erase_if(m_faults.script, [now](const SandboxFault &fault) { return fault.isOver(now); });
}

void SandboxDisturbance::colour(SandboxNow &now, const ServedRequest &request, SandboxService service) const
{
    if (const SandboxFault *skew = use(Kind::ClockSkew, request, service, now.time))
        now.wallClock = now.wallClock.addSecs(skew->skew.count());
    const bool command = isCommand(request, service);
    now.acceptOnly = m_faults.acceptOnly || (command && use(Kind::AcceptOnly, request, service, now.time));
    now.tokenLoop = !command && use(Kind::TokenLoop, request, service, now.time);
    if (const SandboxFault *late = use(Kind::LateMetrics, request, service, now.time))
        now.metricsLate = late->delay;
    for (const SandboxFault &fault : m_faults.script) {
        if (fault.kind == Kind::Denied && fault.isActive(now.time))
            now.denied.push_back({fault.service, fault.calls != SandboxFault::Calls::Commands,
                                  fault.calls != SandboxFault::Calls::Reads});
    }
}

std::optional<ServedAnswer> SandboxDisturbance::refusal(const ServedRequest &request, SandboxService service,
                                                        std::chrono::milliseconds now)
{
    if (m_faults.failNext > 0) {
        --m_faults.failNext;
        ServedAnswer answer = awsFault(m_faults.failStatus, m_faults.failType, kOnPurpose);
        if (m_faults.retryAfterSeconds > 0)
            answer.headers.emplaceBack("Retry-After", QByteArray::number(m_faults.retryAfterSeconds));
        return answer;
    }
    if (m_faults.garbleNext > 0) {
        --m_faults.garbleNext;
        ServedAnswer answer;
        answer.body = m_faults.garbage;
        return answer;
    }
    if (const SandboxFault *fault = use(Kind::Throttled, request, service, now))
        return refuse(service, request,
                      {Refusal::Kind::Throttled, 429, {}, QStringLiteral("Rate exceeded"), fault->retryAfter});
    if (const SandboxFault *fault = use(Kind::ServerError, request, service, now))
        return refuse(service, request, {Refusal::Kind::ServerError, fault->status, {}, kOnPurpose, fault->retryAfter});
    if (use(Kind::Denied, request, service, now))
        return refuse(service, request,
                      {Refusal::Kind::Denied,
                       403,
                       {},
                       QStringLiteral("User is not authorized to perform this action on %1.")
                           .arg(QString::fromLatin1(request.path)),
                       std::nullopt});
    return std::nullopt;
}

void SandboxDisturbance::spoil(ServedAnswer &answer, const ServedRequest &request, SandboxService service,
                               std::chrono::milliseconds now)
{
    if (use(Kind::Truncated, request, service, now))
        answer.body.truncate(answer.body.size() / 2);
    if (use(Kind::Huge, request, service, now))
        answer.body = "{\"channels\":[\"" + QByteArray(kHuge, 'x') + "\"]}";
    if (use(Kind::Deep, request, service, now))
        answer.body = QByteArray("{\"channels\":") + QByteArray(kDeep, '[') + QByteArray(kDeep, ']') + '}';
    if (const SandboxFault *slow = use(Kind::Slow, request, service, now))
        answer.delay = slow->delay;
    if (m_faults.silentNext > 0) {
        --m_faults.silentNext;
        answer.silence = true;
    }
    if (use(Kind::TimeOut, request, service, now))
        answer.silence = true;
}

ServedAnswer SandboxDisturbance::answer(const ServedRequest &request, SandboxService service,
                                        std::chrono::milliseconds now, const std::function<ServedAnswer()> &execute)
{
    if (auto refused = refusal(request, service, now))
        return *std::move(refused);
    ServedAnswer answer = execute();
    spoil(answer, request, service, now);
    return answer;
}

} // namespace gantry::cloud
