#include "app/models/encoder_facts.h"

#include "app/models/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace gantry {

using widgets::TileAlarm;

namespace {

constexpr std::chrono::minutes tellExpiryBelow{60};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::EncoderModel)
};

const QString kDot = QStringLiteral(" · ");

QString rate(cloud::BitsPerSecond rate)
{
    return words::rate(media::BitsPerSecond{rate.value});
}

QString clock(cloud::ProviderTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("HH:mm:ss 'UTC'"));
}

QStringList figureParts(const cloud::HealthFigures &figures)
{
    QStringList parts;
    if (figures.inputRate)
        parts.append(Text::tr("in %1", "rate").arg(rate(*figures.inputRate)));
    if (figures.outputRate)
        parts.append(Text::tr("out %1", "rate").arg(rate(*figures.outputRate)));
    if (figures.inputFrameRate)
        parts.append(Text::tr("%1 fps").arg(QLocale().toString(*figures.inputFrameRate, 'g', 4)));
    if (figures.droppedFrames)
        parts.append(Text::tr("dropped %1").arg(*figures.droppedFrames));
    if (figures.fill)
        parts.append(figures.fill->count() == 0 ? Text::tr("no fill")
                                                : Text::tr("fill %1").arg(words::duration(*figures.fill)));
    if (figures.inputLoss && figures.inputLoss->count() > 0)
        parts.append(Text::tr("without input for %1").arg(words::duration(*figures.inputLoss)));
    return parts;
}

QString pipelineState(cloud::PipelineState state)
{
    switch (state) {
    case cloud::PipelineState::Running:
        return Text::tr("runs");
    case cloud::PipelineState::Failed:
        return Text::tr("FAILED");
    case cloud::PipelineState::Idle:
        return Text::tr("idle");
    case cloud::PipelineState::Unknown:
        break;
    }
    return Text::tr("state unknown");
}

} // namespace

PipelineBadge pipelineBadge(const cloud::EncoderSample &sample)
{
    switch (cloud::pipelineMap(sample)) {
    case cloud::PipelineMap::SomeFailed:
        if (sample.pipelinesRunning && sample.pipelinesExpected)
            return {TileAlarm::Minor, Text::tr("%1 OF %2 PIPELINES", "running, expected")
                                          .arg(*sample.pipelinesRunning)
                                          .arg(*sample.pipelinesExpected)};
        return {TileAlarm::Minor, Text::tr("A PIPELINE FAILED")};
    case cloud::PipelineMap::AllFailed:
        return {TileAlarm::Critical, Text::tr("NO PIPELINE RUNS")};
    case cloud::PipelineMap::AllRunning:
    case cloud::PipelineMap::Unknown:
        break;
    }
    return {};
}

QString encoderFigures(const cloud::EncoderSample &sample, const Instant &now)
{
    QStringList parts = figureParts(sample.figures);
    if (sample.receives)
        parts.prepend(*sample.receives ? Text::tr("input arrives") : Text::tr("NO INPUT ARRIVES"));
    if (sample.pipelinesLocked)
        parts.append(*sample.pipelinesLocked ? Text::tr("pipelines in step") : Text::tr("PIPELINES NOT IN STEP"));
    if (!parts.isEmpty() && sample.figures.measured)
        parts.append(Text::tr("measured %1 ago").arg(words::duration(now.utc - *sample.figures.measured)));
    return parts.join(kDot);
}

QStringList inputLines(const cloud::EncoderSample &sample)
{
    QStringList lines;
    for (const cloud::InputSample &input : sample.inputHealth) {
        QStringList parts;
        if (input.active)
            parts.append(*input.active ? Text::tr("in use") : Text::tr("spare"));
        if (input.connected)
            parts.append(*input.connected ? Text::tr("connected") : Text::tr("NOT CONNECTED"));
        if (input.rate)
            parts.append(rate(*input.rate));
        if (input.lossShare)
            parts.append(Text::tr("loss %1 %").arg(QLocale().toString(*input.lossShare * 100, 'f', 2)));
        if (input.notRecovered)
            parts.append(Text::tr("lost for good %1").arg(*input.notRecovered));
        if (input.roundTrip)
            parts.append(Text::tr("RTT %1").arg(words::milliseconds(*input.roundTrip)));
        if (!input.providerState.isEmpty())
            parts.append(input.providerState);
        if (sample.preferredInput == input.name)
            parts.append(Text::tr("preferred"));
        if (!parts.isEmpty())
            lines.append(Text::tr("%1: %2", "input, what is known of it").arg(input.name, parts.join(kDot)));
    }
    return lines;
}

