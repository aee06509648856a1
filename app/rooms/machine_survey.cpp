#include "app/rooms/machine_survey.h"

#include "media/gpu/gpu_decoding.h"
#include "media/output/qt_sound_sink.h"
#include "widgets/wall/wall_driver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QScreen>
#include <QStorageInfo>

#ifdef Q_OS_LINUX
#include <sys/timex.h>
#endif

namespace gantry {

namespace {

std::optional<std::int64_t> receiveBuffer()
{
    QFile file(QStringLiteral("/proc/sys/net/core/rmem_max"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    bool number = false;
    const qlonglong bytes = file.read(32).trimmed().toLongLong(&number);
    return number && bytes > 0 ? std::optional<std::int64_t>(bytes) : std::nullopt;
}

// What the kernel has been told by whoever keeps its clock; sets nothing.
std::optional<MachineFacts::Clock> systemClock()
{
#ifdef Q_OS_LINUX
    timex state{};
    const int answer = ::adjtimex(&state);
    if (answer < 0)
        return std::nullopt;
    return MachineFacts::Clock{answer != TIME_ERROR && (state.status & STA_UNSYNC) == 0,
                               std::chrono::microseconds(state.esterror)};
#else
    return std::nullopt;
#endif
}

// Of a folder that may not have been made yet.
std::optional<std::int64_t> freeBytes(const QString &folder)
{
    QString existing = QDir::cleanPath(folder);
    while (!QFileInfo::exists(existing) && !QFileInfo(existing).isRoot())
        existing = QFileInfo(existing).path();
    const QStorageInfo storage(existing);
    const QFileInfo info(existing);
    if (!info.isDir() || !info.isWritable() || !storage.isValid() || storage.isReadOnly())
        return std::nullopt;
    return storage.bytesAvailable();
}

QList<MachineFacts::Screen> screens()
{
    QList<MachineFacts::Screen> all;
    for (const QScreen *screen : QGuiApplication::screens())
        all.append({screen->name(), screen->size() * screen->devicePixelRatio()});
    return all;
}

} // namespace

MachineSurvey::MachineSurvey(const QString &sessions, QObject *parent) : QObject(parent), m_facts(atOnce(sessions)) {}

MachineSurvey::~MachineSurvey()
{
    m_threads.waitForDone();
}

MachineFacts MachineSurvey::atOnce(const QString &sessions)
{
    MachineFacts facts;
    facts.screens = screens();
    facts.hasCard = widgets::mayHaveCard();
    facts.receiveBuffer = receiveBuffer();
    facts.clock = systemClock();
    facts.sessions = sessions;
    facts.freeBytes = freeBytes(sessions);
    return facts;
}

void MachineSurvey::start()
{
    m_threads.start([this] {
        const media::ProvenWay way = media::provenWay();
        QMetaObject::invokeMethod(this, [this, way] {
            m_facts.decoding = MachineFacts::Decoding{way.name, way.note, way.onGpu};
            Q_EMIT changed();
        });
    });
    m_threads.start([this] {
        const QString device = media::defaultSoundDevice();
        QMetaObject::invokeMethod(this, [this, device] {
            m_facts.soundDevice = device;
            Q_EMIT changed();
        });
    });
    m_keychain.check([this](const QString &fault) {
        m_facts.keychain = MachineFacts::Keychain{fault.isEmpty(), fault};
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

} // namespace gantry
