#include "cloud/provider_settings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace gantry::cloud {

std::optional<QString> regionFault(const QString &text)
{
    static const QRegularExpression region(QStringLiteral("^[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}$"));
    if (region.match(text).hasMatch())
        return std::nullopt;
    return QCoreApplication::translate("cloud", "A region such as eu-west-1 is needed.");
}

Error settingError(const QString &provider, const QString &setting, const QString &advice)
{
    Error error;
    error.kind = Error::Kind::Setting;
    error.tried = QCoreApplication::translate("cloud", "read setting \"%1\"").arg(setting);
    error.subject = provider;
    error.advice = advice;
    return error;
}

std::optional<Error> firstFault(const QString &provider, const std::vector<SettingRule> &rules,
                                const ProviderSettings &settings)
{
    for (const SettingRule &rule : rules) {
        if (!settings.contains(rule.name)) {
            if (rule.required)
                return settingError(provider, rule.name,
                                    QCoreApplication::translate("cloud", "This setting is needed."));
            continue;
        }
        if (const auto fault = rule.fault(settings.value(rule.name)))
            return settingError(provider, rule.name, *fault);
    }
    for (auto it = settings.keyBegin(); it != settings.keyEnd(); ++it) {
        const QString &name = *it;
        if (std::none_of(rules.begin(), rules.end(), [&name](const SettingRule &rule) { return rule.name == name; }))
            return settingError(provider, name, QCoreApplication::translate("cloud", "There is no such setting."));
    }
    return std::nullopt;
}

} // namespace gantry::cloud
