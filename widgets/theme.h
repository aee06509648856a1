#pragma once
// The look of every window: calm dark neutral greys, saturated colour for tally and trouble only (ISA-101, and the
// palette of the trade's conventions). Sizes come from font metrics, so that a larger font never clips anything.
// UI thread only.

#include "widgets/wall/wall_roles.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <QString>

class QApplication;
class QPainter;
class QWidget;

namespace gantry::widgets {

// Contrast on background / panel in brackets, WCAG 2.2.
namespace palette {
inline constexpr QColor background{0x14, 0x17, 0x1A};
inline constexpr QColor panel{0x20, 0x25, 0x2B};
inline constexpr QColor raised{0x2A, 0x30, 0x38}; // buttons, headers: one step above a panel
inline constexpr QColor line{0x3A, 0x41, 0x4A};
inline constexpr QColor outline{0x7B, 0x85, 0x91};   // edges of controls, at least 3:1
inline constexpr QColor text{0xE6, 0xE9, 0xED};      // 14.8 / 12.7
inline constexpr QColor secondary{0xA7, 0xAF, 0xB9}; // 8.1 / 7.0
inline constexpr QColor disabled{0x6B, 0x74, 0x7F};  // 3.8 / 3.3
inline constexpr QColor picture{0x0C, 0x0E, 0x10};   // behind a picture, and where none is

// Red and green belong to tally alone.
inline constexpr QColor program{0xF0, 0x28, 0x2D};
inline constexpr QColor preview{0x12, 0xB7, 0x6A};
inline constexpr QColor thirdBus{0xFF, 0xB0, 0x20};

inline constexpr QColor critical{0xFF, 0x5A, 0x36};
inline constexpr QColor major{0xFF, 0x9F, 0x1C};
inline constexpr QColor minor{0xF0, 0xE4, 0x42};
inline constexpr QColor info{0x56, 0xB4, 0xE9};
inline constexpr QColor unknown{0xB7, 0x9A, 0xD6};
inline constexpr QColor normal{0x8A, 0x93, 0x9E};

inline constexpr QColor focus{0xFF, 0xFF, 0xFF};
} // namespace palette

// Fusion with our palette, font and style sheet. Call once after the QApplication is made, and again after a change of
// the application's font size. The font's point size is kept; it is raised to 11 pt at first if it is smaller.
void applyTheme(QApplication &application);

// The application's font at `scale` times its size; 1.0 is text, 0.9 secondary, 1.25 headings.
QFont textFont(qreal scale = 1.0, QFont::Weight weight = QFont::Normal);
// A font of this height in pixels (line height, ascent + descent), for surfaces that scale with their tile.
QFont fontOfLineHeight(qreal pixels, QFont::Weight weight = QFont::Normal);

// Digits of equal width whatever the font offers (Qt before 6.7 cannot ask a font for `tnum`).
qreal tabularWidth(const QFont &font, const QString &text);
// Draws one line, with the painter's font and pen, aligned in `box`. Always left to right: figures with their unit.
void drawTabular(QPainter &painter, const QRectF &box, Qt::Alignment alignment, const QString &text);

// Elided in the middle, where the least is lost: "Außenübertr…g Nord 14".
QString elided(const QFont &font, const QString &text, qreal width);

// False where the person or the desktop asks for less motion (no widget animation in the style).
bool motionAllowed(const QWidget *widget);

// --- Alarm priorities: colour is never alone, the shape says it too ---

QColor alarmColour(TileAlarm priority);
// "Critical", "Major", "Minor", "Info", "Unknown"; empty for None.
QString alarmWord(TileAlarm priority);

// Diamond, triangle up, triangle down, circle, question mark on a hatched disc; filled, with a dark edge so that it
// stands on any picture. Paints nothing for None.
void paintAlarmShape(QPainter &painter, const QRectF &box, TileAlarm priority);
// The same shape without its meaning, for a priority that has no alarm now: quiet grey.
void paintIdleAlarmShape(QPainter &painter, const QRectF &box, TileAlarm priority);

// Shape and word on a filled plate of the priority's colour. The painter's font sets the size of the word.
// An empty `word` leaves the plate with the shape only. Words that do not fit `box` are elided in the middle.
// Returns what was covered: as wide as its content, at most `box`, at its left.
QRectF paintAlarmBadge(QPainter &painter, const QRectF &box, TileAlarm priority, const QString &word);
QSizeF alarmBadgeSize(const QFont &font, const QString &word);

} // namespace gantry::widgets
