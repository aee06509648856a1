#include "cloud/encoders/mediamtx.h"

#include "cloud/cloud_text.h"
#include "cloud/encoders/counter_rate.h"
#include "cloud/encoders/mediamtx_answer.h"
#include "cloud/http/json_client.h"

#include <QElapsedTimer>
#include <QTimer>

#include <cmath>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

JsonService serviceOf(const MediaMtxSettings &settings)
{
    JsonService service;
    service.subject = QStringLiteral("MediaMTX %1, path %2").arg(settings.endpoint.authority(), settings.path);
    service.endpoint = settings.endpoint;
    service.limits = settings.limits;
    service.advice.refused = Text::tr("MediaMTX refuses: its configuration must have api: yes and, under "
                                      "authInternalUsers, a user with the permission api (from this address).");
    service.words = [](const QJsonObject &body) {
        FaultWords words;
        words.message = mediaMtxFault(body);
        return words;
    };
    return service;
}

class MediaMtx : public EncoderProvider
{
public:
    MediaMtx(MediaMtxSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings)), m_client(serviceOf(m_settings), m_settings.authorizer, network)
    {
        if (!m_settings.elapsed) {
            QElapsedTimer since;
            since.start();
            m_settings.elapsed = [since] { return std::chrono::milliseconds(since.elapsed()); };
        }
    }

    void poll(std::function<void(EncoderSample)> answer) override
    {
        JsonCall call;
        call.tried = Text::tr("read the path");
        call.path = "/v3/paths/get/" + m_settings.path.toUtf8().toPercentEncoding();
        m_client.call(call, [this, tried = call.tried, answer = std::move(answer)](const Result<JsonAnswer> &http) {
            if (!http && http.error().kind == Error::Kind::NotFound) {
                answer(nobodyThere()); // a path is there while somebody uses it
                return;
            }
            const auto path = http ? mediaMtxPath(http->body) : tl::unexpected(http.error());
            if (!path) {
                EncoderSample failed;
                failed.failure = http ? m_client.named(path.error(), tried) : path.error();
                answer(std::move(failed));
                return;
            }
            m_source = *path;
            EncoderSample sample = sampleOf(*path);
            sample.roundTrip = http->http.roundTrip;
            sample.providerTime = answerDate(http->http);
            if (path->sourceType == QLatin1String("srtConn"))
                askConnections(std::move(sample), 0, answer);
            else
                answer(std::move(sample));
        });
    }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        const QString tried = Text::tr("hang up on the publisher");
        const QByteArray list = mediaMtxKickList(m_source.sourceType);
        if (command.verb != Verb::DisconnectInput || list.isEmpty() || m_source.sourceId.isEmpty()) {
            Error error = m_client.named({}, tried);
            error.kind = command.verb == Verb::DisconnectInput ? Error::Kind::Conflict : Error::Kind::Invalid;
            error.advice = command.verb == Verb::DisconnectInput
                               ? Text::tr("Nobody publishes there whom MediaMTX could hang up on.")
                               : Text::tr("MediaMTX hands on what is published: it does not start, stop or "
                                          "switch. Do that where the stream comes from.");
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        JsonCall call;
        call.tried = tried;
        call.method = "POST";
        call.path = "/v3/" + list + "/kick/" + m_source.sourceId.toUtf8().toPercentEncoding();
        call.mayBeEmpty = true;
        m_client.call(call, [answer = std::move(answer)](const Result<JsonAnswer> &http) {
            if (http)
                answer({});
            else
                answer(tl::unexpected(http.error()));
        });
    }

    std::chrono::milliseconds calmInterval() const override { return 1s; }
    std::chrono::milliseconds eagerInterval() const override { return 500ms; }
    std::chrono::milliseconds effectWithin(Verb) const override { return 10s; }

protected:
    // Whoever may read here may command here: there is one permission for both.
    AccessFinding commandAccess() const override { return {QStringLiteral("api"), std::nullopt}; }

