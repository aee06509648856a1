#include "media/output/qt_sound_sink.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <vector>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;

constexpr microseconds buffer = 100ms;
constexpr microseconds mostLatency = 2s;

Error fault(const QString &device, const QString &advice)
{
    return {Error::Kind::System, Text::tr("Play the sound of a feed"), device, advice};
}

// What the device reads from. Its latency is what it was given and has not yet played.
class Reader final : public QIODevice
{
public:
    Reader(QAudioSink &sink, SoundSink::Fill fill) : m_sink(sink), m_format(sink.format()), m_fill(std::move(fill))
    {
        // Unbuffered: what QIODevice reads ahead would come too early.
        QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_format.bytesForDuration(buffer.count()); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const int frameBytes = m_format.bytesPerFrame();
        const auto frames = std::size_t(std::max<qint64>(0, size) / frameBytes);
        const auto now = SoundSink::Time::clock::now();
        const microseconds given(m_frames * 1'000'000 / m_format.sampleRate());
        const microseconds waiting =
            std::clamp(given - microseconds(m_sink.processedUSecs()), microseconds(0), mostLatency);
        m_stereo.assign(frames * 2, 0.0F);
        m_fill(m_stereo, m_format.sampleRate(), now, now + waiting);
        m_frames += qint64(frames);
        write(data);
        return qint64(frames) * frameBytes;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void write(char *data) const
    {
        if (m_format.sampleFormat() == QAudioFormat::Float) {
            std::copy(m_stereo.begin(), m_stereo.end(), reinterpret_cast<float *>(data));
            return;
        }
        auto *out = reinterpret_cast<std::int16_t *>(data);
        for (const float sample : m_stereo)
            *out++ = std::int16_t(std::lround(sample * 32767));
    }

    QAudioSink &m_sink;
    const QAudioFormat m_format;
    SoundSink::Fill m_fill;
    std::vector<float> m_stereo;
    qint64 m_frames = 0;
};

} // namespace

struct QtSoundSink::Private
{
    QThread thread;
    QObject *there = nullptr; // lives on the thread and takes orders for it
    // On the thread only.
    std::unique_ptr<QAudioSink> sink;
    std::unique_ptr<Reader> reader;

    mutable std::mutex mutex;
    std::optional<Error> fault;

    void say(std::optional<Error> what)
    {
        const std::lock_guard lock(mutex);
        fault = std::move(what);
    }

    void openThere(const SoundSink::Fill &fill)
    {
        if (sink)
            return;
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        if (device.isNull()) {
            say(media::fault({}, Text::tr("This machine has no sound output. Connect headphones or a loudspeaker and "
                                          "press L again.")));
            return;
        }
        QAudioFormat format;
        format.setChannelConfig(QAudioFormat::ChannelConfigStereo);
        format.setSampleFormat(QAudioFormat::Float);
        format.setSampleRate(48000);
        if (!device.isFormatSupported(format))
            format.setSampleFormat(QAudioFormat::Int16);
        if (!device.isFormatSupported(format))
            format.setSampleRate(device.preferredFormat().sampleRate());
        sink = std::make_unique<QAudioSink>(device, format);
        sink->setBufferSize(format.bytesForDuration(buffer.count()));
        reader = std::make_unique<Reader>(*sink, fill);
        sink->start(reader.get());
        QObject::connect(sink.get(), &QAudioSink::stateChanged, there, [this](QAudio::State state) {
            if (state == QAudio::StoppedState && sink && sink->error() != QAudio::NoError)
                fail();
        });
        if (sink->error() != QAudio::NoError && sink->state() == QAudio::StoppedState)
            fail();
    }

    void fail()
    {
        say(media::fault(QMediaDevices::defaultAudioOutput().description(),
                         Text::tr("The sound output does not play. See in the system's sound settings whether it is "
                                  "connected and free, and press L again.")));
        // Not from within its own signal.
        QMetaObject::invokeMethod(
            there, [this] { closeThere(); }, Qt::QueuedConnection);
    }

    void closeThere()
    {
        if (sink) {
            sink->disconnect();
            sink->stop();
        }
        sink.reset();
        reader.reset();
    }
};

QtSoundSink::QtSoundSink() : d(std::make_unique<Private>())
{
    d->thread.setObjectName(QStringLiteral("sound"));
    d->there = new QObject;
    d->there->moveToThread(&d->thread);
}

QtSoundSink::~QtSoundSink()
{
    if (!d->thread.isRunning()) {
        delete d->there;
        return;
    }
    // quit() from here would overtake what is posted.
    QMetaObject::invokeMethod(d->there, [this] {
        d->closeThere();
        d->thread.quit();
    });
    d->thread.wait();
    delete d->there;
}

void QtSoundSink::open(Fill fill)
{
    d->say(std::nullopt);
    if (!d->thread.isRunning())
        d->thread.start(); // with the first who listens: a room in silence has no thread for sound
    QMetaObject::invokeMethod(d->there, [this, fill = std::move(fill)] { d->openThere(fill); });
}

void QtSoundSink::close()
{
    QMetaObject::invokeMethod(d->there, [this] { d->closeThere(); });
}

std::optional<Error> QtSoundSink::fault() const
{
    const std::lock_guard lock(d->mutex);
    return d->fault;
}

QString defaultSoundDevice()
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    return device.isNull() ? QString() : device.description();
}

} // namespace gantry::media
