#pragma once
// A sound card that does what a test says: it plays when it is asked to, at the test's own time.

#include "media/output/sound_sink.h"

#include <memory>
#include <utility>
#include <vector>

namespace gantry::media::tones {

class ScriptedSink final : public SoundSink
{
public:
    static constexpr int sampleRate = 48000;

    // What the test holds on to; the sink itself belongs to whoever plays through it.
    struct Card
    {
        Fill fill; // empty while closed
        std::optional<Error> fault;
        std::optional<Error> missing; // what opening ends with
        int opened = 0;
        std::chrono::microseconds latency{30000};
        std::vector<float> played; // stereo

        // Plays so much sound, in parcels of 10 ms; `now` goes on with it. `each` runs before every parcel.
        template <typename Each>
        void play(std::chrono::milliseconds time, Time &now, Each each)
        {
            for (const Time end = now + time; now < end; now += std::chrono::milliseconds(10)) {
                each();
                std::vector<float> parcel(2 * sampleRate / 100);
                if (fill)
                    fill(parcel, sampleRate, now, now + latency);
                played.insert(played.end(), parcel.begin(), parcel.end());
            }
        }
    };

    explicit ScriptedSink(std::shared_ptr<Card> card) : m_card(std::move(card)) {}
    ~ScriptedSink() override { close(); }

    void open(Fill fill) override
    {
        ++m_card->opened;
        m_card->fault = m_card->missing;
        if (!m_card->fault)
            m_card->fill = std::move(fill);
    }
    void close() override { m_card->fill = nullptr; }
    std::optional<Error> fault() const override { return m_card->fault; }

private:
    std::shared_ptr<Card> m_card;
};

} // namespace gantry::media::tones
