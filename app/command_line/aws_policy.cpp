#include "app/command_line/aws_policy.h"

#include "cloud/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace gantry::command_line {

namespace {

QString profileOf(const cloud::ProviderSettings &settings)
{
    return settings.value(QStringLiteral("profile"));
}

// f(settings, statements) for each entry that is at AWS.
template <typename F>
void eachAtAws(const Show &show, const F &f)
{
    for (const Encoder &encoder : show.encoders) {
        const auto *row = cloud::encoderProvider(encoder.provider);
        if (row && row->policy)
            f(encoder.settings, row->policy(encoder.settings));
    }
    for (const Audience &audience : show.audiences) {
        const auto *row = cloud::audienceSource(audience.provider);
        if (row && row->policy)
            f(audience.settings, row->policy(audience.settings));
    }
}

QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

} // namespace

QStringList awsProfiles(const Show &show)
{
    QSet<QString> names;
    eachAtAws(show, [&names](const auto &settings, const auto &) { names.insert(profileOf(settings)); });
    return sorted(names);
}

QByteArray awsPolicy(const Show &show, const QString &profile)
{
    // First the actions of each resource, so that what is needed twice is said once; then the resources of each set of
    // actions, so that the document is short.
    QMap<QString, QSet<QString>> byResource;
    eachAtAws(show, [&](const auto &settings, const std::vector<cloud::PolicyStatement> &statements) {
        if (profileOf(settings) != profile)
            return;
        for (const cloud::PolicyStatement &statement : statements) {
            for (const QString &resource : statement.resources)
                byResource[resource].unite(QSet<QString>(statement.actions.begin(), statement.actions.end()));
        }
    });
    QMap<QStringList, QStringList> byActions;
    for (const auto &[resource, actions] : byResource.asKeyValueRange())
        byActions[sorted(actions)].append(resource);
    QJsonArray statements;
    for (const auto &[actions, resources] : byActions.asKeyValueRange())
        statements.append(QJsonObject{{QStringLiteral("Effect"), QStringLiteral("Allow")},
                                      {QStringLiteral("Action"), QJsonArray::fromStringList(actions)},
                                      {QStringLiteral("Resource"), QJsonArray::fromStringList(resources)}});
    return QJsonDocument(QJsonObject{{QStringLiteral("Version"), QStringLiteral("2012-10-17")},
                                     {QStringLiteral("Statement"), statements}})
        .toJson(QJsonDocument::Indented);
}

} // namespace gantry::command_line
