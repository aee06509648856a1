#pragma once
// The options of an SRT address by name, as they stand behind the ? of an srt:// text, and what must hold between them.

#include "media/input/srt_address.h"

namespace gantry::media {

// mode, latency, peerlatency, streamid, keylength, lossmaxttl, rate, payloadsize, packetfilter, adapter, group, links.
QString srtOptionNames();

// Sets one option. `place` is what an error names: the address without its options.
Result<void> applySrtOption(SrtAddress &address, const QString &key, const QString &value, const QString &place);

// What does not go together: "a rendezvous carries no stream id".
Result<void> checkSrtAddress(const SrtAddress &address, const QString &place);

} // namespace gantry::media
