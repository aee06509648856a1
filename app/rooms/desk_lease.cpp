#include "app/rooms/desk_lease.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUuid>

namespace gantry {

namespace {

constexpr std::chrono::milliseconds firstLookAfter{200}; // to see whose claim stands

DeskClaim::Time now()
{
    return DeskClaim::Time(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()));
}

QString clockOf(DeskClaim::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("HH:mm:ss 'UTC'"));
}

} // namespace

DeskLease::DeskLease(const QString &path, const QString &who, QObject *parent)
    : QObject(parent), m_path(path), m_timer(this), m_handOver(this)
{
    m_own.token = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_own.who = who;
    m_own.host = QSysInfo::machineHostName();
    m_own.process = QCoreApplication::applicationPid();
    m_own.processStarted = processStartOf(m_own.process);
    m_timer.setInterval(lookEvery);
    m_handOver.setInterval(handOver);
    m_handOver.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DeskLease::look);
    connect(&m_handOver, &QTimer::timeout, this, &DeskLease::look);
}

DeskLease::~DeskLease()
{
    if (const auto claim = onDisk(); claim && claim->token == m_own.token)
        QFile::remove(m_path);
}

QString DeskLease::pathFor(const QString &showPath)
{
    const QFileInfo show(showPath);
    const QString path = show.canonicalFilePath().isEmpty() ? show.absoluteFilePath() : show.canonicalFilePath();
    if (QFileInfo(show.absolutePath()).isWritable())
        return path + QStringLiteral(".desk");
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/gantry");
    QDir().mkpath(folder);
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStringLiteral("%1/%2.desk").arg(folder, QLatin1StringView(hash));
}

void DeskLease::open()
{
    look();
    m_timer.start();
    QTimer::singleShot(firstLookAfter, this, &DeskLease::look);
}

std::optional<DeskClaim> DeskLease::onDisk() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? readClaim(file.readAll()) : std::nullopt;
}

bool DeskLease::write(const QString &reason)
{
    m_own.reason = reason;
    m_own.seen = now();
    QSaveFile file(m_path);
    const QByteArray json = writeClaim(m_own);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
    if (!written && !std::exchange(m_cannotWrite, true))
        Q_EMIT said(
            tr("Cannot write %1: another desk on this show would not be noticed. %2").arg(m_path, file.errorString()));
    m_cannotWrite = !written;
    return written;
}

void DeskLease::look()
{
    const auto claim = onDisk();
    if (claim && claim->token == m_own.token) {
        if (now() - m_own.seen >= writeEvery)
            write(m_own.reason); // still here
        if (!m_handOver.isActive())
            tell(true, m_own);
        return;
    }
    const bool wasOurs = m_told && m_told->ours;
    if (claim && !isStale(*claim, m_own.host, now(), processStartOf(claim->process))) {
        if (wasOurs)
            Q_EMIT said(tr("%1 has taken this show over: %2", "who, why").arg(claim->holder(), claim->reason));
        tell(false, *claim);
        return;
    }
    m_own.since = now();
    if (claim)
        Q_EMIT said(tr("%1 had this show until %2, and its program is gone: this desk has it now.")
                        .arg(claim->holder(), clockOf(claim->seen)));
    // Two desks that find it free write one after the other: the next look tells whose claim stands. Where nothing can
    // be written nobody else can claim it either.
    if (!write({}))
        tell(true, m_own);
}

void DeskLease::takeOver(const QString &reason)
{
    const auto claim = onDisk();
    if (claim && claim->token == m_own.token)
        return;
    m_own.since = now();
    if (!write(reason))
        return;
    if (claim)
        Q_EMIT said(tr("Taken over from %1: %2", "whom, why").arg(claim->holder(), reason));
    m_handOver.start();
}

void DeskLease::tell(bool ours, const DeskClaim &by)
{
    const DeskHold hold{ours, ours ? QString() : by.holder(), ours ? QString() : clockOf(by.since)};
    if (m_told == hold)
        return;
    m_told = hold;
    Q_EMIT held(hold);
}

} // namespace gantry