private:
    EncoderSample nobodyThere()
    {
        m_source = {};
        m_in = {};
        m_out = {};
        EncoderSample sample;
        sample.state = EncoderState::Idle;
        sample.providerState = QStringLiteral("path not found");
        sample.receives = false;
        sample.inputHealth.push_back({m_settings.path, false, false, {}, {}, {}, {}, {}});
        return sample;
    }

    EncoderSample sampleOf(const MediaMtxPath &path)
    {
        EncoderSample sample;
        sample.state = path.isAvailable ? EncoderState::Running : EncoderState::Idle;
        sample.providerState = path.isAvailable ? QStringLiteral("available") : QStringLiteral("not available");
        sample.receives = path.isAvailable;
        const auto now = m_settings.elapsed();
        if (const auto rate = m_in.perSecond(path.inboundBytes, now))
            sample.figures.inputRate = BitsPerSecond{*rate * 8};
        if (const auto rate = m_out.perSecond(path.outboundBytes, now))
            sample.figures.outputRate = BitsPerSecond{*rate * 8};
        sample.figures.droppedFrames = m_framesInError.growth(path.framesInError, now);

        InputSample input;
        input.name = m_settings.path;
        input.connected = !path.sourceType.isEmpty();
        input.active = path.isAvailable;
        input.rate = sample.figures.inputRate;
        input.providerState = path.sourceType;
        sample.inputHealth.push_back(input);

        QStringList tracks;
        for (const QString &track : path.tracks)
            tracks.append(track);
        if (!tracks.isEmpty())
            sample.details.push_back({QStringLiteral("tracks"), tracks.join(QStringLiteral(", "))});
        QStringList readers;
        for (const auto &[kind, count] : path.readers)
            readers.append(QStringLiteral("%1 × %2").arg(count).arg(kind));
        sample.details.push_back(
            {QStringLiteral("readers"), readers.isEmpty() ? QStringLiteral("0") : readers.join(QStringLiteral(", "))});
        return sample;
    }

    // The publisher's connection, on whichever page it stands. What cannot be read stays unknown.
    void askConnections(EncoderSample sample, int page, std::function<void(EncoderSample)> answer)
    {
        JsonCall call;
        call.tried = Text::tr("read the SRT connections");
        call.path = "/v3/srtconns/list";
        call.query = "itemsPerPage=100&page=" + QByteArray::number(page);
        m_client.call(call, [this, page, sample = std::move(sample),
                             answer = std::move(answer)](const Result<JsonAnswer> &http) mutable {
            const auto connections = http ? mediaMtxSrtConnections(http->body) : tl::unexpected(http.error());
            if (!connections) {
                answer(std::move(sample));
                return;
            }
            for (const MediaMtxSrtConnection &connection : *connections) {
                if (connection.id == m_source.sourceId) {
                    addConnection(sample.inputHealth.front(), connection);
                    answer(std::move(sample));
                    return;
                }
            }
            constexpr int kMostPages = 20;
            const int pages = http->body.value(QLatin1StringView("pageCount")).toInt();
            if (page + 1 < std::min(pages, kMostPages))
                askConnections(std::move(sample), page + 1, std::move(answer));
            else
                answer(std::move(sample));
        });
    }

    void addConnection(InputSample &input, const MediaMtxSrtConnection &connection)
    {
        input.lossShare = connection.lossShare;
        input.notRecovered = m_dropped.growth(connection.dropped, m_settings.elapsed());
        if (connection.megabits)
            input.rate = BitsPerSecond{*connection.megabits * 1e6};
        if (connection.rtt)
            input.roundTrip = std::chrono::milliseconds(std::llround(*connection.rtt));
        input.providerState = QStringLiteral("srtConn %1 (%2)").arg(connection.remote, connection.state);
    }

    MediaMtxSettings m_settings;
    JsonClient m_client;
    MediaMtxPath m_source; // as last seen: whom a command is about
    CounterRate m_in;
    CounterRate m_out;
    CounterRate m_framesInError;
    CounterRate m_dropped;
    QObject m_context;
};

} // namespace

std::vector<Verb> mediaMtxVerbs()
{
    return {Verb::DisconnectInput};
}

std::unique_ptr<EncoderProvider> makeMediaMtx(MediaMtxSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<MediaMtx>(std::move(settings), network);
}

} // namespace gantry::cloud
