#include "widgets/audio_bars.h"

#include "widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gantry::widgets {

namespace {

double fallen(double level, SteadyTime from, SteadyTime now)
{
    const double seconds = std::max(0.0, std::chrono::duration<double>(now - from).count());
    return std::max(PeakBallistics::floorDbfs, level - PeakBallistics::returnPerSecond * seconds);
}

// EBU zones: normal, above the alignment level, above the permitted maximum.
constexpr double alignmentDbfs = -20;
constexpr double maximumDbfs = -9;
constexpr QColor quiet{0x7B, 0x85, 0x91};
constexpr QColor loud{0xE6, 0xE9, 0xED};
constexpr QColor hot{0xFF, 0xB0, 0x20};

} // namespace

void PeakBallistics::peak(double dbfs, SteadyTime now)
{
    if (std::isnan(dbfs))
        return;
    const double clipped = std::clamp(dbfs, floorDbfs, 0.0);
    m_level = std::max(clipped, level(now));
    m_levelAt = now;
    if (clipped >= mark(now)) {
        m_mark = clipped;
        m_markAt = now;
    }
    if (dbfs > overDbfs)
        m_over = true;
}

double PeakBallistics::level(SteadyTime now) const
{
    return fallen(m_level, m_levelAt, now);
}

double PeakBallistics::mark(SteadyTime now) const
{
    if (m_holdsMark)
        return m_mark;
    return fallen(m_mark, m_markAt + markHold, now);
}

void PeakBallistics::clearOver()
{
    m_over = false;
    if (m_holdsMark)
        m_mark = floorDbfs;
}

void AudioBars::setPeaks(const QList<float> &levels, SteadyTime now, const QList<float> &peaks)
{
    if (levels.size() != channels()) {
        PeakBallistics channel;
        channel.holdMark(m_meter == AudioMeter::TruePeak);
        m_channels.assign(std::size_t(levels.size()), channel);
    }
    for (qsizetype i = 0; i < levels.size(); ++i) {
        PeakBallistics &channel = m_channels[std::size_t(i)];
        channel.peak(double(levels[i]), now);
        if (peaks.value(i, -120) > PeakBallistics::overDbfs)
            channel.setOver();
    }
}

void AudioBars::setMeter(AudioMeter meter)
{
    if (std::exchange(m_meter, meter) != meter)
        m_channels.clear();
}

void AudioBars::clearOver()
{
    for (PeakBallistics &channel : m_channels)
        channel.clearOver();
}

bool AudioBars::over() const
{
    return std::any_of(m_channels.begin(), m_channels.end(), [](const PeakBallistics &c) { return c.over(); });
}

double AudioBars::position(double dbfs)
{
    return std::clamp(1 - dbfs / PeakBallistics::floorDbfs, 0.0, 1.0);
}

std::vector<int> AudioBars::steps(int height, SteadyTime now) const
{
    std::vector<int> result;
    result.reserve(m_channels.size() * 2);
    for (const PeakBallistics &channel : m_channels) {
        result.push_back(int(std::lround(position(channel.level(now)) * height)) * 2 + (channel.over() ? 1 : 0));
        result.push_back(int(std::lround(position(channel.mark(now)) * height)));
    }
    return result;
}

qreal AudioBars::width(int channels, qreal pictureHeight)
{
    if (channels <= 0)
        return 0;
    const qreal bar = std::clamp(pictureHeight / 36, 3.0, 14.0);
    return std::ceil(std::min(channels, 16) * (bar + 2) + 4);
}

void AudioBars::paint(QPainter &painter, const QRectF &box, SteadyTime now) const
{
    if (m_channels.empty() || box.width() < 4 || box.height() < 12)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(box, palette::picture);
    const qreal overHeight = std::max(4.0, box.height() / 18);
    const QRectF field = box.adjusted(2, overHeight + 3, -2, -2);
    const qreal pitch = field.width() / qreal(m_channels.size());
    const auto y = [&](double dbfs) { return std::round(field.bottom() - position(dbfs) * field.height()); };
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        const PeakBallistics &channel = m_channels[i];
        const qreal left = std::round(field.left() + pitch * qreal(i)) + 1;
        const qreal width = std::max(1.0, std::round(pitch) - 2);
        painter.fillRect(QRectF(left, field.top(), width, field.height()), palette::raised);
        const double level = channel.level(now);
        const auto zone = [&](double from, double to, const QColor &colour) {
            const double top = std::min(level, to);
            if (top > from)
                painter.fillRect(QRectF(left, y(top), width, y(from) - y(top)), colour);
        };
        zone(PeakBallistics::floorDbfs, alignmentDbfs, quiet);
        zone(alignmentDbfs, maximumDbfs, loud);
        zone(maximumDbfs, 0, hot);
        const double mark = channel.mark(now);
        if (mark > PeakBallistics::floorDbfs)
            painter.fillRect(QRectF(left, y(mark), width, 2), mark > maximumDbfs ? hot : loud);
        if (channel.over()) {
            // The OVER mark: a full block above the scale, amber, crossed, so that it is more than a colour.
            const QRectF block(left, box.top() + 2, width, overHeight);
            painter.fillRect(block, hot);
            painter.fillRect(QRectF(block.left(), block.center().y() - 0.5, block.width(), 1), palette::picture);
        }
    }
    // Ticks every 10 dB, and one stronger at the permitted maximum.
    for (int dbfs = -50; dbfs < 0; dbfs += 10)
        painter.fillRect(QRectF(field.left(), y(dbfs), field.width(), 1), palette::picture);
    painter.restore();
}

} // namespace gantry::widgets
