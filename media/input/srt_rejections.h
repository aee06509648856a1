#pragma once
// Why a listener turned a caller away, as sentences for an operator, and what the codes mean that SRT carries to the
// caller (srt/access_control.h: 1000 + what HTTP says in such a case). What a stranger wrote is shortened and cleaned.

#include "media/input/srt_address.h"

namespace gantry::media::srt_rejections {

// "no such stream"; a part of a sentence.
QString meaning(int code);

Error otherPassphrase(const QString &peer);
Error encryptsOtherwise(bool feedEncrypts, const QString &peer);
Error keyTooShort(const QString &peer, int bits, int asked);
Error otherFilter(const QString &peer);
Error gaveUp(const QString &peer);
Error secondCaller(const QString &peer);
Error noStreamId(const QString &peer);
Error otherStream(const QString &peer, const QString &streamId);
Error otherUser(const QString &peer);
Error wantsToReceive(const QString &peer);
Error sendsNoStream(const QString &peer);
Error streamIdUnreadable(const QString &peer);

} // namespace gantry::media::srt_rejections
