#pragma once
// One value of a record into one parameter of a statement, and out of one column. Included by record_codec.cpp alone.
// take() answers false for anything that put() would not have written: a wrong type, a NULL, an unknown word.

#include "app/session/database.h"
#include "app/session/record_lists.h"
#include "app/session/record_words.h"

#include <concepts>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace gantry::cells {

// What the spine and durations may hold: some 9 000 years. Keeps arithmetic on a hostile file from overflowing.
inline constexpr std::int64_t kFarthestUs = 300'000'000'000'000'000;

template <typename Period>
constexpr std::int64_t kFarthest = kFarthestUs / std::int64_t(std::micro::den) * Period::den / Period::num;

inline void put(Statement &statement, int at, const QString &value)
{
    statement.bind(at, value);
}

inline void put(Statement &statement, int at, const QByteArray &value)
{
    statement.bind(at, value);
}

inline void put(Statement &statement, int at, double value)
{
    statement.bind(at, value);
}

inline void put(Statement &statement, int at, media::BitsPerSecond value)
{
    statement.bind(at, value.value);
}

inline void put(Statement &statement, int at, cloud::BitsPerSecond value)
{
    statement.bind(at, value.value);
}

// Unsigned 64 bit counts keep their bits; schema.sql says so.
void put(Statement &statement, int at, std::integral auto value)
{
    statement.bind(at, static_cast<std::int64_t>(value));
}

template <typename Enum>
requires std::is_enum_v<Enum>
void put(Statement &statement, int at, Enum value)
{
    statement.bind(at, word(value));
}

template <typename Period>
void put(Statement &statement, int at, std::chrono::duration<std::int64_t, Period> value)
{
    statement.bind(at, std::int64_t(value.count()));
}

template <typename Duration>
void put(Statement &statement, int at, std::chrono::sys_time<Duration> value)
{
    statement.bind(at, std::int64_t(value.time_since_epoch().count()));
}

template <typename T>
void put(Statement &statement, int at, const std::vector<T> &list)
{
    statement.bind(at, listText(list));
}

template <typename T>
void put(Statement &statement, int at, const std::optional<T> &value)
{
    if (value)
        put(statement, at, *value);
    else
        statement.bind(at, nullptr);
}

using Type = Statement::Type;

inline bool take(const Statement &statement, int at, QString &value)
{
    if (statement.type(at) != Type::Text)
        return false;
    value = statement.text(at);
    return true;
}

inline bool take(const Statement &statement, int at, QByteArray &value)
{
    if (statement.type(at) != Type::Blob)
        return false;
    value = statement.blob(at);
    return true;
}

// NULL is how SQLite stores what is not a number.
inline bool take(const Statement &statement, int at, double &value)
{
    const Type type = statement.type(at);
    value = type == Type::Null ? std::numeric_limits<double>::quiet_NaN() : statement.real(at);
    return type == Type::Real || type == Type::Integer || type == Type::Null;
}

inline bool take(const Statement &statement, int at, media::BitsPerSecond &value)
{
    return take(statement, at, value.value);
}

inline bool take(const Statement &statement, int at, cloud::BitsPerSecond &value)
{
    return take(statement, at, value.value);
}

inline bool take(const Statement &statement, int at, bool &value)
{
    const std::int64_t read = statement.integer(at);
    value = read == 1;
    return statement.type(at) == Type::Integer && (read == 0 || read == 1);
}

template <std::integral Integer>
bool take(const Statement &statement, int at, Integer &value)
{
    const std::int64_t read = statement.integer(at);
    value = static_cast<Integer>(read);
    return statement.type(at) == Type::Integer && (sizeof(Integer) == sizeof(read) || std::in_range<Integer>(read));
}

template <typename Enum>
requires std::is_enum_v<Enum>
bool take(const Statement &statement, int at, Enum &value)
{
    QString text;
    if (!take(statement, at, text))
        return false;
    const std::optional<Enum> known = fromWord<Enum>(text);
    value = known.value_or(value);
    return known.has_value();
}

template <typename Period>
bool take(const Statement &statement, int at, std::chrono::duration<std::int64_t, Period> &value)
{
    const std::int64_t read = statement.integer(at);
    if (statement.type(at) != Type::Integer || read < -kFarthest<Period> || read > kFarthest<Period>)
        return false;
    value = std::chrono::duration<std::int64_t, Period>(read);
    return true;
}

template <typename Duration>
bool take(const Statement &statement, int at, std::chrono::sys_time<Duration> &value)
{
    Duration sinceEpoch{};
    const bool isOurs = take(statement, at, sinceEpoch);
    value = std::chrono::sys_time<Duration>(sinceEpoch);
    return isOurs;
}

template <typename T>
bool take(const Statement &statement, int at, std::vector<T> &list)
{
    return statement.type(at) == Type::Text && readList(statement.text(at), list);
}

template <typename T>
bool take(const Statement &statement, int at, std::optional<T> &value)
{
    value.reset();
    return statement.isNull(at) || take(statement, at, value.emplace());
}

} // namespace gantry::cells
