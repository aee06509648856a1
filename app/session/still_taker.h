#pragma once
// Keeps small pictures of every feed in the session: every few seconds, and at once when an alarm about it rises.

#include "app/session/record_rule.h"
#include "media/frame/frame_slot.h"

#include <map>
#include <memory>

namespace gantry {

// Lives on the room thread; takes from the same slots that the wall draws, without marking a picture as seen.
class StillTaker final : public RecordRule
{
public:
    static constexpr std::chrono::seconds every{4};
    static constexpr QSize largest{320, 180};
    static constexpr int jpegQuality = 60;

    void watch(const FeedId &feed, std::shared_ptr<const media::FrameSlot> slot);

    QList<Payload> applied(const Record &record) override;
    QList<Payload> passed(const Instant &now) override;

private:
    struct Watched
    {
        FeedId feed;
        std::shared_ptr<const media::FrameSlot> slot;
        media::VideoFramePointer last; // kept so that a frozen feed costs nothing
        std::chrono::microseconds at{-every};
    };
    static QList<Payload> take(Watched &watched, const Instant &now);

    std::map<QString, Watched> m_watched; // by feed name
};

} // namespace gantry
