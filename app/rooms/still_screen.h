#pragma once
// Shows the stills of a session where live pictures would be: one slot a feed.

#include "app/session/record_source.h"
#include "media/frame/frame_slot.h"

#include <QObject>

#include <map>
#include <memory>

namespace gantry {

// Lives on the thread of its source, so that the UI thread decodes no JPEG.
class StillScreen final : public QObject
{
    Q_OBJECT

public:
    explicit StillScreen(const RecordSource &source, QObject *parent = nullptr);

    // Before anything arrives.
    void show(const FeedId &feed, std::shared_ptr<media::FrameSlot> slot);

private:
    void apply(const RecordBatch &batch);

    std::map<QString, std::shared_ptr<media::FrameSlot>> m_slots; // by feed name
    std::uint64_t m_number = 0;
};

} // namespace gantry
