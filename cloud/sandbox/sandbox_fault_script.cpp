#include "cloud/sandbox/sandbox_fault_script.h"

#include "cloud/http/json_limits.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace gantry::cloud {

namespace {

using Kind = SandboxFault::Kind;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr std::array kWords{
    SandboxFaultWord{Kind::Throttled, "429"},
    SandboxFaultWord{Kind::ServerError, "500"},
    SandboxFaultWord{Kind::Slow, "slow"},
    SandboxFaultWord{Kind::AcceptOnly, "accept_only"},
    SandboxFaultWord{Kind::TimeOut, "time_out"},
    SandboxFaultWord{Kind::Truncated, "truncated"},
    SandboxFaultWord{Kind::Huge, "huge"},
    SandboxFaultWord{Kind::Deep, "deep"},
    SandboxFaultWord{Kind::TokenLoop, "token_loop"},
    SandboxFaultWord{Kind::ClockSkew, "clock_skew"},
    SandboxFaultWord{Kind::ExpiredToken, "expired_token"},
    SandboxFaultWord{Kind::Denied, "denied"},
    SandboxFaultWord{Kind::LateMetrics, "late_metrics"},
    SandboxFaultWord{Kind::PipelineFailure, "pipeline_failure"},
    SandboxFaultWord{Kind::InputLoss, "input_loss"},
};
constexpr std::array<const char *, 7> kServices{"medialive", "mediaconnect", "cloudwatch", "sts",
                                                "iam",       "google",       "mux"};
constexpr std::array<const char *, 12> kMembers{"fault",  "at",          "for",   "count", "service",  "calls",
                                                "status", "retry_after", "delay", "skew",  "pipeline", "input"};
constexpr double kLongest = 7 * 24 * 3600; // seconds; a rehearsal is no longer than a week
constexpr int kMostFaults = 1000;

Error wrong(const QString &place, const QString &what)
{
    Error error;
    error.kind = Error::Kind::Setting;
    error.tried = QCoreApplication::translate("cloud", "read the fault script");
    error.subject = place;
    error.advice = what;
    return error;
}

Error unknownWord(const QString &place, const QString &word)
{
    QStringList known;
    for (const SandboxFaultWord &one : kWords)
        known.append(QLatin1StringView(one.word));
    return wrong(place, QCoreApplication::translate("cloud", "There is no fault “%1”; there are %2.")
                            .arg(word.left(40), known.join(QStringLiteral(", "))));
}

// A member that must be a number from `least` to `most`, where it is there at all.
class Numbers
{
public:
    Numbers(const QJsonObject &object, QString place) : m_object(object), m_place(std::move(place)) {}

