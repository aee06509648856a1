#pragma once
// From when on something measured on a feed is an alarm, one set a feed. Defaults: control-room conventions, "Audio
// metering" and "Picture and stream faults"; what they leave open is said beside the number. Where a measure itself
// calls something black, frozen or silent stands in media::MeasureLimits.

#include <chrono>
#include <optional>

namespace gantry {

struct FeedLimits
{
    // How long a fault must last: until it is a minor alarm, until it is the alarm, and gone until it is over. A fault
    // of one step has no `warn`; `on` false: the show does not want to hear of it.
    struct Times
    {
        bool on = true;
        std::chrono::milliseconds warn{0};
        std::chrono::milliseconds after{0};
        std::chrono::milliseconds clear{0};
        bool operator==(const Times &) const = default;
    };

    template <int Warn, int After, int Clear>
    static constexpr Times times{true, std::chrono::milliseconds(Warn), std::chrono::milliseconds(After),
                                 std::chrono::milliseconds(Clear)};

    Times black = times<2000, 5000, 1000>;
    Times freeze = times<3000, 10000, 1000>;
    Times flat = times<0, 10000, 1000>; // as long as a freeze
    Times bars = times<0, 10000, 1000>;
    Times decoder = times<0, 0, 2000>; // decoding fell from the GPU to software

    Times silence = times<0, 10000, 1000>;
    std::chrono::milliseconds silenceOnProgram{5000}; // instead of silence.after
    Times channelSilent = times<0, 30000, 1000>;
    Times phase = times<0, 10000, 1000>;
    Times clipping = times<0, 0, 10000>; // measured over ten seconds
    Times loudness = times<0, 60000, 10000>;
    std::optional<double> loudnessTarget; // LUFS integrated; without one nothing is compared
    double loudnessTolerance = 1;         // LU; EBU R 128 for live programmes
    Times truePeak = times<0, 0, 10000>;
    double truePeakMost = -1; // dBTP
    // Sound against picture, by when what is stamped for one instant arrives (media::SoundOffset). A healthy
    // multiplexer is tens of milliseconds apart in that, so it warns where ITU-R BT.1359 stops accepting, and alarms at
    // twice that; for a sender that is known to be exact, EBU R 37 allows 40 early and 60 late.
    Times sync = times<0, 10000, 10000>;
    std::chrono::milliseconds soundEarlyWarn{90};
    std::chrono::milliseconds soundLateWarn{185};
    std::chrono::milliseconds soundEarlyAlarm{180};
    std::chrono::milliseconds soundLateAlarm{370};

    Times bitrate = times<0, 5000, 10000>;
    std::optional<double> expectedMbps; // without one nothing is compared
    double bitrateWarnShare = 0.8;
    double bitrateAlarmShare = 0.5;
    Times dropped = times<0, 0, 30000>;
    double droppedAlarmShare = 0.001; // of the packets of ten seconds; below it is a warning
    Times retransmitted = times<0, 10000, 30000>;
    double retransmittedWarnShare = 0.05;
    double retransmittedAlarmShare = 0.25;
    Times margin = times<0, 10000, 30000>;
    double marginRoundTrips = 2.5; // latency below this many round trips leaves no time for a second try
    Times roundTrip = times<0, 10000, 30000>;
    double roundTripRise = 0.5;                  // above the median of a minute
    std::chrono::milliseconds roundTripLeast{5}; // a smaller rise takes no latency away that anybody needs
    Times undecryptable = times<0, 0, 10000>;
    Times turnedAway = times<0, 0, 10000>;
    Times transport = times<0, 2000, 10000>; // TR 101 290; the hold lets the link say first that it dropped packets
    // Of the backup of a pair against its primary.
    Times backup = times<0, 5000, 2000>;
    std::chrono::milliseconds backupApart{1000}; // a cut over more than that is seen as a jump or heard twice

    bool operator==(const FeedLimits &) const = default;
};

} // namespace gantry
