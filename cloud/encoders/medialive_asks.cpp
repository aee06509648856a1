#include "cloud/encoders/medialive_asks.h"

#include "cloud/cloud_text.h"
#include "cloud/encoders/medialive_schedule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gantry::cloud {

namespace {

QByteArray path(const QByteArray &channel, const QByteArray &sub)
{
    return "/prod/channels/" + channel + sub;
}

Error invalid(const QString &advice)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.advice = advice;
    return error;
}

} // namespace

QString mediaLiveTried(const Command &command)
{
    switch (command.verb) {
    case Verb::Start:
        return Text::tr("start the channel");
    case Verb::Stop:
        return Text::tr("stop the channel");
    case Verb::PrepareInput:
        return Text::tr("prepare input %1").arg(command.input);
    case Verb::ScheduleSwitch:
        return Text::tr("plan a switch to input %1").arg(command.input);
    case Verb::CancelPlanned:
        return Text::tr("call off a planned action");
    case Verb::RestartPipeline:
        return Text::tr("restart pipeline %1").arg(command.pipeline);
    default:
        return Text::tr("switch to input %1").arg(command.input);
    }
}

AwsAsk MediaLiveAsks::read(const QByteArray &sub, const QByteArray &query, const QString &tried,
                           const char *permission) const
{
    AwsAsk ask;
    ask.path = path(m_channel, sub);
    ask.query = query;
    ask.tried = tried;
    ask.permission = QLatin1String(permission);
    return ask;
}

AwsAsk MediaLiveAsks::channel() const
{
    return read({}, {}, Text::tr("read the channel's state"), "medialive:DescribeChannel");
}

AwsAsk MediaLiveAsks::alerts() const
{
    return read("/alerts", "maxResults=100&stateFilter=SET", Text::tr("read the channel's alerts"),
                "medialive:ListAlerts");
}

AwsAsk MediaLiveAsks::schedule() const
{
    return read("/schedule", "maxResults=100", Text::tr("read the channel's schedule"), "medialive:DescribeSchedule");
}

AwsAsk MediaLiveAsks::channels() const
{
    AwsAsk ask = read({}, "maxResults=100", Text::tr("list the channels"), "medialive:ListChannels");
    ask.path = "/prod/channels";
    return ask;
}

AwsAsk MediaLiveAsks::thumbnail(const QString &pipeline) const
{
    return read("/thumbnails", "pipelineId=" + QUrl::toPercentEncoding(pipeline) + "&thumbnailType=CURRENT_ACTIVE",
                Text::tr("read a thumbnail"), "medialive:DescribeThumbnails");
}

Result<AwsAsk> MediaLiveAsks::command(const Command &command, ProviderTime now) const
{
    AwsAsk ask;
    ask.method = "POST";
    ask.changes = true;
    ask.tried = mediaLiveTried(command);
    switch (command.verb) {
    case Verb::Start:
        ask.path = path(m_channel, "/start");
        ask.permission = QStringLiteral("medialive:StartChannel");
        return ask;
    case Verb::Stop:
        ask.path = path(m_channel, "/stop");
        ask.permission = QStringLiteral("medialive:StopChannel");
        return ask;
    case Verb::RestartPipeline: {
        if (command.pipeline != QLatin1String("0") && command.pipeline != QLatin1String("1"))
            return tl::unexpected(invalid(Text::tr("A channel has the pipelines 0 and 1.")));
        ask.path = path(m_channel, "/restartChannelPipelines");
        ask.permission = QStringLiteral("medialive:RestartChannelPipelines");
        const QJsonArray ids{QStringLiteral("PIPELINE_") + command.pipeline};
        ask.body = QJsonDocument(QJsonObject{{QStringLiteral("pipelineIds"), ids}}).toJson(QJsonDocument::Compact);
        return ask;
    }
    case Verb::SwitchInput:
    case Verb::PrepareInput:
    case Verb::ScheduleSwitch:
    case Verb::CancelPlanned: {
        const auto body = mediaLiveScheduleBody(command, now);
        if (!body)
            return tl::unexpected(body.error());
        ask.method = "PUT";
        ask.path = path(m_channel, "/schedule");
        ask.permission = QStringLiteral("medialive:BatchUpdateSchedule");
        ask.body = *body;
        return ask;
    }
    default:
        return tl::unexpected(invalid(Text::tr("MediaLive has no command for this.")));
    }
}

} // namespace gantry::cloud
