#include "media/frame/frame_slot.h"

#include <algorithm>
#include <utility>

namespace gantry::media {

void FrameSlot::put(VideoFramePointer frame)
{
    {
        const std::lock_guard lock(m_mutex);
        bool watched = false;
        bool seen = false;
        for (const auto &seat : m_seats) {
            if (m_frame && seat->demand.wantsPictures()) {
                watched = true;
                seen = seen || seat->seen;
                seat->unseen += seat->seen ? 0 : 1;
            }
            seat->seen = false;
            if (seat->bell)
                seat->bell->ring();
        }
        if (watched && !seen)
            m_unseen.fetch_add(1, std::memory_order_relaxed);
        m_frame.swap(frame);
    }
    // The replaced picture is freed here, outside the lock.
}

void FrameSlot::clear()
{
    VideoFramePointer old;
    m_leftOut.store(0, std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    old.swap(m_frame);
    for (const auto &seat : m_seats) {
        seat->seen = true;
        if (seat->bell)
            seat->bell->ring();
    }
}

void FrameSlot::leaveOut(std::chrono::steady_clock::time_point came)
{
    m_leftOut.store(came.time_since_epoch().count(), std::memory_order_relaxed);
}

std::optional<std::chrono::steady_clock::time_point> FrameSlot::leftOut() const
{
    using Time = std::chrono::steady_clock::time_point;
    const std::int64_t ticks = m_leftOut.load(std::memory_order_relaxed);
    return ticks == 0 ? std::nullopt : std::optional(Time(Time::duration(ticks)));
}

PictureDemands FrameSlot::demands() const
{
    PictureDemands all;
    const std::lock_guard lock(m_mutex);
    for (const auto &seat : m_seats)
        all.add(seat->demand);
    return all;
}

VideoFramePointer FrameSlot::peek() const
{
    const std::lock_guard lock(m_mutex);
    return m_frame;
}

FrameReader::FrameReader(std::shared_ptr<FrameSlot> slot, PictureDemand demand, std::shared_ptr<FrameBell> bell)
    : m_slot(std::move(slot))
{
    if (!m_slot)
        return;
    auto seat = std::make_unique<FrameSlot::Seat>();
    seat->demand = demand;
    seat->bell = std::move(bell);
    m_seat = seat.get();
    const std::lock_guard lock(m_slot->m_mutex);
    seat->seen = m_slot->m_frame == nullptr;
    m_slot->m_seats.push_back(std::move(seat));
}

FrameReader::~FrameReader()
{
    leave();
}

FrameReader::FrameReader(FrameReader &&other) noexcept
    : m_slot(std::move(other.m_slot)), m_seat(std::exchange(other.m_seat, nullptr))
{
}

FrameReader &FrameReader::operator=(FrameReader &&other) noexcept
{
    if (this != &other) {
        leave();
        m_slot = std::move(other.m_slot);
        m_seat = std::exchange(other.m_seat, nullptr);
    }
    return *this;
}

void FrameReader::leave()
{
    if (!m_slot)
        return;
    {
        const std::lock_guard lock(m_slot->m_mutex);
        std::erase_if(m_slot->m_seats, [this](const auto &seat) { return seat.get() == m_seat; });
    }
    m_slot.reset();
    m_seat = nullptr;
}

VideoFramePointer FrameReader::newest()
{
    if (!m_slot)
        return {};
    const std::lock_guard lock(m_slot->m_mutex);
    m_seat->seen = true;
    return m_slot->m_frame;
}

std::optional<std::chrono::steady_clock::time_point> FrameReader::leftOut() const
{
    return m_slot ? m_slot->leftOut() : std::nullopt;
}

std::uint64_t FrameReader::unseen() const
{
    if (!m_slot)
        return 0;
    const std::lock_guard lock(m_slot->m_mutex);
    return m_seat->unseen;
}

void FrameReader::setDemand(const PictureDemand &demand)
{
    if (!m_slot)
        return;
    const std::lock_guard lock(m_slot->m_mutex);
    m_seat->demand = demand;
}

PictureDemand FrameReader::demand() const
{
    if (!m_slot)
        return {};
    const std::lock_guard lock(m_slot->m_mutex);
    return m_seat->demand;
}

} // namespace gantry::media
