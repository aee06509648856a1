#pragma once
// Where a measure calls something a fault, one set a feed. Defaults: control-room conventions, "Audio metering" and
// "Picture and stream faults". How long a fault must last to be an alarm is not decided here.

namespace gantry::media {

struct MeasureLimits
{
    double blackLevel = 0.10;    // luma below this share of the range is black (range-aware)
    double blackShare = 0.98;    // this share of black pixels makes a black picture
    double freezeDb = -60;       // less change than this between pictures is none
    double silenceDbfs = -60;    // a channel whose peaks stay below is silent
    double phase = -0.5;         // a correlation below cancels in mono
    double clippedShare = 0.001; // of the samples of ten seconds
    bool operator==(const MeasureLimits &) const = default;
};

} // namespace gantry::media
