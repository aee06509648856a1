#pragma once
// One feed, second by second: what its four measures say, to be broken by a test.

#include "tests/support/stories.h"

namespace gantry::tests {

// What one feed says each second. Everything is fine and everything is known.
struct Feeding
{
    LinkRecord link = connected("CAM 1", 500);
    TransportRecord transport{{QStringLiteral("CAM 1")}, {}};
    PictureRecord picture = tests::picture("CAM 1", media::SignalState::Live);
    AudioRecord audio{{QStringLiteral("CAM 1")}, {}};

    Feeding()
    {
        transport.sample.recognised = true;
        transport.sample.rate = media::BitsPerSecond{4e6};
        transport.sample.errors = media::TransportErrors{};
        transport.sample.programs = std::vector<std::uint16_t>{7};
        transport.sample.packets = 1000;
        link.sample.receiveRate = media::BitsPerSecond{4e6};
        picture.state.content = media::PictureContent{};
        picture.state.decoder = QStringLiteral("VA-API");
        audio.levels.present = true;
        audio.levels.integratedLufs = -23;
        audio.levels.truePeakDbtp = -6;
        audio.levels.faults = media::SoundFaults{};
        audio.levels.soundEarly = std::chrono::milliseconds(0);
    }

    // One second: the samples come, then time passes.
    void second(RuleStory &story)
    {
        using namespace std::chrono_literals;
        transport.sample.packets += 3000;
        story.happens(link);
        story.happens(transport);
        story.happens(picture);
        story.happens(audio);
        story.pass(1s);
    }
    void seconds(RuleStory &story, int count)
    {
        for (int i = 0; i < count; ++i)
            second(story);
    }
};

inline media::PictureContent &content(Feeding &feeding)
{
    return *feeding.picture.state.content;
}
inline media::SoundFaults &sound(Feeding &feeding)
{
    return *feeding.audio.levels.faults;
}
inline media::LinkSample &link(Feeding &feeding)
{
    return feeding.link.sample;
}

// A show with an expected rate and a loudness target that Feeding meets, and no encoder that could be missed.
inline Show feedingShow()
{
    Show show = smallShow();
    show.encoders.clear();
    show.pairs.append({{QStringLiteral("Main stage")}, show.feeds[0].id, show.feeds[1].id});
    show.feeds[0].limits.expectedMbps = 4;
    show.feeds[0].limits.loudnessTarget = -23;
    return show;
}

} // namespace gantry::tests
