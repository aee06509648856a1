#pragma once
// What a tile says: the words and figures, with the law "never a stale picture without a mark" applied. Pure.

#include "media/frame/video_frame.h"
#include "widgets/audio_bars.h"
#include "widgets/steady_now.h"
#include "widgets/wall/wall_roles.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace gantry::widgets {

// What the newest picture is worth at this moment, by our own clock. The model may say worse, never better.
enum class PictureTrust {
    None,    // there is no picture
    Fresh,   // younger than 300 ms
    Thinned, // older, but pictures come and are left out on purpose: the feed is alive, and the age is said
    Stalled, // none came for 300 ms
    Lost,    // none came for 1 s: NO SIGNAL
    Still    // from a session file; its age is the model's
};

// `leftOut`: when a picture last came that was left out on purpose.
PictureTrust pictureTrust(const media::VideoFrame *frame, std::optional<SteadyTime> leftOut, SteadyTime now);

// Everything a tile shows, read from the model and the slot.
struct TileContent
{
    int number = 0; // 1 for the first row; the key that selects it
    QString label;
    QString detail;
    TileTally tally = TileTally::Unknown;
    QString tallyWord;
    std::optional<bool> live; // nullopt: the model does not say
    QString stateWord;
    QString stateDetail;
    std::optional<std::chrono::milliseconds> pictureAge; // of stills
    QString audioWord;
    bool heard = false; // somebody listens to it
    TileAlarm alarm = TileAlarm::None;
    QString alarmWord;
    QStringList badge;              // what matters most first
    std::optional<double> loudness; // S, LUFS
    AudioMeter meter = AudioMeter::SamplePeak;
    media::VideoFramePointer frame;
    std::optional<SteadyTime> leftOut; // when a picture last came that was left out on purpose
};

// Whether two say the same: all but the picture itself, the figures of its sound, and the age of a still that is not
// shown.
bool sameWords(const TileContent &a, const TileContent &b);

struct TileTexts
{
    QString state;       // "NO SIGNAL"; empty when the picture may be trusted
    QString stateDetail; // "for 12 s · connection lost"
    QString age;         // "age 43 ms", "still, 2.1 s old"; empty without a picture
    QString tally;       // "PGM", "PVW", "TALLY ?"; empty when off
    QString heard;       // "LISTENING" while somebody does
    QString loudness;    // "S −23.1"; empty while unknown
    QString loudnessWithUnit;
    QString meter;       // "PPM", "TP", "PK": what the bars show
    bool dimmed = false; // the picture at half strength

    bool operator==(const TileTexts &) const = default;
};

TileTexts tileTexts(const TileContent &content, SteadyTime now);

// "43 ms", "2.1 s", "12 s", "3 min"
QString durationText(std::chrono::milliseconds duration);

} // namespace gantry::widgets
