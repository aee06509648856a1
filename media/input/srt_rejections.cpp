#include "media/input/srt_rejections.h"

#include <QCoreApplication>

#include <srt/srt.h>

#include <srt/access_control.h>

namespace gantry::media::srt_rejections {
namespace {

constexpr qsizetype shownOfAStranger = 64; // characters

QString shown(const QString &text)
{
    QString clean;
    for (const QChar c : text.left(shownOfAStranger))
        clean += c.isPrint() ? c : QChar(u'?');
    return text.size() > shownOfAStranger ? clean + u'…' : clean;
}

Error turnedAway(const QString &tried, const QString &peer, const QString &advice)
{
    return {Error::Kind::Refused, tried, peer, advice};
}

} // namespace

QString meaning(int code)
{
    switch (code) {
    case SRT_REJX_KEY_NOTSUP:
        return Text::tr("it does not know a key of the stream id");
    case SRT_REJX_HOSTNOTFOUND:
        return Text::tr("it does not know the host that the stream id names");
    case SRT_REJX_BAD_REQUEST:
        return Text::tr("it cannot read the stream id, or asks for one");
    case SRT_REJX_UNAUTHORIZED:
        return Text::tr("it does not accept the user of the stream id");
    case SRT_REJX_OVERLOAD:
        return Text::tr("it is overloaded, or the account is used up");
    case SRT_REJX_FORBIDDEN:
        return Text::tr("access is not allowed");
    case SRT_REJX_NOTFOUND:
        return Text::tr("there is no such stream");
    case SRT_REJX_BAD_MODE:
        return Text::tr("it does not do what the stream id asks for (m=)");
    case SRT_REJX_UNACCEPTABLE:
        return Text::tr("what the stream id asks for cannot be had");
    case SRT_REJX_CONFLICT:
    case SRT_REJX_LOCKED:
        return Text::tr("it is busy with another one");
    case SRT_REJX_NOTSUP_MEDIA:
        return Text::tr("it takes no media of this type (t=)");
    case SRT_REJX_FAILED_DEPEND:
        return Text::tr("the session that the stream id names has ended");
    case SRT_REJX_ISE:
        return Text::tr("it has a fault of its own");
    case SRT_REJX_UNIMPLEMENTED:
        return Text::tr("its version cannot do this");
    case SRT_REJX_GW:
        return Text::tr("it is a gateway, and was refused further on");
    case SRT_REJX_DOWN:
        return Text::tr("the service is down");
    case SRT_REJX_VERSION:
        return Text::tr("it does not work with this version of SRT");
    case SRT_REJX_NOROOM:
        return Text::tr("it has no room to store the stream");
    default:
        return code >= SRT_REJC_USERDEFINED ? Text::tr("a reason of its own, see its manual")
                                            : Text::tr("it gives no reason");
    }
}

Error otherPassphrase(const QString &peer)
{
    return {Error::Kind::WrongPassphrase, Text::tr("A caller was refused: its passphrase differs"), peer,
            Text::tr("Enter the same passphrase at both ends.")};
}

Error encryptsOtherwise(bool feedEncrypts, const QString &peer)
{
    if (!feedEncrypts)
        return {Error::Kind::NoPassphrase,
                Text::tr("A caller was refused: it encrypts, and this feed has no passphrase"), peer,
                Text::tr("Enter the sender's passphrase for this feed, or take it away at the sender.")};
    return {Error::Kind::WrongPassphrase, Text::tr("A caller was refused: its passphrase is missing"), peer,
            Text::tr("Enter this feed's passphrase at the sender.")};
}

Error keyTooShort(const QString &peer, int bits, int asked)
{
    return turnedAway(
        Text::tr("A caller was refused: it encrypts with %1 bit, and this feed asks for %2").arg(bits).arg(asked), peer,
        Text::tr("Set the key length at the sender (pbkeylen=%1).").arg(asked / 8));
}

Error otherFilter(const QString &peer)
{
    return turnedAway(Text::tr("A caller was refused: its packet filter does not go with this feed's"), peer,
                      Text::tr("Write the same packet filter at both ends, or at one end only."));
}

Error gaveUp(const QString &peer)
{
    return turnedAway(Text::tr("A caller was refused: the two ends could not agree on an SRT connection"), peer,
                      Text::tr("Check that the sender uses SRT live mode, version 1.3 or later."));
}

Error secondCaller(const QString &peer)
{
    return turnedAway(Text::tr("A second caller was refused: this feed has its sender"), peer,
                      Text::tr("End one of the two senders, or give the second a feed of its own."));
}

Error noStreamId(const QString &peer)
{
    return turnedAway(Text::tr("A caller was refused: it names no stream id"), peer,
                      Text::tr("Set the stream id of this feed at the sender."));
}

Error otherStream(const QString &peer, const QString &streamId)
{
    return turnedAway(Text::tr("A caller was refused: no feed here has its stream id “%1”").arg(shown(streamId)), peer,
                      Text::tr("Set the stream id of this feed at the sender."));
}

Error otherUser(const QString &peer)
{
    return turnedAway(Text::tr("A caller was refused: the user of its stream id is not this feed's"), peer,
                      Text::tr("Set the stream id of this feed at the sender."));
}

Error wantsToReceive(const QString &peer)
{
    return turnedAway(Text::tr("A caller was refused: it asks to be sent to, and this feed receives"), peer,
                      Text::tr("Write m=publish in the stream id of the sender."));
}

Error sendsNoStream(const QString &peer)
{
    return turnedAway(Text::tr("A caller was refused: its stream id is for a file, not for a stream"), peer,
                      Text::tr("Write t=stream in the stream id of the sender."));
}

Error streamIdUnreadable(const QString &peer)
{
    return turnedAway(Text::tr("A caller was refused: its stream id cannot be read"), peer,
                      Text::tr("Write it as #!::r=cam1,m=publish with each key once."));
}

} // namespace gantry::media::srt_rejections
