#include "widgets/wall/tile_texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace gantry::widgets {

using namespace std::chrono_literals;

namespace {

constexpr auto stalledAfter = 300ms;
constexpr auto lostAfter = 1s;

struct TileWords
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::WallCanvas)
};

std::chrono::milliseconds ageOf(const media::VideoFrame &frame, SteadyTime now)
{
    return std::max(0ms, std::chrono::duration_cast<std::chrono::milliseconds>(now - frame.arrived));
}

// For how long nothing has come.
std::chrono::milliseconds quietOf(const TileContent &content, SteadyTime now)
{
    const auto last = std::max(content.frame->arrived, content.leftOut.value_or(content.frame->arrived));
    return std::max(0ms, std::chrono::duration_cast<std::chrono::milliseconds>(now - last));
}

// The model's word becomes the reason when our own clock had to say something worse.
QString reason(const TileContent &content, const QString &state, std::chrono::milliseconds age)
{
    if (!content.stateWord.isEmpty() && content.stateWord != state) {
        return content.stateDetail.isEmpty()
                   ? content.stateWord
                   : TileWords::tr("%1 · %2", "state, reason").arg(content.stateWord, content.stateDetail);
    }
    if (!content.stateDetail.isEmpty())
        return content.stateDetail;
    return TileWords::tr("for %1").arg(durationText(age));
}

QString ageText(const TileContent &content, PictureTrust trust, SteadyTime now)
{
    if (trust == PictureTrust::None)
        return {};
    if (trust == PictureTrust::Still) {
        return content.pictureAge ? TileWords::tr("still, %1 old").arg(durationText(*content.pictureAge))
                                  : TileWords::tr("still, age unknown");
    }
    const QString age = durationText(ageOf(*content.frame, now));
    return trust == PictureTrust::Thinned
               ? TileWords::tr("key picture, %1 old", "on purpose not every picture is shown").arg(age)
               : TileWords::tr("age %1").arg(age);
}

QString tallyText(const TileContent &content)
{
    if (!content.tallyWord.isEmpty())
        return content.tallyWord;
    switch (content.tally) {
    case TileTally::Program:
        return TileWords::tr("PGM", "on program");
    case TileTally::Preview:
        return TileWords::tr("PVW", "on preview");
    case TileTally::Elsewhere:
        return TileWords::tr("AUX", "in use elsewhere: a recording, a third bus");
    case TileTally::Unknown:
        return TileWords::tr("TALLY ?", "tally is unknown");
    case TileTally::Off:
        break;
    }
    return {};
}

QString loudnessText(const TileContent &content)
{
    if (!content.loudness)
        return {};
    // The absolute gate of R 128: what is softer is no programme.
    if (*content.loudness < -70)
        return TileWords::tr("S < −70", "short-term loudness, LUFS");
    QString figure = QLocale().toString(std::abs(*content.loudness), 'f', 1);
    if (*content.loudness < 0)
        figure.prepend(QChar(0x2212));
    return TileWords::tr("S %1", "short-term loudness").arg(figure);
}

QString meterText(AudioMeter meter)
{
    switch (meter) {
    case AudioMeter::QuasiPeak:
        return TileWords::tr("PPM", "programme meter");
    case AudioMeter::TruePeak:
        return TileWords::tr("TP", "true peak");
    case AudioMeter::SamplePeak:
        break;
    }
    return TileWords::tr("PK", "sample peak");
}

} // namespace

bool sameWords(const TileContent &a, const TileContent &b)
{
    const auto words = [](const TileContent &c) {
        return std::tie(c.number, c.label, c.detail, c.tally, c.tallyWord, c.live, c.stateWord, c.stateDetail,
                        c.audioWord, c.heard, c.alarm, c.alarmWord, c.badge, c.meter);
    };
    // The last still grows older whether it is shown or not.
    const bool showsStill = b.frame && b.frame->still;
    return words(a) == words(b) && (!showsStill || a.pictureAge == b.pictureAge);
}

QString durationText(std::chrono::milliseconds duration)
{
    const QLocale locale;
    if (duration < 1s)
        return TileWords::tr("%1 ms").arg(duration.count());
    const double seconds = double(duration.count()) / 1000;
    if (duration < 10s)
        return TileWords::tr("%1 s").arg(locale.toString(seconds, 'f', 1));
    if (duration < 2min)
        return TileWords::tr("%1 s").arg(qint64(seconds));
    if (duration < 2h)
        return TileWords::tr("%1 min").arg(qint64(seconds / 60));
    return TileWords::tr("%1 h").arg(qint64(seconds / 3600));
}

PictureTrust pictureTrust(const media::VideoFrame *frame, std::optional<SteadyTime> leftOut, SteadyTime now)
{
    if (!frame || !frame->hasPicture())
        return PictureTrust::None;
    if (frame->still)
        return PictureTrust::Still;
    if (now - frame->arrived < stalledAfter)
        return PictureTrust::Fresh;
    const auto quiet = now - std::max(frame->arrived, leftOut.value_or(frame->arrived));
    if (quiet >= lostAfter)
        return PictureTrust::Lost;
    return quiet >= stalledAfter ? PictureTrust::Stalled : PictureTrust::Thinned;
}

TileTexts tileTexts(const TileContent &content, SteadyTime now)
{
    TileTexts texts;
    const PictureTrust trust = pictureTrust(content.frame.get(), content.leftOut, now);
    texts.age = ageText(content, trust, now);
    texts.tally = tallyText(content);
    texts.loudness = loudnessText(content);
    texts.loudnessWithUnit =
        texts.loudness.isEmpty() ? QString() : TileWords::tr("%1 LUFS", "short-term loudness").arg(texts.loudness);
    texts.meter = meterText(content.meter);
    texts.heard = content.heard ? TileWords::tr("LISTENING", "somebody hears this feed") : QString();

    switch (trust) {
    case PictureTrust::Lost:
        texts.state = TileWords::tr("NO SIGNAL");
        texts.stateDetail = reason(content, texts.state, quietOf(content, now));
        break;
    case PictureTrust::Stalled:
        texts.state = content.stateWord.isEmpty() ? TileWords::tr("STALLED") : content.stateWord;
        texts.stateDetail = reason(content, texts.state, quietOf(content, now));
        break;
    case PictureTrust::None:
        texts.state = content.stateWord.isEmpty() ? TileWords::tr("NO PICTURE") : content.stateWord;
        texts.stateDetail = content.stateDetail;
        break;
    case PictureTrust::Fresh:
    case PictureTrust::Thinned:
    case PictureTrust::Still:
        texts.state = content.stateWord;
        if (texts.state.isEmpty() && content.live == false)
            texts.state = TileWords::tr("NOT LIVE");
        texts.stateDetail = texts.state.isEmpty() ? QString() : content.stateDetail;
        break;
    }
    texts.dimmed = !texts.state.isEmpty() && trust != PictureTrust::None;
    return texts;
}

} // namespace gantry::widgets
