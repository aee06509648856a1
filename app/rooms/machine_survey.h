#pragma once
// Finds out what readiness() judges: at once what the system tells, and what takes its time (a driver, the sound
// system, the keychain) without waiting for it. UI thread.

#include "app/control/readiness.h"
#include "cloud/http/credentials.h"

#include <QObject>
#include <QThreadPool>

namespace gantry {

class MachineSurvey final : public QObject
{
    Q_OBJECT

public:
    // `sessions`: the folder where sessions are kept.
    explicit MachineSurvey(const QString &sessions, QObject *parent = nullptr);
    // Waits for a driver that is being opened.
    ~MachineSurvey() override;

    // Only what the system tells at once: screens, network buffers, clock, room for sessions.
    static MachineFacts atOnce(const QString &sessions);

    void start();
    const MachineFacts &facts() const { return m_facts; }

Q_SIGNALS:
    void changed();

private:
    MachineFacts m_facts;
    cloud::KeychainReader m_keychain;
    QThreadPool m_threads;
};

} // namespace gantry
