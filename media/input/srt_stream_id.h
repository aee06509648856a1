#pragma once
// An SRT stream id: plain text, or the access-control form "#!::r=cam1,m=publish" (SRT Access Control Guidelines).
// Compared by what it means: the order of keys does not count, and plain text names a resource, as r= does.

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace gantry::media {

class SrtStreamId
{
public:
    static constexpr qsizetype largest = 512; // bytes of UTF-8; SRTO_STREAMID

    // Nothing when `text` begins as access control does and is none: a part without "=", a key without a name, a key
    // that comes twice. Empty text is no stream id.
    static std::optional<SrtStreamId> parse(const QString &text);

    bool isEmpty() const { return m_keys.isEmpty(); }
    // The value of a key: "r", "u", "h", "s", "m", "t" or a name of somebody's own.
    std::optional<QString> value(const QString &key) const;

    // How a caller's stream id answers one that is asked for.
    enum class Answer {
        Fits,        // every key asked for is there with its value; what the caller says beyond does not matter
        OtherStream, // r, s, h or a key of somebody's own is missing or different
        OtherUser,   // u is
        OtherMode,   // it wants to be sent to, and we only receive
        OtherType    // it is a file or a query, not a stream
    };
    Answer answers(const SrtStreamId &asked) const;

    // Whether one caller could answer both: two feeds on one port must not be mistaken for each other.
    bool meets(const SrtStreamId &other) const;

private:
    QList<std::pair<QString, QString>> m_keys; // plain text stands as r
};

} // namespace gantry::media
