#pragma once
// The table of providers: name, the settings each one takes from a show file, and how to build it.
// A new provider is one file in encoders/ or audience/ and one row here.

#include "cloud/audience_source.h"
#include "cloud/cloud_error.h"
#include "cloud/encoder_provider.h"

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

// Everything a provider needs from its surroundings. `credentials` names where they come from: "environment".
struct EncoderProviderRow
{
    QString name; // "medialive"
    std::vector<SettingRule> settings;
    std::function<Result<std::unique_ptr<EncoderProvider>>(const ProviderSettings &, QNetworkAccessManager &)> make;
};

struct AudienceSourceRow
{
    QString name; // "mux"
    std::vector<SettingRule> settings;
    std::function<Result<std::unique_ptr<AudienceSource>>(const ProviderSettings &, QNetworkAccessManager &)> make;
};

std::span<const EncoderProviderRow> encoderProviders();
std::span<const AudienceSourceRow> audienceSources();

// Null when there is no such row.
const EncoderProviderRow *encoderProvider(const QString &name);
const AudienceSourceRow *audienceSource(const QString &name);

} // namespace gantry::cloud
