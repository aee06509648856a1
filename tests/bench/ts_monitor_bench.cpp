// What watching every transport packet costs, against reading the same bytes once and against a feed's own rate.

#include "media/measure/ts_monitor.h"

#include <QElapsedTimer>

#include <cstdio>
#include <numeric>
#include <vector>

using namespace gantry::media;

namespace {

constexpr std::size_t message = 1316; // seven packets, as SRT carries them
constexpr double feedBytesPerSecond = 8e6 / 8;

// Packets of eight streams with rising counters.
std::vector<std::byte> stream(std::size_t packets)
{
    std::vector<std::byte> bytes(packets * TsMonitor::packetSize, std::byte(0x5a));
    for (std::size_t i = 0; i < packets; ++i) {
        std::byte *packet = bytes.data() + i * TsMonitor::packetSize;
        packet[0] = std::byte(0x47);
        packet[1] = std::byte(0x01);
        packet[2] = std::byte(i % 8);
        packet[3] = std::byte(0x10 | (i / 8 % 16));
    }
    return bytes;
}

} // namespace

int main()
{
    const std::vector<std::byte> bytes = stream(700'000);
    QElapsedTimer timer;

    timer.start();
    unsigned sum = 0;
    for (const std::byte byte : bytes)
        sum += std::to_integer<unsigned>(byte);
    const double reading = static_cast<double>(timer.nsecsElapsed()) / 1e9;

    TsMonitor monitor;
    timer.start();
    for (std::size_t at = 0; at + message <= bytes.size(); at += message)
        monitor.feed(std::span(bytes).subspan(at, message));
    const double watching = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const TransportSample sample = monitor.sample(std::chrono::seconds(1));

    const double megabytes = static_cast<double>(bytes.size()) / 1e6;
    std::printf("reading every byte once   %8.0f MB/s   1.00   (sum %u)\n", megabytes / reading, sum);
    std::printf("TsMonitor                 %8.0f MB/s   %.2f x reading   (%llu packets, %llu continuity errors)\n",
                megabytes / watching, watching / reading, static_cast<unsigned long long>(sample.packets),
                static_cast<unsigned long long>(sample.continuityErrors));
    std::printf("share of a core for one feed of 8 Mb/s: %.3f %%\n",
                feedBytesPerSecond / (static_cast<double>(bytes.size()) / watching) * 100);
    return 0;
}
