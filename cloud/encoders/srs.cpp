#include "cloud/encoders/srs.h"

#include "cloud/cloud_text.h"
#include "cloud/encoders/counter_rate.h"
#include "cloud/encoders/srs_answer.h"
#include "cloud/http/json_client.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr int kPage = 100;
constexpr int kMostPages = 20;

JsonService serviceOf(const SrsSettings &settings)
{
    JsonService service;
    service.subject =
        QStringLiteral("SRS %1, stream %2/%3").arg(settings.endpoint.authority(), settings.app, settings.name);
    service.endpoint = settings.endpoint;
    service.limits = settings.limits;
    service.advice.refused = Text::tr("SRS refuses: check user and password of its http_api (auth, since 5.0.152).");
    return service;
}

class Srs : public EncoderProvider
{
public:
    Srs(SrsSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings)), m_client(serviceOf(m_settings), m_settings.authorizer, network)
    {
        if (!m_settings.elapsed) {
            QElapsedTimer since;
            since.start();
            m_settings.elapsed = [since] { return std::chrono::milliseconds(since.elapsed()); };
        }
    }

    void poll(std::function<void(EncoderSample)> answer) override { askPage(0, std::move(answer)); }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        const QString tried = Text::tr("hang up on the publisher");
        const bool isKnown = command.verb == Verb::DisconnectInput;
        if (!isKnown || m_publisher.isEmpty()) {
            Error error = m_client.named({}, tried);
            error.kind = isKnown ? Error::Kind::Conflict : Error::Kind::Invalid;
            error.advice = isKnown ? Text::tr("Nobody publishes there whom SRS could hang up on.")
                                   : Text::tr("SRS hands on what is published: it does not start, stop or "
                                              "switch. Do that where the stream comes from.");
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        JsonCall call;
        call.tried = tried;
        call.method = "DELETE";
        call.path = "/api/v1/clients/" + m_publisher.toUtf8().toPercentEncoding();
        m_client.call(call, [this, tried, answer = std::move(answer)](const Result<JsonAnswer> &http) {
            if (!http)
                answer(tl::unexpected(http.error()));
            else if (const auto fault = srsFault(http->body))
                answer(tl::unexpected(m_client.named(*fault, tried)));
            else
                answer({});
        });
    }

    std::chrono::milliseconds calmInterval() const override { return 2s; }
    std::chrono::milliseconds eagerInterval() const override { return 500ms; }
    std::chrono::milliseconds effectWithin(Verb) const override { return 10s; }

protected:
    // Whoever may read here may command here: there is one permission for both.
    AccessFinding commandAccess() const override { return {QStringLiteral("http_api"), std::nullopt}; }

private:
    void askPage(int page, std::function<void(EncoderSample)> answer)
    {
        JsonCall call;
        call.tried = Text::tr("read the streams");
        call.path = "/api/v1/streams";
        call.query = "start=" + QByteArray::number(page * kPage) + "&count=" + QByteArray::number(kPage);
        m_client.call(call, [this, page, tried = call.tried,
                             answer = std::move(answer)](const Result<JsonAnswer> &http) {
            const auto fault = http ? srsFault(http->body) : std::optional<Error>();
            const auto streams = !http   ? Result<SrsStreams>(tl::unexpected(http.error()))
                                 : fault ? Result<SrsStreams>(tl::unexpected(m_client.named(*fault, tried)))
                                         : srsStreams(http->body);
            if (!streams) {
                EncoderSample failed;
                failed.failure = http && !fault ? m_client.named(streams.error(), tried) : streams.error();
                answer(std::move(failed));
                return;
            }
            const auto ours = std::find_if(streams->streams.begin(), streams->streams.end(), [this](const auto &each) {
                return each.app == m_settings.app && each.name == m_settings.name;
            });
            const bool isLast = int(streams->streams.size()) < kPage || page + 1 >= kMostPages;
            if (ours == streams->streams.end() && !isLast) {
                askPage(page + 1, answer);
                return;
            }
            EncoderSample sample = sampleOf(ours == streams->streams.end() ? nullptr : &*ours, streams->server);
            sample.roundTrip = http->http.roundTrip;
            sample.providerTime = answerDate(http->http);
            answer(std::move(sample));
        });
    }

    EncoderSample sampleOf(const SrsStream *stream, const QString &server)
    {
        if (server != m_server) // it began anew, and so do its counters
            m_frames = {};
        m_server = server;
        m_publisher = stream && stream->publishes ? stream->publisher : QString();
        const bool publishes = stream && stream->publishes;
        EncoderSample sample;
        sample.state = publishes ? EncoderState::Running : EncoderState::Idle;
        sample.providerState = !stream     ? QStringLiteral("no such stream")
                               : publishes ? QStringLiteral("publish active")
                                           : QStringLiteral("publish inactive");
        sample.receives = publishes;
        InputSample input;
        input.name = m_settings.app + u'/' + m_settings.name;
        input.connected = publishes;
        input.active = publishes;
        if (stream) {
            const auto bits = [](const std::optional<double> &kbps) {
                return kbps ? std::optional(BitsPerSecond{*kbps * 1000}) : std::nullopt;
            };
            if (publishes) // what was averaged before the publisher went says nothing about now
                input.rate = sample.figures.inputRate = bits(stream->receivedKbps);
            sample.figures.outputRate = bits(stream->sentKbps);
            if (const auto rate = m_frames.perSecond(stream->frames, m_settings.elapsed()); rate && publishes)
                sample.figures.inputFrameRate = *rate;
            for (const QString &words : stream->words)
                sample.details.push_back({QStringLiteral("stream"), words});
            if (stream->clients)
                sample.details.push_back({QStringLiteral("clients"), QString::number(std::max<std::int64_t>(
                                                                         0, *stream->clients - (publishes ? 1 : 0)))});
        }
        sample.inputHealth.push_back(input);
        return sample;
    }

    SrsSettings m_settings;
    JsonClient m_client;
    QString m_server;
    QString m_publisher; // as last seen: whom a command is about
    CounterRate m_frames;
    QObject m_context;
};

} // namespace

std::vector<Verb> srsVerbs()
{
    return {Verb::DisconnectInput};
}

std::unique_ptr<EncoderProvider> makeSrs(SrsSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<Srs>(std::move(settings), network);
}

} // namespace gantry::cloud
