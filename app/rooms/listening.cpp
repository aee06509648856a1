#include "app/rooms/listening.h"

namespace gantry {

namespace {

constexpr std::chrono::milliseconds lookEvery{250};
constexpr int quietLooks = 12; // three seconds without a sample: the feed has no sound now
// EBU R 37: what a viewer may get late.
constexpr std::chrono::milliseconds notable{60};

} // namespace

Listening::Listening(QStringList feeds, Attach attach, std::unique_ptr<media::SoundSink> sink)
    : m_feeds(std::move(feeds)), m_attach(std::move(attach)), m_output(std::move(sink))
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Listening::look);
}

Listening::~Listening()
{
    if (m_row >= 0)
        m_attach(-1, nullptr);
}

void Listening::toggle(int row)
{
    if (row < 0 || row >= m_feeds.size())
        return;
    if (row == m_row) {
        setRow(-1);
        m_output.listen(nullptr);
        Q_EMIT said(tr("You no longer listen to %1.", "feed").arg(m_feeds[row]));
        return;
    }
    const auto tap = std::make_shared<media::SoundTap>();
    m_attach(row, tap);
    m_output.listen(tap);
    m_timer.start();
    setRow(row);
    Q_EMIT said(tr("You listen to %1. Press L again to stop.", "feed").arg(m_feeds[row]));
}

void Listening::setRow(int row)
{
    m_row = row;
    m_lateTold = false;
    m_quietLooks = 0;
    if (row < 0)
        m_attach(-1, nullptr);
    Q_EMIT heardChanged(row);
}

void Listening::look()
{
    const media::SoundOutput::State state = m_output.look();
    if (m_row < 0 && !m_output.isOpen())
        m_timer.stop();
    if (m_row < 0)
        return;
    if (state.fault) {
        const QString feed = m_feeds[m_row];
        setRow(-1);
        Q_EMIT said(tr("%1 cannot be heard. %2", "feed, why and what to do").arg(feed, state.fault->advice));
        return;
    }
    tellSound(state.report);
}

void Listening::tellSound(const media::SoundPlayer::Report &report)
{
    if (report.playing) {
        m_quietLooks = 0;
        if (report.late < notable || std::exchange(m_lateTold, true))
            return;
        const auto late = std::chrono::duration_cast<std::chrono::milliseconds>(report.late).count();
        Q_EMIT said(tr("You listen to %1: its sound is %2 ms behind the picture, because it arrives that late.")
                        .arg(m_feeds[m_row])
                        .arg(late));
    } else if (++m_quietLooks == quietLooks) {
        Q_EMIT said(tr("You listen to %1, but no sound comes from it.", "feed").arg(m_feeds[m_row]));
    }
}

} // namespace gantry
