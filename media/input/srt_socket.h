#pragma once
// One libsrt socket, closed when it goes out of scope. No libsrt header here.

#include "media/input/host_lookup.h"
#include "media/input/srt_address.h"
#include "media/input/srt_library.h"

#include <chrono>
#include <optional>
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

    // A socket with the address's options and the room's time-outs set, in non-blocking mode.
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

// A call on its way: nothing in it waits longer than it is asked to. Starts by itself.
class SrtCall
{
public:
    SrtCall(SrtAddress address, SrtSocket::Use use);

    // The connected socket, nothing while it is still ringing, or why not.
    Result<std::optional<SrtSocket>> wait(std::chrono::milliseconds time);

private:
    Result<void> begin(const SocketAddress &to);

    SrtAddress m_address;
    SrtSocket::Use m_use;
    HostLookup m_lookup;
    SrtSocket m_socket;
};

} // namespace gantry::media
