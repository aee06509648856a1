#pragma once
// The system's default sound output, by Qt Multimedia. Everything of it lives on a thread of its own: looking for a
// device may take its time, and a busy window must not make sound stutter.

#include "media/output/sound_sink.h"

#include <QString>

#include <memory>

namespace gantry::media {

class QtSoundSink final : public SoundSink
{
public:
    QtSoundSink();
    ~QtSoundSink() override;

    void open(Fill fill) override;
    void close() override;
    std::optional<Error> fault() const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// How the system calls its default output; empty: there is none. Asks the sound system, which may take a second: not
// for the UI thread.
QString defaultSoundDevice();

} // namespace gantry::media
