// Point 6 of gpu_check.h: what a texture costs a picture, and how many pictures a second several decoders make.

#include "media/decode/av_pointers.h"
#include "media/gpu/check_stream.h"
#include "media/gpu/gpu_check_steps.h"
#include "media/gpu/gpu_proof.h"
#include "media/gpu/texture_import.h"
#include "media/media_error.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

extern "C" {
#include <libavutil/frame.h>
}

namespace gantry::media {
namespace {

using Clock = std::chrono::steady_clock;
using Outcome = GpuCheckPoint::Outcome;

constexpr QSize size{1280, 720};
constexpr int pictures = 120;
constexpr std::array decoders{1, 4, 9, 16};

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

// Mean milliseconds, without the first ten pictures; 0: none was measured.
class Mean
{
public:
    void add(Clock::duration duration)
    {
        if (++m_seen > 10)
            m_sum += duration;
    }
    double milliseconds() const
    {
        return m_seen > 10 ? rounded(std::chrono::duration<double, std::milli>(m_sum).count() / (m_seen - 10)) : 0;
    }

private:
    Clock::duration m_sum{};
    int m_seen = 0;
};

// Without a copy: the importer.
double importCost(const DecodeDevice &device, const CheckStream &stream, const GlFunctions &gl, const GlAccess &access)
{
    Mean mean;
    std::unique_ptr<TextureImport> import;
    const auto units = stream.units();
    static_cast<void>(decodeUnits(device, stream.codec(), units, [&](const AVFrame &frame) {
        if (!import) {
            auto opened = openTextureImport(frame, access);
            if (!opened)
                return;
            import = std::move(*opened);
        }
        gl.finish();
        const auto began = Clock::now();
        if (!import->map(frame))
            return;
        gl.finish();
        import->unmap();
        mean.add(Clock::now() - began);
    }));
    return mean.milliseconds();
}

// With one: into memory, and up again.
double copyCost(const DecodeDevice &device, const CheckStream &stream, const GlFunctions &gl)
{
    Mean mean;
    std::array<GLuint, 2> names{};
    gl.genTextures(2, names.data());
    const AvFramePointer room(av_frame_alloc());
    const auto upload = [&](const AVFrame &frame, int plane, QSize part, bool fresh) {
        gl.bindTexture(GL_TEXTURE_2D, names[std::size_t(plane)]);
        gl.pixelStorei(GL_UNPACK_ALIGNMENT, 1);
        gl.pixelStorei(GL_UNPACK_ROW_LENGTH, frame.linesize[plane] / (plane + 1));
        if (fresh)
            gl.texImage2D(GL_TEXTURE_2D, 0, plane == 0 ? GL_R8 : GL_RG8, part.width(), part.height(), 0,
                          plane == 0 ? GL_RED : GL_RG, GL_UNSIGNED_BYTE, frame.data[plane]);
        else
            gl.texSubImage2D(GL_TEXTURE_2D, 0, 0, 0, part.width(), part.height(), plane == 0 ? GL_RED : GL_RG,
                             GL_UNSIGNED_BYTE, frame.data[plane]);
    };
    bool fresh = true;
    const auto units = stream.units();
    static_cast<void>(decodeUnits(device, stream.codec(), units, [&](const AVFrame &frame) {
        gl.finish();
        const auto began = Clock::now();
        const AVFrame *inMemory = room ? device.inMemory(frame, *room) : nullptr;
        if (!inMemory)
            return;
        upload(*inMemory, 0, stream.size(), fresh);
        upload(*inMemory, 1, stream.size() / 2, fresh);
        gl.finish();
        fresh = false;
        mean.add(Clock::now() - began);
    }));
    gl.deleteTextures(2, names.data());
    return mean.milliseconds();
}

// Pictures a second of so many decoders together, opening them included; 0: not one of them decoded all.
double rate(const DecodeDevice &device, const CheckStream &stream, int count)
{
    std::atomic<int> made{0};
    std::atomic<int> whole{0};
    const auto began = Clock::now();
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&] {
            const auto units = stream.units();
            const auto all = decodeUnits(device, stream.codec(), units, [&](const AVFrame &) { ++made; });
            whole += all == pictures ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    return whole == count ? std::round(made / seconds) : 0;
}

} // namespace

GpuCheckPoint checkSpeed(const DecodeDevice &device, const EglContext *gl)
{
    GpuCheckPoint point{.number = 6, .what = Text::tr("Speed")};
    const auto stream = CheckStream::encode(size, pictures);
    if (!stream) {
        point.detail = stream.error();
        return point;
    }
    QStringList rates;
    bool all = true;
    for (const int count : decoders) {
        const double perSecond = rate(device, *stream, count);
        all = all && perSecond > 0;
        point.figures.insert(QStringLiteral("fps_%1_decoders").arg(count), perSecond);
        rates.append(Text::tr("%1 with %2").arg(perSecond).arg(count));
    }
    point.outcome = all ? Outcome::Passed : Outcome::Failed;
    point.detail = Text::tr("720p H.264, pictures a second by decoders: %1.").arg(rates.join(QStringLiteral(", ")));
    GlFunctions functions;
    if (!gl || !functions.load(gl->access()))
        return point;
    const double without = importCost(device, *stream, functions, gl->access());
    const double with = copyCost(device, *stream, functions);
    point.figures.insert(QStringLiteral("import_ms"), without);
    point.figures.insert(QStringLiteral("copy_ms"), with);
    point.detail = Text::tr("%1 A picture into textures: %2 ms on the card, %3 ms through memory.")
                       .arg(point.detail)
                       .arg(without)
                       .arg(with);
    return point;
}

} // namespace gantry::media
