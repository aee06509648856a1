#pragma once
// The fingerprints of one feed over the last quarter of a minute, picture and sound, each with the time of arrival
// (steady clock): so that an offset between two feeds is what the room sees. The decode thread adds, anyone may copy;
// a lock is held for an insertion or a copy (100 KB). At most 130 KB a feed.

#include "media/measure/picture_fingerprint.h"
#include "media/measure/sound_fingerprint.h"

#include <chrono>
#include <deque>
#include <mutex>
#include <vector>

namespace gantry::media {

class FingerprintTrack
{
public:
    using Time = std::chrono::steady_clock::time_point;
    // Offsets up to 8 s are found, with 8 s left to compare at the largest.
    static constexpr std::chrono::seconds length{16};

    template <typename Fingerprint>
    struct At
    {
        Time at;
        Fingerprint print;
    };
    using Pictures = std::vector<At<PictureFingerprint>>;
    using Sounds = std::vector<At<SoundFingerprint>>;

    // In order of time; one that is not later than the one before is left out.
    void add(Time at, const PictureFingerprint &print) { add(m_pictures, mostPictures, at, print); }
    void add(Time at, const SoundFingerprint &print) { add(m_sounds, mostSounds, at, print); }
    // A new connection: what came before may be another programme.
    void clear();
    void clearPictures(); // the sound goes on

    Pictures pictures() const;
    Sounds sounds() const;
    // Only what came later than this.
    Pictures pictures(Time after) const;
    Sounds sounds(Time after) const;

private:
    // No more than these, whatever the times say: a picture each 1/25 s (see ContentMeasures), a sound each 20 ms.
    static constexpr std::size_t mostPictures = 16 * 31;
    static constexpr std::size_t mostSounds = 16 * 50 + 1;

    template <typename Print>
    void add(std::deque<At<Print>> &to, std::size_t most, Time at, const Print &print)
    {
        const std::lock_guard lock(m_mutex);
        if (!to.empty() && at <= to.back().at)
            return;
        to.push_back({at, print});
        while (to.size() > most || at - to.front().at > length)
            to.pop_front();
    }

    mutable std::mutex m_mutex;
    std::deque<At<PictureFingerprint>> m_pictures;
    std::deque<At<SoundFingerprint>> m_sounds;
};

} // namespace gantry::media
