#pragma once
// Whether this machine is ready for a show, point by point: what was found, and what to do where it is not. Pure; who
// finds out is MachineSurvey. What nobody has looked at yet is unknown, not good and not bad.

#include <QList>
#include <QSize>
#include <QString>

#include <chrono>
#include <optional>

namespace gantry {

struct MachineFacts
{
    struct Screen
    {
        QString name;
        QSize size;
        bool operator==(const Screen &) const = default;
    };
    struct Decoding
    {
        QString by;   // "VA-API", "software"
        QString note; // why no better way: "VA-API: its test picture was wrong."; empty where nothing was tried
        bool onGpu = false;
    };
    struct Clock
    {
        bool synchronised = false;
        std::chrono::microseconds error{0}; // the kernel's own estimate
    };
    struct Keychain
    {
        bool answers = false;
        QString fault; // a sentence; what it said itself
    };

    QList<Screen> screens;
    bool hasCard = false; // a graphics card, whether it decodes or not
    std::optional<Decoding> decoding;
    std::optional<QString> soundDevice; // empty: there is none
    std::optional<Keychain> keychain;
    std::optional<std::int64_t> receiveBuffer; // bytes that a socket may have at most
    std::optional<Clock> clock;
    QString sessions;                      // the folder
    std::optional<std::int64_t> freeBytes; // there
};

struct ReadyPoint
{
    enum class State { Ready, Attention, Unknown };
    QString what;
    State state = State::Unknown;
    QString found;  // a sentence
    QString advice; // what to do; empty where nothing is
    bool operator==(const ReadyPoint &) const = default;
};

QList<ReadyPoint> readiness(const MachineFacts &facts);

// For how long a feed of this rate may come in before a socket with this buffer loses something of it. The kernel books
// a packet of 1316 bytes at 2304 and twice the bytes that were asked for (measured: 184 packets at 212992).
std::chrono::milliseconds bufferedFor(std::int64_t receiveBuffer, double bitsPerSecond);

} // namespace gantry
