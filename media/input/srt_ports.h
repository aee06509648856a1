#pragma once
// The ports that a room listens on. One belongs to the room and is given to its inputs: feeds with the same port then
// share one listening socket and are told apart by the stream id their callers ask for. Any thread.

#include "media/input/srt_address.h"

#include <map>
#include <memory>
#include <mutex>

namespace gantry::media {

class SrtPort;

class SrtPorts
{
public:
    SrtPorts();
    ~SrtPorts();

    // The port that `address` listens on, opened when nobody of this room has it yet. It is closed with the last one
    // who holds it.
    Result<std::shared_ptr<SrtPort>> open(const SrtAddress &address);

private:
    std::mutex m_mutex;
    std::map<QString, std::weak_ptr<SrtPort>> m_open;
};

// Whether two listeners would be on one socket, and whether one would keep the other from listening.
bool isSamePort(const SrtAddress &a, const SrtAddress &b);
bool isPortConflict(const SrtAddress &a, const SrtAddress &b);

} // namespace gantry::media
