#include "app/show/show_reader.h"

#include "app/show/settings_part.h"
#include "app/show/show_layouts.h"
#include "app/show/show_names.h"
#include "app/show/show_pairs.h"
#include "app/show/show_plans.h"
#include "app/show/srt_part.h"
#include "app/show/url_part.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

using enum ShowPart::Need;
using Names = ShowNames;

constexpr int formatVersion = 1;
constexpr qsizetype maxEncoders = 64;
constexpr qsizetype maxInputs = 32;
constexpr qsizetype maxAudiences = 64;

Feed readFeed(const ShowPart &part, Names &names)
{
    Feed feed;
    if (!part.isObjectOf(QStringList{u"name"_s, u"umd"_s, u"srt"_s} + feedUrlKeys() + feedSettingsKeys()))
        return feed;
    if (const auto name = part.name(u"name"_s)) {
        feed.id = {*name};
        names.add(part, *name);
    }
    if (part.value()[u"umd"].toString(u"?"_s) != QString()) // an empty second line is a second line not used
        feed.umd = part.name(u"umd"_s, Optional).value_or(QString());
    readFeedSettings(part, feed);
    readUrl(part, feed);
    if (feed.url || (hasUrl(part) && !part.has(u"srt"_s)))
        return feed;
    const ShowPart srt = part.at(u"srt"_s);
    if (!part.has(u"srt"_s)) {
        srt.missing(QCoreApplication::translate("show", "An object: where the signal comes from."));
    } else {
        readSrt(srt, feed);
    }
    return feed;
}

cloud::ProviderSettings readSettings(const ShowPart &owner, const std::vector<cloud::SettingRule> &rules)
{
    const QString key = u"settings"_s;
    cloud::ProviderSettings settings;
    QStringList known;
    for (const cloud::SettingRule &rule : rules)
        known.append(rule.name);
    const ShowPart part = owner.at(key);
    if (owner.has(key) && !part.isObjectOf(known))
        return settings;
    for (const cloud::SettingRule &rule : rules) {
        // What the rule says about an empty value is the best description of a right one.
        const QString described = rule.fault ? rule.fault(QString()).value_or(QString()) : QString();
        const QString allowed = described.isEmpty() ? QCoreApplication::translate("show", "Text.") : described;
        const auto text = part.text(rule.name, rule.required ? Required : Optional, allowed);
        if (!text)
            continue;
        // The value is not repeated: what was put into the wrong place may be a secret.
        if (const auto fault = rule.fault ? rule.fault(*text) : std::nullopt)
            part.at(rule.name).fault(QCoreApplication::translate("show", "This value does not fit."), *fault);
        settings.insert(rule.name, *text);
    }
    return settings;
}

// Fills in `provider` and `settings` of an encoder or an audience from the rows of its catalogue.
template <typename Rows, typename Entry>
void readProvider(const ShowPart &part, const Rows &rows, Entry &entry)
{
    QStringList known;
    for (const auto &row : rows)
        known.append(row.name);
    const QString allowed = QCoreApplication::translate("show", "One of: %1.").arg(known.join(u", "_s));
    const auto provider = part.text(u"provider"_s, Required, allowed);
    if (!provider)
        return;
    const auto row = std::ranges::find(rows, *provider, [](const auto &each) { return each.name; });
    if (row == rows.end()) {
        part.at(u"provider"_s).fault(QCoreApplication::translate("show", "There is no such provider."), allowed);
        return;
    }
    entry.provider = *provider;
    entry.settings = readSettings(part, row->settings);
}

// "return": "RETURN", "tally": "program_match"
void readReturn(const ShowPart &part, const Names &feeds, Encoder &encoder)
{
    if (const auto feed = part.name(u"return"_s, Optional)) {
        feeds.require(part.at(u"return"_s), *feed);
        encoder.returned = FeedId{*feed};
        const auto isInput = [&](const EncoderInput &input) { return input.feed.text == *feed; };
        if (std::ranges::any_of(encoder.inputs, isInput))
            part.at(u"return"_s)
                .fault(QCoreApplication::translate("show", "This feed goes into the encoder."),
                       QCoreApplication::translate("show", "The feed that comes out of it."));
    }
    const QString allowed = QCoreApplication::translate("show", "provider, or program_match.");
    const auto word = part.text(u"tally"_s, Optional, allowed);
    if (word == u"program_match"_s)
        encoder.tally = TallyBy::ProgramMatch;
    else if (word && word != u"provider"_s)
        part.at(u"tally"_s).fault(QCoreApplication::translate("show", "There is no such word here."), allowed);
    if (encoder.tally == TallyBy::ProgramMatch && !encoder.returned)
        part.at(u"tally"_s)
            .fault(QCoreApplication::translate("show", "Without a return there is no picture to follow."),
                   QCoreApplication::translate("show", "A return beside it: the feed that comes out of the encoder."));
}

