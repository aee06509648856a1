#include "app/control/desk_claim.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

constexpr qsizetype longestFile = 64 * 1024;
constexpr qsizetype longestText = 500;
constexpr double farthest = 9'007'199'254'740'992.0;

std::optional<qint64> whole(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < 0 || number > farthest || number != std::floor(number))
        return std::nullopt;
    return qint64(number);
}

} // namespace

QString DeskClaim::holder() const
{
    return QCoreApplication::translate("gantry::DeskClaim", "%1 on %2", "person, computer").arg(who, host);
}

QByteArray writeClaim(const DeskClaim &claim)
{
    return QJsonDocument(QJsonObject{{u"token"_s, claim.token},
                                     {u"who"_s, claim.who},
                                     {u"host"_s, claim.host},
                                     {u"process"_s, claim.process},
                                     {u"processStarted"_s, claim.processStarted},
                                     {u"sinceUtcMs"_s, qint64(claim.since.time_since_epoch().count())},
                                     {u"seenUtcMs"_s, qint64(claim.seen.time_since_epoch().count())},
                                     {u"reason"_s, claim.reason}})
        .toJson();
}

std::optional<DeskClaim> readClaim(const QByteArray &json)
{
    if (json.size() > longestFile)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    DeskClaim claim;
    for (const auto &[name, text] : {std::pair{"token"_L1, &claim.token},
                                     {"who"_L1, &claim.who},
                                     {"host"_L1, &claim.host},
                                     {"reason"_L1, &claim.reason}}) {
        const QJsonValue value = object.value(name);
        *text = value.toString();
        if (!value.isString() || text->size() > longestText)
            return std::nullopt;
    }
    const auto process = whole(object, "process"_L1);
    const auto started = whole(object, "processStarted"_L1);
    const auto since = whole(object, "sinceUtcMs"_L1);
    const auto seen = whole(object, "seenUtcMs"_L1);
    if (claim.token.isEmpty() || !process || !started || !since || !seen)
        return std::nullopt;
    claim.process = *process;
    claim.processStarted = *started;
    claim.since = DeskClaim::Time(std::chrono::milliseconds(*since));
    claim.seen = DeskClaim::Time(std::chrono::milliseconds(*seen));
    return claim;
}

qint64 processStartOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // The name in brackets may hold anything; the 22nd field is the 20th behind it.
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 19 && fields[0] != "Z" ? fields[19].toLongLong() : 0;
}

bool isStale(const DeskClaim &claim, const QString &thisHost, DeskClaim::Time now, qint64 startOfItsProcess)
{
    if (claim.host == thisHost)
        return startOfItsProcess == 0 || startOfItsProcess != claim.processStarted;
    return now - claim.seen > claimSilentFor;
}

} // namespace gantry
