// The points of gpu_check.h one after another, and those that are the same for every kind of device.

#include "media/decode/av_pointers.h"
#include "media/gpu/gpu_check_steps.h"
#include "media/gpu/gpu_proof.h"
#include "media/gpu/test_clips.h"
#include "media/media_error.h"

namespace gantry::media {
namespace {

using Outcome = GpuCheckPoint::Outcome;

GpuCheckPoint checkContext(const tl::expected<std::unique_ptr<EglContext>, QString> &gl)
{
    GpuCheckPoint point{.number = 3, .what = Text::tr("OpenGL on the same card")};
    point.outcome = gl ? Outcome::Passed : Outcome::Failed;
    point.detail = gl ? Text::tr("%1, %2").arg((*gl)->vendor(), (*gl)->renderer()) : gl.error();
    return point;
}

GpuCheckPoint checkFrames(const DecodeDevice &device)
{
    QStringList right;
    QStringList wrong;
    for (const TestClip &clip : testClips()) {
        const auto proof = proveDecoding(device, clip);
        const QString name = clipName(clip.codec, clip.bits);
        if (proof)
            right.append(name);
        else
            wrong.append(Text::tr("%1: %2").arg(name, proof.error()));
    }
    GpuCheckPoint point{.number = 4, .what = Text::tr("Test pictures decoded there")};
    point.outcome = right.isEmpty() ? Outcome::Failed : Outcome::Passed;
    point.detail =
        wrong.isEmpty() ? right.join(QStringLiteral(", "))
        : right.isEmpty()
            ? wrong.join(QLatin1Char(' '))
            : Text::tr("%1. Not there: %2").arg(right.join(QStringLiteral(", ")), wrong.join(QLatin1Char(' ')));
    return point;
}

} // namespace

QString clipName(int codec, int bits)
{
    return bits == 8 ? codecName(codec) : Text::tr("%1 %2 bit").arg(codecName(codec)).arg(bits);
}

void checkDevice(const CheckedDevice &one, bool speed, GpuCheck &check,
                 const std::function<void(const GpuCheckPoint &)> &told)
{
    const auto tell = [&](GpuCheckPoint point) {
        point.device = QString::fromLatin1(one.backend->name);
        check.points.push_back(point);
        told(point);
    };
    const auto driver = one.driver();
    if (!driver) {
        check.missed.append(Text::tr("%1 (%2)").arg(QLatin1String(one.backend->name), driver.error()));
        return;
    }
    tell(*driver);
    const auto device = one.backend->open();
    if (!device) {
        tell({.number = 4,
              .what = Text::tr("Test pictures decoded there"),
              .outcome = Outcome::Failed,
              .detail = Text::tr("FFmpeg does not open the device.")});
        return;
    }
    tell(one.abilities(**device));
    const auto gl = EglContext::open(one.fits);
    tell(checkContext(gl));
    tell(checkFrames(**device));
    const EglContext *context = gl ? gl->get() : nullptr;
    tell(checkTextures(**device, context));
    if (speed)
        tell(checkSpeed(**device, context));
}

} // namespace gantry::media
