#pragma once
// One tile between two paintings: what the model said, the picture on screen, the bars in motion, and which part of it
// has to be painted again. UI thread only.

#include "media/frame/frame_slot.h"
#include "widgets/audio_bars.h"
#include "widgets/wall/overlay_layer.h"
#include "widgets/wall/tile_painter.h"
#include "widgets/wall/tile_texts.h"

#include <QModelIndex>
#include <QRegion>

#include <memory>
#include <optional>
#include <vector>

namespace gantry::widgets {

// What has to be painted again, by layer (tile_painter.h), in the coordinates of the wall.
struct TileDamage
{
    QRegion picture;
    QRegion overlay;
    QRegion strip;

    bool empty() const { return picture.isEmpty() && overlay.isEmpty() && strip.isEmpty(); }
    QRegion all() const { return picture + overlay + strip; }
};

// A tile without a feed: why there is none.
struct TileNotice
{
    QString label;
    QString word;
    QString detail;
    TileTally tally = TileTally::Unknown;
};

class WallTile
{
public:
    // `number` 0: no key selects it.
    // Rings `bell` when there is a new picture.
    WallTile(int number, std::shared_ptr<media::FrameSlot> slot, std::shared_ptr<media::FrameBell> bell);

    // Reads the row again; empty roles mean all. True if words or boxes have changed, not only the sound.
    bool read(const QModelIndex &index, const QList<int> &roles, SteadyTime now);
    // Instead of a row: nothing is shown but these words.
    void showNotice(const TileNotice &notice, SteadyTime now);
    // Takes the newest picture alone. Returns where it is seen, if it is another one.
    QRegion refreshPicture(const TileBox *box, Qt::LayoutDirection direction, SteadyTime now);
    // Takes the newest picture and lets bars and ages go on. Returns what has to be painted; nothing without a box.
    TileDamage refresh(const TileBox *box, Qt::LayoutDirection direction, SteadyTime now);
    // Before painting: brings the mark on the picture up to this moment. Only a part may be exposed, so the next
    // refresh() asks for the whole tile.
    void settle(SteadyTime now);
    void forgetPicture()
    {
        m_content.frame.reset();
        m_taken.reset();
    }
    void forgetLayout();
    // True: the mark has to be painted again.
    bool setHeard(bool heard, SteadyTime now);
    // What the bars show, where the model has it; from the next levels on.
    void setMeter(AudioMeter meter) { m_meter = meter; }
    void clearOver() { m_bars.clearOver(); }
    // In which size, in device pixels, its pictures are seen, empty: not at all; and in which form they are drawn. A
    // picture that is there in another form is made to fit.
    void demandPictures(QSize size, media::PictureForm form = media::PictureForm::Rgb);
    // Tells feeds apart; null: it shows none.
    const media::FrameSlot *feed() const { return m_reader.slot(); }

    const TileLayout &layout(const TileBox &box, Qt::LayoutDirection direction);
    void paint(QPainter &painter, const QRegion &exposed, const TileBox &box, Qt::LayoutDirection direction,
               WallGuide guide, SteadyTime now);
    // The layers of paint() by themselves, for who draws pictures in another way: what lies above the picture, brought
    // up to date, and what lies round it.
    const OverlayLayer &overlay(const TileBox &box, Qt::LayoutDirection direction, WallGuide guide,
                                qreal devicePixelRatio, SteadyTime now);
    void paintRound(QPainter &painter, const QRegion &exposed, const TileBox &box, Qt::LayoutDirection direction);
    const TileContent &content() const { return m_content; }
    const TileTexts &texts() const { return m_texts; }
    const AudioBars &bars() const { return m_bars; }
    // The model's sentence, and what our own clock knows worse.
    QString sentence(SteadyTime now) const;

private:
    bool takePicture(media::VideoFramePointer frame);
    media::VideoFramePointer inForm(const media::VideoFramePointer &frame) const;
    void damageTile(TileDamage &stale, const TileBox &box, Qt::LayoutDirection direction);
    void refreshTexts(TileDamage &stale, const TileBox &box, Qt::LayoutDirection direction, SteadyTime now,
                      bool figuresDue);
    void setTexts(SteadyTime now);
    PictureTrust trust(SteadyTime now) const;
    bool textsMayDiffer(SteadyTime now) const;

    TileContent m_content;
    QString m_accessibleText;
    media::FrameReader m_reader;
    media::VideoFramePointer m_taken; // from the reader: content().frame, or what that was made of
    QSize m_pictureSize;
    media::PictureForm m_form = media::PictureForm::Rgb;
    AudioBars m_bars;
    AudioMeter m_meter = AudioMeter::SamplePeak; // wanted
    std::vector<int> m_barSteps;
    TileTexts m_texts;                         // as painted; figures change a few times a second at most
    PictureTrust m_trust = PictureTrust::None; // with which m_texts was made
    OverlayLayer m_overlay;
    WallGuide m_guide = WallGuide::None; // with which the overlay was painted
    SteadyTime m_figuresAt{};
    bool m_settled = false;             // the mark has changed outside refresh()
    std::optional<TileLayout> m_layout; // until words or size change
};

} // namespace gantry::widgets
