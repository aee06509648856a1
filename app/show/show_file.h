#pragma once
// The show's JSON file, read and written. Reading finds every fault in one run and never gives half a show.
// Any thread. An example stands in resources/shows/.

#include "app/show/show.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace gantry {

// One thing that is wrong in a show file, and what would be right.
struct ShowFault
{
    QString place;   // "feeds[2].srt.latency"; empty for the file as a whole
    QString what;    // a sentence: "Latency 5 ms is too short."
    QString allowed; // a sentence: "20 to 8000 milliseconds."; may be empty
    int line = 0;    // 1-based; 0 = unknown

    // "line 12, feeds[2].srt.latency: Latency 5 ms is too short. 20 to 8000 milliseconds."
    QString text() const;
    bool operator==(const ShowFault &) const = default;
};

// Limits of a show file. A wall of 64 tiles on one screen leaves 240 x 135 pixels to a tile of a 1080p screen.
inline constexpr qint64 maxShowBytes = 4 * 1024 * 1024;
inline constexpr qsizetype maxShowFeeds = 64;
inline constexpr qsizetype maxNameLength = 64; // characters

// The show, or every fault in the order of the file's lines. The faults are never empty.
tl::expected<Show, QList<ShowFault>> readShow(const QByteArray &json);

// As readShow; a file that cannot be read is one fault whose place is empty.
tl::expected<Show, QList<ShowFault>> readShowFile(const QString &path);

// JSON that readShow reads back to the same show: no secret in it, keys always in the same order.
QByteArray writeShow(const Show &show);

} // namespace gantry
