#include "app/show/show_reader.h"

#include "app/show/settings_part.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

using enum ShowPart::Need;
using media::SrtAddress;

constexpr int formatVersion = 1;
constexpr int minLatency = 20;         // ms; below, no round trip fits in for a single repair
constexpr int maxLatency = 8000;       // ms; above, a hand at the desk no longer belongs to the picture it sees
constexpr qsizetype maxStreamId = 512; // bytes; the limit of SRT itself
constexpr qsizetype maxEncoders = 64;
constexpr qsizetype maxInputs = 32;
constexpr qsizetype maxAudiences = 64;

// The names of one kind; upper and lower case count as the same, as they do for a voice on the intercom.
class Names
{
public:
    void add(const ShowPart &owner, const QString &name)
    {
        const auto same = std::ranges::find(m_folded, name.toCaseFolded());
        if (same != m_folded.end()) {
            owner.at(u"name"_s).fault(
                QCoreApplication::translate("show", "%1 has this name already.")
                    .arg(m_places.at(same - m_folded.begin())),
                QCoreApplication::translate("show", "A name of its own; upper and lower case count as the same."));
            return;
        }
        m_names.append(name);
        m_folded.append(name.toCaseFolded());
        m_places.append(owner.place());
    }

    // Says so when `name`, read from the part, is not one of them.
    void require(const ShowPart &part, const QString &name) const
    {
        if (!m_names.contains(name))
            part.fault(QCoreApplication::translate("show", "There is none of this name."), suggestion(name, m_names));
    }

private:
    QStringList m_names;
    QStringList m_folded;
    QStringList m_places;
};

