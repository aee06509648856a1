#include "media/input/srt_stream_id.h"

#include <algorithm>

namespace gantry::media {
namespace {

constexpr QLatin1String resource("r");
constexpr QLatin1String user("u");
constexpr QLatin1String mode("m");
constexpr QLatin1String type("t");

// What a feed is asked for as, not which feed it is.
bool isManner(const QString &key)
{
    return key == mode || key == type;
}

} // namespace

std::optional<SrtStreamId> SrtStreamId::parse(const QString &text)
{
    SrtStreamId id;
    const QString mark = QStringLiteral("#!::");
    if (!text.startsWith(mark)) {
        if (!text.isEmpty())
            id.m_keys.append({resource, text});
        return id;
    }
    for (const QString &part : text.mid(mark.size()).split(u',')) {
        const qsizetype equals = part.indexOf(u'=');
        const QString key = part.left(equals);
        if (equals < 1 || id.value(key))
            return std::nullopt;
        id.m_keys.append({key, part.mid(equals + 1)});
    }
    return id;
}

std::optional<QString> SrtStreamId::value(const QString &key) const
{
    const auto found = std::ranges::find(m_keys, key, &std::pair<QString, QString>::first);
    return found == m_keys.end() ? std::nullopt : std::optional(found->second);
}

SrtStreamId::Answer SrtStreamId::answers(const SrtStreamId &asked) const
{
    for (const auto &[key, wanted] : asked.m_keys) {
        const std::optional<QString> said = value(key);
        if (said == wanted || (isManner(key) && !said)) // a plain stream id has no manner, and means ours
            continue;
        return key == user   ? Answer::OtherUser
               : key == mode ? Answer::OtherMode
               : key == type ? Answer::OtherType
                             : Answer::OtherStream;
    }
    if (value(mode) == QStringLiteral("request") && !asked.value(mode))
        return Answer::OtherMode;
    if (value(type).value_or(QStringLiteral("stream")) != QStringLiteral("stream") && !asked.value(type))
        return Answer::OtherType;
    return Answer::Fits;
}

bool SrtStreamId::meets(const SrtStreamId &other) const
{
    return std::ranges::none_of(m_keys, [&](const auto &mine) {
        const std::optional<QString> theirs = other.value(mine.first);
        return !isManner(mine.first) && theirs && *theirs != mine.second;
    });
}

} // namespace gantry::media