QStringList plannedLines(const cloud::EncoderSample &sample, const Instant &now)
{
    QStringList lines;
    if (!sample.planned)
        return lines;
    for (const cloud::PlannedAction &action : *sample.planned) {
        const QString what =
            action.input.isEmpty() ? action.what : Text::tr("%1 to %2", "action, input").arg(action.what, action.input);
        lines.append(action.at ? Text::tr("planned: %1 at %2, in %3")
                                     .arg(what, clock(*action.at), words::duration(*action.at - now.utc))
                               : Text::tr("planned: %1 after the one before").arg(what));
    }
    return lines;
}

QString credentialsText(const cloud::EncoderSample &sample, const Instant &now)
{
    if (!sample.credentialsExpire)
        return {};
    const auto left = *sample.credentialsExpire - now.utc;
    if (left > tellExpiryBelow)
        return {};
    return left.count() > 0 ? Text::tr("credentials: %1 left").arg(words::duration(left))
                            : Text::tr("credentials have expired");
}

QStringList detailLines(const cloud::EncoderSample &sample)
{
    QStringList lines;
    for (const cloud::PipelineSample &pipeline : sample.pipelines) {
        QStringList parts{pipelineState(pipeline.state)};
        if (!pipeline.activeInput.isEmpty())
            parts.append(Text::tr("takes %1").arg(pipeline.activeInput));
        if (!pipeline.providerState.isEmpty())
            parts.append(pipeline.providerState);
        parts.append(figureParts(pipeline.figures));
        lines.append(Text::tr("pipeline %1: %2").arg(pipeline.id, parts.join(kDot)));
    }
    for (const cloud::JobSample &job : sample.jobs)
        lines.append(QStringLiteral("%1: %2").arg(job.name, job.providerState));
    for (const cloud::EncoderAlert &alert : sample.alerts)
        lines.append(QStringLiteral("%1: %2").arg(alert.kind, alert.message));
    for (const cloud::ProviderWord &word : sample.details)
        lines.append(QStringLiteral("%1: %2").arg(word.name, word.value));
    if (sample.switchDelay)
        lines.append(
            Text::tr("a switch takes effect about %1 after it is accepted").arg(words::duration(*sample.switchDelay)));
    for (const cloud::Obstacle &obstacle : sample.obstacles)
        lines.append(obstacle.because);
    lines.removeDuplicates();
    return lines;
}

QString programLine(const ProgramRecord &program, const Instant &at, const Instant &now)
{
    constexpr std::chrono::seconds freshFor{3}; // it is told once a second
    const QString &back = program.feed.text;
    if (now.elapsed - at.elapsed > freshFor || !program.program)
        return Text::tr("%1: which input it shows cannot be told", "the return").arg(back);
    if (program.program->empty())
        return Text::tr("%1 shows none of the inputs", "the return").arg(back);
    const QStringList feeds(program.program->begin(), program.program->end());
    if (feeds.size() > 1)
        return Text::tr("%1 shows one of %2: they look alike", "the return, feeds")
            .arg(back, feeds.join(QStringLiteral(", ")));
    const bool byPicture = program.picture && !program.picture->empty();
    const bool bySound = program.sound && program.sound->size() == 1 && program.sound == program.program;
    const bool otherSound = program.sound && !program.sound->empty() &&
                            std::ranges::find(*program.sound, feeds.first()) == program.sound->end();
    const QString line = !byPicture   ? Text::tr("%1 plays %2; its picture cannot be told", "the return, a feed")
                         : bySound    ? Text::tr("%1 shows %2, by picture and sound", "the return, a feed")
                         : otherSound ? Text::tr("%1 shows %2, with another sound", "the return, a feed")
                                      : Text::tr("%1 shows %2, by picture", "the return, a feed");
    const QString said = line.arg(back, feeds.first());
    return program.behind ? Text::tr("%1, %2 later", "what the return shows, how much later than the feed")
                                .arg(said, words::duration(*program.behind))
                          : said;
}

} // namespace gantry
