#include "media/output/test_feed.h"

#include "media/output/srt_output.h"
#include "media/output/test_card.h"
#include "media/output/ts_encoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <thread>
#include <vector>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr double pi = 3.14159265358979323846;
constexpr double loudest = 0.25; // -12 dBFS; the tone breathes between this and a third of it
constexpr double breathSeconds = 6;
// A sender that was held up this long (a suspended laptop) goes on from now instead of sending what nobody needs.
constexpr std::chrono::milliseconds giveUpCatchingUp = 500ms;

std::int64_t utcMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

// A tone whose level moves slowly, a little apart in the two channels: a meter that stands still is broken.
class Tone
{
public:
    explicit Tone(double hertz) : m_hertz(hertz) {}

    void fill(std::vector<float> &left, std::vector<float> &right)
    {
        for (std::size_t i = 0; i < left.size(); ++i) {
            const double time = double(m_sample++) / TsEncoder::sampleRate;
            const double wave = std::sin(2 * pi * m_hertz * time);
            const double breath = 2 * pi * time / breathSeconds;
            left[i] = float(wave * loudest * (2 + std::sin(breath)) / 3);
            right[i] = float(wave * loudest * (2 + std::sin(breath + 1)) / 3);
        }
    }
    std::int64_t sample() const { return m_sample; }
    void skipTo(std::int64_t sample) { m_sample = std::max(m_sample, sample); }

private:
    double m_hertz;
    std::int64_t m_sample = 0;
};

using Outputs = std::vector<std::unique_ptr<SrtOutput>>;

bool canBeCalled(const SrtAddress &address)
{
    return address.mode != SrtAddress::Mode::Listener && address.port != 0 && !address.host.isEmpty();
}

class Sending
{
public:
    Sending(const TestFeedSettings &settings, TsEncoder &encoder, Outputs &outputs)
        : m_settings(settings)
        , m_encoder(encoder)
        , m_outputs(outputs)
        , m_card(settings.video ? std::make_unique<TestCard>(settings.name, settings.size, settings.framesPerSecond,
                                                             settings.pattern)
                                : nullptr)
        , m_tone(settings.toneHertz)
        , m_left(std::size_t(encoder.audioBlock()))
        , m_right(std::size_t(encoder.audioBlock()))
    {
    }

    void run(const std::atomic<bool> &stop)
    {
        const Clock::time_point start = Clock::now();
        const auto tick = std::chrono::nanoseconds(std::chrono::seconds(1)) / m_settings.framesPerSecond;
        for (std::int64_t number = 0; !stop.load(std::memory_order_relaxed); ++number) {
            const Clock::time_point due = start + tick * number;
            // In short steps, so that stopping is quick also at one picture a second.
            while (Clock::now() < due && !stop.load(std::memory_order_relaxed))
                std::this_thread::sleep_until(std::min(due, Clock::now() + 50ms));
            const Clock::time_point now = Clock::now();
            if (now - due > giveUpCatchingUp)
                number += (now - due) / tick;
            bool joined = false;
            bool connected = false;
            for (const auto &output : m_outputs) {
                joined = output->keepUp(now) || joined;
                connected = output->isConnected() || connected;
            }
            // Nobody there: painting and coding would be for nothing, but the clocks of picture and sound go on.
            if (connected)
                send(number, joined);
            else
                m_tone.skipTo(soundUntil(number));
        }
    }

private:
    std::int64_t soundUntil(std::int64_t number) const
    {
        return (number + 1) * TsEncoder::sampleRate / m_settings.framesPerSecond;
    }

    void send(std::int64_t number, bool joined)
    {
        if (m_card)
            m_encoder.video(m_card->paint(std::uint64_t(number), utcMilliseconds()), number, joined);
        if (!m_settings.audio)
            return;
        if (joined)
            m_tone.skipTo(soundUntil(number - 1));
        if (soundUntil(number) - m_tone.sample() > TsEncoder::sampleRate)
            m_tone.skipTo(soundUntil(number - 1)); // after a pause
        while (m_tone.sample() + std::int64_t(m_left.size()) <= soundUntil(number)) {
            const std::int64_t sample = m_tone.sample();
            m_tone.fill(m_left, m_right);
            m_encoder.audio(m_left, m_right, sample);
        }
    }

    const TestFeedSettings &m_settings;
    TsEncoder &m_encoder;
    Outputs &m_outputs;
    std::unique_ptr<TestCard> m_card;
    Tone m_tone;
    std::vector<float> m_left;
    std::vector<float> m_right;
};

} // namespace

Result<void> sendTestFeed(const TestFeedSettings &settings, const std::atomic<bool> &stop)
{
    const bool usable =
        canBeCalled(settings.address) && std::all_of(settings.further.begin(), settings.further.end(), canBeCalled) &&
        settings.framesPerSecond >= 1 && settings.framesPerSecond <= 120 && (settings.video || settings.audio);
    if (!usable)
        return tl::unexpected(Error{Error::Kind::AddressInvalid, Text::tr("Send a test feed"), settings.address.place(),
                                    Text::tr("Give it a host and a port to call, 1 to 120 pictures a "
                                             "second, and a picture or a tone.")});
    Outputs outputs;
    outputs.push_back(std::make_unique<SrtOutput>(settings.address));
    for (const SrtAddress &address : settings.further)
        outputs.push_back(std::make_unique<SrtOutput>(address));
    auto encoder = TsEncoder::open(
        {settings.size, settings.framesPerSecond, settings.videoKilobits, settings.video, settings.audio},
        [&outputs](std::span<const std::byte> packets) {
            for (const auto &output : outputs) {
                if (output->isConnected())
                    output->send(packets);
            }
        });
    if (!encoder)
        return tl::unexpected(encoder.error());
    Sending(settings, **encoder, outputs).run(stop);
    return {};
}

} // namespace gantry::media
