#pragma once
// What the media toolkit reports when something in the world fails: a socket, a peer, a stream, a file.

#include <QCoreApplication>
#include <QString>
#include <tl/expected.hpp>

namespace gantry::media {

// `kind` is for programs, the three sentences are for people and are already translated.
// `subject` never contains a passphrase or the query part of a URL.
struct Error
{
    enum class Kind {
        AddressInvalid,  // not an srt:// address we can use
        PortInUse,       // another program already listens there
        HostUnknown,     // name does not resolve
        Refused,         // nobody listens at the other end, or it said no
        Rejected,        // the program at the other end said no, with a code; somebody has to change something
        TimedOut,        // no answer in time
        WrongPassphrase, // keys differ
        NoPassphrase,    // one end encrypts, the other does not
        NotTransportStream,
        ConnectionLost,
        Silent, // connected, but nothing came for so long that the connection was ended
        DecodeFailed,
        System // anything the operating system or a library refused
    };
    Kind kind = Kind::System;
    QString tried;   // "listen for SRT"
    QString subject; // "127.0.0.1:9001"
    QString advice;  // "Close the program that uses the port or change feeds[].srt in the show file."

    QString text() const
    {
        return subject.isEmpty() ? tried : tried + QStringLiteral(" (") + subject + QStringLiteral(")");
    }
    bool operator==(const Error &) const = default;
};

// What the toolkit says to people: Text::tr("…").
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(media)
};

template <typename T>
using Result = tl::expected<T, Error>;

} // namespace gantry::media
