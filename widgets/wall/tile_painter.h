#pragma once
// How one tile looks: a pure layout of boxes and texts, then the painting of it. Nothing here keeps state, so that a
// test can ask for every text and the box it must fit. The label strip mirrors for right-to-left languages; picture,
// badge and audio bars do not.

#include "widgets/audio_bars.h"
#include "widgets/theme.h"
#include "widgets/wall/tile_guides.h"
#include "widgets/wall/tile_texts.h"
#include "widgets/wall/wall_layout.h"

#include <QFont>
#include <QRegion>
#include <QString>

class QPainter;

namespace gantry::widgets {

// A text, already elided to its box, and how to set it.
struct PlacedText
{
    QRectF box;
    QString text;
    QFont font;
    Qt::Alignment alignment;

    bool empty() const { return text.isEmpty(); }
};

struct TileLayout
{
    qreal frame = 0; // thickness of the tally frame, along the inside of the tile
    QRectF picture;  // inside the frame
    QRectF bars;     // empty without sound
    QRectF badge;    // room for the alarm badge; empty without an alarm
    QFont badgeFont;
    QRectF tallyPlate; // in the label strip: the tally word, or the tile's number
    PlacedText tally;
    PlacedText label;
    PlacedText detail; // empty where the strip has room for one line only
    PlacedText age;
    QRectF statePlate; // behind the state words
    PlacedText state;
    PlacedText stateDetail;
    QRectF audioPlate;
    PlacedText audio;
    QRectF infoPlate;
    PlacedText info; // decoder, bitrate, format
    QRectF loudnessPlate;
    PlacedText loudness; // tabular
    PlacedText meter;    // below the bars
    QRectF heardPlate;   // empty unless somebody listens
    QRectF heardSign;    // headphones
    PlacedText heard;
};

TileLayout tileLayout(const TileBox &box, const TileContent &content, const TileTexts &texts, int channels,
                      Qt::LayoutDirection direction = Qt::LeftToRight);

// The picture's own rectangle, in whole device pixels of the wall, is what a slot should be asked for.
QRectF pictureRoom(const TileBox &box);

// Where in the room of the layout the newest picture itself goes: its own shape, in the middle (media::shownSize).
QRectF pictureTarget(const media::VideoFrame &frame, const QRectF &room);

// Over the room of a picture that may not be trusted.
inline constexpr QColor dimming{0, 0, 0, 128};

// A tile is three layers; each can be painted without the others. The painter's coordinates are those of the wall; what
// its clip hides is not set at all.
// Below: the picture in its room and nothing else; of it what lies in `exposed`.
void paintPicture(QPainter &painter, const TileContent &content, const TileTexts &texts, const TileLayout &layout,
                  const QRegion &exposed);
// Above the picture, inside its room: guides, bars, badges, words. Onto a transparent layer, which it leaves
// transparent where it says nothing.
void paintOverlay(QPainter &painter, const TileContent &content, const TileLayout &layout, const AudioBars &bars,
                  WallGuide guide, SteadyTime now);
// The only part of the picture's room where paintOverlay() leaves anything.
QRegion overlayRegion(const TileContent &content, const TileLayout &layout, WallGuide guide);
// Round the picture, never inside its room: the tally frame and the strip below.
void paintStrip(QPainter &painter, const TileBox &box, const TileContent &content, const TileLayout &layout);
// 2 px white, outside the tile; grey while the wall has not the focus.
void paintTileFocus(QPainter &painter, const TileBox &box, bool active);
// What paintTileFocus() may touch.
QRect focusRect(const TileBox &box);

} // namespace gantry::widgets
