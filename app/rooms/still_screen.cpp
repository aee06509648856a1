#include "app/rooms/still_screen.h"

#include <QBuffer>
#include <QImageReader>

namespace gantry {

namespace {

// A still in a file from elsewhere may claim any size; ours are at most 320x180.
constexpr int largestSide = 4096;

QImage decode(QByteArray jpeg)
{
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "jpeg");
    const QSize size = reader.size();
    if (size.width() > largestSide || size.height() > largestSide)
        return {};
    return reader.read().convertToFormat(QImage::Format_RGB32);
}

} // namespace

StillScreen::StillScreen(const RecordSource &source, QObject *parent) : QObject(parent)
{
    connect(&source, &RecordSource::arrived, this, &StillScreen::apply);
    connect(&source, &RecordSource::restarted, this, [this](const RecordBatch &state) {
        for (const auto &[feed, slot] : m_slots)
            slot->clear();
        apply(state);
    });
}

void StillScreen::show(const FeedId &feed, std::shared_ptr<media::FrameSlot> slot)
{
    m_slots[feed.text] = std::move(slot);
}

void StillScreen::apply(const RecordBatch &batch)
{
    for (const Record &record : batch) {
        const auto *still = std::get_if<StillRecord>(&record.payload);
        if (!still)
            continue;
        const auto slot = m_slots.find(still->feed.text);
        if (slot == m_slots.end())
            continue;
        const QImage picture = decode(still->jpeg);
        if (picture.isNull())
            continue;
        auto frame = std::make_shared<media::VideoFrame>();
        frame->picture = picture;
        frame->sourceSize = picture.size();
        frame->arrived = std::chrono::steady_clock::now();
        frame->number = ++m_number;
        frame->still = true;
        slot->second->put(std::move(frame));
    }
}

} // namespace gantry
