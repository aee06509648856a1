#include "media/input/srt_faults.h"

#include "media/input/srt_rejections.h"

#include <QCoreApplication>

#include <cerrno>

#include <srt/srt.h>

namespace gantry::media::srt_faults {
namespace {

constexpr int firstOfTheApplications = 1000; // SRT_REJC_PREDEFINED: below, libsrt itself refused

}

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
    return {Error::Kind::System, Text::tr("This computer has no such interface address for SRT"),
            address.adapter.isEmpty() ? address.place() : address.adapter,
            Text::tr("Take the interface's address away to use every interface, or check the network connection.")};
}

Error portIsShared(const SrtAddress &address)
{
    return {Error::Kind::PortInUse, Text::tr("Cannot listen for SRT: another feed of this room has the port"),
            address.place(),
            Text::tr("Give this feed a port of its own, or give each feed on the port a stream id of its own.")};
}

Error adapterOfOtherFamily(const SrtAddress &address)
{
    return {Error::Kind::AddressInvalid, Text::tr("The adapter is IPv4 and the other end is IPv6, or the reverse"),
            address.place(), Text::tr("Give the adapter's address in the family of the other end.")};
}

Error bindFailed(const SrtAddress &address)
{
    int systemCode = 0;
    const int code = srt_getlasterror(&systemCode);
    if (systemCode == EADDRINUSE || code == SRT_EDUPLISTEN || code == SRT_EBINDCONFLICT)
        return portInUse(address);
    if (systemCode == EADDRNOTAVAIL)
        return addressNotHere(address);
    return system(address, QString::fromUtf8(srt_strerror(code, systemCode)));
}

Error passphraseLength(const SrtAddress &address)
{
    return {
        Error::Kind::AddressInvalid,
        Text::tr("An SRT passphrase has %1 to %2 bytes").arg(SrtLimits::passphraseLeast).arg(SrtLimits::passphraseMost),
        address.place(), Text::tr("Set a longer or a shorter one at both ends.")};
}

Error groupsMissing(const SrtAddress &address)
{
    return {Error::Kind::System, Text::tr("Bonded SRT links cannot be used: this computer's libsrt is built without"),
            address.place(),
            Text::tr("Take the group away and use one link, or install a libsrt built with ENABLE_BONDING.")};
}

Error system(const SrtAddress &address, const QString &detail)
{
    return {Error::Kind::System, Text::tr("SRT could not be set up: %1").arg(detail), address.place(),
            Text::tr("It is tried again by itself; check the network settings of this computer.")};
}

Error connectionLost(const SrtAddress &address, const QString &peer)
{
    return {Error::Kind::ConnectionLost, Text::tr("The SRT connection ended"), peer.isEmpty() ? address.place() : peer,
            address.mode == SrtAddress::Mode::Listener ? Text::tr("Check the sender; it is waited for.")
                                                       : Text::tr("Check the sender; it is called again by itself.")};
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
    case SRT_REJ_FILTER:
        return {Error::Kind::Refused,
                Text::tr("The other end refused the SRT call: its packet filter does not go with this feed's"), place,
                Text::tr("Write the same packet filter at both ends, or at one end only.")};
    default:
        break;
    }
    if (reason >= firstOfTheApplications)
        return {
            Error::Kind::Rejected,
            Text::tr("The other end rejected the SRT call with code %1: %2")
                .arg(reason)
                .arg(srt_rejections::meaning(reason)),
            place,
            Text::tr(
                "Check the stream id of this feed and the settings of the other end; the call is repeated by itself.")};
    return {Error::Kind::Refused,
            Text::tr("The other end refused the SRT call: %1").arg(QString::fromUtf8(srt_rejectreason_str(reason))),
            place, Text::tr("Check the settings of the other end; the call is repeated by itself.")};
}

Error nobodyListens(const SrtAddress &address)
{
    return {Error::Kind::Refused, Text::tr("Nobody listens at the other end of the SRT call"), address.place(),
            Text::tr("The computer answers that the port is closed: start the other end, or correct the port.")};
}

} // namespace gantry::media::srt_faults
