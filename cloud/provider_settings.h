#pragma once
// The settings of one provider entry against its rules, for factories. The show file is checked by the same rules when
// it is read; what arrives here may come from elsewhere.

#include "cloud/catalogue.h"

namespace gantry::cloud {

Error settingError(const QString &provider, const QString &setting, const QString &advice);

// A setting that is missing, wrong or unknown; nullopt: all is well.
std::optional<Error> firstFault(const QString &provider, const std::vector<SettingRule> &rules,
                                const ProviderSettings &settings);

// One sentence on what is allowed, or nullopt.
std::optional<QString> regionFault(const QString &text); // of AWS: "eu-west-1"

} // namespace gantry::cloud
