#include "support/udp_relay.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <queue>
#include <thread>

namespace gantry::relay {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t mostCallers = 64;
constexpr std::size_t largestPacket = 2048;

int openSocket()
{
    return ::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

const sockaddr *plain(const sockaddr_in &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

} // namespace

bool RelayPath::chance(double share)
{
    return share > 0 && std::uniform_real_distribution<double>(0, 1)(m_random) < share;
}

// Gilbert's model: a burst ends with a probability that makes it `burst` long on average, and begins with one that
// makes `loss` the share of all.
bool RelayPath::isLost()
{
    const double loss = std::clamp(m_conditions.loss, 0.0, 1.0);
    if (loss <= 0 || loss >= 1)
        return loss >= 1;
    if (m_conditions.burst <= 1)
        return chance(loss);
    const double ends = 1 / m_conditions.burst;
    m_inBurst = m_inBurst ? !chance(ends) : chance(std::min(1.0, ends * loss / (1 - loss)));
    return m_inBurst;
}

std::vector<RelayPath::Copy> RelayPath::pass(Time now, std::size_t bytes)
{
    if (m_conditions.outage || isLost())
        return {};
    Time sent = now;
    if (m_conditions.bitsPerSecond) {
        m_lineFree = std::max(m_lineFree, now);
        if (m_lineFree - now > m_conditions.queue)
            return {};
        m_lineFree += std::chrono::duration_cast<Clock::duration>(
            std::chrono::duration<double>(double(bytes) * 8 / *m_conditions.bitsPerSecond));
        sent = m_lineFree;
    }
    std::vector<Copy> copies(chance(m_conditions.duplicate) ? 2 : 1);
    for (Copy &copy : copies) {
        std::chrono::duration<double> delay = m_conditions.delay;
        if (m_conditions.jitter > 0us)
            delay +=
                std::chrono::duration<double>(m_conditions.jitter) * std::normal_distribution<double>(0, 1)(m_random);
        if (chance(m_conditions.reorder))
            delay += m_conditions.reorderBy;
        copy.due = sent + std::max(Clock::duration::zero(), std::chrono::duration_cast<Clock::duration>(delay));
        if (bytes > 0 && chance(m_conditions.corrupt))
            copy.turnedBit = std::uniform_int_distribution<std::size_t>(0, bytes * 8 - 1)(m_random);
    }
    return copies;
}

struct UdpRelay::Private
{
    struct Direction
    {
        RelayPath path;
        std::atomic<std::uint64_t> came{0};
        std::atomic<std::uint64_t> lost{0};
        std::atomic<std::uint64_t> passed{0};

        Counts counts() const { return {came, lost, passed}; }
    };
    struct Caller
    {
        sockaddr_in address;
        int towardsTarget;
    };
    struct Packet
    {
        Time due;
        std::uint64_t number; // what is due at one time keeps its order
        std::vector<char> bytes;
        std::size_t caller;
        bool toTarget;
        bool operator<(const Packet &other) const { return due != other.due ? due > other.due : number > other.number; }
    };

    int front = openSocket();
    sockaddr_in target;
    std::mutex mutex; // guards the paths
    Direction to;
    Direction back;
    std::vector<Caller> callers;
    std::priority_queue<Packet> packets; // the next due on top
    std::uint64_t number = 0;
    std::atomic<bool> stop{false};
    std::thread thread;

    Private(std::uint16_t targetPort, std::uint32_t seed, const Conditions &conditions)
        : target(loopback(targetPort)), to{RelayPath(seed, conditions)}, back{RelayPath(seed + 1, conditions)}
    {
    }

    std::optional<std::size_t> callerAt(const sockaddr_in &address)
    {
        for (std::size_t i = 0; i < callers.size(); ++i)
            if (callers[i].address.sin_port == address.sin_port)
                return i;
        if (callers.size() >= mostCallers)
            return std::nullopt;
        const int socket = openSocket();
        ::connect(socket, plain(target), sizeof target);
        callers.push_back({address, socket});
        return callers.size() - 1;
    }

    void take(std::vector<char> bytes, std::size_t caller, bool toTarget)
    {
        Direction &direction = toTarget ? to : back;
        std::vector<RelayPath::Copy> copies;
        {
            const std::lock_guard lock(mutex);
            copies = direction.path.pass(Clock::now(), bytes.size());
        }
        ++direction.came;
        if (copies.empty())
            ++direction.lost;
        for (const RelayPath::Copy &copy : copies) {
            Packet packet{copy.due, number++, bytes, caller, toTarget};
            if (copy.turnedBit)
                packet.bytes[*copy.turnedBit / 8] ^= char(1 << (*copy.turnedBit % 8));
            packets.push(std::move(packet));
        }
    }

    void receive()
    {
        std::vector<char> bytes(largestPacket);
        sockaddr_in from{};
        socklen_t size = sizeof from;
        ssize_t count = 0;
        while ((count = ::recvfrom(front, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr *>(&from), &size)) >=
               0)
            if (const auto caller = callerAt(from))
                take({bytes.begin(), bytes.begin() + count}, *caller, true);
        for (std::size_t i = 0; i < callers.size(); ++i)
            while ((count = ::recv(callers[i].towardsTarget, bytes.data(), bytes.size(), 0)) >= 0)
                take({bytes.begin(), bytes.begin() + count}, i, false);
    }

    void sendWhatIsDue()
    {
        while (!packets.empty() && packets.top().due <= Clock::now()) {
            const Packet &packet = packets.top();
            const Caller &caller = callers[packet.caller];
            // Nobody at the other end is no fault of the network.
            if (packet.toTarget)
                ::send(caller.towardsTarget, packet.bytes.data(), packet.bytes.size(), MSG_NOSIGNAL);
            else
                ::sendto(front, packet.bytes.data(), packet.bytes.size(), MSG_NOSIGNAL, plain(caller.address),
                         sizeof caller.address);
            ++(packet.toTarget ? to : back).passed;
            packets.pop();
        }
    }

    void run()
    {
        while (!stop) {
            std::vector<pollfd> sockets{{front, POLLIN, 0}};
            for (const Caller &caller : callers)
                sockets.push_back({caller.towardsTarget, POLLIN, 0});
            Clock::duration wait = 20ms;
            if (!packets.empty())
                wait = std::clamp<Clock::duration>(packets.top().due - Clock::now(), 0ms, 20ms);
            const auto wholeNanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(wait).count();
            const timespec time{0, wholeNanoseconds};
            ::ppoll(sockets.data(), nfds_t(sockets.size()), &time, nullptr);
            receive();
            sendWhatIsDue();
        }
    }
};

UdpRelay::UdpRelay(std::uint16_t target, std::uint32_t seed, const Conditions &conditions)
    : d(std::make_unique<Private>(target, seed, conditions))
{
    const sockaddr_in any = loopback(0);
    ::bind(d->front, plain(any), sizeof any);
    d->thread = std::thread([this] { d->run(); });
}

UdpRelay::~UdpRelay()
{
    d->stop = true;
    d->thread.join();
    for (const Private::Caller &caller : d->callers)
        ::close(caller.towardsTarget);
    ::close(d->front);
}

std::uint16_t UdpRelay::port() const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(d->front, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

void UdpRelay::set(const Conditions &bothWays)
{
    set(bothWays, bothWays);
}

void UdpRelay::set(const Conditions &toTarget, const Conditions &back)
{
    const std::lock_guard lock(d->mutex);
    d->to.path.set(toTarget);
    d->back.path.set(back);
}

UdpRelay::Counts UdpRelay::toTarget() const
{
    return d->to.counts();
}

UdpRelay::Counts UdpRelay::back() const
{
    return d->back.counts();
}

} // namespace gantry::relay
