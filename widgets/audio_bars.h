#pragma once
// Peak meter: the ballistics as a pure class, and how the bars are drawn. Sample peak (IEC 60268-18), quasi-peak (PPM
// type I, IEC 60268-10: the attack is in the levels) or true peak (BS.1770), as the trade has them: no further attack
// time, return 20 dB in 1.7 s, peak mark held for 2 s (of true peak until cleared), OVER above -1 dBFS latched until
// cleared. The scale is -60..0 dBFS. Red and green belong to tally, so zones are grey, white and amber.

#include "widgets/steady_now.h"

#include <QList>
#include <QRectF>

#include <vector>

class QPainter;

namespace gantry::widgets {

enum class AudioMeter { SamplePeak, QuasiPeak, TruePeak };
inline constexpr int audioMeters = 3;
// The one after it, round and round.
constexpr AudioMeter nextMeter(AudioMeter meter)
{
    return AudioMeter((int(meter) + 1) % audioMeters);
}

class PeakBallistics
{
public:
    static constexpr double floorDbfs = -60;
    static constexpr double returnPerSecond = 20 / 1.7; // dB
    static constexpr double overDbfs = -1;
    static constexpr std::chrono::milliseconds markHold{2000};

    // A new peak, in dBFS.
    void peak(double dbfs, SteadyTime now);
    // Where the bar stands now, in dBFS, at least the floor.
    double level(SteadyTime now) const;
    // The highest peak of the last 2 s; then it falls as the bar does. Held: the highest since it was cleared.
    double mark(SteadyTime now) const;
    bool over() const { return m_over; }
    void clearOver();
    void holdMark(bool hold) { m_holdsMark = hold; }
    // Something that this meter does not show has been over: a peak between its readings.
    void setOver() { m_over = true; }

private:
    double m_level = floorDbfs;
    SteadyTime m_levelAt{};
    double m_mark = floorDbfs;
    SteadyTime m_markAt{};
    bool m_over = false;
    bool m_holdsMark = false;
};

// The bars of one feed.
class AudioBars
{
public:
    // One value a channel; another number of channels starts afresh. Empty: no sound, nothing is drawn. Where the
    // levels are not the peaks, as with a programme meter, OVER is told by the `peaks`.
    void setPeaks(const QList<float> &levels, SteadyTime now, const QList<float> &peaks = {});
    // Another meter starts afresh.
    void setMeter(AudioMeter meter);
    AudioMeter meter() const { return m_meter; }
    void clearOver();
    bool over() const;
    int channels() const { return int(m_channels.size()); }
    bool empty() const { return m_channels.empty(); }

    // A cheap fingerprint of what would be drawn in `height` pixels: equal means nothing has to be repainted.
    std::vector<int> steps(int height, SteadyTime now) const;
    // Upright bars side by side filling `box`, on a dark bed, with the OVER mark on top.
    void paint(QPainter &painter, const QRectF &box, SteadyTime now) const;

    // How wide the bars of so many channels want to be in a picture of this height.
    static qreal width(int channels, qreal pictureHeight);
    // -60..0 dBFS to 0..1.
    static double position(double dbfs);

private:
    std::vector<PeakBallistics> m_channels;
    AudioMeter m_meter = AudioMeter::SamplePeak;
};

} // namespace gantry::widgets
