#pragma once
// obs-websocket 5, the words on the wire: what is sent, what came, and what a code means. Pure.
// Protocol: obsproject/obs-websocket, docs/generated/protocol; RPC version 1.

#include "cloud/encoder_provider.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>

namespace gantry::cloud {

struct ObsHello
{
    bool wantsPassword = false;
    QByteArray challenge;
    QByteArray salt;
    QString version; // "5.1.0"
};
struct ObsIdentified
{
};
struct ObsEvent
{
    QString type;
    QJsonObject data;
};
struct ObsResponse
{
    QString id;
    bool succeeded = false;
    int code = 0;
    QString comment;
    QJsonObject data;
};
struct ObsOther // an operation we have no use for
{
};
using ObsMessage = std::variant<ObsHello, ObsIdentified, ObsEvent, ObsResponse, ObsOther>;

Result<ObsMessage> readObsMessage(const QByteArray &text);

// base64(sha256(base64(sha256(password + salt)) + challenge))
QByteArray obsAuthentication(const QByteArray &password, const ObsHello &hello);

QByteArray obsIdentify(const std::optional<QByteArray> &authentication);
QByteArray obsRequest(const QString &type, const QString &id, const QJsonObject &data);

// Why the other end closed. `isFinal`: asking again would get the same answer (wrong password, another protocol, thrown
// out by a person), so nobody does until a person acts.
struct ObsClose
{
    Error error;
    bool isFinal = false;
};
ObsClose obsClose(int code, const QString &reason);

// Of a response that did not succeed.
Error obsFault(const ObsResponse &response);

// GetStreamStatus, GetSceneList, GetStats (may have failed) in our words. `outputWord` is the last output state an
// event told: "OBS_WEBSOCKET_OUTPUT_STARTING"; empty: none yet.
struct ObsAnswers
{
    QJsonObject stream;
    QJsonObject scenes;
    QJsonObject stats; // empty: not known
};
Result<EncoderSample> obsSample(const ObsAnswers &answers, const QString &outputWord);

// GetVersion: whether it knows each request that this adapter makes.
std::vector<AccessFinding> obsAccess(const QJsonObject &version, const QString &subject);

// "data:image/jpeg;base64,..." of GetSourceScreenshot.
struct ObsPicture
{
    QByteArray bytes;
    QString mediaType;
};
Result<ObsPicture> obsPicture(const QJsonObject &data);

} // namespace gantry::cloud
