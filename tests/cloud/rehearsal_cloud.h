#pragma once
// The sandbox with our adapters in front of it, for tests of both.

#include "cloud/audience/mux_data.h"
#include "cloud/encoders/medialive.h"
#include "cloud/sandbox/sandbox_server.h"

#include "cloud/await.h"

#include <QNetworkAccessManager>

namespace gantry::test {

using namespace gantry::cloud;

// The rehearsal cloud on a clock of ours, with our adapters in front of it.
struct Rehearsal
{
    std::chrono::milliseconds time{0};
    qint64 theirClockAheadBy = 0; // seconds
    SandboxServer sandbox;
    QNetworkAccessManager network;
    MediaLiveSettings mediaLive;
    MuxSettings mux;
    std::unique_ptr<EncoderProvider> encoder;
    std::unique_ptr<AudienceSource> audience;

    explicit Rehearsal(bool running = true)
        : sandbox({.fast = true,
                   .running = running,
                   .accessKey = "AKIDEXAMPLE",
                   .secretKey = "secret",
                   .muxTokenId = "id",
                   .muxTokenSecret = "secret",
                   .steadyClock = [this] { return time; },
                   .wallClock = [this] { return QDateTime::currentDateTimeUtc().addSecs(theirClockAheadBy); }})
    {
        const auto port = sandbox.start();
        Q_ASSERT(port);
        mediaLive.region = "eu-west-1";
        mediaLive.channel = "1000001";
        mediaLive.credentials = {"AKIDEXAMPLE", "secret", {}};
        mux.credentials = {"id", "secret"};
        connect();
    }

    void connect()
    {
        mediaLive.endpoint = sandbox.endpoint();
        mux.endpoint = sandbox.endpoint();
        encoder = makeMediaLive(mediaLive, network);
        audience = makeMuxData(mux, network);
    }

    EncoderSample poll()
    {
        const auto sample =
            gantry::test::await<EncoderSample>([this](auto answer) { encoder->poll(std::move(answer)); });
        return sample.value_or(EncoderSample{});
    }

    CommandAnswer send(const Command &command)
    {
        const auto answer =
            gantry::test::await<CommandAnswer>([this, command](auto done) { encoder->send(command, std::move(done)); });
        return answer.value_or(
            tl::unexpected(Error{Error::Kind::BadAnswer, QStringLiteral("no answer at all"), {}, {}, {}}));
    }

    AudienceSample listen()
    {
        const auto sample =
            gantry::test::await<AudienceSample>([this](auto answer) { audience->poll(std::move(answer)); });
        return sample.value_or(AudienceSample{});
    }
};

} // namespace gantry::test
