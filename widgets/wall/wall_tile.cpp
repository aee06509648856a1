#include "widgets/wall/wall_tile.h"

#include "widgets/wall/tile_reader.h"

#include <QCoreApplication>
#include <QPainter>

#include <utility>

namespace gantry::widgets {

using namespace std::chrono_literals;

namespace {

// Setting text costs more than showing pictures: of a live feed nobody reads figures faster.
constexpr auto liveFiguresEvery = 500ms;
constexpr auto figuresEvery = 250ms;

struct TileWords
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::WallCanvas)
};

} // namespace

WallTile::WallTile(int number, std::shared_ptr<media::FrameSlot> slot, std::shared_ptr<media::FrameBell> bell)
    : m_reader(std::move(slot), {}, std::move(bell))
{
    m_content.number = number;
    takePicture(m_reader.newest());
}

bool WallTile::takePicture(media::VideoFramePointer frame)
{
    const bool isNew = frame != m_taken;
    if (isNew) {
        m_content.frame = inForm(frame);
        m_taken = std::move(frame);
    }
    m_content.leftOut = m_reader.leftOut();
    return isNew;
}

// Where planes come and are painted: only until the decode thread has heard what is wanted.
media::VideoFramePointer WallTile::inForm(const media::VideoFramePointer &frame) const
{
    if (m_form != media::PictureForm::Rgb || m_pictureSize.isEmpty() || !frame || !frame->picture.isNull() ||
        !frame->planes)
        return frame;
    auto painted = std::make_shared<media::VideoFrame>(*frame);
    painted->picture = frame->planes->image(m_pictureSize);
    painted->planes.reset();
    return painted;
}

void WallTile::demandPictures(QSize size, media::PictureForm form)
{
    m_reader.setDemand({size, media::DecodeMode::Full, form});
    const bool otherForm = std::exchange(m_form, form) != form || m_pictureSize.isEmpty();
    if (!size.isEmpty())
        m_pictureSize = size;
    // A hidden wall would keep a GPU's decoder short of memory; its next picture comes when it is seen again.
    if (size.isEmpty() && m_taken && m_taken->planes && m_taken->planes->onDevice())
        forgetPicture();
    else if (otherForm)
        m_content.frame = inForm(m_taken);
}

bool WallTile::read(const QModelIndex &index, const QList<int> &roles, SteadyTime now)
{
    const int channels = m_bars.channels();
    const TileContent before = m_content;
    readTile(index, m_content, roles);
    if (roles.isEmpty() || roles.contains(int(WallRole::AccessibleText)))
        m_accessibleText = index.data(WallRole::AccessibleText).toString();
    // A peak counts when it is told, not whenever something else changes.
    if (roles.isEmpty() || roles.contains(int(WallRole::AudioPeaks))) {
        const AudioReading sound = readAudio(index, m_meter);
        m_content.meter = sound.meter;
        m_bars.setMeter(sound.meter);
        m_bars.setPeaks(sound.levels, now, sound.peaks);
    }
    if (channels == m_bars.channels() && sameWords(before, m_content))
        return false;
    setTexts(now);
    return true;
}

void WallTile::showNotice(const TileNotice &notice, SteadyTime now)
{
    m_content.label = notice.label;
    m_content.tally = notice.tally;
    m_content.live = false;
    m_content.stateWord = notice.word;
    m_content.stateDetail = notice.detail;
    setTexts(now);
}

void WallTile::forgetLayout()
{
    m_layout.reset();
    m_overlay.damageAll();
}

void WallTile::setTexts(SteadyTime now)
{
    m_texts = tileTexts(m_content, now);
    m_trust = trust(now);
    m_figuresAt = now;
    forgetLayout();
}

PictureTrust WallTile::trust(SteadyTime now) const
{
    return pictureTrust(m_content.frame.get(), m_content.leftOut, now);
}

// Words are made when something may have changed them, not for every picture.
bool WallTile::textsMayDiffer(SteadyTime now) const
{
    return trust(now) != m_trust;
}

QRegion WallTile::refreshPicture(const TileBox *box, Qt::LayoutDirection direction, SteadyTime now)
{
    return takePicture(m_reader.next(now)) && box ? QRegion(layout(*box, direction).picture.toAlignedRect())
                                                  : QRegion();
}

TileDamage WallTile::refresh(const TileBox *box, Qt::LayoutDirection direction, SteadyTime now)
{
    const bool newPicture = takePicture(m_reader.next(now));
    if (!box)
        return {};
    TileDamage stale;
    if (std::exchange(m_settled, false))
        damageTile(stale, *box, direction);
    const bool live = trust(now) == PictureTrust::Fresh;
    const bool figuresDue = now - m_figuresAt >= (live ? liveFiguresEvery : figuresEvery) && (newPicture || !live);
    if (figuresDue || textsMayDiffer(now))
        refreshTexts(stale, *box, direction, now, figuresDue);
    if (newPicture)
        stale.picture += layout(*box, direction).picture.toAlignedRect();
    if (!m_bars.empty()) {
        const QRectF bars = layout(*box, direction).bars;
        std::vector<int> steps = m_bars.steps(int(bars.height()), now);
        if (steps != m_barSteps) {
            m_barSteps = std::move(steps);
            stale.overlay += bars.toAlignedRect();
        }
    }
    m_overlay.damage(stale.overlay);
    return stale;
}

