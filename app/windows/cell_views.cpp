#include "app/windows/cell_views.h"

#include "app/models/encoder_model.h"
#include "app/models/series_store.h"
#include "app/models/words.h"
#include "app/windows/clock_faces.h"
#include "widgets/cells/alarms_cell.h"
#include "widgets/cells/chart_cell.h"
#include "widgets/cells/figure_cell.h"
#include "widgets/cells/image_cell.h"
#include "widgets/cells/text_cell.h"

#include <QCoreApplication>

#include <cmath>

namespace gantry {

using namespace Qt::StringLiterals;
using widgets::CellContent;
using widgets::CellKind;
using widgets::CellView;
using widgets::FigureReading;

namespace {

constexpr double chartReaches = 180; // seconds: what a director remembers

struct CellWords
{
    Q_DECLARE_TR_FUNCTIONS(gantry::CellViews)
};

widgets::LaneContent laneOf(const ChartLane &lane, const RecordSource &source)
{
    widgets::LaneContent content;
    content.title = lane.title;
    content.note = lane.note;
    content.series = lane.series;
    content.silence = lane.silence;
    content.to = std::chrono::duration<double>(source.now().elapsed).count();
    content.from = content.to - chartReaches;
    content.now = content.to;
    return content;
}

// The newest value of a lane's first line.
FigureReading laneReading(const ChartLane &lane, const RecordSource &source)
{
    widgets::LaneContent content;
    content.now = std::chrono::duration<double>(source.now().elapsed).count();
    content.silence = lane.silence;
    content.series = {lane.series.front()};
    content.series.front().unit.clear();
    FigureReading reading;
    reading.title = lane.title;
    reading.unit = lane.series.front().unit;
    reading.note = content.newestAge(0);
    const widgets::SeriesPoint *newest = content.newest(0);
    if (!newest)
        reading.note = CellWords::tr("nothing told yet");
    else if (!std::isnan(newest->value))
        reading.value = content.newestText(0);
    reading.old = reading.value && !reading.note.isEmpty();
    return reading;
}

QModelIndex encoderNamed(const QAbstractItemModel *encoders, const QString &name)
{
    for (int row = 0; encoders && row < encoders->rowCount(); ++row) {
        if (encoders->index(row, 0).data(EncoderRole::Title).toString() == name)
            return encoders->index(row, 0);
    }
    return {};
}

FigureReading encoderReading(const QModelIndex &encoder, EncoderRole::Role role, const QString &title)
{
    FigureReading reading;
    reading.title = title;
    const QString value = encoder.data(role).toString();
    if (!value.isEmpty() && encoder.data(EncoderRole::Answered).toBool())
        reading.value = value;
    reading.note = encoder.data(EncoderRole::Age).toString();
    reading.old = !encoder.data(EncoderRole::Reachable).toBool();
    return reading;
}

struct EncoderFigure
{
    QString word; // in a layout
    EncoderRole::Role role;
    QString (*title)(const QString &encoder);
};

const std::vector<EncoderFigure> &encoderFigures()
{
    static const std::vector<EncoderFigure> all{
        {u"state"_s, EncoderRole::State,
         [](const QString &name) { return CellWords::tr("%1 state", "encoder").arg(name); }},
        {u"input"_s, EncoderRole::ActiveInput,
         [](const QString &name) { return CellWords::tr("%1 active input", "encoder").arg(name); }},
    };
    return all;
}

std::unique_ptr<CellView> told(const QString &sentence)
{
    return std::make_unique<widgets::TextCell>(sentence);
}

std::unique_ptr<CellView> clock(const QString &what, const RecordSource &source)
{
    const auto wish = clockWish(what);
    if (!wish)
        return told(CellWords::tr("“%1” is no clock: it can be utc, local, show or countdown 20:00:00").arg(what));
    return std::make_unique<widgets::ClockCell>([wish = *wish, &source] { return clockFace(wish, source.now()); });
}

std::unique_ptr<CellView> chart(const QString &what, const CellSources &sources)
{
    if (!sources.series.lane(what))
        return told(CellWords::tr("This show has no chart “%1”").arg(what));
    return std::make_unique<widgets::ChartCell>([what, &series = sources.series, &source = sources.source] {
        const ChartLane *lane = series.lane(what);
        return lane ? laneOf(*lane, source) : widgets::LaneContent{};
    });
}

std::unique_ptr<CellView> figure(const QString &what, const CellSources &sources)
{
    if (sources.series.lane(what)) {
        return std::make_unique<widgets::FigureCell>([what, &series = sources.series, &source = sources.source] {
            const ChartLane *lane = series.lane(what);
            return lane ? laneReading(*lane, source) : FigureReading{};
        });
    }
    const QString name = what.section(u' ', 1);
    for (const EncoderFigure &one : encoderFigures()) {
        if (what.section(u' ', 0, 0) != one.word || !encoderNamed(sources.encoders, name).isValid())
            continue;
        return std::make_unique<widgets::FigureCell>(
            [name, role = one.role, title = one.title(name), encoders = sources.encoders] {
                return encoderReading(encoderNamed(encoders, name), role, title);
            });
    }
    return told(CellWords::tr("This show has no figure “%1”").arg(what));
}

} // namespace

widgets::CellViewFactory cellViews(const CellSources &sources)
{
    return [sources](const CellContent &content) -> std::unique_ptr<CellView> {
        switch (content.kind) {
        case CellKind::Chart:
            return chart(content.what, sources);
        case CellKind::Alarms:
            return std::make_unique<widgets::AlarmsCell>(sources.alarms);
        case CellKind::Clock:
            return clock(content.what, sources.source);
        case CellKind::Image:
            return std::make_unique<widgets::ImageCell>(content.what);
        case CellKind::Text:
            return std::make_unique<widgets::TextCell>(content.what);
        case CellKind::Figure:
            return figure(content.what, sources);
        case CellKind::Empty:
        case CellKind::Feed:
        case CellKind::Program:
        case CellKind::Preview:
            break;
        }
        return nullptr;
    };
}

QList<widgets::CellOffer> cellOffers(const CellSources &sources)
{
    QList<widgets::CellOffer> offers;
    for (const ChartLane &lane : sources.series.lanes())
        offers.append({lane.title, {CellKind::Chart, lane.key}});
    for (int row = 0; sources.encoders && row < sources.encoders->rowCount(); ++row) {
        const QString name = sources.encoders->index(row, 0).data(EncoderRole::Title).toString();
        for (const EncoderFigure &one : encoderFigures())
            offers.append({one.title(name), {CellKind::Figure, one.word + u' ' + name}});
    }
    for (const ChartLane &lane : sources.series.lanes())
        offers.append({lane.title, {CellKind::Figure, lane.key}});
    return offers;
}

} // namespace gantry