Encoder readEncoder(const ShowPart &part, const Names &feeds, Names &encoders)
{
    Encoder encoder;
    if (!part.isObjectOf({u"name"_s, u"provider"_s, u"settings"_s, u"inputs"_s, u"return"_s, u"tally"_s}))
        return encoder;
    if (const auto name = part.name(u"name"_s)) {
        encoder.id = {*name};
        encoders.add(part, *name);
    }
    readProvider(part, cloud::encoderProviders(), encoder);
    Names inputs;
    for (const ShowPart &each : part.list(u"inputs"_s, Optional, maxInputs)) {
        if (!each.isObjectOf({u"name"_s, u"feed"_s}))
            continue;
        EncoderInput input;
        if (const auto name = each.name(u"name"_s)) {
            input.name = *name;
            inputs.add(each, *name);
        }
        if (const auto feed = each.name(u"feed"_s, Optional)) {
            input.feed = {*feed};
            feeds.require(each.at(u"feed"_s), *feed);
        }
        encoder.inputs.append(input);
    }
    readReturn(part, feeds, encoder);
    return encoder;
}

Audience readAudience(const ShowPart &part, const Names &encoders, Names &audiences)
{
    Audience audience;
    if (!part.isObjectOf({u"name"_s, u"provider"_s, u"settings"_s, u"encoder"_s}))
        return audience;
    if (const auto name = part.name(u"name"_s)) {
        audience.id = {*name};
        audiences.add(part, *name);
    }
    readProvider(part, cloud::audienceSources(), audience);
    if (const auto encoder = part.name(u"encoder"_s, Optional)) {
        audience.encoder = EncoderId{*encoder};
        encoders.require(part.at(u"encoder"_s), *encoder);
    }
    return audience;
}

// False when the rest of the file cannot be judged.
bool readVersion(const ShowPart &file)
{
    const QString key = u"gantry"_s;
    const double version = file.value()[key].toDouble();
    if (version > formatVersion) {
        file.at(key).fault(
            QCoreApplication::translate("show", "This show was written for a newer Gantry (format %1).").arg(version),
            QCoreApplication::translate("show", "Format %1. Open the file with a newer Gantry.").arg(formatVersion));
        return false;
    }
    file.wholeNumber(key, Required, formatVersion, formatVersion,
                     QCoreApplication::translate("show", "The format of the file: %1.").arg(formatVersion));
    return true;
}

} // namespace

Show interpretShow(const ShowPart &file)
{
    Show show;
    if (!readVersion(file) || !file.isObjectOf({u"gantry"_s, u"name"_s, u"feeds"_s, u"pairs"_s, u"encoders"_s,
                                                u"audiences"_s, u"plans"_s, u"layouts"_s, u"walls"_s}))
        return show;
    show.name = file.name(u"name"_s).value_or(QString());
    Names feeds;
    Names encoders;
    Names audiences;
    for (const ShowPart &part : file.list(u"feeds"_s, Required, maxShowFeeds))
        show.feeds.append(readFeed(part, feeds));
    refusePortConflicts(file, show.feeds);
    show.pairs = readPairs(file, feeds);
    for (const ShowPart &part : file.list(u"encoders"_s, Optional, maxEncoders)) {
        const Encoder encoder = readEncoder(part, feeds, encoders);
        const auto other = std::ranges::find(show.encoders, encoder.returned, &Encoder::returned);
        if (encoder.returned && other != show.encoders.end())
            part.at(u"return"_s)
                .fault(QCoreApplication::translate("show", "This is the return of %1 already.").arg(other->id.text),
                       QCoreApplication::translate("show", "A feed of its own for each encoder."));
        show.encoders.append(encoder);
    }
    for (const ShowPart &part : file.list(u"audiences"_s, Optional, maxAudiences))
        show.audiences.append(readAudience(part, encoders, audiences));
    show.plans = readPlans(file, show.encoders, feeds);
    readLayouts(file, feeds, show);
    return show;
}

} // namespace gantry
