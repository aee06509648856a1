#include "media/input/srt_library.h"

#include <QLoggingCategory>

#include <array>
#include <cstddef>
#include <mutex>
#include <string_view>
#include <type_traits>

#include <srt/srt.h>

namespace gantry::media {
namespace {

Q_LOGGING_CATEGORY(srtLog, "gantry.media.libsrt", QtWarningMsg)

static_assert(std::is_same_v<SrtHandle, SRTSOCKET>);

thread_local SrtHandle attemptOnThisThread = SRT_INVALID_SOCK;

// libsrt has one log for the process, so what is read from it is kept for the process too.
struct Refusals
{
    struct Entry
    {
        SrtHandle attempt = SRT_INVALID_SOCK;
        SrtRefusal refusal = SrtRefusal::WrongPassphrase;
    };
    std::mutex mutex;
    std::array<Entry, 64> entries;
    std::size_t next = 0;

    void note(SrtHandle attempt, SrtRefusal refusal)
    {
        const std::lock_guard lock(mutex);
        entries[next] = {attempt, refusal};
        next = (next + 1) % entries.size();
    }
};

Refusals &refusals()
{
    static Refusals all;
    return all;
}

void readLog(void *, int, const char *, int, const char *, const char *message)
{
    const std::string_view text(message);
    const auto says = [&](std::string_view words) { return text.find(words) != std::string_view::npos; };
    if (attemptOnThisThread != SRT_INVALID_SOCK) {
        // The names of SRT_REJ_BADSECRET and SRT_REJ_UNSECURE, as srt_rejectreason_str() and older versions write them.
        if (says("BADSECRET") || says("Incorrect passphrase"))
            refusals().note(attemptOnThisThread, SrtRefusal::WrongPassphrase);
        else if (says("UNSECURE") || says("Password required"))
            refusals().note(attemptOnThisThread, SrtRefusal::NoPassphrase);
        else if (says("ERROR:FILTER") || says("Packet Filter settings error"))
            refusals().note(attemptOnThisThread, SrtRefusal::OtherFilter);
    }
    qCDebug(srtLog).noquote() << QString::fromUtf8(message).trimmed();
}

struct Running
{
    Running()
    {
        refusals(); // must outlive the library's threads
        srt_startup();
        srt_setloghandler(nullptr, readLog);
        srt_setlogflags(SRT_LOGF_DISABLE_TIME | SRT_LOGF_DISABLE_EOL);
        srt_setloglevel(LOG_WARNING);
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;
    ~Running() { srt_cleanup(); }
};

} // namespace

void startSrt()
{
    static const Running running;
    Q_UNUSED(running)
}

bool srtHasGroups()
{
    startSrt();
    static const bool has = [] {
        const SRTSOCKET group = srt_create_group(SRT_GTYPE_BROADCAST);
        if (group == SRT_INVALID_SOCK)
            return false;
        srt_close(group);
        return true;
    }();
    return has;
}

void beginSrtAttempt(SrtHandle attempt)
{
    attemptOnThisThread = attempt;
}

std::optional<SrtRefusal> srtRefusal(SrtHandle attempt)
{
    Refusals &all = refusals();
    const std::lock_guard lock(all.mutex);
    for (const Refusals::Entry &entry : all.entries)
        if (entry.attempt == attempt)
            return entry.refusal;
    return std::nullopt;
}

} // namespace gantry::media
