#include "app/models/fault_model.h"

#include "cloud/sandbox/sandbox_fault_script.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gantry {

using Kind = cloud::SandboxFault::Kind;

namespace {

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

FaultModel::FaultModel(const QStringList &inputs, QObject *parent) : QAbstractListModel(parent)
{
    add(Kind::Throttled, tr("Too many requests (429)"), tr("Every call is refused, with a time to come back."));
    m_rows.back().fault.retryAfter = std::chrono::seconds(5);
    add(Kind::ServerError, tr("Server fault (500)"), tr("Every call fails in the cloud; nothing is executed."));
    add(Kind::Slow, tr("Slow"), tr("Every answer comes 5 s late."));
    add(Kind::AcceptOnly, tr("Accepts and does nothing"), tr("Commands are accepted, and nothing comes of them."));
    add(Kind::TimeOut, tr("Executes and never answers"), tr("Commands take effect, but no call is answered."));
    add(Kind::Truncated, tr("Broken answers"), tr("Every answer breaks off in the middle."));
    add(Kind::ClockSkew, tr("Wrong clock"), tr("The cloud's clock is 6 min ahead and refuses ours."));
    add(Kind::ExpiredToken, tr("Expired keys"), tr("Keys and tokens have ended and are refused."));
    add(Kind::Denied, tr("No permission"), tr("Every call is refused for want of a permission."));
    for (int pipeline = 0; pipeline < 2; ++pipeline) {
        add(Kind::PipelineFailure, tr("Pipeline %1 fails").arg(pipeline),
            tr("This pipeline of the encoder stands still."));
        m_rows.back().fault.pipeline = pipeline;
    }
    for (const QString &input : inputs) {
        add(Kind::InputLoss, tr("Input %1 is lost").arg(input), tr("Nothing arrives at this input of the encoder."));
        m_rows.back().fault.input = input;
    }
}

void FaultModel::add(Kind kind, const QString &what, const QString &meaning)
{
    Row row;
    row.fault.kind = kind;
    row.what = what;
    row.meaning = meaning;
    m_rows.push_back(std::move(row));
}

int FaultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString FaultModel::state(const Row &row) const
{
    if (!row.isOn)
        return tr("off");
    if (!row.left)
        return tr("ON");
    return tr("ON · %1 s left").arg((row.left->count() + 999) / 1000);
}

QVariant FaultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case FaultRole::What:
        return row.what;
    case FaultRole::Meaning:
        return row.meaning;
    case FaultRole::State:
        return state(row);
    case FaultRole::IsOn:
        return row.isOn;
    case FaultRole::AccessibleText:
    case Qt::AccessibleTextRole:
        return tr("%1: %2. %3", "fault, state, what it does").arg(row.what, state(row), row.meaning);
    case Qt::ToolTipRole:
        return row.meaning;
    default:
        return {};
    }
}

void FaultModel::setActive(const QByteArray &json)
{
    std::vector<cloud::SandboxFault> active;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : list) {
        if (auto fault = cloud::readFault(value.toObject(), QString()))
            active.push_back(*std::move(fault));
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        const bool wasOn = std::exchange(row.isOn, false);
        const auto before = std::exchange(row.left, std::nullopt);
        for (const cloud::SandboxFault &fault : active) {
            if (!fault.isAlike(row.fault))
                continue;
            row.isOn = true;
            row.left = fault.lasting;
        }
        if (wasOn != row.isOn || before != row.left)
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

QByteArray FaultModel::turnOn(int row, std::optional<std::chrono::seconds> lasting) const
{
    cloud::SandboxFault fault = m_rows.at(std::size_t(row)).fault;
    if (lasting)
        fault.lasting = *lasting;
    return line(cloud::faultJson(fault));
}

QByteArray FaultModel::turnOff(int row) const
{
    return line({{QStringLiteral("clear"), cloud::faultJson(m_rows.at(std::size_t(row)).fault)}});
}

QByteArray FaultModel::turnAllOff()
{
    return line({{QStringLiteral("clear"), QStringLiteral("all")}});
}

} // namespace gantry
