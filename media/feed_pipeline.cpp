#include "media/feed_pipeline.h"

#include "media/decode/unit_queue.h"
#include "media/feed_decoder.h"
#include "media/feed_receiver.h"
#include "media/measure/feed_measures.h"

#include <pthread.h>

#include <atomic>
#include <thread>
#include <utility>

namespace gantry::media {
namespace {

// Five seconds of a fat contribution feed (6 Mb/s): more than the decoder is ever allowed to be behind.
constexpr std::size_t queueBytes = 4 * 1024 * 1024;

// As debuggers and `top -H` show it; the kernel keeps 15 bytes.
void nameThread(const char *what, const QString &feed)
{
    const QByteArray name = QByteArray(what) + ' ' + feed.toUtf8();
    pthread_setname_np(pthread_self(), name.left(15).constData());
}

} // namespace

struct FeedPipeline::Private
{
    QString name;
    FeedObserver &observer;
    UnitQueue queue{queueBytes};
    FeedMeasures measures;
    SoundJack jack;
    LoadGauge gauge;
    std::unique_ptr<MediaInput> input;
    FeedSettings settings;
    GpuDecoding *gpu;
    std::shared_ptr<FingerprintTrack> track;
    std::atomic<bool> stop{false};
    std::thread receiveThread;
    std::thread decodeThread;

    Private(QString feed, std::unique_ptr<MediaInput> input_, FeedSettings settings_, std::shared_ptr<FrameSlot> slot,
            FeedObserver &observer_, GpuDecoding *gpu_, std::shared_ptr<FingerprintTrack> track_)
        : name(std::move(feed))
        , observer(observer_)
        , measures(std::move(slot), std::chrono::steady_clock::now(), settings_)
        , input(std::move(input_))
        , settings(settings_)
        , gpu(settings_.decoding == FeedSettings::Decoding::Software ? nullptr : gpu_)
        , track(std::move(track_))
    {
    }
};

FeedPipeline::FeedPipeline(QString name, std::unique_ptr<MediaInput> input, FeedSettings settings,
                           std::shared_ptr<FrameSlot> slot, FeedObserver &observer, GpuDecoding *gpu,
                           std::shared_ptr<FingerprintTrack> track)
    : d(std::make_unique<Private>(std::move(name), std::move(input), settings, std::move(slot), observer, gpu,
                                  std::move(track)))
{
}

FeedPipeline::~FeedPipeline()
{
    d->stop.store(true);
    d->queue.close();
    if (d->receiveThread.joinable())
        d->receiveThread.join();
    if (d->decodeThread.joinable())
        d->decodeThread.join();
}

void FeedPipeline::setListener(std::shared_ptr<SoundTap> tap)
{
    d->jack.plug(std::move(tap));
}

void FeedPipeline::setLoad(const FeedLoad &load)
{
    d->gauge.set(load);
}

std::chrono::milliseconds FeedPipeline::takeWaited()
{
    return d->gauge.takeWaited();
}

void FeedPipeline::start()
{
    Q_ASSERT(!d->receiveThread.joinable());
    d->decodeThread = std::thread([this] {
        nameThread("dec", d->name);
        FeedDecoder(d->queue, d->measures, d->jack, d->settings, d->gpu, d->track, d->gauge).run();
    });
    d->receiveThread = std::thread([this] {
        nameThread("rcv", d->name);
        FeedReceiver(*d->input, d->queue, d->measures, d->settings, d->observer).run(d->stop);
    });
}

} // namespace gantry::media
