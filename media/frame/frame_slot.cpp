#include "media/frame/frame_slot.h"

#include <algorithm>
#include <utility>

namespace gantry::media {

void FrameSlot::put(VideoFramePointer frame, Time now)
{
    std::deque<Kept> gone; // freed outside the lock
    const std::lock_guard lock(m_mutex);
    const auto drop = [&] {
        miss(m_kept.front());
        gone.push_back(std::move(m_kept.front()));
        m_kept.pop_front();
    };
    const auto seenByAll = [&](const Kept &kept) {
        return std::ranges::all_of(
            m_seats, [&](const auto &seat) { return !seat->demand.wantsPictures() || seat->next > kept.serial; });
    };
    while (!m_kept.empty() &&
           (m_kept.size() >= mostKept || now - m_kept.front().came >= keptFor || seenByAll(m_kept.front())))
        drop();
    const bool wanted = std::ranges::any_of(m_seats, [](const auto &seat) { return seat->demand.wantsPictures(); });
    m_kept.push_back({std::move(frame), m_serial++, now, wanted});
    for (const auto &seat : m_seats)
        if (seat->bell)
            seat->bell->ring();
}

void FrameSlot::miss(const Kept &kept)
{
    for (const auto &seat : m_seats) {
        if (seat->next > kept.serial)
            continue;
        seat->next = kept.serial + 1;
        seat->unseen += seat->demand.wantsPictures() ? 1 : 0;
    }
    if (kept.wanted && !kept.seen)
        m_unseen.fetch_add(1, std::memory_order_relaxed);
}

void FrameSlot::clear()
{
    std::deque<Kept> gone;
    m_leftOut.store(0, std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    gone.swap(m_kept);
    for (const auto &seat : m_seats) {
        seat->next = m_serial;
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
    return newest();
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
    // What is there is seen with its first look.
    seat->next = m_slot->m_kept.empty() ? m_slot->m_serial : m_slot->m_kept.back().serial;
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
    if (m_slot->m_kept.empty())
        return {};
    FrameSlot::Kept &newest = m_slot->m_kept.back();
    newest.seen = true;
    if (m_seat->demand.wantsPictures())
        m_seat->unseen += newest.serial - std::min(m_seat->next, newest.serial);
    m_seat->next = newest.serial + 1;
    return newest.frame;
}

VideoFramePointer FrameReader::next(FrameSlot::Time now)
{
    if (!m_slot)
        return {};
    {
        const std::lock_guard lock(m_slot->m_mutex);
        const auto looked = std::exchange(m_seat->looked, now);
        if (looked && now - *looked <= rarely && m_slot->m_kept.size() > 1) {
            const auto kept =
                std::ranges::find_if(m_slot->m_kept, [&](const auto &each) { return each.serial >= m_seat->next; });
            if (kept != m_slot->m_kept.end() && kept->serial != m_slot->m_kept.back().serial) {
                kept->seen = true;
                m_seat->next = kept->serial + 1;
                if (m_seat->bell)
                    m_seat->bell->ring();
                return kept->frame;
            }
        }
    }
    return newest();
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
    // What came while it wanted none it has not missed.
    if (!m_seat->demand.wantsPictures() && !m_slot->m_kept.empty())
        m_seat->next = std::max(m_seat->next, m_slot->m_kept.back().serial);
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
