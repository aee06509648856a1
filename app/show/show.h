#pragma once
// The show as plain values: what comes in, which encoders carry it, who counts the viewers, and how the walls show it.
// Read from and written to one JSON file by show_file.h. Names are unique within their kind, whatever the case of their
// letters. No secret is ever part of a show: a Secret only says where to fetch one.

#include "app/session/record.h"
#include "app/show/feed_limits.h"
#include "app/show/plan.h"
#include "cloud/catalogue.h"
#include "media/feed_settings.h"
#include "media/input/srt_address.h"
#include "media/input/url_address.h"
#include "widgets/wall/wall_plan.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

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

// How much of a feed is decoded while nothing asks for more. What is on program or preview, fills a wall, is selected
// or has an alarm is always decoded in full.
enum class FeedShare {
    Full,      // wherever it is seen
    Light,     // without loop filter and pictures that no other needs
    Thumbnail, // key pictures only
    Off,       // nothing
    Auto       // no more than is needed: key pictures only
};

struct Feed
{
    FeedId id;
    QString umd;                          // second line below the picture; may be empty
    media::SrtAddress srt;                // its passphrase stays empty: fetch it from where `passphrase` says
    std::optional<media::UrlAddress> url; // instead of `srt`; its query and its user stay empty
    Secret passphrase;                    // of SRT, or what goes with `url` (UrlAddress::withSecret)
    media::FeedSettings settings;         // how it is received, decoded and measured
    FeedShare load = FeedShare::Full;
    FeedLimits limits; // and from when on what is measured is an alarm

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

// What puts red on a feed.
enum class TallyBy {
    Provider,    // the encoder says that it takes it
    ProgramMatch // its return shows it; where that cannot be told, what the encoder says
};

struct Encoder
{
    EncoderId id;
    QString provider; // a row of cloud::encoderProviders()
    cloud::ProviderSettings settings;
    QList<EncoderInput> inputs;
    std::optional<FeedId> returned; // the feed that shows what the encoder puts out
    TallyBy tally = TallyBy::Provider;
};

struct Audience
{
    AudienceId id;
    QString provider; // a row of cloud::audienceSources()
    cloud::ProviderSettings settings;
    std::optional<EncoderId> encoder; // whose viewers these are
};

// One way to arrange a wall. layoutPlan() makes the plan of it.
struct Layout
{
    QString name;
    QString preset; // of widgets::presetNames(); empty: free, with a grid of its own
    QSize grid;     // of a free layout
    // Free: places and contents. Of a preset: what its first cells show, without places.
    std::vector<widgets::WallCell> cells;
    bool operator==(const Layout &) const = default;
};

struct MonitorName
{
    QString name;   // as the desktop calls its output: "DP-1"
    QString serial; // of the monitor itself; empty: any that is there
    bool operator==(const MonitorName &) const = default;
};

// One wall window.
struct Wall
{
    QString name;
    QString layout; // it begins with; empty: the first
    std::optional<MonitorName> monitor;
    bool fullScreen = false;
    bool operator==(const Wall &) const = default;
};

struct Show
{
    QString name;
    QList<Feed> feeds;
    QList<Pair> pairs;
    QList<Encoder> encoders;
    QList<Audience> audiences;
    QList<Layout> layouts; // none: automatic, and the usual ones to choose from
    QList<Wall> walls;     // none: one, as the desktop places it
    QList<Plan> plans;
};

} // namespace gantry
