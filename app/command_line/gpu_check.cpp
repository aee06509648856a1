// gantry gpu-check: whether this machine's GPU really takes a picture from the packet to a texture.

#include "media/gpu/gpu_check.h"
#include "app/command_line/arguments.h"
#include "app/command_line/verbs.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace gantry::command_line {

namespace {

using media::GpuCheckPoint;

// As test programs say "skipped" to what runs them.
constexpr int nothingThere = 77;

QString word(GpuCheckPoint::Outcome outcome)
{
    switch (outcome) {
    case GpuCheckPoint::Outcome::Passed:
        return QStringLiteral("pass");
    case GpuCheckPoint::Outcome::Failed:
        return QStringLiteral("fail");
    case GpuCheckPoint::Outcome::Skipped:
        break;
    }
    return QStringLiteral("skipped");
}

void print(const GpuCheckPoint &point)
{
    const QString line = QStringLiteral("%1 %2  %3  %4: %5")
                             .arg(point.device)
                             .arg(point.number)
                             .arg(word(point.outcome), -7)
                             .arg(point.what, point.detail);
    std::printf("%s\n", line.toLocal8Bit().constData());
    std::fflush(stdout); // the next point may take half a minute
}

QJsonObject object(const GpuCheckPoint &point)
{
    return {{QStringLiteral("device"), point.device}, {QStringLiteral("number"), point.number},
            {QStringLiteral("what"), point.what},     {QStringLiteral("outcome"), word(point.outcome)},
            {QStringLiteral("detail"), point.detail}, {QStringLiteral("figures"), point.figures}};
}

} // namespace

int gpuCheck(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("gpu-check"),
             Text::tr("Tries whether this machine's GPU takes a picture from the packet to a texture, by CUDA and by "
                      "VA-API. Prints one line a point: device, number, pass, fail or skipped, and what was seen. "
                      "1 driver, 2 what it decodes, 3 OpenGL without a window, 4 test pictures decoded there, 5 "
                      "textures equal to the processor's pictures, 6 speed. Exits 0 when no point failed, 1 when one "
                      "did, 77 when there is no GPU that decodes."));
    parser.addOption({QStringLiteral("json"), Text::tr("Print one JSON object instead.")});
    parser.addOption({QStringLiteral("quick"), Text::tr("Leave out point 6, which takes up to a minute.")});
    if (const auto code = parse(parser, 0))
        return *code;
    const bool json = parser.isSet(QStringLiteral("json"));
    const media::GpuCheck check =
        media::checkGpus(!parser.isSet(QStringLiteral("quick")), [json](const GpuCheckPoint &point) {
            if (!json)
                print(point);
        });
    if (json) {
        QJsonArray points;
        for (const GpuCheckPoint &point : check.points)
            points.append(object(point));
        std::printf("%s\n",
                    QJsonDocument(QJsonObject{{QStringLiteral("found"), check.found()},
                                              {QStringLiteral("points"), points},
                                              {QStringLiteral("missed"), QJsonArray::fromStringList(check.missed)}})
                        .toJson(QJsonDocument::Compact)
                        .constData());
    }
    if (check.found())
        return check.failed() ? failed : done;
    const QString lookedFor =
        check.missed.isEmpty() ? Text::tr("nothing, this build knows no GPU") : check.missed.join(QStringLiteral(", "));
    return say(nothingThere, Text::tr("There is no GPU here that decodes. Looked for: %1.").arg(lookedFor));
}

} // namespace gantry::command_line
