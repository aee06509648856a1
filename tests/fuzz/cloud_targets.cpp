#include "fuzz/targets.h"

#include "cloud/audience/mux_data.h"
#include "cloud/encoders/azure_monitor.h"
#include "cloud/encoders/google_livestream_answer.h"
#include "cloud/encoders/google_monitoring.h"
#include "cloud/encoders/medialive_answer.h"
#include "cloud/encoders/mediamtx_answer.h"
#include "cloud/encoders/mkio.h"
#include "cloud/encoders/mkio_answer.h"
#include "cloud/encoders/obs_protocol.h"
#include "cloud/encoders/srs_answer.h"
#include "cloud/http/aws_error.h"
#include "cloud/http/aws_sigv4.h"
#include "cloud/http/google_error.h"
#include "cloud/http/json_limits.h"
#include "cloud/http/oauth_token.h"
#include "cloud/http/redaction.h"
#include "cloud/http/secret_place.h"
#include "cloud/sandbox/sandbox_fault_script.h"
#include "cloud/sandbox/sandbox_medialive_json.h"
#include "cloud/sandbox/sandbox_signature.h"
#include "cloud/sandbox/sandbox_world.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <cmath>

namespace gantry::fuzz {
namespace {

using namespace gantry::cloud;

constexpr std::chrono::sys_seconds now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);

const AwsCredentials &credentials()
{
    static const AwsCredentials some{"AKIDEXAMPLE", "a-secret-that-nobody-sees", "a-token-that-nobody-sees"};
    return some;
}

// The input's first line and the rest.
std::pair<QByteArray, QByteArray> lineAndRest(Bytes bytes)
{
    const QByteArray all = text(bytes);
    const qsizetype end = all.indexOf('\n');
    return end < 0 ? std::pair(all, QByteArray()) : std::pair(all.first(end), all.sliced(end + 1));
}

} // namespace

void json(Bytes bytes)
{
    const auto object = readJsonObject(text(bytes), {4096, 16});
    if (!object) {
        must(object.error().kind == Error::Kind::BadAnswer);
        return;
    }
    for (const QString &key : object->keys()) {
        const QByteArray latin = key.toLatin1();
        const QLatin1StringView name(latin);
        if (const auto value = textMember(*object, name); value && *value)
            must((*value)->size() <= 512);
        integerMember(*object, name);
        if (const auto value = numberMember(*object, name); value && *value)
            must(std::isfinite(**value));
        if (const auto value = arrayMember(*object, name, 10))
            must(value->size() <= 10);
    }
}

void mediaLive(Bytes bytes)
{
    if (const auto sample = mediaLiveSample(text(bytes)))
        must(!sample->failure);
    mediaLiveAlerts(text(bytes));
    mediaLiveState(QString::fromUtf8(text(bytes)));
}

void mux(Bytes bytes)
{
    const auto [first, rest] = lineAndRest(bytes);
    newestMuxPoint(text(bytes));
    if (const auto sample = muxSample(first, rest))
        must(!sample->rebuffering || (*sample->rebuffering >= 0 && *sample->rebuffering <= 1));
    muxFilterFault(QString::fromUtf8(first));
    HttpAnswer answer;
    answer.status = 429;
    answer.headers.emplaceBack("Retry-After", first);
    answer.body = rest;
    muxError(QStringLiteral("read"), answer, now);
}

// The first line is the error's name as a header has it, or empty.
void awsError(Bytes bytes)
{
    const auto [first, rest] = lineAndRest(bytes);
    HttpAnswer answer;
    answer.status = 403;
    if (!first.isEmpty())
        answer.headers.emplaceBack("x-amzn-ErrorType", first);
    answer.body = rest;
    const Error error =
        cloud::awsError(QStringLiteral("start"), QStringLiteral("MediaLive"), answer, credentials(), now);
    must(!error.detail.contains(QString::fromLatin1(credentials().secretKey)));
    must(!error.detail.contains(QString::fromLatin1(credentials().sessionToken)));
}

