#pragma once
// What a rehearsal needs besides a live room: test feeds in a process of their own, a sandbox cloud in another, and a
// show that fits both: four feeds, of which two go to the cloud as well, and the return that the cloud sends. Nothing
// has to be filled in, nothing leaves this machine.

#include "app/show/show.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace gantry {

// UI thread. Starts the sandbox, waits for its endpoint and keys, then the feeds; a process that dies is started again
// on the same port after a moment, as an operator would. Both end with this object, and with this program.
class RehearsalStage final : public QObject
{
    Q_OBJECT

public:
    explicit RehearsalStage(QObject *parent = nullptr);
    ~RehearsalStage() override;

    void start();

    // Ends the sender of that feed, to the room and to the cloud, as a power cut would; nobody starts it again.
    void killSender(const QString &feed);
    // A fault for the cloud, or the end of one: a line as SandboxRoom::control() takes it.
    void setFault(const QByteArray &json);

Q_SIGNALS:
    // The keys are in this program's environment, where the providers look for them.
    void ready(const gantry::Show &show);
    void failed(const QString &why);
    // What is out of order on purpose now: a JSON list.
    void faultsChanged(const QByteArray &json);

private:
    void readSandbox();
    void startSandbox(const QStringList &further);
    void startFeeds();
    void startFeed(std::size_t feed);
    Show makeShow() const;
    static void launch(QProcess &process, const QStringList &arguments);
    static void end(QProcess &process);

    QProcess m_sandbox;
    std::vector<std::unique_ptr<QProcess>> m_feeds; // a sender each
    std::vector<bool> m_killed;                     // on purpose
    QString m_endpoint;
    QProcessEnvironment m_keys = QProcessEnvironment::systemEnvironment(); // of a cloud that comes back: the same keys
    QList<quint16> m_ports;                                                // one a feed
    QList<quint16> m_inputPorts;                                           // of the cloud
    quint16 m_returnPort = 0;
    bool m_ready = false;
    bool m_ending = false;
};

} // namespace gantry
