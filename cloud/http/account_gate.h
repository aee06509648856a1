#pragma once
// How often one account may be asked, all channels and figures of it together. A question waits for its turn; a command
// goes first, and of the burst something is kept for it. What a provider said about coming back later (429 with
// Retry-After) holds for every question to the account.

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>

class QNetworkAccessManager;

namespace gantry::cloud {

struct AccountRate
{
    QByteArray account;   // who is counted: "livestream my-project"; empty: nobody counts
    double perSecond = 1; // in the long run
    int burst = 5;
    int keptForCommands = 1;
};

// The arithmetic. Time is passed in: monotonic, from any start.
class RateBucket
{
public:
    explicit RateBucket(const AccountRate &rate);

    // Zero: counted, go. Otherwise nothing is counted; come back after so long.
    std::chrono::milliseconds take(std::chrono::milliseconds now, bool isCommand);

    void pause(std::chrono::milliseconds now, std::chrono::milliseconds time); // a longer one stays
    // For questions: a person's command is one request, and no storm.
    std::chrono::milliseconds pausedFor(std::chrono::milliseconds now) const;

private:
    double m_perSecond;
    double m_burst;
    double m_kept;
    double m_left;
    std::chrono::milliseconds m_at{0};
    std::chrono::milliseconds m_pausedUntil{0};
};

// Lives with a network access manager and on its thread: everybody who uses the manager shares its gates.
class AccountGate : public QObject
{
public:
    // Null when `rate` names no account. The first one asked for decides the rate.
    static AccountGate *of(QNetworkAccessManager &network, const AccountRate &rate);

    // Calls `go` now or when it is its turn.
    void enter(bool isCommand, std::function<void()> go);
    void pause(std::chrono::milliseconds time);
    std::chrono::milliseconds pausedFor() const;

private:
    AccountGate(QObject *parent, const AccountRate &rate);
    void admit();

    struct Waiting
    {
        bool isCommand;
        std::function<void()> go;
    };
    RateBucket m_bucket;
    QElapsedTimer m_clock;
    QTimer m_turn;
    std::deque<Waiting> m_waiting; // commands first
};

} // namespace gantry::cloud
