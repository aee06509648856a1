#include "app/show/settings_part.h"

#include <QCoreApplication>

#include <cmath>
#include <variant>
#include <vector>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

using enum ShowPart::Need;
using std::chrono::milliseconds;

using Slot = std::variant<milliseconds *, double *, std::optional<double> *>;

struct LimitValue
{
    const char *key;
    double least;
    double most;
    Slot (*slot)(Feed &);
};

struct LimitRow
{
    const char *key;
    FeedLimits::Times FeedLimits::*times;
    std::vector<LimitValue> values;
};

constexpr double longest = 3600'000; // ms; an alarm that comes after an hour comes to nobody

template <FeedLimits::Times FeedLimits::*times>
LimitValue warn()
{
    return {"warn", 0, longest, [](Feed &feed) -> Slot { return &(feed.limits.*times).warn; }};
}
template <FeedLimits::Times FeedLimits::*times>
LimitValue after()
{
    return {"after", 0, longest, [](Feed &feed) -> Slot { return &(feed.limits.*times).after; }};
}
template <FeedLimits::Times FeedLimits::*times>
LimitValue clear()
{
    return {"clear", 0, longest, [](Feed &feed) -> Slot { return &(feed.limits.*times).clear; }};
}
template <auto member>
LimitValue value(const char *key, double least, double most)
{
    return {key, least, most, [](Feed &feed) -> Slot { return &(feed.limits.*member); }};
}
template <auto member>
LimitValue measure(const char *key, double least, double most)
{
    return {key, least, most, [](Feed &feed) -> Slot { return &(feed.settings.limits.*member); }};
}

template <FeedLimits::Times FeedLimits::*times>
LimitRow row(const char *key, std::vector<LimitValue> values)
{
    values.push_back(after<times>());
    values.push_back(clear<times>());
    return {key, times, std::move(values)};
}
template <FeedLimits::Times FeedLimits::*times>
LimitRow steppedRow(const char *key, std::vector<LimitValue> values)
{
    values.push_back(warn<times>());
    return row<times>(key, std::move(values));
}

const std::vector<LimitRow> &limitRows()
{
    using L = FeedLimits;
    using M = media::MeasureLimits;
    static const std::vector<LimitRow> rows = {
        steppedRow<&L::black>("black",
                              {measure<&M::blackLevel>("level", 0, 0.5), measure<&M::blackShare>("share", 0.5, 1)}),
        steppedRow<&L::freeze>("freeze", {measure<&M::freezeDb>("db", -120, 0)}),
        row<&L::flat>("flat", {}),
        row<&L::bars>("bars", {}),
        row<&L::decoder>("decoder", {}),
        row<&L::silence>("silence", {measure<&M::silenceDbfs>("dbfs", -120, 0),
                                     value<&L::silenceOnProgram>("onProgram", 0, longest)}),
        row<&L::channelSilent>("channelSilent", {}),
        row<&L::phase>("phase", {measure<&M::phase>("below", -1, 1)}),
        row<&L::clipping>("clipping", {measure<&M::clippedShare>("share", 0, 1)}),
        row<&L::loudness>("loudness", {value<&L::loudnessTarget>("lufs", -60, 0),
                                       value<&L::loudnessTolerance>("tolerance", 0.1, 20)}),
        row<&L::truePeak>("truePeak", {value<&L::truePeakMost>("dbtp", -20, 6)}),
        row<&L::sync>("sync",
                      {value<&L::soundEarlyWarn>("warnEarly", 0, 5000), value<&L::soundLateWarn>("warnLate", 0, 5000),
                       value<&L::soundEarlyAlarm>("early", 0, 5000), value<&L::soundLateAlarm>("late", 0, 5000)}),
        row<&L::bitrate>("bitrate",
                         {value<&L::expectedMbps>("expectedMbps", 0.01, 1000),
                          value<&L::bitrateWarnShare>("warnShare", 0, 1), value<&L::bitrateAlarmShare>("share", 0, 1)}),
        row<&L::dropped>("dropped", {value<&L::droppedAlarmShare>("share", 0, 1)}),
        row<&L::retransmitted>("retransmitted", {value<&L::retransmittedWarnShare>("warnShare", 0, 1),
                                                 value<&L::retransmittedAlarmShare>("share", 0, 1)}),
        row<&L::margin>("margin", {value<&L::marginRoundTrips>("roundTrips", 1, 20)}),
        row<&L::roundTrip>("roundTrip",
                           {value<&L::roundTripRise>("rise", 0.05, 20), value<&L::roundTripLeast>("least", 0, 5000)}),
        row<&L::undecryptable>("undecryptable", {}),
        row<&L::turnedAway>("turnedAway", {}),
        row<&L::transport>("transport", {}),
        row<&L::backup>("backup", {value<&L::backupApart>("apart", 0, longest)}),
    };
    return rows;
}

QString rangeText(const LimitValue &value, bool isTime)
{
    return isTime ? QCoreApplication::translate("show", "A whole number of milliseconds from %1 to %2.")
                        .arg(value.least)
                        .arg(value.most, 0, 'f', 0)
                  : QCoreApplication::translate("show", "A number from %1 to %2.").arg(value.least).arg(value.most);
}

void readValue(const ShowPart &part, const LimitValue &value, Feed &feed)
{
    const QString key = QLatin1StringView(value.key);
    const Slot slot = value.slot(feed);
    if (auto *const *time = std::get_if<milliseconds *>(&slot)) {
        if (const auto read =
                part.wholeNumber(key, Optional, int(value.least), int(value.most), rangeText(value, true)))
            **time = milliseconds(*read);
    } else if (const auto read = part.number(key, Optional, value.least, value.most, rangeText(value, false))) {
        if (auto *const *number = std::get_if<double *>(&slot))
            **number = *read;
        else
            *std::get<std::optional<double> *>(slot) = *read;
    }
}

