#pragma once
// The newest picture of one feed as textures, kept from picture to picture and shared by all walls that show the feed.
// A picture goes up once, whoever draws it first, and never again; one that is older than what is there does not, so
// that two walls that look at slightly different moments do not undo each other's work. What a GPU has decoded is taken
// where it lies; where that cannot be had, it says so and the picture comes through memory.
//
// Every call, and the destructor, with a context of the share group current. UI thread only.

#include "media/frame/picture_import.h"
#include "media/frame/video_frame.h"
#include "widgets/wall/gl_quads.h"

#include <QObject>
#include <QOpenGLExtraFunctions>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>

class QOpenGLContext;

namespace gantry::media {
class FrameSlot;
}

namespace gantry::widgets {

struct UploadCounts
{
    std::uint64_t planes = 0;   // pictures uploaded as they were decoded
    std::uint64_t images = 0;   // as RGB
    std::uint64_t imported = 0; // taken from the GPU that decoded them, without a way through memory
    std::uint64_t copied = 0;   // that lay on a GPU and had to be copied here
};

class FeedTextures
{
public:
    FeedTextures() = default;
    FeedTextures(const FeedTextures &) = delete;
    FeedTextures &operator=(const FeedTextures &) = delete;
    ~FeedTextures();

    // Null: it could not be had, or has no picture.
    const PictureTextures *show(const media::VideoFramePointer &frame);

    // Why pictures of a GPU have to be copied; empty while they need not. Whoever asks for pictures asks for planes in
    // memory then: the decode thread copies them, and the UI thread does not wait for it.
    const QString &importFault() const { return m_importFault; }
    const UploadCounts &counts() const { return m_counts; }

private:
    // Which picture is up; the picture itself is the decoder's to have back.
    struct Shown
    {
        std::weak_ptr<const media::VideoFrame> frame;
        std::chrono::steady_clock::time_point arrived;
        std::uint64_t number = 0;
        bool still = false;
    };
    bool isNews(const media::VideoFramePointer &frame) const;
    bool bringUp(const media::VideoFrame &frame);
    bool import(const media::PicturePlanes &planes);
    bool upload(const media::PicturePlanes &planes);
    bool upload(const QImage &image);
    void fill(std::size_t which, QSize size, GLenum inside, GLenum order, GLenum sort, std::ptrdiff_t texelBytes,
              std::ptrdiff_t stride, const void *samples);
    void setMatrix(const media::PicturePlanes &planes, bool upperBits);

    struct Texture
    {
        GLuint name = 0;
        QSize size;
        GLenum inside = 0;
    };
    std::array<Texture, 3> m_ours{};
    PictureTextures m_shown;
    std::optional<Shown> m_picture; // what they show
    std::unique_ptr<media::PictureImport> m_import;
    QString m_importFault;
    UploadCounts m_counts;
};

// The feeds whose pictures are up, by share group: it is the group's child and goes with it.
class PictureStore final : public QObject
{
    Q_OBJECT

public:
    // That of the context which is current.
    static PictureStore &current();

    // The textures of the feed; they live as long as somebody holds them.
    std::shared_ptr<FeedTextures> of(const media::FrameSlot *feed);

private:
    using QObject::QObject;
    std::map<const media::FrameSlot *, std::weak_ptr<FeedTextures>> m_feeds;
};

} // namespace gantry::widgets
