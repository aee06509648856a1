#pragma once
// One libsrt socket, or a bonded group of them, closed when it goes out of scope. No libsrt header here.

#include "media/input/srt_address.h"
#include "media/input/srt_library.h"

#include <chrono>
#include <utility>

namespace gantry::media {

class SrtSocket
{
public:
    enum class Use { Receive, Send };

    SrtSocket() = default;
    explicit SrtSocket(SrtHandle handle) : m_handle(handle) {}
    SrtSocket(SrtSocket &&other) noexcept : m_handle(std::exchange(other.m_handle, none)) {}
    SrtSocket &operator=(SrtSocket &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        other.close();
        return *this;
    }
    ~SrtSocket() { close(); }

    // A socket with the address's options and the room's time-outs set, in non-blocking mode; for a bonded call a
    // group.
    static Result<SrtSocket> create(const SrtAddress &address, Use use);

    bool isOpen() const { return m_handle != none; }
    SrtHandle handle() const { return m_handle; }
    void close();
    // Reads wait at most `wait` from now on.
    void setReadWait(std::chrono::milliseconds wait);

private:
    static constexpr SrtHandle none = -1;
    SrtHandle m_handle = none;
};

// What one connection has of its own: latencies, passphrase, packet filter, buffers. A listener sets it on a caller's
// socket before it lets the caller in. False: libsrt refused one of them.
bool setConnectionOptions(SrtHandle socket, const SrtAddress &address, SrtSocket::Use use);

// Packets that a receive buffer needs: all that is on its way within the latency, a second of room for a reader that
// is late, and a quarter more for what is sent again. Never less than libsrt's own 8192.
int srtBufferPackets(std::chrono::milliseconds latency, std::optional<int> kilobits, std::optional<int> payloadSize);

} // namespace gantry::media
