// What watching every transport packet costs, against reading the same bytes once and against a feed's own rate. The
// stream is as a feed's: 8 Mb/s at a constant rate in messages of seven packets, a picture of 50 a second in some 17
// packets with clock and time stamp, sound, tables ten times a second, a cue a second, a twelfth of it null packets.

#include "media/measure/ts_monitor.h"
#include "support/media_packets.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

using namespace gantry::media;
using namespace gantry::media::packets;

namespace {

constexpr std::size_t message = 1316; // seven packets, as SRT carries them
constexpr double feedBytesPerSecond = 8e6 / 8;
constexpr double packetsPerSecond = feedBytesPerSecond / 188;
constexpr unsigned packetsPerPicture = 106; // at 50 pictures a second

// A second or more of it, whole pictures.
class Feed
{
public:
    Bytes made(unsigned packets)
    {
        Bytes bytes;
        bytes.reserve(std::size_t(packets) * 188);
        for (unsigned i = 0; i < packets; ++i)
            append(bytes, next(i).made());
        return bytes;
    }

private:
    Packet next(unsigned i)
    {
        Packet packet;
        const auto clock = std::int64_t(double(i) / packetsPerSecond * 27e6);
        const unsigned inPicture = i % packetsPerPicture;
        packet.content.assign(184, std::byte{0x5a});
        if (i % 530 == 1) {
            section(packet, 0, pat(0x1000));
        } else if (i % 530 == 2) {
            section(packet, 0x1000, pmt({{0x1b, 0x100, {}}, {0x0f, 0x101, {}}, {0x86, 0x102, {}}}));
        } else if (i % 5300 == 3) {
            section(packet, 0x102, fromBase64("/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo="));
        } else if (inPicture == 0) {
            packet.unitStart = true;
            packet.clock = clock;
            packet.content = pesHeader(0xe0, clock / 300 + 45'000);
        } else if (inPicture % 20 == 10) {
            packet.pid = 0x101;
            packet.unitStart = true;
            packet.content = pesHeader(0xc0, clock / 300 + 45'000);
        } else if (inPicture % 12 == 5) {
            packet.pid = 0x1fff;
        }
        packet.counter = m_counters[packet.pid]++;
        return packet;
    }
    static void section(Packet &packet, std::uint16_t pid, const Bytes &content)
    {
        packet.pid = pid;
        packet.unitStart = true;
        packet.content = bytes({0});
        append(packet.content, content);
    }

    std::array<unsigned, 8192> m_counters{};
};

double seconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

} // namespace

int main()
{
    const Bytes bytes = Feed().made(700'000); // some two minutes
    constexpr int rounds = 5;                 // the quickest counts: the machine has other work
    double reading = 1e9;
    double watching = 1e9;
    unsigned sum = 0;
    TransportSample sample;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (const std::byte byte : bytes)
            sum += std::to_integer<unsigned>(byte);
        reading = std::min(reading, seconds(timer));

        TsMonitor monitor;
        TsMonitor::Time now{};
        const auto step = std::chrono::nanoseconds(std::int64_t(double(message) / feedBytesPerSecond * 1e9));
        timer.start();
        for (std::size_t at = 0; at + message <= bytes.size(); at += message, now += step) {
            monitor.feed(std::span(bytes).subspan(at, message), now);
            monitor.takeCues();
        }
        watching = std::min(watching, seconds(timer));
        sample = monitor.sample(std::chrono::seconds(1));
    }

    const double megabytes = static_cast<double>(bytes.size()) / 1e6;
    const double packets = static_cast<double>(sample.packets);
    std::printf("reading every byte once   %8.0f MB/s   1.00   (sum %u)\n", megabytes / reading, sum);
    std::printf(
        "TsMonitor                 %8.0f MB/s   %.2f x reading   %.1f ns a packet   (%.0f packets, %llu errors)\n",
        megabytes / watching, watching / reading, watching / packets * 1e9, packets,
        static_cast<unsigned long long>(sample.continuityErrors + sample.errors->crc + sample.errors->pcrAccuracy));
    std::printf("share of a core for one feed of 8 Mb/s: %.4f %%\n",
                feedBytesPerSecond / (static_cast<double>(bytes.size()) / watching) * 100);
    return 0;
}
