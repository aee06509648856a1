#include "cloud/encoders/obs_websocket.h"

#include "cloud/cloud_text.h"
#include "cloud/encoders/counter_rate.h"
#include "cloud/encoders/obs_link.h"
#include "cloud/http/json_limits.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTimer>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr int kThumbnailWidth = 320;

bool isPrivate(const QString &host)
{
    const QHostAddress address(host);
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".local")) || address.isLoopback())
        return true;
    for (const char *net :
         {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10"}) {
        if (address.isInSubnet(QHostAddress::parseSubnet(QLatin1StringView(net))))
            return true;
    }
    return false;
}

// What a verb is called there.
struct ObsCall
{
    QString tried;
    QString type;
    QJsonObject data;
};

std::optional<ObsCall> callFor(const Command &command)
{
    const QJsonObject scene{{QStringLiteral("sceneName"), command.input}};
    switch (command.verb) {
    case Verb::Start:
        return ObsCall{Text::tr("start the stream"), QStringLiteral("StartStream"), {}};
    case Verb::Stop:
        return ObsCall{Text::tr("stop the stream"), QStringLiteral("StopStream"), {}};
    case Verb::SwitchInput:
        return ObsCall{Text::tr("switch to input %1").arg(command.input), QStringLiteral("SetCurrentProgramScene"),
                       scene};
    case Verb::PrepareInput:
        return ObsCall{Text::tr("prepare input %1").arg(command.input), QStringLiteral("SetCurrentPreviewScene"),
                       scene};
    default:
        return std::nullopt;
    }
}

class Obs : public EncoderProvider
{
public:
    explicit Obs(ObsSettings settings)
        : m_subject(QStringLiteral("OBS %1:%2").arg(settings.address.host()).arg(settings.address.port(4455)))
        , m_link({settings.address, settings.password, settings.timeout})
    {
        m_elapsed = std::move(settings.elapsed);
        if (!m_elapsed) {
            QElapsedTimer since;
            since.start();
            m_elapsed = [since] { return std::chrono::milliseconds(since.elapsed()); };
        }
        m_link.onEvent = [this](const ObsEvent &event) { notice(event); };
        m_link.onConnected = [this] { // what was counted and heard before belongs to another run of OBS
            m_outputWord.clear();
            m_isClosing = false;
            m_bytes = {};
            m_skipped = {};
        };
    }

    void poll(std::function<void(EncoderSample)> answer) override
    {
        auto round = std::make_shared<Round>();
        round->answer = std::move(answer);
        round->since.start();
        ask(round, QStringLiteral("GetStreamStatus"), &ObsAnswers::stream, true);
        ask(round, QStringLiteral("GetSceneList"), &ObsAnswers::scenes, true);
        ask(round, QStringLiteral("GetStats"), &ObsAnswers::stats, false);
    }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        const auto call = callFor(command);
        const bool needsInput = command.verb == Verb::SwitchInput || command.verb == Verb::PrepareInput;
        if (!call || (needsInput && command.input.isEmpty())) {
            Error error;
            error.kind = Error::Kind::Invalid;
            error.advice = call ? Text::tr("Name the input to switch to.") : Text::tr("OBS has no such command.");
            error = named(error, call ? call->tried : QString());
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        if (command.verb == Verb::PrepareInput)
            m_prepared = {command.token, command.input};
        m_link.request(call->type, call->data, true,
                       [this, tried = call->tried, answer = std::move(answer)](const Result<QJsonObject> &result) {
                           if (result)
                               answer({});
                           else
                               answer(tl::unexpected(named(result.error(), tried)));
                       });
    }

    bool thumbnail(const QString &pipeline, std::function<void(Result<EncoderThumbnail>)> answer) override
    {
        if (m_programScene.isEmpty())
            return false;
        m_link.request(QStringLiteral("GetSourceScreenshot"),
                       {{QStringLiteral("sourceName"), m_programScene},
                        {QStringLiteral("imageFormat"), QStringLiteral("jpg")},
                        {QStringLiteral("imageWidth"), kThumbnailWidth}},
                       false, [this, pipeline, answer = std::move(answer)](const Result<QJsonObject> &result) {
                           const auto picture = result ? obsPicture(*result) : tl::unexpected(result.error());
                           if (picture)
                               answer(EncoderThumbnail{pipeline, picture->bytes, picture->mediaType, {}});
                           else
                               answer(tl::unexpected(named(picture.error(), Text::tr("get a picture"))));
                       });
        return true;
    }

