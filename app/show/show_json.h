#pragma once
// Where things stand in a JSON text: QJsonDocument tells what a text says, this tells on which line, and what it said
// twice.

#include <QByteArray>
#include <QString>

#include <functional>

namespace gantry {

// "feeds" + "name" -> "feeds.name"; a long or unprintable key is shortened so that it can be shown.
QString memberPlace(const QString &parent, const QString &key);
QString elementPlace(const QString &parent, qsizetype index); // "feeds[2]"
QString parentPlace(const QString &place);                    // "feeds[2].srt" -> "feeds[2]" -> "feeds" -> ""

struct JsonSpot
{
    QString place;
    int line = 1;        // 1-based, where the value begins
    bool again = false;  // the same object already had this key; QJsonDocument keeps the last
    qsizetype begin = 0; // bytes before the value
};

// Visits every value of `json` in the order of the text. `json` must be a text that QJsonDocument::fromJson accepts.
void walkJson(const QByteArray &json, const std::function<void(const JsonSpot &)> &visit);

// The bytes before the end of the value that begins at `begin` of such a text.
qsizetype jsonValueEnd(const QByteArray &json, qsizetype begin);

struct LineAndColumn
{
    int line = 1;
    int column = 1; // in characters, not bytes
    bool operator==(const LineAndColumn &) const = default;
};

// `offset` as QJsonParseError gives it.
LineAndColumn lineAndColumn(const QByteArray &json, qsizetype offset);

} // namespace gantry
