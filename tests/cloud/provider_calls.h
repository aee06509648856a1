#pragma once
// Calls of a provider's door, waited for.

#include "cloud/encoder_provider.h"

#include "cloud/await.h"

#include <QByteArray>

namespace gantry::test {

// JSON written with ' for ", which moc understands.
inline QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

inline cloud::EncoderSample poll(cloud::EncoderProvider &provider)
{
    auto sample = await<cloud::EncoderSample>([&](auto done) { provider.poll(std::move(done)); });
    if (sample)
        return *std::move(sample);
    cloud::EncoderSample none;
    none.failure = cloud::Error{cloud::Error::Kind::Setting, QStringLiteral("no single answer"), {}, {}, {}};
    return none;
}

inline cloud::CommandAnswer send(cloud::EncoderProvider &provider, cloud::Command command)
{
    if (command.token.isEmpty())
        command.token = QStringLiteral("0b0e29ad-57a5-4f2c-9d2f-3c7b8bde0001");
    auto answer = await<cloud::CommandAnswer>([&](auto done) { provider.send(command, std::move(done)); });
    return answer.value_or(
        tl::unexpected(cloud::Error{cloud::Error::Kind::Setting, QStringLiteral("no single answer"), {}, {}, {}}));
}

inline QString detail(const cloud::EncoderSample &sample, const char *name)
{
    for (const cloud::ProviderWord &word : sample.details) {
        if (word.name == QLatin1StringView(name))
            return word.value;
    }
    return {};
}

} // namespace gantry::test