void WallTile::damageTile(TileDamage &stale, const TileBox &box, Qt::LayoutDirection direction)
{
    const QRect picture = layout(box, direction).picture.toAlignedRect();
    stale.picture += picture;
    stale.overlay += picture;
    stale.strip += QRegion(box.tile) - picture;
}

void WallTile::refreshTexts(TileDamage &stale, const TileBox &box, Qt::LayoutDirection direction, SteadyTime now,
                            bool figuresDue)
{
    // The age of a picture is its age when it came on screen; of one that stays, its age now.
    TileTexts texts = tileTexts(m_content, now);
    m_trust = trust(now);
    const bool sameState = texts.state == m_texts.state && texts.dimmed == m_texts.dimmed &&
                           texts.tally == m_texts.tally && texts.age.isEmpty() == m_texts.age.isEmpty();
    if (sameState && !figuresDue)
        return;
    m_figuresAt = now;
    if (texts == m_texts)
        return;
    const bool otherState = !sameState || texts.stateDetail != m_texts.stateDetail;
    const bool otherAge = texts.age != m_texts.age;
    const bool otherSound = texts.loudness != m_texts.loudness;
    const TileLayout before = layout(box, direction);
    // Figures of the same length take the same place, and a layout sets every text of the tile.
    const auto replaced = [](PlacedText &placed, const QString &old, const QString &text) {
        const bool fits = placed.text == old && old.size() == text.size();
        placed.text = fits ? text : placed.text;
        return fits;
    };
    const bool stays = !otherState && replaced(m_layout->age, m_texts.age, texts.age) &&
                       replaced(m_layout->loudness, m_texts.loudness, texts.loudness);
    m_texts = std::move(texts);
    if (!stays)
        m_layout.reset();
    if (otherState)
        damageTile(stale, box, direction);
    if (otherAge)
        stale.strip += stays ? before.age.box.toAlignedRect() : box.label;
    if (otherSound)
        stale.overlay += (before.loudnessPlate | layout(box, direction).loudnessPlate).toAlignedRect();
}

bool WallTile::setHeard(bool heard, SteadyTime now)
{
    if (std::exchange(m_content.heard, heard) == heard)
        return false;
    setTexts(now);
    return true;
}

void WallTile::settle(SteadyTime now)
{
    if (!textsMayDiffer(now))
        return;
    const TileTexts before = m_texts;
    setTexts(now);
    m_settled = m_texts.state != before.state || m_texts.dimmed != before.dimmed;
}

const TileLayout &WallTile::layout(const TileBox &box, Qt::LayoutDirection direction)
{
    if (!m_layout)
        m_layout = tileLayout(box, m_content, m_texts, m_bars.channels(), direction);
    return *m_layout;
}

const OverlayLayer &WallTile::overlay(const TileBox &box, Qt::LayoutDirection direction, WallGuide guide,
                                      qreal devicePixelRatio, SteadyTime now)
{
    const TileLayout &where = layout(box, direction);
    if (std::exchange(m_guide, guide) != guide)
        m_overlay.damageAll();
    m_overlay.update(where.picture.toAlignedRect(), devicePixelRatio, overlayRegion(m_content, where, guide),
                     [&](QPainter &painter) { paintOverlay(painter, m_content, where, m_bars, guide, now); });
    return m_overlay;
}

void WallTile::paint(QPainter &painter, const QRegion &exposed, const TileBox &box, Qt::LayoutDirection direction,
                     WallGuide guide, SteadyTime now)
{
    const TileLayout &where = layout(box, direction);
    const QRect picture = where.picture.toAlignedRect();
    if (exposed.intersects(picture)) {
        const OverlayLayer &above = overlay(box, direction, guide, painter.device()->devicePixelRatioF(), now);
        paintPicture(painter, m_content, m_texts, where, exposed & picture);
        above.draw(painter, exposed);
    }
    paintRound(painter, exposed, box, direction);
}

void WallTile::paintRound(QPainter &painter, const QRegion &exposed, const TileBox &box, Qt::LayoutDirection direction)
{
    const TileLayout &where = layout(box, direction);
    // The picture's own region never touches frame or strip; a new picture alone costs none of this.
    const QRegion round = exposed.intersected(box.tile) - where.picture.toAlignedRect();
    if (round.isEmpty())
        return;
    painter.save();
    painter.setClipRect(round.boundingRect(), Qt::IntersectClip);
    paintStrip(painter, box, m_content, where);
    painter.restore();
}

QString WallTile::sentence(SteadyTime now) const
{
    const TileTexts texts = tileTexts(m_content, now);
    QString sentence = m_accessibleText;
    if (sentence.isEmpty() && texts.tally.isEmpty())
        sentence = m_content.label;
    else if (sentence.isEmpty())
        sentence = TileWords::tr("%1, %2", "feed, tally word").arg(m_content.label, texts.tally);
    if (m_content.heard)
        sentence = TileWords::tr("%1, you are listening to it", "sentence").arg(sentence);
    if (texts.state.isEmpty() || sentence.contains(texts.state, Qt::CaseInsensitive))
        return sentence;
    return TileWords::tr("%1, %2", "sentence, state word").arg(sentence, texts.state);
}

} // namespace gantry::widgets
