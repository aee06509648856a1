#pragma once
// The table of providers: name, the settings each one takes from a show file, and how to build it.
// A new provider is one file in encoders/ or audience/ and one row here.

#include "cloud/audience_source.h"
#include "cloud/cloud_error.h"
#include "cloud/encoder_provider.h"
#include "cloud/surroundings.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <span>

class QNetworkAccessManager;

namespace gantry::cloud {

// Settings of one provider entry as the show file gives them: name -> text. Never a secret.
using ProviderSettings = QHash<QString, QString>;

struct SettingRule
{
    QString name; // "region"
    bool required = true;
    // One sentence on what is allowed when the value is wrong, or std::nullopt when it is right.
    std::function<std::optional<QString>(const QString &)> fault;
};

// What one encoder needs of its provider's account, in the words of an AWS policy.
struct PolicyStatement
{
    QStringList actions;   // "medialive:DescribeChannel"
    QStringList resources; // ARNs; "*" alone where the service knows nothing finer
};

struct EncoderProviderRow
{
    QString name; // "medialive"
    std::vector<SettingRule> settings;
    // Takes Surroundings; a factory that needs the network alone may take a QNetworkAccessManager &.
    std::function<Result<std::unique_ptr<EncoderProvider>>(const ProviderSettings &, const Surroundings &)> make;
    std::vector<Verb> verbs{Verb::Start, Verb::Stop, Verb::SwitchInput}; // in the order of the buttons
    // The least that these settings need; nullptr: the provider has no such policies.
    std::function<std::vector<PolicyStatement>(const ProviderSettings &)> policy{};
    bool hasPictures = false; // EncoderProvider::thumbnail()
};

struct AudienceSourceRow
{
    QString name; // "mux"
    std::vector<SettingRule> settings;
    std::function<Result<std::unique_ptr<AudienceSource>>(const ProviderSettings &, const Surroundings &)> make;
    std::function<std::vector<PolicyStatement>(const ProviderSettings &)> policy{}; // as of an encoder
};

std::span<const EncoderProviderRow> encoderProviders();
std::span<const AudienceSourceRow> audienceSources();

// Null when there is no such row.
const EncoderProviderRow *encoderProvider(const QString &name);
const AudienceSourceRow *audienceSource(const QString &name);

} // namespace gantry::cloud
