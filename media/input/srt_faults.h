#pragma once
// What can go wrong with an SRT link, as sentences for an operator. None contains a passphrase.

#include "media/input/srt_address.h"

namespace gantry::media::srt_faults {

Error hostUnknown(const SrtAddress &address);
Error portInUse(const SrtAddress &address);
Error addressNotHere(const SrtAddress &address); // the interface to listen on is not on this computer
Error system(const SrtAddress &address, const QString &detail);
Error connectionLost(const SrtAddress &address, const QString &peer);

// Why a call failed; `reason` is srt_getrejectreason().
Error callFailed(const SrtAddress &address, int reason);

// Why a listener turned a caller away.
Error callerHasOtherPassphrase(const QString &peer);
Error callerEncryptsOtherwise(const SrtAddress &address, const QString &peer);
Error callerGaveUp(const QString &peer);

} // namespace gantry::media::srt_faults
