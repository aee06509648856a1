#include "cloud/encoders/obs_protocol.h"

#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"
#include "cloud/http/redaction.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gantry::cloud {

namespace {

constexpr JsonLimits kLimits{qsizetype{4} * 1024 * 1024, 32}; // a screenshot is the largest answer
constexpr int kMostScenes = 1000;
constexpr int kSubscriptions = 1 /* General */ | 4 /* Scenes */ | 64 /* Outputs */;
const QLatin1StringView kOutputWord("OBS_WEBSOCKET_OUTPUT_");

QByteArray frame(int op, const QJsonObject &data)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("op"), op}, {QStringLiteral("d"), data}})
        .toJson(QJsonDocument::Compact);
}

Result<ObsMessage> responseFrom(const QJsonObject &data)
{
    const auto id = textMember(data, QLatin1StringView("requestId"));
    if (!id)
        return tl::unexpected(id.error());
    const QJsonObject status = data.value(QLatin1StringView("requestStatus")).toObject();
    if (!status.value(QLatin1StringView("result")).isBool())
        return tl::unexpected(wrongMember(QStringLiteral("requestStatus"), Text::tr("a result")));
    ObsResponse response;
    response.id = id->value_or(QString());
    response.succeeded = status.value(QLatin1StringView("result")).toBool();
    response.code = status.value(QLatin1StringView("code")).toInt();
    response.comment = quotable(status.value(QLatin1StringView("comment")).toString());
    response.data = data.value(QLatin1StringView("responseData")).toObject();
    return response;
}

struct Scene
{
    QString name;
    double index = 0;
};

Result<std::vector<QString>> scenesFrom(const QJsonObject &answer)
{
    const auto list = arrayMember(answer, QLatin1StringView("scenes"), kMostScenes);
    if (!list)
        return tl::unexpected(list.error());
    std::vector<Scene> scenes;
    for (const auto &each : *list) {
        const auto name = textMember(each.toObject(), QLatin1StringView("sceneName"));
        if (!name)
            return tl::unexpected(name.error());
        if (!name->value_or(QString()).isEmpty())
            scenes.push_back({**name, each.toObject().value(QLatin1StringView("sceneIndex")).toDouble()});
    }
    // OBS counts from the bottom of its list.
    std::stable_sort(scenes.begin(), scenes.end(), [](const Scene &a, const Scene &b) { return a.index > b.index; });
    std::vector<QString> names;
    for (const Scene &scene : scenes)
        names.push_back(scene.name);
    return names;
}

EncoderState stateOf(bool active, bool reconnecting, const QString &word)
{
    if (active && reconnecting)
        return EncoderState::Recovering;
    if (active)
        return word == QLatin1String("STOPPING") ? EncoderState::Stopping : EncoderState::Running;
    return word == QLatin1String("STARTING") ? EncoderState::Starting : EncoderState::Idle;
}

QString wordFor(EncoderState state)
{
    switch (state) {
    case EncoderState::Recovering:
        return QStringLiteral("RECONNECTING");
    case EncoderState::Running:
        return QStringLiteral("STARTED");
    case EncoderState::Stopping:
        return QStringLiteral("STOPPING");
    case EncoderState::Starting:
        return QStringLiteral("STARTING");
    default:
        return QStringLiteral("STOPPED");
    }
}

void addStats(EncoderSample &sample, const ObsAnswers &answers)
{
    const auto number = [](const QJsonObject &object, const char *name) {
        return numberMember(object, QLatin1StringView(name)).value_or(std::nullopt);
    };
    if (const auto congestion = number(answers.stream, "outputCongestion"))
        sample.details.push_back({QStringLiteral("outputCongestion"), QString::number(*congestion, 'f', 2)});
    if (const auto fps = number(answers.stats, "activeFps"); fps && *fps > 0)
        sample.figures.inputFrameRate = *fps;
    for (const char *name : {"cpuUsage", "memoryUsage", "averageFrameRenderTime", "renderSkippedFrames",
                             "renderTotalFrames", "outputSkippedFrames", "outputTotalFrames", "availableDiskSpace"}) {
        if (const auto value = number(answers.stats, name))
            sample.details.push_back({QLatin1StringView(name), QLocale::c().toString(*value, 'f', 1)});
    }
}

} // namespace

