#include "app/show/show_plans.h"

#include "app/show/show_object.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

using enum ShowPart::Need;
using std::chrono::milliseconds;

constexpr qsizetype maxPlans = 32;
constexpr qsizetype maxSources = 8;
constexpr int longest = 3'600'000; // ms; a plan that waits an hour protects nobody
constexpr int mostTrips = 100;

struct LimitRow
{
    QLatin1StringView key;
    PlanLimit PlanLimits::*limit;
};
constexpr LimitRow limitRows[] = {
    {"noSignal"_L1, &PlanLimits::noSignal},   {"black"_L1, &PlanLimits::black},
    {"freeze"_L1, &PlanLimits::freeze},       {"silence"_L1, &PlanLimits::silence},
    {"dropped"_L1, &PlanLimits::dropped},     {"bitrate"_L1, &PlanLimits::bitrate},
    {"transport"_L1, &PlanLimits::transport}, {"pipeline"_L1, &PlanLimits::pipeline},
};

struct Threshold
{
    QLatin1StringView limit;
    QLatin1StringView key;
    double least;
    double most;
};
constexpr Threshold droppedShare{"dropped"_L1, "share"_L1, 0.0001, 1};
constexpr Threshold floorMbps{"bitrate"_L1, "floorMbps"_L1, 0.01, 1000};

QString timeText(int least)
{
    return QCoreApplication::translate("show", "A whole number of milliseconds from %1 to %2.").arg(least).arg(longest);
}

void readTime(const ShowPart &part, const QString &key, int least, milliseconds &time)
{
    if (const auto read = part.wholeNumber(key, Optional, least, longest, timeText(least)))
        time = milliseconds(*read);
}

std::optional<double> readThreshold(const ShowPart &part, const Threshold &threshold)
{
    return part.number(
        threshold.key, Optional, threshold.least, threshold.most,
        QCoreApplication::translate("show", "A number from %1 to %2.").arg(threshold.least).arg(threshold.most));
}

void readLimit(const ShowPart &part, const LimitRow &row, PlanLimits &limits)
{
    PlanLimit &limit = limits.*row.limit;
    if (part.value().isString()) {
        limit.on = false;
        if (part.value().toString() != "off"_L1)
            part.fault(QCoreApplication::translate("show", "There is no such word here."),
                       QCoreApplication::translate("show", "The word off, or an object with limits."));
        return;
    }
    QStringList keys{u"trip"_s, u"clear"_s};
    for (const Threshold &threshold : {droppedShare, floorMbps})
        if (threshold.limit == row.key)
            keys.append(threshold.key);
    if (!part.isObjectOf(keys))
        return;
    limit.on = true;
    readTime(part, u"trip"_s, 0, limit.trip);
    readTime(part, u"clear"_s, 0, limit.clear);
    if (row.key == droppedShare.limit)
        limits.droppedShare = readThreshold(part, droppedShare).value_or(limits.droppedShare);
    if (row.key == floorMbps.limit)
        limits.floorMbps = readThreshold(part, floorMbps);
}

void readLimits(const ShowPart &part, PlanLimits &limits)
{
    QStringList keys;
    for (const LimitRow &row : limitRows)
        keys.append(row.key);
    if (!part.isObjectOf(keys))
        return;
    for (const LimitRow &row : limitRows)
        if (part.has(row.key))
            readLimit(part.at(row.key), row, limits);
}

// "A", or {"input": "SLATE", "trusted": true}
std::optional<PlanSource> readSource(const ShowPart &part, const Encoder &encoder)
{
    PlanSource source;
    ShowPart named = part;
    if (part.value().isString()) {
        source.input = part.value().toString();
    } else {
        if (!part.isObjectOf({u"input"_s, u"trusted"_s}))
            return std::nullopt;
        source.input = part.name(u"input"_s).value_or(QString());
        named = part.at(u"input"_s);
        const ShowPart trusted = part.at(u"trusted"_s);
        if (part.has(u"trusted"_s) && !trusted.value().isBool())
            trusted.wrongKind(QCoreApplication::translate("show", "true or false."));
        source.trusted = trusted.value().toBool();
        if (source.input.isEmpty())
            return std::nullopt;
    }
    QStringList inputs;
    for (const EncoderInput &input : encoder.inputs) {
        inputs.append(input.name);
        if (input.name == source.input)
            source.feed = input.feed;
    }
    if (!inputs.contains(source.input)) {
        named.fault(QCoreApplication::translate("show", "%1 has no such input.").arg(encoder.id.text),
                    suggestion(source.input, inputs));
        return std::nullopt;
    }
    if (source.feed.text.isEmpty() && !source.trusted)
        named.fault(QCoreApplication::translate("show", "The room does not see this input, so nobody can say whether "
                                                        "it is fit."),
                    QCoreApplication::translate("show", "An input with a feed, or \"trusted\": true for one that the "
                                                        "encoder makes itself."));
    return source;
}

