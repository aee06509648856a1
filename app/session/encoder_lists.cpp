// The lists of an encoder's and of a plan's record. What is not known is not written; what is written must read.

#include "app/session/record_lists.h"
#include "app/session/record_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace gantry {

namespace {

// Milliseconds since 1970 and durations alike: what a double holds exactly.
constexpr double kFarthest = 9'007'199'254'740'992.0;

class Writing
{
public:
    void text(const char *name, const QString &value) { m_object.insert(QLatin1StringView(name), value); }
    void known(const char *name, const std::optional<bool> &value)
    {
        if (value)
            m_object.insert(QLatin1StringView(name), *value);
    }
    // What is not a number is not known.
    void known(const char *name, const std::optional<double> &value)
    {
        if (value && std::isfinite(*value))
            m_object.insert(QLatin1StringView(name), *value);
    }
    void known(const char *name, const std::optional<std::int64_t> &value)
    {
        if (value)
            m_object.insert(QLatin1StringView(name), qint64(*value));
    }
    void known(const char *name, const std::optional<cloud::BitsPerSecond> &value)
    {
        if (value)
            known(name, std::optional(value->value));
    }
    void known(const char *name, const std::optional<std::chrono::milliseconds> &value)
    {
        if (value)
            m_object.insert(QLatin1StringView(name), qint64(value->count()));
    }
    void known(const char *name, const std::optional<std::chrono::microseconds> &value)
    {
        if (value)
            m_object.insert(QLatin1StringView(name), qint64(value->count()));
    }
    void known(const char *name, const std::optional<cloud::ProviderTime> &value)
    {
        if (value)
            m_object.insert(QLatin1StringView(name), qint64(value->time_since_epoch().count()));
    }
    template <typename Enum>
    void word(const char *name, Enum value)
    {
        text(name, QLatin1StringView(gantry::word(value)));
    }
    const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object;
};

class Reading
{
public:
    explicit Reading(const QJsonValue &value) : m_object(value.toObject()), m_good(value.isObject()) {}

