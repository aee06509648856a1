#pragma once
// The show as plain values: what comes in, which encoders carry it, and who counts the viewers. Read from and written
// to one JSON file by show_file.h. Names are unique within their kind, whatever the case of their letters. No secret is
// ever part of a show: a Secret only says where to fetch one.

#include "app/session/record.h"
#include "app/show/feed_limits.h"
#include "app/show/plan.h"
#include "cloud/catalogue.h"
#include "media/feed_settings.h"
#include "media/input/srt_address.h"
#include "media/input/url_address.h"

#include <QList>
#include <QString>

#include <optional>

namespace gantry {

// Where a secret is kept. The secret itself never passes through a show.
struct Secret
{
    enum class Store {
        None,        // there is no secret
        Environment, // `name` is an environment variable
        Keychain     // `name` is an entry of the desktop's keychain
    };
    Store store = Store::None;
    QString name; // empty for None
    bool operator==(const Secret &) const = default;
};

struct Feed
{
    FeedId id;
    QString umd;                          // second line below the picture; may be empty
    media::SrtAddress srt;                // its passphrase stays empty: fetch it from where `passphrase` says
    std::optional<media::UrlAddress> url; // instead of `srt`; its query and its user stay empty
    Secret passphrase;                    // of SRT, or what goes with `url` (UrlAddress::withSecret)
    media::FeedSettings settings;         // how it is received, decoded and measured
    FeedLimits limits;                    // and from when on what is measured is an alarm

    // Where it comes from, for people; no secret in it.
    QString place() const { return url ? url->place() : srt.place(); }
};

// Two feeds that are meant to carry the same programme on two ways.
struct Pair
{
    PairId id;
    FeedId primary;
    FeedId backup;
    bool operator==(const Pair &) const = default;
};

struct EncoderInput
{
    QString name; // as the provider names it: "A"
    FeedId feed;  // the feed that arrives there too; empty when the room does not see it
    bool operator==(const EncoderInput &) const = default;
};

struct Encoder
{
    EncoderId id;
    QString provider; // a row of cloud::encoderProviders()
    cloud::ProviderSettings settings;
    QList<EncoderInput> inputs;
};

struct Audience
{
    AudienceId id;
    QString provider; // a row of cloud::audienceSources()
    cloud::ProviderSettings settings;
    std::optional<EncoderId> encoder; // whose viewers these are
};

struct Show
{
    QString name;
    QList<Feed> feeds;
    QList<Pair> pairs;
    QList<Encoder> encoders;
    QList<Audience> audiences;
    QList<Plan> plans;
};

} // namespace gantry
