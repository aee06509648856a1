#include "app/session/record_lists.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace gantry {

namespace {

QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

// Calls `take(value)` for each element; false when the text is no array or one is not taken.
template <typename Take>
bool eachIn(const QString &text, const Take &take)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !document.isArray())
        return false;
    const QJsonArray array = document.array();
    return std::all_of(array.begin(), array.end(), take);
}

bool takeText(const QJsonObject &object, const char *name, QString &into)
{
    const QJsonValue value = object.value(QLatin1StringView(name));
    into = value.toString();
    return value.isString();
}

} // namespace

// By hand, because QJsonArray would show a float's neighbours in double: -23.100000381469727 for -23.1.
QString listText(const std::vector<float> &peaks)
{
    QByteArray text("[");
    for (const float peak : peaks) {
        if (text.size() > 1)
            text += ',';
        if (!std::isfinite(peak)) {
            text += "null";
            continue;
        }
        std::array<char, 48> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), peak);
        text.append(digits.data(), end.ptr - digits.data());
    }
    return QString::fromLatin1(text + ']');
}

bool readList(const QString &text, std::vector<float> &peaks)
{
    std::vector<float> read;
    const bool isOurs = eachIn(text, [&read](const QJsonValue &value) {
        read.push_back(value.isNull() ? -std::numeric_limits<float>::infinity() : static_cast<float>(value.toDouble()));
        return value.isNull() || (value.isDouble() && std::isfinite(read.back()));
    });
    if (isOurs)
        peaks = std::move(read);
    return isOurs;
}

QString listText(const std::vector<media::TransportSample::Stream> &streams)
{
    QJsonArray array;
    for (const media::TransportSample::Stream &stream : streams)
        array.append(QJsonObject{{QStringLiteral("pid"), int(stream.pid)},
                                 {QStringLiteral("codec"), stream.codec},
                                 {QStringLiteral("bps"), stream.rate.value}});
    return jsonText(array);
}

QString listText(const std::vector<std::uint16_t> &numbers)
{
    QJsonArray array;
    for (const std::uint16_t number : numbers)
        array.append(int(number));
    return jsonText(array);
}

bool readList(const QString &text, std::vector<std::uint16_t> &numbers)
{
    std::vector<std::uint16_t> read;
    const bool isOurs = eachIn(text, [&read](const QJsonValue &value) {
        const int number = value.toInt(-1);
        read.push_back(static_cast<std::uint16_t>(number));
        return number >= 0 && number <= 0xffff;
    });
    if (isOurs)
        numbers = std::move(read);
    return isOurs;
}

bool readList(const QString &text, std::vector<media::TransportSample::Stream> &streams)
{
    std::vector<media::TransportSample::Stream> read;
    const bool isOurs = eachIn(text, [&read](const QJsonValue &value) {
        const QJsonObject object = value.toObject();
        const int pid = object.value(QLatin1StringView("pid")).toInt(-1);
        // Version 1 had no rate of each stream.
        const double rate = object.value(QLatin1StringView("bps")).toDouble(0);
        media::TransportSample::Stream stream{static_cast<std::uint16_t>(pid), {}, {rate}};
        const bool isStream = takeText(object, "codec", stream.codec) && pid >= 0 && pid <= 0xffff;
        read.push_back(std::move(stream));
        return isStream;
    });
    if (isOurs)
        streams = std::move(read);
    return isOurs;
}

QString listText(const std::vector<QString> &names)
{
    QJsonArray array;
    for (const QString &name : names)
        array.append(name);
    return jsonText(array);
}

bool readList(const QString &text, std::vector<QString> &names)
{
    std::vector<QString> read;
    const bool isOurs = eachIn(text, [&read](const QJsonValue &value) {
        read.push_back(value.toString());
        return value.isString();
    });
    if (isOurs)
        names = std::move(read);
    return isOurs;
}

} // namespace gantry
