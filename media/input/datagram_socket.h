#pragma once
// A UDP socket that listens on one of our addresses or has joined a multicast group.

#include "media/input/host_lookup.h"
#include "media/media_error.h"

#include <chrono>
#include <cstddef>
#include <span>

namespace gantry::media {

class DatagramSocket
{
public:
    DatagramSocket() = default;
    ~DatagramSocket() { close(); }
    DatagramSocket(const DatagramSocket &) = delete;
    DatagramSocket &operator=(const DatagramSocket &) = delete;

    // `local` is the interface that joins the group, in digits; empty: the system chooses. `place` is for errors.
    Result<void> open(const SocketAddress &address, const QString &local, const QString &place);
    bool isOpen() const { return m_socket >= 0; }
    // The size of the next datagram, cut to `into`; 0 when none (or an empty one) came in time.
    Result<std::size_t> receive(std::span<std::byte> into, SocketAddress &from, std::chrono::milliseconds wait);
    void close();

private:
    bool join(const SocketAddress &address, const QString &local);

    int m_socket = -1;
    QString m_place;
};

} // namespace gantry::media
