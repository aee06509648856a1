#include "cloud/sandbox/sandbox_world.h"

#include "cloud/sandbox/sandbox_iam.h"

#include <algorithm>

namespace gantry::cloud {

SandboxWorld::SandboxWorld(Settings settings)
    : inputs(settings.inputs)
    , access(settings.keys, settings.region)
    , googleKeys(settings.googleAccount)
    , mediaLive(std::move(settings.mediaLive))
    , mediaConnect(std::move(settings.mediaConnect))
    , google(std::move(settings.google))
    , m_audience(settings.crowdSeed, std::move(settings.mux))
    , m_sts(access, std::move(settings.mfaCode))
{
}

void SandboxWorld::advance(std::chrono::milliseconds now, SandboxFaults &faults)
{
    SandboxDisturbance disturbance(faults);
    for (const QString &name : inputs.names()) {
        inputs.lose(name, disturbance.isOn(SandboxFault::Kind::InputLoss, now,
                                           [&](const SandboxFault &fault) { return fault.input == name; }));
        const bool present = inputs.isPresent(name);
        for (SandboxChannel &channel : mediaLive.channels())
            channel.setPresent(name, present, now);
        for (SandboxFlow &flow : mediaConnect.flows())
            flow.setPresent(name, present);
        for (SandboxLivestream &channel : google.channels())
            channel.setPresent(name, present, now);
    }
    for (const int pipeline : {0, 1}) {
        const bool failed =
            disturbance.isOn(SandboxFault::Kind::PipelineFailure, now,
                             [pipeline](const SandboxFault &fault) { return fault.pipeline == pipeline; });
        for (SandboxChannel &channel : mediaLive.channels())
            channel.setFailed(pipeline, failed, now);
    }
    const bool expired = disturbance.isOn(SandboxFault::Kind::ExpiredToken, now);
    if (expired && !m_wereKeysExpired) {
        access.expireIssued();
        googleKeys.expireIssued();
    }
    m_wereKeysExpired = expired;
    mediaLive.advance(now);
    mediaConnect.advance(now);
    google.advance(now);
    m_metrics.note(now, mediaLive, mediaConnect, inputs);
    disturbance.tidy(now);
}

ServedAnswer SandboxWorld::answer(const ServedRequest &request, const SandboxNow &now, SandboxFaults &faults)
{
    advance(now.time, faults);
    const SandboxService service = serviceOf(request);
    SandboxDisturbance disturbance(faults);
    SandboxNow seen = now;
    disturbance.colour(seen, request, service);
    ServedAnswer answer = disturbance.answer(request, service, now.time, [&] {
        return routed(request, service, seen, faults, disturbance.isOn(SandboxFault::Kind::ExpiredToken, now.time));
    });
    answer.clock = seen.wallClock;
    return answer;
}

ServedAnswer SandboxWorld::routed(const ServedRequest &request, SandboxService service, const SandboxNow &now,
                                  const SandboxFaults &faults, bool isKeyExpired)
{
    switch (service) {
    case SandboxService::Unknown:
        return refuse(service, request,
                      {Refusal::Kind::NotFound,
                       404,
                       {},
                       QStringLiteral("The rehearsal cloud serves MediaLive (/prod/), MediaConnect (/v1/flows), "
                                      "CloudWatch, STS and IAM (POST /), Live Stream (/v1/projects/) and Mux Data "
                                      "(/data/v1/)."),
                       std::nullopt});
    case SandboxService::Mux:
        return m_audience.answer(request, now.time, now.wallClock, mediaLive.channels().front().events());
    case SandboxService::Google:
        if (request.path == "/token")
            return googleKeys.token(request, now.wallClock);
        if (const auto fault = googleKeys.fault(request.header("Authorization"), now.wallClock, isKeyExpired))
            return refuse(service, request, {Refusal::Kind::Unauthenticated, 401, {}, *fault, std::nullopt});
        return google.answer(request, now);
    default:
        return awsRouted(request, service, now, faults, isKeyExpired);
    }
}

ServedAnswer SandboxWorld::awsRouted(const ServedRequest &request, SandboxService service, const SandboxNow &now,
                                     const SandboxFaults &faults, bool isKeyExpired)
{
    // STS itself lets the long-lived keys in: it is where one gets new ones.
    const bool refusesKeys = isKeyExpired && service != SandboxService::Sts;
    const auto caller = access.check(request, signingNameOf(service), now.wallClock, refusesKeys);
    if (!caller)
        return refuse(service, request,
                      {Refusal::Kind::Unauthenticated, 403, caller.error().type, caller.error().message, std::nullopt});
    if (service == SandboxService::MediaLive)
        return mediaLive.answer(request, now, faults.alerts);
    if (service == SandboxService::MediaConnect)
        return mediaConnect.answer(request, now);
    if (service == SandboxService::Iam)
        return sandboxIam(request, now);
    if (service == SandboxService::Sts)
        return m_sts.answer(request, *caller, now);
    return m_cloudWatch.answer(request, m_metrics, now);
}

} // namespace gantry::cloud
