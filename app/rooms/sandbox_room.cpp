#include "app/rooms/sandbox_room.h"

#include "app/rooms/sandbox_return.h"
#include "cloud/sandbox/sandbox_fault_script.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace gantry {

namespace {

constexpr std::chrono::milliseconds lookEvery{40}; // a picture
constexpr int looksASecond = 25;

constexpr const char *returnsPath = "/return/";

QByteArray wordOf(cloud::SandboxServer::Output output)
{
    switch (output) {
    case cloud::SandboxServer::Output::MediaConnect:
        return "mediaconnect";
    case cloud::SandboxServer::Output::Google:
        return "google";
    case cloud::SandboxServer::Output::MediaLive:
        break;
    }
    return "medialive";
}

QByteArray accountPath(const QTemporaryDir &files)
{
    return files.filePath(QStringLiteral("service-account.json")).toUtf8();
}

} // namespace

SandboxRoom::SandboxRoom(Settings settings) : m_settings(std::move(settings)), m_server(withPictures(m_settings.cloud))
{
    m_server.faults().script = m_settings.script;
    m_look.setTimerType(Qt::PreciseTimer);
    connect(&m_look, &QTimer::timeout, this, &SandboxRoom::look);
}

SandboxRoom::~SandboxRoom() = default;

cloud::Result<quint16> SandboxRoom::start()
{
    auto port = m_server.start();
    if (!port)
        return port;
    QFile account(QString::fromUtf8(accountPath(m_files)));
    if (account.open(QIODevice::WriteOnly)) {
        account.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        account.write(m_server.googleAccount());
    }
    if (!m_settings.inputs.empty()) {
        std::vector<std::optional<media::SrtAddress>> returns;
        for (const Return &one : m_settings.returns)
            returns.push_back(one.address);
        m_carrier = std::make_unique<SandboxCarrier>(m_settings.inputs, std::move(returns));
    }
    m_look.start(lookEvery);
    return port;
}

QByteArray SandboxRoom::shellAssignments() const
{
    QByteArray lines = m_server.shellAssignments() + "GOOGLE_APPLICATION_CREDENTIALS=" + accountPath(m_files) + '\n';
    for (const Return &one : m_settings.returns) {
        if (!one.address)
            lines += "GANTRY_SANDBOX_RETURN_" + wordOf(one.output).toUpper() + '=' + m_server.endpoint().toEncoded() +
                     returnsPath + wordOf(one.output) + "/live.m3u8\n";
    }
    return lines;
}

cloud::SandboxServer::Settings SandboxRoom::withPictures(cloud::SandboxServer::Settings settings)
{
    if (m_settings.inputs.empty())
        return settings;
    settings.returnFiles = [this](const cloud::ServedRequest &request) { return returnFile(request.path); };
    settings.thumbnail = [this](const QString &input) { return m_carrier ? m_carrier->still(input) : QByteArray(); };
    return settings;
}

// "/return/medialive/7.ts"
cloud::ServedAnswer SandboxRoom::returnFile(const QByteArray &path) const
{
    const QList<QByteArray> parts = path.mid(qsizetype(qstrlen(returnsPath))).split('/');
    std::optional<QByteArray> file;
    for (std::size_t i = 0; m_carrier && parts.size() == 2 && i < m_settings.returns.size(); ++i) {
        if (!m_settings.returns[i].address && wordOf(m_settings.returns[i].output) == parts.first())
            file = m_carrier->file(i, parts.last());
    }
    cloud::ServedAnswer answer;
    answer.status = file ? 200 : 404;
    answer.body = file.value_or("{}");
    if (file)
        answer.contentType = parts.last().endsWith(".ts") ? "video/mp2t" : "application/vnd.apple.mpegurl";
    answer.headers.emplaceBack("Cache-Control", "no-store");
    return answer;
}

void SandboxRoom::look()
{
    for (std::size_t i = 0; m_carrier && i < m_settings.returns.size(); ++i) {
        const auto air = m_server.onAir(m_settings.returns[i].output);
        const auto input = std::find_if(m_settings.inputs.begin(), m_settings.inputs.end(),
                                        [&](const SandboxCarrier::Input &one) { return one.name == air.input; });
        if (!air.runs)
            m_carrier->choose(i, SandboxReturn::notThere);
        else
            m_carrier->choose(i, input == m_settings.inputs.end() ? SandboxReturn::nothing
                                                                  : int(input - m_settings.inputs.begin()));
    }
    if (++m_looks % looksASecond != 0)
        return;
    if (m_carrier) {
        for (const SandboxCarrier::Arrived &one : m_carrier->measure())
            m_server.reportInput(one.name, one.megabits);
    }
    tellFaults();
}

void SandboxRoom::tellFaults()
{
    QJsonArray list;
    for (const cloud::SandboxFault &fault : m_server.activeFaults()) {
        cloud::SandboxFault now = fault;
        now.at = {};
        list.append(cloud::faultJson(now));
    }
    const QByteArray json = QJsonDocument(list).toJson(QJsonDocument::Compact);
    if (json == std::exchange(m_toldFaults, json))
        return;
    Q_EMIT faultsChanged(json);
}

QString SandboxRoom::control(const QByteArray &line)
{
    QJsonParseError parse;
    const QJsonObject object = QJsonDocument::fromJson(line.left(64 * 1024), &parse).object();
    if (object.isEmpty())
        return tr("A line is one JSON object: %1").arg(parse.errorString());
    const QJsonValue clear = object.value(QLatin1String("clear"));
    if (clear.toString() == QLatin1String("all")) {
        m_server.clearFaults();
    } else {
        const auto fault = cloud::readFault(clear.isObject() ? clear.toObject() : object, tr("this line"));
        if (!fault)
            return QStringLiteral("%1. %2").arg(fault.error().text(), fault.error().advice);
        if (clear.isObject())
            m_server.removeFault(*fault);
        else
            m_server.addFault(*fault);
    }
    tellFaults();
    return {};
}

} // namespace gantry