// The bodies of every other encoder. The first line is a word or a link of theirs.
void encoders(Bytes bytes)
{
    const auto [first, rest] = lineAndRest(bytes);
    const QString word = QString::fromUtf8(first);
    if (const auto message = readObsMessage(rest))
        must(message->index() <= 4);
    googleState(word);
    googleEventId(word);
    mkioState(word);
    deniedPermission(word);
    if (const auto link = mkioLink(word, QUrl(QStringLiteral("https://api.mk.io"))))
        must(link->path.isEmpty() || link->path.startsWith('/')); // nothing in it can name another host
    const auto object = readJsonObject(rest, {qsizetype{64} * 1024, 64});
    if (!object)
        return;
    if (const auto channel = googleChannel(*object))
        must(!channel->sample.failure && channel->sample.pipelines.size() == 1);
    googleInputs(*object);
    if (const auto events = googleEvents(*object)) {
        plannedFrom(*events);
        jobsFrom(*events, {});
    }
    if (const auto operation = googleOperation(*object))
        must(operation->name.startsWith(QLatin1String("projects/")));
    if (const auto series = googleSeries(*object, word)) {
        for (const auto &[label, point] : *series)
            must(std::isfinite(point.value));
    }
    googleWords(*object);
    azureBatch(*object, frontDoorMetrics());
    azureWords(*object);
    mkioLiveEvent(*object);
    mkioOutputs(*object);
    mkioOperation(*object);
    obsSample({*object, *object, *object}, word);
    obsPicture(*object);
    mediaMtxPath(*object);
    if (const auto connections = mediaMtxSrtConnections(*object)) {
        for (const MediaMtxSrtConnection &each : *connections)
            must(!each.lossShare || (*each.lossShare >= 0 && *each.lossShare <= 1));
    }
    srsStreams(*object);
    srsFault(*object);
}

void tokens(Bytes bytes)
{
    const QByteArray all = text(bytes);
    if (const auto granted = grantedToken(all))
        must(!granted->value.contains('\n') && !granted->value.contains(' ') && granted->lives.count() > 0);
    tokenEnd(all);
    HttpAnswer answer;
    answer.status = 400;
    answer.body = all;
    must(!tokenFault(QStringLiteral("Google"), answer, now, {}).advice.isEmpty());
}

// The first line is a secret: it must not be quoted.
void redaction(Bytes bytes)
{
    const auto [first, rest] = lineAndRest(bytes);
    const std::array<QByteArray, 1> secrets{first};
    const QString quoted = quotable(QString::fromUtf8(rest), secrets);
    must(quoted.size() <= 300 && !quoted.contains(QChar(u'\n')));
    redacted(QString::fromUtf8(rest), secrets);
}

// What reaches the rehearsal cloud: the first line is an Authorization header, the rest a body.
void sandboxRequest(Bytes bytes)
{
    const auto [first, rest] = lineAndRest(bytes);
    readAuthorization(first);
    const QDateTime wallClock = QDateTime::fromSecsSinceEpoch(now.time_since_epoch().count(), QTimeZone::utc());
    ServedRequest request;
    request.method = "PUT";
    request.path = "/prod/channels/1000001/schedule";
    request.query = first;
    request.body = rest;
    request.header = [&header = first](const QByteArray &name) {
        return name.compare("authorization", Qt::CaseInsensitive) == 0 ? header : QByteArray("20261122T000000Z");
    };
    must(signatureFault(request, credentials(), "eu-west-1", "medialive", wallClock).has_value()); // it cannot be right
    readScheduleBatch(rest, {}, wallClock);
    awsPage(QStringLiteral("alerts"), {}, first);
}

// As a caller who was let in: every service, any address, any body.
void sandboxServices(Bytes bytes)
{
    const auto [first, rest] = lineAndRest(bytes);
    SandboxNow at;
    at.time = std::chrono::minutes(1);
    at.wallClock = QDateTime::fromSecsSinceEpoch(now.time_since_epoch().count(), QTimeZone::utc());
    SandboxWorld::Settings settings;
    settings.inputs = {QStringLiteral("A"), QStringLiteral("B")};
    SandboxWorld world(settings);
    SandboxCloudWatch cloudWatch;
    SandboxMetrics metrics;
    metrics.note({}, world.mediaLive, world.mediaConnect, world.inputs);
    SandboxSts sts(world.access, "123456");
    ServedRequest request;
    request.query = first.mid(first.indexOf('?') + 1);
    request.body = rest;
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
        request.method = method;
        for (const char *target : {"", "GraniteServiceVersion20100801.GetMetricData"}) {
            request.header = [target](const QByteArray &) { return QByteArray(target); };
            cloudWatch.answer(request, metrics, at);
        }
        sts.answer(request, world.access.owner(), at);
        request.path = "/prod/" + first.left(first.indexOf('?'));
        world.mediaLive.answer(request, at, {});
        request.path = "/v1/flows/" + first.left(first.indexOf('?'));
        world.mediaConnect.answer(request, at);
        request.path = "/v1/projects/rehearsal/locations/europe-west1/" + first.left(first.indexOf('?'));
        world.google.answer(request, at);
    }
}

void sandboxFaults(Bytes bytes)
{
    const auto script = readFaultScript(text(bytes));
    if (!script)
        return;
    for (const SandboxFault &fault : *script) {
        const auto again = readFault(faultJson(fault), QStringLiteral("again"));
        must(again.has_value() && faultJson(*again) == faultJson(fault));
    }
}

} // namespace gantry::fuzz