    std::optional<double> read(const char *name, double least, double most)
    {
        const QJsonValue value = m_object.value(QLatin1StringView(name));
        if (value.isUndefined())
            return std::nullopt;
        const double number = value.toDouble(least - 1);
        if (!value.isDouble() || number < least || number > most) {
            if (!m_error)
                m_error = wrong(
                    m_place + u'.' + QLatin1StringView(name),
                    QCoreApplication::translate("cloud", "A number from %1 to %2 is needed.").arg(least).arg(most));
            return std::nullopt;
        }
        return number;
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    const QJsonObject &m_object;
    const QString m_place;
    std::optional<Error> m_error;
};

milliseconds inMilliseconds(double seconds)
{
    return milliseconds(std::llround(seconds * 1000));
}

std::optional<Error> readNumbers(const QJsonObject &object, const QString &place, SandboxFault &fault)
{
    Numbers numbers(object, place);
    fault.at = inMilliseconds(numbers.read("at", 0, kLongest).value_or(0));
    if (const auto lasting = numbers.read("for", 0, kLongest))
        fault.lasting = inMilliseconds(*lasting);
    if (const auto count = numbers.read("count", 1, 1e6))
        fault.count = int(*count);
    fault.status = int(numbers.read("status", 500, 599).value_or(fault.status));
    if (const auto after = numbers.read("retry_after", 1, 3600))
        fault.retryAfter = std::chrono::seconds(int(*after));
    if (const auto delay = numbers.read("delay", 0, 600))
        fault.delay = inMilliseconds(*delay);
    if (const auto skew = numbers.read("skew", -86'400, 86'400))
        fault.skew = std::chrono::seconds(int(*skew));
    fault.pipeline = int(numbers.read("pipeline", 0, 1).value_or(0));
    return numbers.error();
}

std::optional<Error> readWords(const QJsonObject &object, const QString &place, SandboxFault &fault)
{
    const QString service = object.value(QLatin1StringView("service")).toString();
    fault.service = service.toLatin1();
    const bool known =
        std::any_of(kServices.begin(), kServices.end(), [&](const char *s) { return fault.service == s; });
    if (object.contains(QLatin1StringView("service")) && !known)
        return wrong(place + QStringLiteral(".service"),
                     QCoreApplication::translate("cloud", "It is medialive, mediaconnect, cloudwatch, sts, google or "
                                                          "mux."));
    const QJsonValue said = object.value(QLatin1StringView("calls"));
    const QString calls = said.isUndefined() ? QStringLiteral("all") : said.toString();
    if (calls == QLatin1StringView("reads"))
        fault.calls = SandboxFault::Calls::Reads;
    else if (calls == QLatin1StringView("commands"))
        fault.calls = SandboxFault::Calls::Commands;
    else if (calls != QLatin1StringView("all"))
        return wrong(place + QStringLiteral(".calls"),
                     QCoreApplication::translate("cloud", "It is all, reads or commands."));
    fault.input = object.value(QLatin1StringView("input")).toString();
    if (fault.kind == Kind::InputLoss && (fault.input.isEmpty() || fault.input.size() > 64))
        return wrong(place + QStringLiteral(".input"),
                     QCoreApplication::translate("cloud", "Which input is lost? Name it: \"A\"."));
    return std::nullopt;
}

double seconds(milliseconds time)
{
    return double(time.count()) / 1000.0;
}

} // namespace

std::span<const SandboxFaultWord> sandboxFaultWords()
{
    return kWords;
}

QString wordOf(SandboxFault::Kind kind)
{
    for (const SandboxFaultWord &one : kWords) {
        if (one.kind == kind)
            return QLatin1StringView(one.word);
    }
    return {};
}

Result<std::vector<SandboxFault>> readFaultScript(const QByteArray &json)
{
    const auto object = readJsonObject(json, {qsizetype{256} * 1024, 8});
    if (!object)
        return tl::unexpected(wrong(QStringLiteral("JSON"), object.error().detail));
    const QJsonValue list = object->value(QLatin1StringView("faults"));
    if (!list.isArray() || object->size() != 1)
        return tl::unexpected(wrong(QStringLiteral("faults"),
                                    QCoreApplication::translate("cloud", "A script is {\"faults\": [ … ]} and nothing "
                                                                         "else.")));
    const QJsonArray items = list.toArray();
    if (items.size() > kMostFaults)
        return tl::unexpected(wrong(QStringLiteral("faults"),
                                    QCoreApplication::translate("cloud", "At most %1 faults.").arg(kMostFaults)));
    std::vector<SandboxFault> script;
    for (qsizetype i = 0; i < items.size(); ++i) {
        auto fault = readFault(items.at(i).toObject(), QStringLiteral("faults[%1]").arg(i));
        if (!fault)
            return tl::unexpected(fault.error());
        script.push_back(*std::move(fault));
    }
    return script;
}

Result<SandboxFault> readFault(const QJsonObject &object, const QString &place)
{
    for (const QString &name : object.keys()) {
        if (std::none_of(kMembers.begin(), kMembers.end(),
                         [&](const char *known) { return name == QLatin1StringView(known); }))
            return tl::unexpected(wrong(place + u'.' + name.left(40),
                                        QCoreApplication::translate("cloud", "A fault has no such member.")));
    }
    const QString word = object.value(QLatin1StringView("fault")).toString();
    const auto known = std::find_if(kWords.begin(), kWords.end(),
                                    [&](const SandboxFaultWord &one) { return word == QLatin1StringView(one.word); });
    if (known == kWords.end())
        return tl::unexpected(unknownWord(place + QStringLiteral(".fault"), word));
    SandboxFault fault;
    fault.kind = known->kind;
    if (fault.kind == Kind::LateMetrics)
        fault.delay = std::chrono::minutes(3);
    if (auto error = readNumbers(object, place, fault))
        return tl::unexpected(*std::move(error));
    if (auto error = readWords(object, place, fault))
        return tl::unexpected(*std::move(error));
    return fault;
}

QJsonObject faultJson(const SandboxFault &fault)
{
    QJsonObject object{{QStringLiteral("fault"), wordOf(fault.kind)}};
    if (fault.at.count() > 0)
        object.insert(QStringLiteral("at"), seconds(fault.at));
    if (fault.lasting)
        object.insert(QStringLiteral("for"), seconds(*fault.lasting));
    if (fault.count)
        object.insert(QStringLiteral("count"), *fault.count);
    if (!fault.service.isEmpty())
        object.insert(QStringLiteral("service"), QString::fromLatin1(fault.service));
    if (fault.calls != SandboxFault::Calls::All)
        object.insert(QStringLiteral("calls"),
                      fault.calls == SandboxFault::Calls::Reads ? QStringLiteral("reads") : QStringLiteral("commands"));
    if (fault.kind == Kind::ServerError && fault.status != 500)
        object.insert(QStringLiteral("status"), fault.status);
    if (fault.retryAfter)
        object.insert(QStringLiteral("retry_after"), qint64(fault.retryAfter->count()));
    if (fault.kind == Kind::Slow || fault.kind == Kind::LateMetrics)
        object.insert(QStringLiteral("delay"), seconds(fault.delay));
    if (fault.kind == Kind::ClockSkew)
        object.insert(QStringLiteral("skew"), qint64(fault.skew.count()));
    if (fault.kind == Kind::PipelineFailure)
        object.insert(QStringLiteral("pipeline"), fault.pipeline);
    if (fault.kind == Kind::InputLoss)
        object.insert(QStringLiteral("input"), fault.input);
    return object;
}

} // namespace gantry::cloud
