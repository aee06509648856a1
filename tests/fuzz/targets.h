#pragma once
// Every parser of our own as a function of any bytes. It must return, whatever they are; where it can, it also proves
// that what was read means what it should (aborting when it does not).
//
// libFuzzer drives them under the preset `fuzz` (./dev fuzz), and fuzz_corpus replays the committed corpus through the
// same functions in every other build. To add one: a row in targets.cpp, its name in CMakeLists.txt, and a folder of
// its name in corpus/ with a few small real samples.

#include <QByteArray>

#include <cstddef>
#include <cstdlib>
#include <span>

namespace gantry::fuzz {

using Bytes = std::span<const std::byte>;

struct Target
{
    const char *name;
    void (*run)(Bytes bytes);
};

std::span<const Target> targets();

// media_targets.cpp
void tsMonitor(Bytes bytes);
void tsTables(Bytes bytes);
void spliceInfo(Bytes bytes);
void streamSwitch(Bytes bytes);

// input_targets.cpp
void srtAddress(Bytes bytes);
void srtWords(Bytes bytes);
void urlAddress(Bytes bytes);
void rtpPacket(Bytes bytes);

// decode_targets.cpp
void demuxer(Bytes bytes);
void pictureCuts(Bytes bytes);

// app_targets.cpp
void show(Bytes bytes);
void recordLists(Bytes bytes);
void deskClaim(Bytes bytes);

// cloud_targets.cpp
void json(Bytes bytes);
void mediaLive(Bytes bytes);
void mux(Bytes bytes);
void awsError(Bytes bytes);
void encoders(Bytes bytes);
void tokens(Bytes bytes);
void redaction(Bytes bytes);
void sandboxRequest(Bytes bytes);
void sandboxServices(Bytes bytes);
void sandboxFaults(Bytes bytes);

// aws_targets.cpp
void awsKeys(Bytes bytes);
void awsMedia(Bytes bytes);

inline QByteArray text(Bytes bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

// An assertion that no build leaves out.
inline void must(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace gantry::fuzz
