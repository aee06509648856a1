#pragma once
// Listening to one feed. One tap is heard at a time; another one is faded over to. The device is open only while
// somebody listens. UI thread, which never waits for the sound thread or a feed's; the other way round neither.

#include "media/output/sound_player.h"
#include "media/output/sound_sink.h"

#include <memory>

namespace gantry::media {

class SoundOutput
{
public:
    explicit SoundOutput(std::unique_ptr<SoundSink> sink);
    ~SoundOutput();

    // From now on this tap; null: silence.
    void listen(std::shared_ptr<SoundTap> tap);

    // To be asked a few times a second: also closes the device once the last fade has ended.
    struct State
    {
        std::optional<Error> fault; // why nothing can be heard, told once; the tap has been let go
        SoundPlayer::Report report; // of the tap that is heard
    };
    State look();
    bool isOpen() const { return m_open; }

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<SoundSink> m_sink; // goes first, it calls the other
    bool m_open = false;
};

} // namespace gantry::media