void readSources(const ShowPart &part, const Encoder &encoder, Plan &plan)
{
    for (const ShowPart &each : part.list(u"sources"_s, Required, maxSources)) {
        const auto source = readSource(each, encoder);
        if (!source)
            continue;
        const auto same = [&](const PlanSource &other) { return other.input == source->input; };
        if (std::ranges::any_of(plan.sources, same))
            each.fault(QCoreApplication::translate("show", "This input stands in the plan already: it would take over "
                                                           "from itself."),
                       QCoreApplication::translate("show", "Each input once, the best first."));
        else
            plan.sources.append(*source);
    }
    if (part.has(u"sources"_s) && part.at(u"sources"_s).value().toArray().size() == 1)
        part.at(u"sources"_s)
            .fault(QCoreApplication::translate("show", "There is nothing to switch to."),
                   QCoreApplication::translate("show", "At least two inputs, the best first."));
}

void readReturn(const ShowPart &part, Plan &plan)
{
    const QString allowed = QCoreApplication::translate(
        "show", "\"stay\", \"ask\", or {\"after\": milliseconds that the better input has been fit}.");
    const ShowPart back = part.at(u"return"_s);
    if (back.value().isObject()) {
        if (!back.isObjectOf({u"after"_s}))
            return;
        plan.back = Plan::Return::After;
        const auto after = back.wholeNumber(u"after"_s, Required, 1000, longest, timeText(1000));
        plan.returnAfter = milliseconds(after.value_or(longest));
        if (after && plan.returnAfter < plan.settle)
            back.at(u"after"_s)
                .fault(QCoreApplication::translate("show", "It would return after %1 ms, before the switch away has "
                                                           "settled (%2 ms).")
                           .arg(*after)
                           .arg(plan.settle.count()),
                       QCoreApplication::translate("show", "At least as long as settle."));
        return;
    }
    const QString word = back.value().toString();
    if (word == "stay"_L1)
        plan.back = Plan::Return::Stay;
    else if (word == "ask"_L1)
        plan.back = Plan::Return::Ask;
    else if (part.has(u"return"_s))
        back.fault(QCoreApplication::translate("show", "There is no such way back."), allowed);
}

Plan readPlan(const ShowPart &part, const QList<Encoder> &encoders, const ShowNames &feeds, ShowNames &plans)
{
    Plan plan;
    if (!part.isObjectOf({u"name"_s, u"encoder"_s, u"sources"_s, u"witness"_s, u"limits"_s, u"grace"_s, u"settle"_s,
                          u"trips"_s, u"return"_s}))
        return plan;
    if (const auto name = part.name(u"name"_s)) {
        plan.id = {*name};
        plans.add(part, *name);
    }
    if (const auto name = part.name(u"encoder"_s)) {
        plan.encoder = {*name};
        const auto encoder = std::ranges::find(encoders, plan.encoder, &Encoder::id);
        if (encoder != encoders.end()) {
            readSources(part, *encoder, plan);
        } else {
            QStringList known;
            for (const Encoder &each : encoders)
                known.append(each.id.text);
            part.at(u"encoder"_s)
                .fault(QCoreApplication::translate("show", "There is no encoder of that name."),
                       suggestion(*name, known));
        }
    }
    if (const auto witness = part.name(u"witness"_s, Optional)) {
        feeds.require(part.at(u"witness"_s), *witness);
        plan.witness = FeedId{*witness};
    }
    if (part.has(u"limits"_s))
        readLimits(part.at(u"limits"_s), plan.limits);
    readTime(part, u"grace"_s, 0, plan.grace);
    readTime(part, u"settle"_s, 1000, plan.settle);
    if (const ShowPart trips = part.at(u"trips"_s);
        part.has(u"trips"_s) && trips.isObjectOf({u"most"_s, u"within"_s})) {
        plan.mostTrips =
            trips
                .wholeNumber(u"most"_s, Optional, 1, mostTrips,
                             QCoreApplication::translate("show", "A whole number from %1 to %2.").arg(1).arg(mostTrips))
                .value_or(plan.mostTrips);
        readTime(trips, u"within"_s, 1000, plan.tripsWithin);
    }
    readReturn(part, plan);
    return plan;
}

