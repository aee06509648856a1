#pragma once
// What stands between libavformat and the network while it fetches a stream: which addresses it may open, how much it
// may read from each, and how long everything may take. One thread, but for `stop`.

#include "media/input/url_address.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <list>
#include <optional>

struct AVDictionary;
struct AVFormatContext;
struct AVIOContext;

namespace gantry::media {

class UrlGuard
{
public:
    static constexpr std::int64_t largestPlaylist = 4LL * 1024 * 1024;
    static constexpr std::int64_t largestSegment = 512LL * 1024 * 1024; // 30 s at 140 Mb/s

    // Both must outlive the guard, and the guard whatever it is attached to.
    UrlGuard(const UrlAddress &address, const std::atomic<bool> &stop);

    // Before the context is opened. `options` get what has to be given with the opening.
    void attach(AVFormatContext &context, AVDictionary **options);
    // From now on everything ends after this long.
    void allow(std::chrono::milliseconds time);

    bool isStopped() const { return m_stop.load(std::memory_order_relaxed); }
    bool isExpired() const { return std::chrono::steady_clock::now() > m_deadline; }
    // What was forbidden, if anything was: then everything ends at once.
    const std::optional<Error> &fault() const { return m_fault; }
    // Why the last address could not be opened (an AVERROR), until forgotten.
    std::optional<int> openFault() const { return m_openFault; }
    void forgetOpenFault() { m_openFault.reset(); }

    // Whether a TLS connection to the server can be made at all. Waits for up to 3 s.
    bool tlsWorks();

private:
    struct Opened // one address that is being read
    {
        UrlGuard *guard;
        AVIOContext *io = nullptr;
        std::int64_t limit = largestSegment;
    };
    bool mustEnd() const { return isStopped() || m_fault || isExpired(); }
    int open(AVIOContext **io, const QByteArray &url, const AVDictionary *options);
    bool awaitTurn();
    void lookInto(Opened &opened);
    void setConnection(AVDictionary **options) const;

    static int interrupted(void *guard);
    static int readInterrupted(void *opened);
    static int openCallback(AVFormatContext *context, AVIOContext **io, const char *url, int flags,
                            AVDictionary **options);
    static int closeCallback(AVFormatContext *context, AVIOContext *io);

    const UrlAddress &m_address;
    const std::atomic<bool> &m_stop;
    std::chrono::steady_clock::time_point m_deadline;
    std::optional<Error> m_fault;
    std::optional<int> m_openFault;
    std::list<Opened> m_open;
    std::deque<std::chrono::steady_clock::time_point> m_turns; // of the last addresses that were opened
};

// The first address in the text of an HLS playlist that neither stands below the playlist nor is http or https: its
// scheme, "file". Pure; the text may be cut short.
std::optional<QString> forbiddenScheme(const QByteArray &playlist);

} // namespace gantry::media
