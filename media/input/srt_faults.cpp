#include "media/input/srt_faults.h"

#include <QCoreApplication>

#include <srt/srt.h>

#include <srt/access_control.h>

namespace gantry::media::srt_faults {
Error hostUnknown(const SrtAddress &address)
{
    return {Error::Kind::HostUnknown, Text::tr("The host name of the SRT address has no address"), address.place(),
            Text::tr("Check the spelling of the host and that this computer can look up names.")};
}

Error portInUse(const SrtAddress &address)
{
    return {
        Error::Kind::PortInUse, Text::tr("Cannot listen for SRT: the port is in use"), address.place(),
        Text::tr("Close the program or feed that uses the port, or give this feed another one. It is tried again by "
                 "itself.")};
}

Error addressNotHere(const SrtAddress &address)
{
    return {Error::Kind::System, Text::tr("Cannot listen for SRT: this computer has no such interface address"),
            address.place(),
            Text::tr("Listen on srt://:%1 for every interface, or check the network connection.").arg(address.port)};
}

Error system(const SrtAddress &address, const QString &detail)
{
    return {Error::Kind::System, Text::tr("SRT could not be set up: %1").arg(detail), address.place(),
            Text::tr("It is tried again by itself; check the network settings of this computer.")};
}

Error connectionLost(const SrtAddress &address, const QString &peer)
{
    return {Error::Kind::ConnectionLost, Text::tr("The SRT connection ended"), peer.isEmpty() ? address.place() : peer,
            address.mode == SrtAddress::Mode::Caller ? Text::tr("Check the sender; it is called again by itself.")
                                                     : Text::tr("Check the sender; it is waited for.")};
}

Error callFailed(const SrtAddress &address, int reason)
{
    const QString place = address.place();
    switch (reason) {
    case SRT_REJ_TIMEOUT:
        return {Error::Kind::TimedOut, Text::tr("No answer to the SRT call"), place,
                Text::tr("Check that the other end is listening on this address and port, and that UDP may pass.")};
    case SRT_REJ_BADSECRET:
        return {Error::Kind::WrongPassphrase, Text::tr("The other end refused the SRT call: its passphrase differs"),
                place, Text::tr("Enter the same passphrase at both ends.")};
    case SRT_REJ_UNSECURE:
        if (address.passphrase.isEmpty())
            return {Error::Kind::NoPassphrase, Text::tr("The other end refused the SRT call: it asks for a passphrase"),
                    place, Text::tr("Enter the other end's passphrase for this feed.")};
        return {Error::Kind::NoPassphrase, Text::tr("The other end refused the SRT call: it does not encrypt"), place,
                Text::tr("Set the passphrase at the other end, or take it away here.")};
    case SRT_REJX_CONFLICT:
    case SRT_REJX_LOCKED:
        return {Error::Kind::Refused, Text::tr("The other end refused the SRT call: it is busy with another one"),
                place, Text::tr("End the other connection; this call is repeated by itself.")};
    case SRT_REJX_UNAUTHORIZED:
    case SRT_REJX_FORBIDDEN:
    case SRT_REJX_NOTFOUND:
        return {Error::Kind::Refused, Text::tr("The other end refused the SRT call: it does not accept the stream id"),
                place, Text::tr("Check the stream id of this feed.")};
    default:
        return {Error::Kind::Refused,
                Text::tr("The other end refused the SRT call: %1").arg(QString::fromUtf8(srt_rejectreason_str(reason))),
                place, Text::tr("Check the settings of the other end; the call is repeated by itself.")};
    }
}

Error callerHasOtherPassphrase(const QString &peer)
{
    return {Error::Kind::WrongPassphrase, Text::tr("A caller was refused: its passphrase differs"), peer,
            Text::tr("Enter the same passphrase at both ends.")};
}

Error callerEncryptsOtherwise(const SrtAddress &address, const QString &peer)
{
    if (address.passphrase.isEmpty())
        return {Error::Kind::NoPassphrase,
                Text::tr("A caller was refused: it encrypts, and this feed has no passphrase"), peer,
                Text::tr("Enter the sender's passphrase for this feed, or take it away at the sender.")};
    return {Error::Kind::WrongPassphrase, Text::tr("A caller was refused: its passphrase is missing"), peer,
            Text::tr("Enter this feed's passphrase at the sender.")};
}

Error callerGaveUp(const QString &peer)
{
    return {Error::Kind::Refused, Text::tr("A caller was refused: the two ends could not agree on an SRT connection"),
            peer, Text::tr("Check that the sender uses SRT live mode, version 1.3 or later.")};
}

} // namespace gantry::media::srt_faults
