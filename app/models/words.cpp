#include "app/models/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace gantry::words {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::words)
};

} // namespace

QString duration(std::chrono::microseconds time)
{
    const double seconds = std::max(0.0, std::chrono::duration<double>(time).count());
    const auto whole = static_cast<qint64>(seconds);
    if (seconds < 10)
        return Text::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    if (whole < 60)
        return Text::tr("%1 s").arg(whole);
    if (whole < 3600)
        return Text::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
    return Text::tr("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString rate(media::BitsPerSecond rate)
{
    return Text::tr("%1 Mb/s").arg(QLocale().toString(rate.value / 1e6, 'f', 2));
}

QString milliseconds(std::chrono::microseconds time)
{
    const double ms = std::chrono::duration<double, std::milli>(time).count();
    return Text::tr("%1 ms").arg(QLocale().toString(ms, 'f', ms < 10 ? 1 : 0));
}

QString tally(Tally tally)
{
    switch (tally) {
    case Tally::Program:
        return Text::tr("PGM");
    case Tally::Preview:
        return Text::tr("PVW");
    case Tally::Unknown:
        return Text::tr("TALLY ?");
    case Tally::Disputed:
        return Text::tr("PGM ?", "tally: the provider and the return do not agree");
    case Tally::Off:
        break;
    }
    return {};
}

QString clock(const Instant &instant)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(instant.utc).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(QStringLiteral("HH:mm:ss"));
}

QString sinceStart(std::chrono::microseconds elapsed)
{
    const qint64 seconds = std::chrono::floor<std::chrono::seconds>(elapsed).count();
    return QStringLiteral("T+%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString planMode(PlanMode mode)
{
    switch (mode) {
    case PlanMode::Off:
        return Text::tr("OFF", "automation");
    case PlanMode::Advise:
        return Text::tr("ADVISE", "automation");
    case PlanMode::Auto:
        return Text::tr("AUTO", "automation");
    case PlanMode::Hold:
        return Text::tr("HOLD", "automation");
    }
    return {};
}

QString planModeMark(PlanMode mode)
{
    static constexpr char16_t shapes[] = {u'○', u'◇', u'▶', u'■'};
    return QStringLiteral("%1 %2").arg(QChar(shapes[int(mode)])).arg(planMode(mode));
}

QString fitness(Fitness fitness)
{
    switch (fitness) {
    case Fitness::Unknown:
        return Text::tr("unknown", "an input");
    case Fitness::Fit:
        return Text::tr("fit", "an input");
    case Fitness::Clearing:
        return Text::tr("coming back", "an input");
    case Fitness::Suspect:
        return Text::tr("suspect", "an input");
    case Fitness::Unfit:
        return Text::tr("unfit", "an input");
    }
    return {};
}

QString planStep(const PlanStep &step)
{
    using Kind = PlanStep::Kind;
    switch (step.kind) {
    case Kind::Switch:
        return Text::tr("Switch from %1 to %2").arg(step.from, step.to);
    case Kind::Return:
        return Text::tr("Return from %1 to %2").arg(step.from, step.to);
    case Kind::Offer:
        return Text::tr("%1 can be returned to").arg(step.to);
    case Kind::Stuck:
        return Text::tr("Nothing to switch to from %1").arg(step.from);
    case Kind::Doubt:
        return Text::tr("%1 is in doubt").arg(step.from);
    case Kind::Held:
        return Text::tr("It holds");
    }
    return {};
}

QString step(CommandStep step)
{
    switch (step) {
    case CommandStep::Requested:
        return Text::tr("requested");
    case CommandStep::Refused:
        return Text::tr("refused");
    case CommandStep::Sent:
        return Text::tr("sent");
    case CommandStep::Accepted:
        return Text::tr("accepted");
    case CommandStep::Rejected:
        return Text::tr("rejected");
    case CommandStep::Confirmed:
        return Text::tr("confirmed");
    case CommandStep::Seen:
        return Text::tr("seen", "on the return");
    case CommandStep::Unconfirmed:
        break;
    }
    return Text::tr("unconfirmed");
}

QString format(const media::VideoFormat &format)
{
    if (format.framesPerSecond <= 0)
        return Text::tr("%1 %2×%3", "codec, width, height")
            .arg(format.codec)
            .arg(format.size.width())
            .arg(format.size.height());
    return Text::tr("%1 %2×%3 %4 fps", "codec, width, height, pictures a second")
        .arg(format.codec)
        .arg(format.size.width())
        .arg(format.size.height())
        .arg(QLocale().toString(format.framesPerSecond, 'g', 4));
}

QString decoding(std::optional<media::DecodeMode> decoding)
{
    switch (decoding.value_or(media::DecodeMode::Full)) {
    case media::DecodeMode::Off:
        return Text::tr("NOT DECODED", "on purpose");
    case media::DecodeMode::Thumbnail:
        return Text::tr("KEY PICTURES", "only these are decoded, on purpose");
    case media::DecodeMode::Light:
        return Text::tr("LIGHT", "decoded without loop filter and pictures that no other needs, on purpose");
    case media::DecodeMode::Full:
        break;
    }
    return {};
}

QString decoder(const QString &decoder)
{
    return decoder == QLatin1StringView("software") ? Text::tr("SW", "decoded in software") : decoder;
}

QString soundOffset(std::chrono::milliseconds early)
{
    if (early.count() == 0)
        return Text::tr("in step");
    const QString ms = QString::number(std::abs(early.count()));
    return early.count() > 0 ? Text::tr("sound %1 ms early").arg(ms) : Text::tr("sound %1 ms late").arg(ms);
}

QString match(const media::MatchSample &match)
{
    using media::ContentMatch;
    const bool bySound = match.picture == ContentMatch::Unknown;
    switch (bySound ? match.sound : match.picture) {
    case ContentMatch::Unknown:
        return Text::tr("cannot be compared now");
    case ContentMatch::Different:
        return Text::tr("another programme");
    case ContentMatch::Same:
        break;
    }
    if (match.sound == ContentMatch::Different)
        return Text::tr("same picture, other sound");
    const auto behind = bySound ? match.soundBehind : match.pictureBehind;
    if (!behind)
        return Text::tr("same programme");
    const QString ms = QString::number(std::abs(behind->count()));
    return behind->count() >= 0 ? Text::tr("same programme, %1 ms behind").arg(ms)
                                : Text::tr("same programme, %1 ms ahead").arg(ms);
}

QString sentences(const QString &what, const QString &advice)
{
    return advice.isEmpty() ? what : Text::tr("%1. %2", "what happened, what to do").arg(what, advice);
}

} // namespace gantry::words
