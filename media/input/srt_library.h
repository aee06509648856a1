#pragma once
// libsrt as a whole: started on first use, silent, and asked why it turned a caller away.
//
// A listener is not told why a handshake failed: the caller gets the reason, the listening side gets a line in libsrt's
// own log (Haivision/srt#3058). The log handler here reads that line: it runs on the thread on which the listener's
// hook ran just before, so the attempt it belongs to is known.

#include <optional>

namespace gantry::media {

using SrtHandle = int; // SRTSOCKET

// Starts libsrt once for the process and routes its log away from stderr. Any thread.
void startSrt();

// Whether it was built with bonded groups (Debian's is not).
bool srtHasGroups();

enum class SrtRefusal { WrongPassphrase, NoPassphrase, OtherFilter };

// Called by a listener's hook: what libsrt logs next on this thread is about `attempt`.
void beginSrtAttempt(SrtHandle attempt);
// Why libsrt turned `attempt` away, when it said so. Any thread; the last 64 are kept.
std::optional<SrtRefusal> srtRefusal(SrtHandle attempt);

} // namespace gantry::media
