#pragma once
// Which feed of a room is heard, and what is said about it. At most one, never by itself. UI thread.

#include "media/output/sound_output.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>

namespace gantry {

class Listening final : public QObject
{
    Q_OBJECT

public:
    // Lets the tap hear the feed in that row, and nobody the others; a row of -1: nobody at all.
    using Attach = std::function<void(int row, const std::shared_ptr<media::SoundTap> &tap)>;

    // `feeds`: their names, in the order of the rows.
    Listening(QStringList feeds, Attach attach, std::unique_ptr<media::SoundSink> sink);
    ~Listening() override;

    int heardRow() const { return m_row; }
    // Hears this feed in place of another; the one that is heard, no longer.
    void toggle(int row);
    // Looks after the sound output; called by a timer while somebody listens.
    void look();

Q_SIGNALS:
    void heardChanged(int row); // -1: none
    void said(const QString &sentence);

private:
    void setRow(int row);
    void tellSound(const media::SoundPlayer::Report &report);

    const QStringList m_feeds;
    const Attach m_attach;
    media::SoundOutput m_output;
    QTimer m_timer;
    int m_row = -1;
    bool m_lateTold = false;
    int m_quietLooks = 0;
};

} // namespace gantry
