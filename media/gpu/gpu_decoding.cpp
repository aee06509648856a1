#include "media/gpu/gpu_decoding.h"

#include "media/decode/av_pointers.h"
#include "media/gpu/gpu_proof.h"
#include "media/gpu/test_clips.h"
#include "media/media_error.h"

#include <QStringList>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

extern "C" {
#include <libavcodec/codec_id.h>
}

namespace gantry::media {
namespace {

struct Refusal
{
    QString backend;
    QString why;
};

// "CUDA, VA-API: this machine has no such device." Rows with the same reason share it.
std::optional<QString> noteOf(const std::vector<Refusal> &refusals)
{
    QStringList sentences;
    for (auto each = refusals.begin(); each != refusals.end();) {
        const auto end = std::find_if(each, refusals.end(), [&](const Refusal &one) { return one.why != each->why; });
        QStringList names;
        for (auto one = each; one != end; ++one)
            names.append(one->backend);
        sentences.append(Text::tr("%1: %2").arg(names.join(QStringLiteral(", ")), each->why));
        each = end;
    }
    return sentences.isEmpty() ? std::nullopt : std::optional(sentences.join(QLatin1Char(' ')));
}

} // namespace

struct GpuDecoding::Private
{
    struct Row
    {
        const GpuBackend *backend;
        std::shared_ptr<const DecodeDevice> device;
        std::optional<QString> refusal; // of the device, for every codec
        bool lost = false;
        int decoders = 0;
    };

    mutable std::mutex mutex;
    std::condition_variable changed;
    std::vector<Row> rows;
    std::map<int, Choice> choices;
    std::deque<std::function<void()>> jobs; // for the thread; run without the lock
    bool busy = false;
    bool ending = false;
    std::thread thread;

    Row &rowOf(const GpuBackend &backend)
    {
        return *std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.backend == &backend; });
    }

    // With the lock held.
    void post(std::function<void()> job)
    {
        jobs.push_back(std::move(job));
        if (!thread.joinable())
            thread = std::thread([this] { run(); });
        changed.notify_all();
    }

    void run()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return ending || !jobs.empty(); });
            if (ending)
                return;
            const auto job = std::move(jobs.front());
            jobs.pop_front();
            busy = true;
            lock.unlock();
            job();
            lock.lock();
            busy = false;
            changed.notify_all();
        }
    }

    // Proof thread from here on. Rows change on this thread only, so it may read them without the lock.
    tl::expected<std::shared_ptr<const DecodeDevice>, QString> opened(Row &row)
    {
        if (!row.device && !row.refusal) {
            auto device = row.backend->open();
            const std::scoped_lock lock(mutex);
            if (device)
                row.device = std::move(*device);
            else
                row.refusal = device.error();
        }
        if (row.refusal)
            return tl::unexpected(*row.refusal);
        return row.device;
    }

    void choose(int codec)
    {
        const TestClip *clip = testClip(codec);
        std::vector<Refusal> refusals;
        Choice choice;
        for (Row &row : rows) {
            if (!row.backend->known(codec) || (!clip && !row.backend->trusted))
                continue;
            auto device = opened(row);
            tl::expected<void, QString> proof;
            if (device && !row.backend->trusted)
                proof = proveDecoding(**device, *clip);
            if (device && proof) {
                choice.backend = row.backend;
                choice.device = *device;
                break;
            }
            refusals.push_back({QString::fromLatin1(row.backend->name), device ? proof.error() : device.error()});
        }
        choice.note = clip ? noteOf(refusals) : Text::tr("%1 is decoded in software always.").arg(codecName(codec));
        const std::scoped_lock lock(mutex);
        choices[codec] = choice;
    }

    void proveAgain(const GpuBackend &backend, int codec)
    {
        Row &row = rowOf(backend);
        const TestClip *clip = testClip(codec);
        if (row.lost || !row.device || !clip || proveDecoding(*row.device, *clip))
            return;
        std::vector<int> codecs;
        {
            const std::scoped_lock lock(mutex);
            row.lost = true;
            row.device.reset(); // those who still borrow it close it when they leave
            row.refusal = Text::tr("it was lost.");
            for (const auto &[one, choice] : choices)
                if (choice.backend == &backend)
                    codecs.push_back(one);
        }
        for (const int one : codecs)
            choose(one);
    }
};

GpuDecoding::GpuDecoding(BackendTable table) : d(std::make_unique<Private>())
{
    quietLibav();
    for (const GpuBackend *backend : table)
        d->rows.push_back({backend, nullptr, std::nullopt});
}

GpuDecoding::~GpuDecoding()
{
    {
        const std::scoped_lock lock(d->mutex);
        d->ending = true;
    }
    d->changed.notify_all();
    if (d->thread.joinable())
        d->thread.join();
}

GpuDecoding::Choice GpuDecoding::choose(int codec)
{
    const std::scoped_lock lock(d->mutex);
    const auto [found, isNew] = d->choices.try_emplace(codec, Choice{.settled = false});
    if (isNew)
        d->post([this, codec] { d->choose(codec); });
    return found->second;
}

void GpuDecoding::awaitProofs()
{
    std::unique_lock lock(d->mutex);
    d->changed.wait(lock, [this] { return d->jobs.empty() && !d->busy; });
}

void GpuDecoding::suspect(const GpuBackend &backend, int codec)
{
    const std::scoped_lock lock(d->mutex);
    d->post([this, &backend, codec] { d->proveAgain(backend, codec); });
}

bool GpuDecoding::isLost(const GpuBackend &backend) const
{
    const std::scoped_lock lock(d->mutex);
    return d->rowOf(backend).lost;
}

void GpuDecoding::began(const GpuBackend &backend)
{
    const std::scoped_lock lock(d->mutex);
    ++d->rowOf(backend).decoders;
}

void GpuDecoding::ended(const GpuBackend &backend)
{
    const std::scoped_lock lock(d->mutex);
    --d->rowOf(backend).decoders;
}

int GpuDecoding::decoders(const GpuBackend &backend) const
{
    const std::scoped_lock lock(d->mutex);
    return d->rowOf(backend).decoders;
}

ProvenWay provenWay()
{
    GpuDecoding decoding;
    decoding.choose(AV_CODEC_ID_H264);
    decoding.awaitProofs();
    const GpuDecoding::Choice choice = decoding.choose(AV_CODEC_ID_H264);
    return {QString::fromLatin1(choice.backend->name), choice.backend != &softwareBackend,
            choice.note.value_or(QString())};
}

} // namespace gantry::media
