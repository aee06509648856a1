// Points 1 and 2 of gpu_check.h for VA-API.

#include "media/gpu/gpu_check_steps.h"
#include "media/media_error.h"

#include <QDir>
#include <QLibrary>

#include <algorithm>
#include <array>
#include <utility>

extern "C" {
#include <libavcodec/codec_id.h>
#include <libavutil/hwcontext.h>
#include <libavutil/hwcontext_vaapi.h>
}

namespace gantry::media {
namespace {

using Outcome = GpuCheckPoint::Outcome;

// FFmpeg has loaded libva already; we ask the same one, without linking it.
template <typename Function>
Function libva(const char *name)
{
    return reinterpret_cast<Function>(QLibrary::resolve(QStringLiteral("va"), 2, name));
}

VADisplay displayOf(const DecodeDevice &device)
{
    return static_cast<const AVVAAPIDeviceContext *>(
               reinterpret_cast<const AVHWDeviceContext *>(device.reference()->data)->hwctx)
        ->display;
}

tl::expected<GpuCheckPoint, QString> driver()
{
    const auto device = vaapiBackend.open();
    if (!device) {
        const QStringList nodes =
            QDir(QStringLiteral("/dev/dri")).entryList({QStringLiteral("renderD*")}, QDir::System);
        return tl::unexpected(nodes.isEmpty() ? Text::tr("no render node in /dev/dri")
                                              : Text::tr("no driver for /dev/dri/%1").arg(nodes.first()));
    }
    const auto vendor = libva<decltype(&vaQueryVendorString)>("vaQueryVendorString");
    const char *name = vendor ? vendor(displayOf(**device)) : nullptr;
    return GpuCheckPoint{.number = 1,
                         .what = Text::tr("Driver"),
                         .outcome = Outcome::Passed,
                         .detail = name ? QString::fromUtf8(name) : Text::tr("unknown")};
}

constexpr std::array<std::pair<VAProfile, std::pair<int, int>>, 4> profilesAsked{{
    {VAProfileH264High, {AV_CODEC_ID_H264, 8}},
    {VAProfileHEVCMain, {AV_CODEC_ID_HEVC, 8}},
    {VAProfileHEVCMain10, {AV_CODEC_ID_HEVC, 10}},
    {VAProfileAV1Profile0, {AV_CODEC_ID_AV1, 8}},
}};

GpuCheckPoint abilities(const DecodeDevice &device)
{
    GpuCheckPoint point{.number = 2, .what = Text::tr("Decoder")};
    const auto most = libva<decltype(&vaMaxNumProfiles)>("vaMaxNumProfiles");
    const auto mostEntries = libva<decltype(&vaMaxNumEntrypoints)>("vaMaxNumEntrypoints");
    const auto profiles = libva<decltype(&vaQueryConfigProfiles)>("vaQueryConfigProfiles");
    const auto entries = libva<decltype(&vaQueryConfigEntrypoints)>("vaQueryConfigEntrypoints");
    VADisplay display = displayOf(device);
    if (!most || !mostEntries || !profiles || !entries) {
        point.detail = Text::tr("The driver does not tell.");
        return point;
    }
    std::vector<VAProfile> known(std::size_t(std::max(0, most(display))));
    int count = 0;
    if (known.empty() || profiles(display, known.data(), &count) != VA_STATUS_SUCCESS)
        count = 0;
    known.resize(std::size_t(count));
    QStringList able;
    for (const auto &[profile, codec] : profilesAsked) {
        if (std::find(known.begin(), known.end(), profile) == known.end())
            continue;
        std::vector<VAEntrypoint> ways(std::size_t(std::max(1, mostEntries(display))));
        int many = 0;
        if (entries(display, profile, ways.data(), &many) != VA_STATUS_SUCCESS)
            many = 0;
        ways.resize(std::size_t(many));
        if (std::find(ways.begin(), ways.end(), VAEntrypointVLD) != ways.end())
            able.append(clipName(codec.first, codec.second));
    }
    point.outcome = able.isEmpty() ? Outcome::Failed : Outcome::Passed;
    point.detail = able.isEmpty() ? Text::tr("It decodes nothing.") : able.join(QStringLiteral(", "));
    return point;
}

} // namespace

// Which node FFmpeg has opened it does not tell; on a machine with several cards the first that renders is taken.
const CheckedDevice vaapiCheck{&vaapiBackend, driver, abilities,
                               [](const EglContext::Card &card) { return !card.node.isEmpty(); }};

} // namespace gantry::media