    // Whoever is let in may do everything this OBS knows; what it knows, it tells.
    void checkAccess(std::function<void(std::vector<AccessFinding>)> answer) override
    {
        m_link.request(
            QStringLiteral("GetVersion"), {}, false,
            [this, answer = std::move(answer)](const Result<QJsonObject> &version) {
                const Error failure = version ? Error{} : named(version.error(), triedToRead());
                answer(version ? obsAccess(*version, m_subject) : std::vector<AccessFinding>{{QString(), failure}});
            });
    }

    std::chrono::milliseconds calmInterval() const override { return 1s; }
    std::chrono::milliseconds eagerInterval() const override { return 300ms; }
    // A switch shows at once, though its transition runs on; to connect to a platform may take longer.
    std::chrono::milliseconds effectWithin(Verb verb) const override
    {
        return verb == Verb::Start || verb == Verb::Stop ? 20s : 5s;
    }

private:
    // Three answers that make one sample.
    struct Round
    {
        ObsAnswers answers;
        std::optional<Error> failure;
        int open = 3;
        QElapsedTimer since;
        std::function<void(EncoderSample)> answer;
    };

    static QString triedToRead() { return Text::tr("read the state of OBS"); }

    void ask(const std::shared_ptr<Round> &round, const QString &type, QJsonObject ObsAnswers::*place, bool isNeeded)
    {
        m_link.request(type, {}, false, [this, round, place, isNeeded](const Result<QJsonObject> &result) {
            if (result)
                round->answers.*place = *result;
            else if (isNeeded && !round->failure)
                round->failure = result.error();
            if (--round->open == 0)
                round->answer(sampleOf(*round));
        });
    }

    EncoderSample sampleOf(const Round &round)
    {
        auto sample = round.failure ? tl::unexpected(*round.failure) : obsSample(round.answers, m_outputWord);
        if (!sample) {
            EncoderSample failed;
            failed.failure = named(sample.error(), triedToRead());
            return failed;
        }
        sample->roundTrip = std::chrono::milliseconds(round.since.elapsed());
        m_programScene = sample->activeInput();
        const std::chrono::milliseconds now = m_elapsed();
        const auto counted = [&round](const char *name) {
            return integerMember(round.answers.stream, QLatin1StringView(name)).value_or(std::nullopt);
        };
        if (const auto rate = m_bytes.perSecond(counted("outputBytes"), now);
            rate && sample->state != EncoderState::Idle)
            sample->figures.outputRate = BitsPerSecond{*rate * 8};
        sample->figures.droppedFrames = m_skipped.growth(counted("outputSkippedFrames"), now);
        if (const QString preview = round.answers.scenes.value(QLatin1StringView("currentPreviewSceneName")).toString();
            !preview.isEmpty() && preview == m_prepared.second)
            sample->jobs.push_back({m_prepared.first, JobSample::State::Done, preview});
        if (m_isClosing)
            sample->alerts.push_back({QStringLiteral("ExitStarted"),
                                      QStringLiteral("ExitStarted"),
                                      Text::tr("Somebody is closing OBS."),
                                      {}});
        return *std::move(sample);
    }

    void notice(const ObsEvent &event)
    {
        if (event.type == QLatin1String("StreamStateChanged"))
            m_outputWord = event.data.value(QLatin1StringView("outputState")).toString().left(100);
        else if (event.type == QLatin1String("ExitStarted"))
            m_isClosing = true;
    }

    Error named(Error error, const QString &tried) const
    {
        error.tried = tried;
        error.subject = m_subject;
        return error;
    }

    QString m_subject;
    std::function<std::chrono::milliseconds()> m_elapsed;
    CounterRate m_bytes;
    CounterRate m_skipped;
    QString m_outputWord;
    QString m_programScene;
    bool m_isClosing = false;
    std::pair<QString, QString> m_prepared; // the last command's token, and the scene that is to stand in preview
    QObject m_context;
    ObsLink m_link; // last: it ends first, and with it every answer
};

} // namespace

std::optional<QString> obsAddressFault(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isSecure = url.scheme() == QLatin1String("wss");
    if (!url.isValid() || url.host().isEmpty() || (!isSecure && url.scheme() != QLatin1String("ws")))
        return Text::tr("An address such as ws://127.0.0.1:4455 is needed.");
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return Text::tr("The address must not hold a user name, a password, a query or a fragment.");
    if (!isSecure && !isPrivate(url.host()))
        return Text::tr("ws is allowed in private networks only (an address, or a name that ends "
                        "in .local); use wss.");
    return std::nullopt;
}

std::vector<Verb> obsVerbs()
{
    return {Verb::Start, Verb::Stop, Verb::SwitchInput, Verb::PrepareInput};
}

std::unique_ptr<EncoderProvider> makeObs(ObsSettings settings)
{
    return std::make_unique<Obs>(std::move(settings));
}

} // namespace gantry::cloud
