#include "app/models/words.h"

#include <QCoreApplication>

namespace gantry::words {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gantry::words)
};

using Command = media::SpliceCue::Command;

QString command(Command command)
{
    switch (command) {
    case Command::Null:
        return Text::tr("heartbeat", "a splice_null command");
    case Command::Schedule:
        return Text::tr("schedule");
    case Command::Insert:
        return Text::tr("insert");
    case Command::TimeSignal:
        return Text::tr("time signal");
    case Command::Bandwidth:
        return Text::tr("bandwidth reservation");
    case Command::Encrypted:
        return Text::tr("encrypted command");
    case Command::Private:
        break;
    }
    return Text::tr("private command");
}

// segmentation_type_id of SCTE 35: even numbers start what the next odd one ends.
QString segmentation(std::uint8_t type)
{
    const bool ends = type % 2 != 0;
    const auto named = [&](const QString &start, const QString &end) { return ends ? end : start; };
    switch (type & ~1) {
    case 0x10:
        return named(Text::tr("program starts"), Text::tr("program ends"));
    case 0x20:
        return named(Text::tr("chapter starts"), Text::tr("chapter ends"));
    case 0x22:
        return named(Text::tr("break starts"), Text::tr("break ends"));
    case 0x30:
        return named(Text::tr("provider advertisement starts"), Text::tr("provider advertisement ends"));
    case 0x32:
        return named(Text::tr("distributor advertisement starts"), Text::tr("distributor advertisement ends"));
    case 0x34:
        return named(Text::tr("provider placement starts"), Text::tr("provider placement ends"));
    case 0x36:
        return named(Text::tr("distributor placement starts"), Text::tr("distributor placement ends"));
    case 0x40:
        return named(Text::tr("unscheduled event starts"), Text::tr("unscheduled event ends"));
    case 0x50:
        return named(Text::tr("network starts"), Text::tr("network ends"));
    default:
        return Text::tr("segmentation 0x%1").arg(type, 2, 16, QLatin1Char('0'));
    }
}

QString when(const media::SpliceCue &cue)
{
    if (cue.immediate)
        return Text::tr("now");
    if (!cue.untilSplice)
        return {};
    return cue.untilSplice->count() >= 0 ? Text::tr("in %1").arg(duration(*cue.untilSplice))
                                         : Text::tr("%1 ago").arg(duration(-*cue.untilSplice));
}

} // namespace

QString cue(const media::SpliceCue &cue)
{
    QStringList parts{command(cue.command)};
    if (cue.cancelled)
        parts.append(Text::tr("called off"));
    if (cue.out)
        parts.append(*cue.out ? Text::tr("OUT of the programme") : Text::tr("IN to the programme"));
    if (cue.segmentation)
        parts.append(segmentation(*cue.segmentation));
    if (const QString time = when(cue); !time.isEmpty())
        parts.append(time);
    if (cue.duration)
        parts.append(Text::tr("for %1").arg(duration(*cue.duration)));
    if (cue.eventId)
        parts.append(Text::tr("event %1").arg(*cue.eventId));
    return parts.join(QStringLiteral(", "));
}

} // namespace gantry::words
