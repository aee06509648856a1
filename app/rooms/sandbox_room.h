#pragma once
// The rehearsal cloud with its pictures, wired: a cloud::SandboxServer that knows what is on air, a SandboxCarrier that
// carries it, and faults from a script or from somebody's hand. Thread: the one that made it, with an event loop.

#include "app/rooms/sandbox_carrier.h"
#include "cloud/sandbox/sandbox_server.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <vector>

namespace gantry {

class SandboxRoom final : public QObject
{
    Q_OBJECT

public:
    struct Return
    {
        cloud::SandboxServer::Output output = cloud::SandboxServer::Output::MediaLive;
        std::optional<media::SrtAddress> address; // is called; nobody: HLS, to be fetched from the cloud itself
    };
    struct Settings
    {
        cloud::SandboxServer::Settings cloud;
        std::vector<SandboxCarrier::Input>
            inputs; // their names are those of cloud.inputs; none: a cloud without pictures
        std::vector<Return> returns;
        std::vector<cloud::SandboxFault> script; // `at` counts from the start
    };

    explicit SandboxRoom(Settings settings);
    ~SandboxRoom() override;

    cloud::Result<quint16> start();
    // Everything a client needs, one NAME=value a line; names a file with the service account, which goes with this
    // room, and the address of each return that is HLS: GANTRY_SANDBOX_RETURN_MEDIALIVE.
    QByteArray shellAssignments() const;

    // One line of JSON from the rehearsal window: a fault as in a script ("at" counts from now), {"clear": {that
    // fault}} or {"clear": "all"}. What is wrong with the line, for a person; empty: done.
    QString control(const QByteArray &line);

Q_SIGNALS:
    // What is out of order now, as a JSON list; once a second while there is anything, and at each change.
    void faultsChanged(const QByteArray &json);

private:
    cloud::SandboxServer::Settings withPictures(cloud::SandboxServer::Settings settings);
    cloud::ServedAnswer returnFile(const QByteArray &path) const;
    void look();
    void tellFaults();

    Settings m_settings;
    std::unique_ptr<SandboxCarrier> m_carrier;
    cloud::SandboxServer m_server; // asks the carrier
    QTemporaryDir m_files;         // readable by its owner only
    QTimer m_look;
    int m_looks = 0;
    QByteArray m_toldFaults = "[]";
};

} // namespace gantry