QJsonValue limitJson(const LimitRow &row, const PlanLimits &limits)
{
    const PlanLimit &limit = limits.*row.limit;
    if (!limit.on)
        return u"off"_s;
    QJsonObject object{{u"trip"_s, qint64(limit.trip.count())}, {u"clear"_s, qint64(limit.clear.count())}};
    if (row.key == droppedShare.limit)
        object.insert(droppedShare.key, limits.droppedShare);
    if (row.key == floorMbps.limit && limits.floorMbps)
        object.insert(floorMbps.key, *limits.floorMbps);
    return object;
}

QJsonValue returnJson(const Plan &plan)
{
    switch (plan.back) {
    case Plan::Return::Stay:
        return u"stay"_s;
    case Plan::Return::Ask:
        return u"ask"_s;
    case Plan::Return::After:
        break;
    }
    return QJsonObject{{u"after"_s, qint64(plan.returnAfter.count())}};
}

QJsonObject planJson(const Plan &plan)
{
    QJsonArray sources;
    for (const PlanSource &source : plan.sources)
        sources.append(source.trusted ? QJsonValue(QJsonObject{{u"input"_s, source.input}, {u"trusted"_s, true}})
                                      : QJsonValue(source.input));
    QJsonObject limits;
    for (const LimitRow &row : limitRows)
        if (plan.limits.*row.limit != PlanLimits().*row.limit ||
            limitJson(row, plan.limits) != limitJson(row, PlanLimits()))
            limits.insert(row.key, limitJson(row, plan.limits));
    QJsonObject object{
        {u"name"_s, plan.id.text},
        {u"encoder"_s, plan.encoder.text},
        {u"sources"_s, sources},
        {u"grace"_s, qint64(plan.grace.count())},
        {u"settle"_s, qint64(plan.settle.count())},
        {u"trips"_s, QJsonObject{{u"most"_s, plan.mostTrips}, {u"within"_s, qint64(plan.tripsWithin.count())}}},
        {u"return"_s, returnJson(plan)}};
    if (!limits.isEmpty())
        object.insert(u"limits"_s, limits);
    if (plan.witness)
        object.insert(u"witness"_s, plan.witness->text);
    return object;
}

} // namespace

QList<Plan> readPlans(const ShowPart &file, const QList<Encoder> &encoders, const ShowNames &feeds)
{
    QList<Plan> plans;
    ShowNames names;
    for (const ShowPart &part : file.list(u"plans"_s, Optional, maxPlans)) {
        const Plan plan = readPlan(part, encoders, feeds, names);
        const auto other = std::ranges::find(plans, plan.encoder, &Plan::encoder);
        if (!plan.encoder.text.isEmpty() && other != plans.end())
            part.at(u"encoder"_s)
                .fault(
                    QCoreApplication::translate("show", "%1 has a plan already: %2.")
                        .arg(plan.encoder.text, other->id.text),
                    QCoreApplication::translate("show", "One plan an encoder; two would switch against each other."));
        plans.append(plan);
    }
    return plans;
}

QJsonArray plansArray(const QList<Plan> &plans)
{
    QJsonArray array;
    for (const Plan &plan : plans)
        array.append(planJson(plan));
    return array;
}

tl::expected<Plan, QList<ShowFault>> readPlan(const QByteArray &json, const Show &show)
{
    return interpretObject(json, [&](const ShowPart &file) {
        ShowNames feeds;
        for (const Feed &feed : show.feeds)
            feeds.add(file, feed.id.text);
        ShowNames plans;
        return readPlan(file, show.encoders, feeds, plans);
    });
}

tl::expected<Plan, QList<ShowFault>> readPlanFile(const QString &path, const Show &show)
{
    QFile file(path);
    QByteArray json;
    if (file.open(QIODevice::ReadOnly))
        json = file.read(maxShowBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(
            QList<ShowFault>{{{},
                              QCoreApplication::translate("show", "Cannot read %1: %2.").arg(path, file.errorString()),
                              QCoreApplication::translate("show", "A plan file that this user may read."),
                              0}});
    auto plan = readPlan(json, show);
    if (!plan)
        for (ShowFault &fault : plan.error())
            fault.what = QCoreApplication::translate("show", "%1: %2", "place, what is wrong").arg(path, fault.what);
    return plan;
}

} // namespace gantry
