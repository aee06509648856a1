#include "app/command_line/probe_figures.h"

#include "app/command_line/arguments.h"
#include "app/command_line/probe_table.h"
#include "app/session/record_words.h"

namespace gantry::command_line {

namespace {

QJsonObject cueObject(const media::SpliceCue &cue)
{
    return {{QStringLiteral("command"), QLatin1StringView(word(cue.command))},
            {QStringLiteral("pid"), cue.pid},
            {QStringLiteral("event"), json(cue.eventId)},
            {QStringLiteral("out"), json(cue.out)},
            {QStringLiteral("cancelled"), cue.cancelled},
            {QStringLiteral("immediate"), cue.immediate},
            {QStringLiteral("until_ms"), json(cue.untilSplice)},
            {QStringLiteral("duration_ms"), json(cue.duration)},
            {QStringLiteral("segmentation"), json(cue.segmentation)},
            {QStringLiteral("section"), QString::fromLatin1(cue.section.toBase64())}};
}

QJsonValue cues(const ProbeFigures &figures)
{
    QJsonArray array;
    for (const media::SpliceCue &cue : figures.cues)
        array.append(cueObject(cue));
    return array;
}

const std::vector<Figure> &table()
{
    static const std::vector<Figure> figures = [] {
        std::vector<Figure> all;
        for (const auto &part : {linkFigures(), transportFigures(), pictureFigures(), audioFigures()})
            all.insert(all.end(), part.begin(), part.end());
        all.push_back(
            {"cues", "",
             QT_TRANSLATE_NOOP("gantry::command_line",
                               "SCTE-35 commands since the last object: a list of {command, pid, event, out, "
                               "cancelled, immediate, until_ms, duration_ms, segmentation, section (base64)}"),
             cues});
        return all;
    }();
    return figures;
}

} // namespace

QJsonObject probeObject(const ProbeFigures &figures, double elapsedSeconds)
{
    QJsonObject object{{QStringLiteral("elapsed_s"), std::round(elapsedSeconds * 1000) / 1000}};
    for (const Figure &figure : table())
        object.insert(QLatin1String(figure.key), figure.value(figures));
    return object;
}

QString probeKeysHelp()
{
    const auto line = [](const char *key, const char *unit, const QString &meaning) {
        return QStringLiteral("  %1 %2 %3\n").arg(QLatin1String(key), -25).arg(QLatin1String(unit), -7).arg(meaning);
    };
    QString help = line("elapsed_s", "s", Text::tr("since the probe began"));
    for (const Figure &figure : table())
        help += line(figure.key, figure.unit, Text::tr(figure.meaning));
    return help;
}

} // namespace gantry::command_line
