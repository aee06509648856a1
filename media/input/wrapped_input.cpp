#include "media/input/wrapped_input.h"

#include "media/input/host_lookup.h"
#include "media/input/paced_queue.h"
#include "media/input/ts_wrapper.h"
#include "media/input/url_faults.h"
#include "media/input/url_stream.h"

#include <QCoreApplication>

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Carrier = UrlAddress::Carrier;

constexpr auto endAtMost = 200ms; // for the thread; libavformat asks every 100 ms whether it must end
constexpr auto lookUpAtMost = 10s;

PacedQueue::Limits limitsFor(Carrier carrier)
{
    PacedQueue::Limits limits;
    limits.paced = carrier == Carrier::Web || carrier == Carrier::File;
    if (carrier == Carrier::File)
        limits.ahead = 2s;
    if (carrier == Carrier::Web)
        limits.cushion = 1s;
    return limits;
}

std::vector<int> codecsOf(const UrlStream &stream)
{
    std::vector<int> codecs;
    for (const AVCodecParameters *each : stream.streams())
        codecs.push_back(int(each->codec_id));
    return codecs;
}

} // namespace

// One connection, from the first step to its end. Shared by the input and its thread, so that either may go first.
class WrappedInput::Fetching
{
public:
    Fetching(UrlAddress address_, UrlPatience patience_)
        : address(std::move(address_)), patience(patience_), queue(limitsFor(address.carrier))
    {
    }

    const UrlAddress address;
    const UrlPatience patience;
    PacedQueue queue;
    std::atomic<bool> stop{false};
    std::thread thread;

    struct State
    {
        bool connected = false;
        bool ended = false;
        std::optional<Error> fault;
        QString carrier;
        QString peer;
    };
    State state() const
    {
        const std::lock_guard lock(m_mutex);
        return m_state;
    }
    // Until something changes from what step() waits for.
    State await(std::chrono::milliseconds time) const
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, time, [&] { return m_state.connected || m_state.ended; });
        return m_state;
    }
    bool awaitEnd(std::chrono::milliseconds time) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, time, [&] { return m_state.ended; });
    }

    void run()
    {
        const Error fault = fetch();
        queue.finish();
        change([&](State &state) {
            state.ended = true;
            state.fault = fault;
        });
    }

private:
    template <typename Change>
    void change(const Change &how)
    {
        const std::lock_guard lock(m_mutex);
        how(m_state);
        m_changed.notify_all();
    }

    Result<void> lookUp();
    Error fetch();
    Result<void> pass(UrlStream &stream, TsWrapper &wrapper);
    Error stopped() const { return urlEnded(address, state().carrier); } // nobody reads it

    PacketTimeline m_timeline;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    State m_state;
};

// Before libavformat does: it would wait for the name server without end and could not say what was wrong.
Result<void> WrappedInput::Fetching::lookUp()
{
    if (address.carrier == Carrier::File || qEnvironmentVariableIsSet("http_proxy"))
        return {};
    HostLookup lookup(address.host, address.port);
    std::optional<SocketAddress> found;
    for (const auto begun = Clock::now(); !found && !stop && Clock::now() - begun < lookUpAtMost;)
        found = lookup.wait(longestWait);
    if (!found || found->isEmpty())
        return tl::unexpected(Error{Error::Kind::HostUnknown, Text::tr("Look up the host of the stream"),
                                    address.place(), Text::tr("Check the name and the network's name server.")});
    change([&](State &state) { state.peer = textOf(*found); });
    return {};
}

Error WrappedInput::Fetching::fetch()
{
    if (const auto found = lookUp(); !found)
        return found.error();
    std::unique_ptr<TsWrapper> wrapper;
    std::vector<int> codecs;
    for (;;) {
        const auto stream = UrlStream::open(address, patience, stop);
        if (!stream)
            return stream.error();
        if (!wrapper) {
            codecs = codecsOf(**stream);
            wrapper = TsWrapper::open((*stream)->streams());
        }
        if (!wrapper || codecsOf(**stream) != codecs) // a file that was replaced meanwhile
            return urlNoMedia(address);
        change([&](State &state) { state.carrier = (*stream)->carrier(); });
        if (const auto passed = pass(**stream, *wrapper); !passed)
            return passed.error();
        if (address.carrier != Carrier::File)
            return urlEnded(address, (*stream)->carrier());
        m_timeline.beginAgain();
    }
}

// From the beginning of the stream to its end.
Result<void> WrappedInput::Fetching::pass(UrlStream &stream, TsWrapper &wrapper)
{
    for (bool any = false;;) {
        const auto unit = stream.next();
        if (!unit)
            return tl::unexpected(unit.error());
        if (!*unit) {
            if (!any)
                return tl::unexpected(urlNoMedia(address));
            return {};
        }
        const auto times = m_timeline.place((*unit)->stream, (*unit)->decode, (*unit)->shown, (*unit)->duration);
        std::vector<std::byte> bytes = wrapper.wrap((*unit)->stream, *(*unit)->packet, times);
        if (bytes.empty())
            continue;
        if (!queue.put(std::move(bytes), times.decode))
            return tl::unexpected(stopped());
        if (!any)
            change([](State &state) { state.connected = true; });
        any = true;
    }
}

WrappedInput::WrappedInput(UrlAddress address, UrlPatience patience)
    : m_address(std::move(address)), m_patience(patience)
{
}

WrappedInput::~WrappedInput()
{
    close();
}

Result<bool> WrappedInput::step()
{
    if (!m_fetching) {
        auto fetching = std::make_shared<Fetching>(m_address, m_patience);
        try {
            fetching->thread = std::thread([fetching] {
                pthread_setname_np(pthread_self(), "fetch");
                fetching->run();
            });
        } catch (const std::system_error &) {
            return tl::unexpected(Error{Error::Kind::System, Text::tr("Begin to fetch the stream"), m_address.place(),
                                        Text::tr("The system gives no more threads: close other programs.")});
        }
        m_fetching = std::move(fetching);
    }
    const Fetching::State state = m_fetching->await(longestWait);
    if (state.connected)
        return true;
    if (!state.ended)
        return false;
    close();
    return tl::unexpected(*state.fault);
}

bool WrappedInput::isConnecting() const
{
    return m_fetching != nullptr;
}

Result<std::size_t> WrappedInput::read(std::span<std::byte> into)
{
    if (!m_fetching)
        return tl::unexpected(urlEnded(m_address, {}));
    const std::size_t count = m_fetching->queue.take(into, longestWait);
    if (count > 0 || !m_fetching->queue.isDone())
        return count;
    // What had come before the fault has been shown to its end.
    if (!m_fetching->awaitEnd(longestWait))
        return 0;
    const Error fault = *m_fetching->state().fault;
    close();
    return tl::unexpected(fault);
}

void WrappedInput::measure(LinkSample &sample)
{
    if (!m_fetching)
        return;
    const Fetching::State state = m_fetching->state();
    sample.carrier = state.carrier;
    sample.peer = state.peer.isEmpty() ? m_address.place() : state.peer;
    sample.encrypted = m_address.encrypted;
}

void WrappedInput::close()
{
    if (!m_fetching)
        return;
    m_fetching->stop = true;
    m_fetching->queue.close();
    if (m_fetching->awaitEnd(endAtMost))
        m_fetching->thread.join();
    else
        m_fetching->thread.detach();
    m_fetching.reset();
}

} // namespace gantry::media
