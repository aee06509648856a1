#pragma once
// What can go wrong with an SRT link, as sentences for an operator. None contains a passphrase.

#include "media/input/srt_address.h"

namespace gantry::media::srt_faults {

Error hostUnknown(const SrtAddress &address);
Error portInUse(const SrtAddress &address);
Error portIsShared(const SrtAddress &address);   // by a feed of this room, and a stream id does not tell them apart
Error addressNotHere(const SrtAddress &address); // the interface to use is not on this computer
Error adapterOfOtherFamily(const SrtAddress &address);
Error bindFailed(const SrtAddress &address); // by libsrt's last error on this thread
Error system(const SrtAddress &address, const QString &detail);
Error passphraseLength(const SrtAddress &address);
Error groupsMissing(const SrtAddress &address); // libsrt was built without bonding
Error connectionLost(const SrtAddress &address, const QString &peer);

// Why a call failed; `reason` is srt_getrejectreason().
Error callFailed(const SrtAddress &address, int reason);
Error nobodyListens(const SrtAddress &address);

} // namespace gantry::media::srt_faults
