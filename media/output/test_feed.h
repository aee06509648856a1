#pragma once
// What the rehearsal sends: a moving picture with the feed's name, a running timecode and a frame counter burned in,
// and a tone, as H.264 and AAC in MPEG-TS over a real SRT socket, in real time.
// Runs in the calling thread until `stop` is set. Needs a QGuiApplication (text is painted). Lost connections are
// called again once a second.

#include "media/input/srt_address.h"

#include <QSize>

#include <atomic>

namespace gantry::media {

struct TestFeedSettings
{
    QString name;              // burned in
    SrtAddress address;        // calls a listening feed, or meets one; never listens
    QList<SrtAddress> further; // the same stream goes there too, as a contribution encoder sends it to two places
    QSize size{640, 360};
    int framesPerSecond = 25;
    int videoKilobits = 1500;
    double toneHertz = 440;
    int pattern = 0; // 0..: moving pattern, different pictures for different feeds
    bool video = true;
    bool audio = true;
};

// Returns when stopped; an error only for what cannot mend itself (no encoder, address invalid).
Result<void> sendTestFeed(const TestFeedSettings &settings, const std::atomic<bool> &stop);

} // namespace gantry::media