Result<ObsMessage> readObsMessage(const QByteArray &text)
{
    const auto message = readJsonObject(text, kLimits);
    if (!message)
        return tl::unexpected(message.error());
    const auto op = integerMember(*message, QLatin1StringView("op"));
    if (!op)
        return tl::unexpected(op.error());
    if (!op->has_value() || !message->value(QLatin1StringView("d")).isObject())
        return tl::unexpected(wrongMember(QStringLiteral("op"), Text::tr("a message of obs-websocket 5")));
    const QJsonObject data = message->value(QLatin1StringView("d")).toObject();
    switch (**op) {
    case 0: {
        ObsHello hello;
        const QJsonObject authentication = data.value(QLatin1StringView("authentication")).toObject();
        hello.wantsPassword = !authentication.isEmpty();
        hello.challenge = authentication.value(QLatin1StringView("challenge")).toString().left(512).toUtf8();
        hello.salt = authentication.value(QLatin1StringView("salt")).toString().left(512).toUtf8();
        hello.version = data.value(QLatin1StringView("obsWebSocketVersion")).toString().left(32);
        return hello;
    }
    case 2:
        return ObsIdentified{};
    case 5:
        return ObsEvent{data.value(QLatin1StringView("eventType")).toString().left(100),
                        data.value(QLatin1StringView("eventData")).toObject()};
    case 7:
        return responseFrom(data);
    default:
        return ObsOther{};
    }
}

QByteArray obsAuthentication(const QByteArray &password, const ObsHello &hello)
{
    const auto hashed = [](const QByteArray &text) {
        return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64();
    };
    return hashed(hashed(password + hello.salt) + hello.challenge);
}

QByteArray obsIdentify(const std::optional<QByteArray> &authentication)
{
    QJsonObject data{{QStringLiteral("rpcVersion"), 1}, {QStringLiteral("eventSubscriptions"), kSubscriptions}};
    if (authentication)
        data.insert(QStringLiteral("authentication"), QString::fromLatin1(*authentication));
    return frame(1, data);
}

QByteArray obsRequest(const QString &type, const QString &id, const QJsonObject &data)
{
    QJsonObject request{{QStringLiteral("requestType"), type}, {QStringLiteral("requestId"), id}};
    if (!data.isEmpty())
        request.insert(QStringLiteral("requestData"), data);
    return frame(6, request);
}

ObsClose obsClose(int code, const QString &reason)
{
    ObsClose close;
    close.error.kind = Error::Kind::Unreachable;
    close.error.advice = Text::tr("Is OBS running, with its WebSocket server on (Tools, WebSocket Server Settings)? "
                                  "Check the address and the port.");
    close.error.detail = quotable(QStringLiteral("%1 %2").arg(code).arg(reason));
    switch (code) {
    case 4009:
        close.isFinal = true;
        close.error.kind = Error::Kind::Credentials;
        close.error.advice = Text::tr("The password is not the one in OBS (Tools, WebSocket Server "
                                      "Settings). Correct it; Gantry does not try again by itself.");
        break;
    case 4010:
        close.isFinal = true;
        close.error.kind = Error::Kind::Setting;
        close.error.advice = Text::tr("This OBS speaks another version of the protocol. Version 28 "
                                      "or newer is needed.");
        break;
    case 4011:
        close.isFinal = true;
        close.error.kind = Error::Kind::Refused;
        close.error.advice = Text::tr("Somebody has ended this session in OBS. Gantry does not come "
                                      "back by itself; a command connects again.");
        break;
    default:
        if (code >= 4000 && code < 5000)
            close.error.kind = Error::Kind::BadAnswer;
        break;
    }
    return close;
}