Secret readSecret(const ShowPart &srt)
{
    const QString key = u"passphrase"_s;
    const QString environment = u"environment"_s;
    const QString keychain = u"keychain"_s;
    if (!srt.has(key))
        return {};
    const ShowPart part = srt.at(key);
    const QString allowed = QCoreApplication::translate("show", "Name where it is kept: %1 or %2.")
                                .arg(uR"({"environment": "CAM1_KEY"})"_s, uR"({"keychain": "cam1"})"_s);
    if (part.value().isString()) {
        part.fault(QCoreApplication::translate("show",
                                               "A passphrase stands in the file. Take it out, and use a new one: "
                                               "whoever has read the file knows this one."),
                   allowed);
        return {};
    }
    if (!part.isObjectOf({environment, keychain}))
        return {};
    if (part.has(environment) == part.has(keychain)) {
        part.fault(QCoreApplication::translate("show", "It takes one place, no more and no less."), allowed);
        return {};
    }
    if (part.has(keychain))
        return {Secret::Store::Keychain, part.name(keychain).value_or(QString())};
    const QString name = part.name(environment).value_or(QString());
    static const QRegularExpression variable(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    if (!name.isEmpty() && !variable.match(name).hasMatch()) {
        part.at(environment)
            .fault(QCoreApplication::translate("show", "This cannot be the name of a variable."),
                   QCoreApplication::translate("show", "Letters, digits and _, not beginning with a digit."));
    }
    return {Secret::Store::Environment, name};
}

QString readHost(const ShowPart &srt, SrtAddress::Mode mode)
{
    const bool calls = mode == SrtAddress::Mode::Caller;
    const QString allowed =
        calls ? QCoreApplication::translate("show", "A name or an address to call, without srt:// and port.")
              : QCoreApplication::translate("show", "The address to listen on, or no host for all of them.");
    const auto host = srt.text(u"host"_s, calls ? Required : Optional, allowed);
    if (!host || (host->isEmpty() && !calls))
        return {};
    QUrl url;
    url.setHost(*host, QUrl::StrictMode);
    if (url.host().isEmpty())
        srt.at(u"host"_s).fault(QCoreApplication::translate("show", "This is no name and no address of a host."),
                                allowed);
    return *host;
}

SrtAddress readSrt(const ShowPart &srt)
{
    SrtAddress address;
    const QString modes = QCoreApplication::translate("show", "One of: %1.").arg(u"caller, listener"_s);
    const auto mode = srt.text(u"mode"_s, Required, modes);
    if (mode && *mode != "caller"_L1 && *mode != "listener"_L1)
        srt.at(u"mode"_s).fault(QCoreApplication::translate("show", "There is no such mode."), modes);
    address.mode = mode == u"listener" ? SrtAddress::Mode::Listener : SrtAddress::Mode::Caller;
    // With the mode in doubt nobody can say whether a host is needed.
    if (mode == u"listener" || mode == u"caller" || srt.has(u"host"_s))
        address.host = readHost(srt, address.mode);
    const auto port = srt.wholeNumber(u"port"_s, Required, 1, 65535,
                                      QCoreApplication::translate("show", "A whole number from 1 to 65535."));
    address.port = std::uint16_t(port.value_or(0));
    const auto latency =
        srt.wholeNumber(u"latency"_s, Optional, minLatency, maxLatency,
                        QCoreApplication::translate("show", "A whole number of milliseconds from %1 to %2.")
                            .arg(minLatency)
                            .arg(maxLatency));
    if (latency)
        address.latency = std::chrono::milliseconds(*latency);
    const QString streamIds = QCoreApplication::translate("show", "Text of at most %1 bytes.").arg(maxStreamId);
    address.streamId = srt.text(u"streamId"_s, Optional, streamIds).value_or(QString());
    if (const qsizetype bytes = address.streamId.toUtf8().size(); bytes > maxStreamId)
        srt.at(u"streamId"_s)
            .fault(QCoreApplication::translate("show", "The text has %1 bytes.").arg(bytes), streamIds);
    return address;
}

Feed readFeed(const ShowPart &part, Names &names)
{
    Feed feed;
    if (!part.isObjectOf(QStringList{u"name"_s, u"umd"_s, u"srt"_s} + feedSettingsKeys()))
        return feed;
    if (const auto name = part.name(u"name"_s)) {
        feed.id = {*name};
        names.add(part, *name);
    }
    if (part.value()[u"umd"].toString(u"?"_s) != QString()) // an empty second line is a second line not used
        feed.umd = part.name(u"umd"_s, Optional).value_or(QString());
    readFeedSettings(part, feed);
    const ShowPart srt = part.at(u"srt"_s);
    if (!part.has(u"srt"_s)) {
        srt.missing(QCoreApplication::translate("show", "An object: where the signal comes from."));
    } else if (srt.isObjectOf({u"mode"_s, u"host"_s, u"port"_s, u"latency"_s, u"streamId"_s, u"passphrase"_s})) {
        feed.srt = readSrt(srt);
        feed.passphrase = readSecret(srt);
    }
    return feed;
}

bool isEveryInterface(const QString &host)
{
    return host.isEmpty() || host == "0.0.0.0"_L1 || host == "::"_L1;
}

void refuseSharedPorts(const ShowPart &file, const QList<Feed> &feeds)
{
    const ShowPart list = file.at(u"feeds"_s);
    const auto listens = [](const Feed &feed) {
        return feed.srt.mode == SrtAddress::Mode::Listener && feed.srt.port != 0;
    };
    for (qsizetype late = 1; late < feeds.size(); ++late) {
        for (qsizetype early = 0; early < late; ++early) {
            const SrtAddress &a = feeds[early].srt;
            const SrtAddress &b = feeds[late].srt;
            if (!listens(feeds[early]) || !listens(feeds[late]) || a.port != b.port)
                continue;
            if (!isEveryInterface(a.host) && !isEveryInterface(b.host) &&
                a.host.compare(b.host, Qt::CaseInsensitive) != 0)
                continue;
            list.element(late).at(u"srt"_s).at(u"port"_s).fault(
                QCoreApplication::translate("show", "%1 listens on port %2 already.")
                    .arg(list.element(early).place())
                    .arg(a.port),
                QCoreApplication::translate("show", "A port of its own for each listener."));
            break;
        }
    }
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

Encoder readEncoder(const ShowPart &part, const Names &feeds, Names &encoders)
{
    Encoder encoder;
    if (!part.isObjectOf({u"name"_s, u"provider"_s, u"settings"_s, u"inputs"_s}))
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
    if (!readVersion(file) || !file.isObjectOf({u"gantry"_s, u"name"_s, u"feeds"_s, u"encoders"_s, u"audiences"_s}))
        return show;
    show.name = file.name(u"name"_s).value_or(QString());
    Names feeds;
    Names encoders;
    Names audiences;
    for (const ShowPart &part : file.list(u"feeds"_s, Required, maxShowFeeds))
        show.feeds.append(readFeed(part, feeds));
    refuseSharedPorts(file, show.feeds);
    for (const ShowPart &part : file.list(u"encoders"_s, Optional, maxEncoders))
        show.encoders.append(readEncoder(part, feeds, encoders));
    for (const ShowPart &part : file.list(u"audiences"_s, Optional, maxAudiences))
        show.audiences.append(readAudience(part, encoders, audiences));
    return show;
}

} // namespace gantry
