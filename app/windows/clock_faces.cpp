#include "app/windows/clock_faces.h"

#include <QCoreApplication>
#include <QDateTime>

namespace gantry {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Face = widgets::ClockFace;

namespace {

struct ClockWords
{
    Q_DECLARE_TR_FUNCTIONS(gantry::CellViews)
};

constexpr auto halfADay = 12h;

QDateTime utcOf(const Instant &now)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(now.utc).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

std::chrono::milliseconds remaining(QTime end, const QDateTime &local)
{
    const std::chrono::milliseconds today(local.msecsTo(QDateTime(local.date(), end, Qt::LocalTime)));
    if (today >= -halfADay)
        return today;
    return std::chrono::milliseconds(local.msecsTo(QDateTime(local.date().addDays(1), end, Qt::LocalTime)));
}

} // namespace

std::optional<ClockWish> clockWish(const QString &what)
{
    using Kind = ClockWish::Kind;
    const QString words = what.trimmed().toLower();
    if (words.isEmpty() || words == "utc"_L1)
        return ClockWish{Kind::Utc, {}};
    if (words == "local"_L1)
        return ClockWish{Kind::Local, {}};
    if (words == "show"_L1)
        return ClockWish{Kind::Show, {}};
    if (!words.startsWith("countdown "_L1))
        return std::nullopt;
    const QString time = words.mid(10).trimmed();
    QTime end = QTime::fromString(time, u"HH:mm:ss"_s);
    if (!end.isValid())
        end = QTime::fromString(time, u"HH:mm"_s);
    return end.isValid() ? std::optional(ClockWish{Kind::Countdown, end}) : std::nullopt;
}

Face clockFace(const ClockWish &wish, const Instant &now)
{
    const QDateTime utc = utcOf(now);
    const QString format = u"HH:mm:ss"_s;
    switch (wish.kind) {
    case ClockWish::Kind::Utc:
        break;
    case ClockWish::Kind::Local:
        return {ClockWords::tr("LOCAL", "clock"), utc.toLocalTime().toString(format), {}, Face::Mood::Calm};
    case ClockWish::Kind::Show:
        return {ClockWords::tr("SHOW", "clock: since the session began"),
                widgets::clockDigits(std::chrono::floor<std::chrono::seconds>(now.elapsed)),
                {},
                Face::Mood::Calm};
    case ClockWish::Kind::Countdown:
        return widgets::countdownFace(
            ClockWords::tr("TO %1", "countdown to a time of day").arg(wish.end.toString(format)),
            remaining(wish.end, utc.toLocalTime()));
    }
    return {ClockWords::tr("UTC", "clock"), utc.toString(format), {}, Face::Mood::Calm};
}

} // namespace gantry