    void text(const char *name, QString &into)
    {
        const QJsonValue value = m_object.value(QLatin1StringView(name));
        into = value.toString();
        m_good = m_good && value.isString();
    }
    void known(const char *name, std::optional<bool> &into)
    {
        const QJsonValue value = m_object.value(QLatin1StringView(name));
        if (!value.isUndefined())
            into = value.toBool();
        m_good = m_good && (value.isUndefined() || value.isBool());
    }
    void known(const char *name, std::optional<double> &into)
    {
        const QJsonValue value = m_object.value(QLatin1StringView(name));
        if (!value.isUndefined())
            into = value.toDouble();
        m_good = m_good && (value.isUndefined() || (value.isDouble() && std::isfinite(*into)));
    }
    void known(const char *name, std::optional<std::int64_t> &into)
    {
        std::optional<double> number;
        known(name, number);
        if (!number)
            return;
        m_good = m_good && std::abs(*number) <= kFarthest;
        if (m_good)
            into = static_cast<std::int64_t>(*number);
    }
    void known(const char *name, std::optional<cloud::BitsPerSecond> &into)
    {
        std::optional<double> number;
        known(name, number);
        if (number)
            into = cloud::BitsPerSecond{*number};
    }
    void known(const char *name, std::optional<std::chrono::milliseconds> &into)
    {
        std::optional<std::int64_t> number;
        known(name, number);
        if (number)
            into = std::chrono::milliseconds(*number);
    }
    void known(const char *name, std::optional<std::chrono::microseconds> &into)
    {
        std::optional<std::int64_t> number;
        known(name, number);
        if (number)
            into = std::chrono::microseconds(*number);
    }
    void known(const char *name, std::optional<cloud::ProviderTime> &into)
    {
        std::optional<std::chrono::milliseconds> sinceEpoch;
        known(name, sinceEpoch);
        if (sinceEpoch)
            into = cloud::ProviderTime(*sinceEpoch);
    }
    template <typename Enum>
    void word(const char *name, Enum &into)
    {
        QString read;
        text(name, read);
        const std::optional<Enum> known = fromWord<Enum>(read);
        into = known.value_or(into);
        m_good = m_good && known.has_value();
    }
    bool has(const char *name) const { return m_object.contains(QLatin1StringView(name)); }
    bool good() const { return m_good; }

private:
    QJsonObject m_object;
    bool m_good;
};

// Which value stands under which name, said once for both ways.

void describe(auto &row, auto &figures, std::type_identity<cloud::HealthFigures>)
{
    row.known("input_bps", figures.inputRate);
    row.known("output_bps", figures.outputRate);
    row.known("input_fps", figures.inputFrameRate);
    row.known("dropped_frames", figures.droppedFrames);
    row.known("fill_ms", figures.fill);
    row.known("input_loss_ms", figures.inputLoss);
    row.known("measured_utc_ms", figures.measured);
}

void describe(auto &row, auto &pipeline, std::type_identity<cloud::PipelineSample>)
{
    row.text("id", pipeline.id);
    row.text("input", pipeline.activeInput);
    // Versions 1 and 2 had neither.
    if constexpr (requires { row.has("state"); }) {
        if (!row.has("state"))
            return;
    }
    row.word("state", pipeline.state);
    row.text("word", pipeline.providerState);
    describe(row, pipeline.figures, std::type_identity<cloud::HealthFigures>{});
}

void describe(auto &row, auto &input, std::type_identity<cloud::InputSample>)
{
    row.text("name", input.name);
    row.known("connected", input.connected);
    row.known("active", input.active);
    row.known("bps", input.rate);
    row.known("loss", input.lossShare);
    row.known("lost", input.notRecovered);
    row.known("round_trip_ms", input.roundTrip);
    row.text("word", input.providerState);
}

void describe(auto &row, auto &alert, std::type_identity<cloud::EncoderAlert>)
{
    row.text("id", alert.id);
    row.text("kind", alert.kind);
    row.text("message", alert.message);
    row.text("pipeline", alert.pipeline);
}

void describe(auto &row, auto &action, std::type_identity<cloud::PlannedAction>)
{
    row.text("name", action.name);
    row.text("what", action.what);
    row.text("input", action.input);
    row.known("utc_ms", action.at);
}

void describe(auto &row, auto &job, std::type_identity<cloud::JobSample>)
{
    row.text("name", job.name);
    row.word("state", job.state);
    row.text("word", job.providerState);
}

void describe(auto &row, auto &obstacle, std::type_identity<cloud::Obstacle>)
{
    row.word("verb", obstacle.verb);
    row.text("input", obstacle.input);
    row.text("because", obstacle.because);
}

void describe(auto &row, auto &detail, std::type_identity<cloud::ProviderWord>)
{
    row.text("name", detail.name);
    row.text("value", detail.value);
}

void describe(auto &row, auto &source, std::type_identity<PlanSight>)
{
    row.text("input", source.input);
    row.word("fitness", source.fitness);
    row.text("fault", source.fault);
    row.known("since_us", source.since);
}

template <typename T>
QString written(const std::vector<T> &list)
{
    QJsonArray array;
    for (const T &one : list) {
        Writing row;
        describe(row, one, std::type_identity<T>{});
        array.append(row.object());
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

template <typename T>
bool read(const QString &text, std::vector<T> &list)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !document.isArray())
        return false;
    const QJsonArray array = document.array();
    std::vector<T> all;
    for (const auto &value : array) {
        Reading row{QJsonValue(value)};
        T one;
        describe(row, one, std::type_identity<T>{});
        if (!row.good())
            return false;
        all.push_back(std::move(one));
    }
    list = std::move(all);
    return true;
}

} // namespace

// clang-format off
QString listText(const std::vector<cloud::PipelineSample> &pipelines) { return written(pipelines); }
QString listText(const std::vector<cloud::EncoderAlert> &alerts)      { return written(alerts); }
QString listText(const std::vector<cloud::InputSample> &inputs)       { return written(inputs); }
QString listText(const std::vector<cloud::PlannedAction> &actions)    { return written(actions); }
QString listText(const std::vector<cloud::JobSample> &jobs)           { return written(jobs); }
QString listText(const std::vector<cloud::Obstacle> &obstacles)       { return written(obstacles); }
QString listText(const std::vector<cloud::ProviderWord> &details)     { return written(details); }
QString listText(const std::vector<PlanSight> &sources)               { return written(sources); }

bool readList(const QString &text, std::vector<cloud::PipelineSample> &pipelines) { return read(text, pipelines); }
bool readList(const QString &text, std::vector<cloud::EncoderAlert> &alerts)      { return read(text, alerts); }
bool readList(const QString &text, std::vector<cloud::InputSample> &inputs)       { return read(text, inputs); }
bool readList(const QString &text, std::vector<cloud::PlannedAction> &actions)    { return read(text, actions); }
bool readList(const QString &text, std::vector<cloud::JobSample> &jobs)           { return read(text, jobs); }
bool readList(const QString &text, std::vector<cloud::Obstacle> &obstacles)       { return read(text, obstacles); }
bool readList(const QString &text, std::vector<cloud::ProviderWord> &details)     { return read(text, details); }
bool readList(const QString &text, std::vector<PlanSight> &sources)               { return read(text, sources); }
// clang-format on

} // namespace gantry