// The second step of a fault comes after the first; an alarm that was moved forward takes the usual warning with it.
void orderSteps(const ShowPart &part, FeedLimits::Times &times)
{
    if (times.warn <= times.after)
        return;
    if (!part.has(u"warn"_s)) {
        times.warn = times.after;
        return;
    }
    part.fault(QCoreApplication::translate("show", "The warning (%1 ms) comes after the alarm (%2 ms).")
                   .arg(times.warn.count())
                   .arg(times.after.count()),
               QCoreApplication::translate("show", "A warn that is at most as long as after."));
}

void readLimit(const ShowPart &part, const LimitRow &row, Feed &feed)
{
    if (part.value().isString()) {
        feed.limits.*row.times = {.on = false};
        if (part.value().toString() != "off"_L1) {
            part.fault(QCoreApplication::translate("show", "There is no such word here."),
                       QCoreApplication::translate("show", "The word off, or an object with limits."));
        }
        return;
    }
    QStringList keys;
    for (const LimitValue &value : row.values)
        keys.append(QLatin1StringView(value.key));
    if (!part.isObjectOf(keys))
        return;
    for (const LimitValue &value : row.values)
        readValue(part, value, feed);
    orderSteps(part, feed.limits.*row.times);
}

QJsonValue limitJson(const LimitRow &row, Feed feed)
{
    Feed usual;
    if (!(feed.limits.*row.times).on)
        return u"off"_s;
    QJsonObject object;
    for (const LimitValue &value : row.values) {
        const Slot now = value.slot(feed);
        const Slot before = value.slot(usual);
        const QString key = QLatin1StringView(value.key);
        if (auto *const *time = std::get_if<milliseconds *>(&now)) {
            if (**time != *std::get<milliseconds *>(before))
                object.insert(key, qint64((**time).count()));
        } else if (auto *const *number = std::get_if<double *>(&now)) {
            if (**number != *std::get<double *>(before))
                object.insert(key, **number);
        } else if (const auto &maybe = *std::get<std::optional<double> *>(now)) {
            object.insert(key, *maybe);
        }
    }
    return object;
}

constexpr const char *loadWords[] = {"full", "light", "thumbnail", "off", "auto"}; // in the order of FeedShare

void readLoad(const ShowPart &part, Feed &feed)
{
    QStringList words;
    for (const char *word : loadWords)
        words.append(QLatin1StringView(word));
    const QString oneOf = QCoreApplication::translate("show", "One of: %1.").arg(words.join(u", "_s));
    const auto said = part.text(u"load"_s, Optional, oneOf);
    if (!said)
        return;
    if (const qsizetype at = words.indexOf(*said); at >= 0)
        feed.load = FeedShare(at);
    else
        part.at(u"load"_s).fault(QCoreApplication::translate("show", "There is no such load."), oneOf);
}

} // namespace

QStringList feedSettingsKeys()
{
    return {u"program"_s, u"soundTrack"_s, u"decoding"_s, u"load"_s, u"limits"_s};
}

void readFeedSettings(const ShowPart &part, Feed &feed)
{
    if (const auto program =
            part.wholeNumber(u"program"_s, Optional, 1, 65535,
                             QCoreApplication::translate("show", "The number of a program: 1 to 65535.")))
        feed.settings.program = std::uint16_t(*program);
    feed.settings.soundTrack = part.wholeNumber(u"soundTrack"_s, Optional, 1, 64,
                                                QCoreApplication::translate("show", "A track from 1 to 64."));
    const QString ways = QCoreApplication::translate("show", "One of: %1.").arg(u"auto, software"_s);
    if (const auto way = part.text(u"decoding"_s, Optional, ways)) {
        if (*way == "software"_L1)
            feed.settings.decoding = media::FeedSettings::Decoding::Software;
        else if (*way != "auto"_L1)
            part.at(u"decoding"_s).fault(QCoreApplication::translate("show", "There is no such way to decode."), ways);
    }
    readLoad(part, feed);
    if (!part.has(u"limits"_s))
        return;
    const ShowPart limits = part.at(u"limits"_s);
    QStringList names;
    for (const LimitRow &row : limitRows())
        names.append(QLatin1StringView(row.key));
    if (!limits.isObjectOf(names))
        return;
    for (const LimitRow &row : limitRows()) {
        if (const QString name = QLatin1StringView(row.key); limits.has(name))
            readLimit(limits.at(name), row, feed);
    }
}

void writeFeedSettings(const Feed &feed, QJsonObject &object)
{
    if (feed.settings.program)
        object.insert(u"program"_s, *feed.settings.program);
    if (feed.settings.soundTrack)
        object.insert(u"soundTrack"_s, *feed.settings.soundTrack);
    if (feed.settings.decoding == media::FeedSettings::Decoding::Software)
        object.insert(u"decoding"_s, u"software"_s);
    if (feed.load != FeedShare::Full)
        object.insert(u"load"_s, QLatin1StringView(loadWords[std::size_t(feed.load)]));
    QJsonObject limits;
    for (const LimitRow &row : limitRows()) {
        const QJsonValue written = limitJson(row, feed);
        if (written.isString() || !written.toObject().isEmpty())
            limits.insert(QLatin1StringView(row.key), written);
    }
    if (!limits.isEmpty())
        object.insert(u"limits"_s, limits);
}

} // namespace gantry
