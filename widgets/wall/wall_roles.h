#pragma once
// What the wall canvas and the feed list read from a model: one row a feed, in the order of the show.
// Every role may be missing (an invalid QVariant): the canvas then shows it as unknown.

#include <Qt>

namespace gantry::widgets {

// Elsewhere: in use, but neither on program nor on preview: a recording, a third bus.
enum class TileTally { Unknown = 0, Off = 1, Preview = 2, Program = 3, Elsewhere = 4 };

// Alarm priority of the worst unreturned alarm of a feed; the numbers are those of the trade (1 worst).
enum class TileAlarm { None = 0, Critical = 1, Major = 2, Minor = 3, Info = 4, Unknown = 5 };

namespace WallRole {
enum : int {
    Label = Qt::DisplayRole,   // QString: the feed's name, UMD line 1
    Detail = Qt::UserRole + 1, // QString: UMD line 2: "H.264 640×360 25 fps"
    Tally,                     // int: TileTally
    TallyWord,                 // QString: "PGM", "PVW", "TALLY ?" or empty
    Live,                      // bool: pictures arrive now; false = never show the picture unmarked
    StateWord,                 // QString: "NO SIGNAL", "WAITING FOR KEY PICTURE", "AUDIO ONLY", empty when live
    StateDetail,               // QString: "for 12 s · connection lost"
    PictureAge,                // qint64 ms, only where the model knows better than the frame (replay)
    AudioPeaks,                // QList<float> dBFS, one a channel; empty = no sound
    AudioWord,                 // QString: "NO AUDIO" or empty
    Alarm,                     // int: TileAlarm
    AlarmWord,                 // QString: worst alarm in a word or two
    AccessibleText,            // QString: the whole tile in one sentence
    AudioQuasiPeaks,           // QList<float> dBFS: programme meter (PPM), one a channel; told with AudioPeaks
    AudioTruePeaks,            // QList<float> dBTP, one a channel; told with AudioPeaks
    ShortTermLoudness,         // double LUFS (EBU R 128 S); told with AudioPeaks
    Badge,                     // QStringList: how the picture comes, what matters most first: "SW", "4.21 Mb/s"
};
} // namespace WallRole

} // namespace gantry::widgets
