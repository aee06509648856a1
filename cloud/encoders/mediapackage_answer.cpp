#include "cloud/encoders/mediapackage_answer.h"

#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"

namespace gantry::cloud {

namespace {

constexpr JsonLimits kLimits{qsizetype{1024} * 1024, 32};
constexpr int kMostItems = 1000;

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString().left(500);
}

// The Items of a page, each an object, and the token of the next.
struct Page
{
    std::vector<QJsonObject> items;
    QString nextToken;
};

Result<Page> pageOf(const QByteArray &body)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto items = arrayMember(*answer, QLatin1StringView("Items"), kMostItems);
    const auto token = textMember(*answer, QLatin1StringView("NextToken"));
    if (!items || !token)
        return tl::unexpected(items ? token.error() : items.error());
    Page page;
    page.nextToken = token->value_or(QString());
    for (const auto &item : *items) {
        if (!item.isObject())
            return tl::unexpected(wrongMember(QStringLiteral("Items"), Text::tr("a list of objects")));
        page.items.push_back(item.toObject());
    }
    return page;
}

JobSample::State jobState(const QString &word)
{
    using State = JobSample::State;
    if (word == QLatin1String("QUEUED"))
        return State::Waiting;
    if (word == QLatin1String("IN_PROGRESS"))
        return State::Running;
    if (word == QLatin1String("COMPLETED"))
        return State::Done;
    return word == QLatin1String("FAILED") || word == QLatin1String("CANCELLED") ? State::Failed : State::Unknown;
}

} // namespace

Result<EncoderSample> mediaPackageChannel(const QByteArray &body)
{
    const auto channel = readJsonObject(body, kLimits);
    if (!channel)
        return tl::unexpected(channel.error());
    const auto name = textMember(*channel, QLatin1StringView("ChannelName"));
    if (!name || !name->has_value())
        return tl::unexpected(name ? wrongMember(QStringLiteral("ChannelName"), Text::tr("the name of a channel"))
                                   : name.error());
    EncoderSample sample;
    sample.providerState = member(*channel, "InputType");
    const QJsonArray ingests = channel->value(QLatin1StringView("IngestEndpoints")).toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(ingests.size(), 8); ++i) {
        const QString id = member(ingests.at(i).toObject(), "Id");
        if (!id.isEmpty())
            sample.inputs.push_back(id);
    }
    const QJsonObject switching = channel->value(QLatin1StringView("InputSwitchConfiguration")).toObject();
    if (const auto preferred = integerMember(switching, QLatin1StringView("PreferredInput")); preferred && *preferred)
        sample.preferredInput = QString::number(**preferred);
    if (const QJsonValue quality = switching.value(QLatin1StringView("MQCSInputSwitching")); quality.isBool())
        sample.details.push_back({QStringLiteral("MQCSInputSwitching"),
                                  quality.toBool() ? QStringLiteral("true") : QStringLiteral("false")});
    for (const char *word : {"ChannelName", "Arn", "Description"}) {
        const QString value = member(*channel, word);
        if (!value.isEmpty())
            sample.details.push_back({QString::fromLatin1(word), value});
    }
    return sample;
}

Result<MediaPackageEndpoints> mediaPackageEndpoints(const QByteArray &body)
{
    const auto page = pageOf(body);
    if (!page)
        return tl::unexpected(page.error());
    MediaPackageEndpoints read;
    read.nextToken = page->nextToken;
    for (const QJsonObject &item : page->items) {
        MediaPackageEndpoint endpoint;
        endpoint.name = member(item, "OriginEndpointName");
        if (endpoint.name.isEmpty())
            return tl::unexpected(
                wrongMember(QStringLiteral("OriginEndpointName"), Text::tr("the name of an origin endpoint")));
        for (const char *kind : {"HlsManifests", "LowLatencyHlsManifests", "DashManifests"}) {
            const QJsonArray manifests = item.value(QLatin1StringView(kind)).toArray();
            for (qsizetype i = 0; i < std::min<qsizetype>(manifests.size(), 8); ++i) {
                const QJsonObject manifest = manifests.at(i).toObject();
                const QString name = member(manifest, "ManifestName");
                if (kind == std::string_view("HlsManifests") && endpoint.hlsManifest.isEmpty())
                    endpoint.hlsManifest = name;
                endpoint.details.push_back({QStringLiteral("%1 %2").arg(endpoint.name, name), member(manifest, "Url")});
            }
        }
        const QJsonArray forced = item.value(QLatin1StringView("ForceEndpointErrorConfiguration"))
                                      .toObject()[QLatin1StringView("EndpointErrorConditions")]
                                      .toArray();
        for (qsizetype i = 0; i < std::min<qsizetype>(forced.size(), 8); ++i)
            endpoint.details.push_back(
                {QStringLiteral("%1 EndpointErrorConditions").arg(endpoint.name), forced.at(i).toString().left(64)});
        read.endpoints.push_back(std::move(endpoint));
    }
    return read;
}

Result<MediaPackageJobs> mediaPackageJobs(const QByteArray &body)
{
    const auto page = pageOf(body);
    if (!page)
        return tl::unexpected(page.error());
    MediaPackageJobs read;
    read.nextToken = page->nextToken;
    for (const QJsonObject &item : page->items) {
        const QString name = member(item, "HarvestJobName");
        const QString status = member(item, "Status");
        if (name.isEmpty() || status.isEmpty())
            return tl::unexpected(wrongMember(QStringLiteral("HarvestJobName"), Text::tr("a job with its state")));
        const QString why = member(item, "ErrorMessage");
        read.jobs.push_back({name, jobState(status), why.isEmpty() ? status : status + QStringLiteral(": ") + why});
    }
    return read;
}

} // namespace gantry::cloud