Error obsFault(const ObsResponse &response)
{
    Error error;
    error.kind = Error::Kind::Conflict;
    error.advice = Text::tr("It is not in a state that allows this. Look at its state first.");
    error.detail = quotable(QStringLiteral("%1 %2").arg(response.code).arg(response.comment));
    if (response.code == 207) {
        error.advice = Text::tr("OBS is not ready yet, or closing. Try again in a moment.");
    } else if (response.code == 504) {
        error.advice = Text::tr("Streaming is not set up in OBS (Settings, Stream).");
    } else if (response.code == 505 || response.code == 506) {
        error.advice = Text::tr("A preview needs studio mode in OBS.");
    } else if (response.code == 600) {
        error.kind = Error::Kind::NotFound;
        error.advice = Text::tr("There is no scene of this name in OBS.");
    } else if (response.code < 500) {
        error.kind = Error::Kind::Invalid;
        error.advice = Text::tr("The provider did not accept the request as it was written.");
    }
    return error;
}

Result<EncoderSample> obsSample(const ObsAnswers &answers, const QString &outputWord)
{
    const QJsonValue active = answers.stream.value(QLatin1StringView("outputActive"));
    if (!active.isBool())
        return tl::unexpected(wrongMember(QStringLiteral("outputActive"), Text::tr("yes or no")));
    const auto program = textMember(answers.scenes, QLatin1StringView("currentProgramSceneName"));
    if (!program)
        return tl::unexpected(program.error());
    const auto preview = textMember(answers.scenes, QLatin1StringView("currentPreviewSceneName"));
    if (!preview)
        return tl::unexpected(preview.error());
    auto scenes = scenesFrom(answers.scenes);
    if (!scenes)
        return tl::unexpected(scenes.error());

    EncoderSample sample;
    const QString word = outputWord.startsWith(kOutputWord) ? outputWord.mid(kOutputWord.size()) : QString();
    sample.state =
        stateOf(active.toBool(), answers.stream.value(QLatin1StringView("outputReconnecting")).toBool(), word);
    sample.providerState = wordFor(sample.state);
    sample.inputs = *std::move(scenes);
    PipelineSample pipeline;
    pipeline.id = QStringLiteral("0");
    pipeline.activeInput = program->value_or(QString());
    pipeline.state = sample.state == EncoderState::Idle      ? PipelineState::Idle
                     : sample.state == EncoderState::Running ? PipelineState::Running
                                                             : PipelineState::Unknown;
    sample.pipelines.push_back(pipeline);
    sample.pipelinesExpected = 1;
    if (preview->has_value()) {
        sample.details.push_back({QStringLiteral("currentPreviewSceneName"), **preview});
    } else {
        sample.obstacles.push_back({Verb::PrepareInput, {}, Text::tr("A preview needs studio mode in OBS.")});
    }
    addStats(sample, answers);
    return sample;
}

std::vector<AccessFinding> obsAccess(const QJsonObject &version, const QString &subject)
{
    const QJsonArray known = version.value(QLatin1StringView("availableRequests")).toArray();
    std::vector<AccessFinding> findings;
    for (const char *request : {"GetStreamStatus", "GetSceneList", "GetStats", "GetSourceScreenshot", "StartStream",
                                "StopStream", "SetCurrentProgramScene", "SetCurrentPreviewScene"}) {
        AccessFinding finding{QString::fromLatin1(request), std::nullopt};
        if (!known.contains(finding.permission)) {
            Error error;
            error.kind = Error::Kind::Invalid;
            error.tried = Text::tr("ask what it can do");
            error.subject = subject;
            error.advice = Text::tr("Update OBS: obs-websocket 5 has this request.");
            finding.failure = error;
        }
        findings.push_back(finding);
    }
    return findings;
}

Result<ObsPicture> obsPicture(const QJsonObject &data)
{
    const QString url = data.value(QLatin1StringView("imageData")).toString();
    const QString head = url.left(64).section(u',', 0, 0);
    if (!head.startsWith(QLatin1String("data:image/")) || !head.endsWith(QLatin1String(";base64")))
        return tl::unexpected(wrongMember(QStringLiteral("imageData"), Text::tr("a picture")));
    const auto bytes =
        QByteArray::fromBase64Encoding(url.mid(head.size() + 1).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return tl::unexpected(wrongMember(QStringLiteral("imageData"), Text::tr("a picture")));
    return ObsPicture{*bytes, head.mid(5).section(u';', 0, 0)};
}

} // namespace gantry::cloud
