#pragma once
// Hand-over of pictures from one writer (a feed's decode thread) to any number of readers (walls, full views). Any
// thread may call anything; a lock is held for a few pointers only. Never blocks the writer.
//
//   writer:  demands()  ->  make a picture in each size  ->  put(frame)
//   reader:  FrameReader reader(slot);  reader.setDemand({size});  ...  reader.newest() or reader.next()
//
// The latest wins, with one exception. A key picture takes several times as long to decode as those that wait behind
// it, which then come all at once: of these the last few are kept for a reader that looks often enough to catch up.

#include "media/frame/picture_demand.h"
#include "media/frame/video_frame.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace gantry::media {

// How a reader that sleeps learns that there is something new.
class FrameBell
{
public:
    virtual ~FrameBell() = default;
    // From the writer's thread, with the slot's lock held: returns at once and calls no slot and no reader.
    virtual void ring() = 0;
};

class FrameSlot
{
public:
    FrameSlot() = default;
    FrameSlot(const FrameSlot &) = delete;
    FrameSlot &operator=(const FrameSlot &) = delete;

    // Of pictures that come all at once so many are kept, the newest among them, and none for longer than `keptFor`.
    static constexpr std::size_t mostKept = 3;
    static constexpr std::chrono::milliseconds keptFor{50};

    // Writer: replaces what is there.
    void put(VideoFramePointer frame, std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now());
    // Empties the slot (a new connection begins, or replay seeks to a time without a still).
    void clear();
    // Writer: a picture came and was left out on purpose; the one that is there stays, and is not stale by its age.
    void leaveOut(std::chrono::steady_clock::time_point came);
    // When one last was; nothing since the slot was empty.
    std::optional<std::chrono::steady_clock::time_point> leftOut() const;
    // Writer: what all readers want together.
    PictureDemands demands() const;

    // For a second pair of eyes (stills): the newest picture without being a reader, or null. Demands nothing.
    VideoFramePointer peek() const;

    // Pictures that were replaced before any of those who wanted pictures saw them; while nobody does, none counts.
    std::uint64_t unseen() const { return m_unseen.load(std::memory_order_relaxed); }

private:
    friend class FrameReader;
    using Time = std::chrono::steady_clock::time_point;
    struct Kept
    {
        VideoFramePointer frame;
        std::uint64_t serial = 0; // of all that were put
        Time came;
        bool wanted = false; // by anybody when it came
        bool seen = false;
    };
    struct Seat
    {
        PictureDemand demand;
        std::shared_ptr<FrameBell> bell;
        std::uint64_t next = 0; // the first serial it has not seen or missed
        std::optional<Time> looked;
        std::uint64_t unseen = 0;
    };
    VideoFramePointer newest() const { return m_kept.empty() ? nullptr : m_kept.back().frame; }
    // `kept` goes: who has not seen it has missed it.
    void miss(const Kept &kept);

    mutable std::mutex m_mutex;
    std::deque<Kept> m_kept; // oldest first
    std::uint64_t m_serial = 0;
    std::vector<std::unique_ptr<Seat>> m_seats;
    std::atomic<std::uint64_t> m_unseen{0};
    std::atomic<std::int64_t> m_leftOut{0}; // ticks of the steady clock; 0: none
};

// One who looks, for as long as it lives. It may outlive every other owner of the slot. One thread at a time.
class FrameReader
{
public:
    FrameReader() = default; // of nothing: has no picture
    // `slot` may be null, which is the same. Rings `bell`, when there is one, at each new picture.
    explicit FrameReader(std::shared_ptr<FrameSlot> slot, PictureDemand demand = {},
                         std::shared_ptr<FrameBell> bell = {});
    ~FrameReader();
    FrameReader(FrameReader &&other) noexcept;
    FrameReader &operator=(FrameReader &&other) noexcept;

    explicit operator bool() const { return m_slot != nullptr; }
    // What it looks at; null: nothing. To tell one feed from another.
    const FrameSlot *slot() const { return m_slot.get(); }

    // The newest picture (this reader has seen it then), or null.
    VideoFramePointer newest();
    // For a reader that looks more often than pictures come: the oldest that is kept and that it has not seen, or the
    // newest. Rings its bell when there are more. One that comes later than `rarely` after its last look is behind by
    // its own fault and gets the newest.
    static constexpr std::chrono::milliseconds rarely{45};
    VideoFramePointer next(std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now());
    std::optional<std::chrono::steady_clock::time_point> leftOut() const;
    // Pictures replaced before this reader saw them, while it wanted pictures.
    std::uint64_t unseen() const;

    void setDemand(const PictureDemand &demand);
    PictureDemand demand() const;

private:
    void leave();

    std::shared_ptr<FrameSlot> m_slot;
    FrameSlot::Seat *m_seat = nullptr; // the slot's
};

} // namespace gantry::media
