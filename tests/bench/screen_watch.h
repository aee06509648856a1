#pragma once
// An X server without a screen (Xvfb) and a look at what stands in its frame buffer, which it shares as a file: nobody
// has to ask it for pixels, so looking costs the viewer under test nothing. Finds the marks of marked_clip.h wherever
// they are.

#include "bench/marked_clip.h"

#include <QSize>
#include <QTemporaryDir>

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace gantry::bench {

class Screen
{
public:
    // Empty display() when it does not come up.
    explicit Screen(QSize size)
    {
        int ends[2];
        if (!m_folder.isValid() || ::pipe(ends) != 0)
            return;
        m_server.emplace(QStringList{QStringLiteral("Xvfb"), QStringLiteral("-displayfd"), QString::number(ends[1]),
                                     QStringLiteral("-screen"), QStringLiteral("0"),
                                     QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height()),
                                     QStringLiteral("-fbdir"), m_folder.path(), QStringLiteral("-nolisten"),
                                     QStringLiteral("tcp"), QStringLiteral("-noreset")});
        ::close(ends[1]);
        std::array<char, 16> answer{};
        const ssize_t got = ::read(ends[0], answer.data(), answer.size() - 1);
        ::close(ends[0]);
        if (got > 0 && map())
            m_display = QByteArray(":") + QByteArray(answer.data(), got).trimmed();
    }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;
    ~Screen()
    {
        if (m_pixels)
            ::munmap(m_pixels, m_bytes);
    }

    const QByteArray &display() const { return m_display; }
    double serverCpu() const { return m_server ? m_server->cpuSoFar() : 0; }
    int width() const { return m_width; }
    int height() const { return m_height; }
    const std::uint8_t *pixel(int x, int y) const // blue, green, red
    {
        return m_pixels + m_first + std::size_t(y) * m_stride + std::size_t(x) * 4;
    }

private:
    // An XWD file: a header of big-endian words, colours, pixels.
    bool map()
    {
        QFile file(m_folder.filePath(QStringLiteral("Xvfb_screen0")));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        m_bytes = std::size_t(file.size());
        void *mapped = ::mmap(nullptr, m_bytes, PROT_READ, MAP_SHARED, file.handle(), 0);
        if (mapped == MAP_FAILED)
            return false;
        m_pixels = static_cast<std::uint8_t *>(mapped);
        const auto word = [&](std::size_t at) {
            const std::uint8_t *b = m_pixels + at * 4;
            return (std::uint32_t(b[0]) << 24) | (std::uint32_t(b[1]) << 16) | (std::uint32_t(b[2]) << 8) | b[3];
        };
        m_width = int(word(4));
        m_height = int(word(5));
        m_stride = word(12);
        m_first = word(0) + std::size_t(word(19)) * 12;
        return word(11) == 32;
    }

    QTemporaryDir m_folder;
    std::optional<Child> m_server;
    QByteArray m_display;
    std::uint8_t *m_pixels = nullptr;
    std::size_t m_bytes = 0;
    std::size_t m_first = 0;
    std::size_t m_stride = 0;
    int m_width = 0;
    int m_height = 0;
};

// One strip on the screen.
struct Strip
{
    int left = 0, right = 0, top = 0, bottom = 0;

    // The number of the picture; nothing while it is being drawn.
    std::optional<int> read(const Screen &screen) const
    {
        const double cell = double(right - left) / markColumns;
        const int height = bottom - top + 1;
        std::uint32_t mark = 0;
        for (int column = 1; column <= markBits; ++column) {
            const int x = int(left + (column + 0.5) * cell);
            const int difference = screen.pixel(x, top + height / 4)[1] - screen.pixel(x, top + height * 3 / 4)[1];
            if (std::abs(difference) < 60)
                return std::nullopt;
            mark = (mark << 1) | (difference > 0 ? 1 : 0);
        }
        return pictureOf(mark);
    }
};

// Strips in reading order.
inline std::vector<Strip> findStrips(const Screen &screen)
{
    const auto magenta = [](const std::uint8_t *p) { return p[0] > 150 && p[1] < 105 && p[2] > 150; };
    const auto green = [](const std::uint8_t *p) { return p[0] < 105 && p[1] > 150 && p[2] < 105; };
    std::vector<Strip> found;
    for (int y = 0; y < screen.height(); ++y) {
        for (int x = 0; x < screen.width(); ++x) {
            if (!magenta(screen.pixel(x, y)))
                continue;
            const int left = x;
            while (x < screen.width() && magenta(screen.pixel(x, y)))
                ++x;
            const int block = x - left;
            if (block < 3)
                continue;
            // Where the green block must end if this is the left of a strip.
            const int from = left + block * (markColumns - 3);
            int right = from;
            while (right < std::min(screen.width(), left + block * (markColumns + 4)) && !green(screen.pixel(right, y)))
                ++right;
            if (right >= screen.width() || !green(screen.pixel(right, y)))
                continue;
            while (right < screen.width() && green(screen.pixel(right, y)))
                ++right;
            const auto known = std::ranges::find_if(found, [&](const Strip &strip) {
                return std::abs(strip.left - left) < 3 && std::abs(strip.right - right) < 3 && y - strip.bottom < 8;
            });
            if (known != found.end())
                known->bottom = y;
            else
                found.push_back({left, right, y, y});
        }
    }
    std::erase_if(found, [](const Strip &strip) { return strip.bottom - strip.top < 4; });
    std::ranges::sort(found, [](const Strip &a, const Strip &b) {
        return std::abs(a.top - b.top) > 20 ? a.top < b.top : a.left < b.left;
    });
    return found;
}

} // namespace gantry::bench
