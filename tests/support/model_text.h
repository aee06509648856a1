#pragma once
// What a model says, as text an operator could read: one line a row, the roles of that model in order.

#include "app/models/alarm_model.h"
#include "app/models/audit_model.h"
#include "app/models/encoder_model.h"
#include "app/models/feed_details_model.h"
#include "app/models/plan_model.h"
#include "app/models/series_store.h"
#include "app/models/wall_model.h"
#include "widgets/alarm_roles.h"
#include "widgets/wall/wall_roles.h"

#include <QStringList>

namespace gantry::tests {

inline QString cell(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QList<float>>()) {
        QStringList peaks;
        for (const float peak : value.value<QList<float>>())
            peaks.append(QString::number(peak, 'f', 1));
        return peaks.join(u',');
    }
    return value.metaType() == QMetaType::fromType<QStringList>() ? value.toStringList().join(u',') : value.toString();
}

inline QStringList modelText(const QAbstractItemModel &model, const QList<int> &roles)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int role : roles)
            cells.append(cell(model.index(row, 0).data(role)));
        lines.append(cells.join(QStringLiteral(" | ")));
    }
    return lines;
}

inline QStringList wallText(const WallModel &model)
{
    namespace R = widgets::WallRole;
    return modelText(model, {R::Label, R::Detail, R::TallyWord, R::Live, R::StateWord, R::StateDetail, R::PictureAge,
                             R::AudioPeaks, R::AudioWord, R::Alarm, R::AlarmWord, R::AccessibleText, FeedRole::Figures,
                             FeedRole::Link, R::Badge, R::AudioQuasiPeaks, R::AudioTruePeaks, R::ShortTermLoudness});
}

inline QStringList detailsText(const FeedDetailsModel &model)
{
    namespace R = FactRole;
    return modelText(model, {R::Name, R::Value, R::Note, R::AlarmWord});
}

inline QStringList alarmText(const AlarmModel &model)
{
    namespace R = widgets::AlarmRole;
    return modelText(model, {R::What, R::Priority, R::StateWord, R::Where, R::Since, R::Age, R::Advice, R::Key});
}

inline QStringList encoderText(const EncoderModel &model)
{
    namespace R = EncoderRole;
    return modelText(model, {R::Title, R::State, R::Reachable, R::Age, R::Pipelines, R::ActiveInput, R::Alerts,
                             R::Command, R::StartBlocked, R::SwitchBlocked});
}

inline QStringList auditText(const AuditModel &model)
{
    namespace R = AuditRole;
    return modelText(model, {R::What, R::When, R::Who, R::Marks, R::StepWord, R::Detail});
}

inline QStringList planText(const PlanModel &model)
{
    namespace R = PlanRole;
    return modelText(model, {R::Title, R::ModeWord, R::ModeBy, R::OnAir, R::SourceLines, R::Waits, R::LastStep,
                             R::Advice, R::Warning});
}

inline QStringList seriesText(const SeriesStore &store)
{
    QStringList lines;
    for (const ChartLane &lane : store.lanes()) {
        for (const widgets::Series &series : lane.series) {
            QStringList points;
            for (const widgets::SeriesPoint &point : series.points)
                points.append(QStringLiteral("%1:%2").arg(point.seconds, 0, 'f', 3).arg(point.value, 0, 'g', 6));
            lines.append(QStringLiteral("%1 %2 (%3) %4").arg(lane.title, series.name, lane.note, points.join(u' ')));
        }
    }
    for (const widgets::ChartFlag &flag : store.flags())
        lines.append(QStringLiteral("flag %1 %2 %3").arg(flag.seconds, 0, 'f', 3).arg(flag.text).arg(flag.priority));
    return lines;
}

// All models of a room, as the windows hold them.
struct RoomModels
{
    RoomModels(const Show &show, const RecordSource &source)
        : wall(show, source), details(show), alarms(source), encoders(show, source), plans(show, source), series(show)
    {
    }
    void clear()
    {
        wall.clear();
        details.clear();
        alarms.clear();
        encoders.clear();
        plans.clear();
        audit.clear();
        series.clear();
    }
    void apply(const RecordBatch &batch)
    {
        wall.apply(batch);
        details.apply(batch);
        alarms.apply(batch);
        encoders.apply(batch);
        plans.apply(batch);
        audit.apply(batch);
        series.apply(batch);
    }
    QStringList text() const
    {
        return wallText(wall) + detailsText(details) + alarmText(alarms) + encoderText(encoders) + planText(plans) +
               auditText(audit) + seriesText(series);
    }

    WallModel wall;
    FeedDetailsModel details; // of the first feed
    AlarmModel alarms;
    EncoderModel encoders;
    PlanModel plans;
    AuditModel audit;
    SeriesStore series;
};

} // namespace gantry::tests
