#pragma once
// Amazon CloudWatch: the newest value of many metrics in one question (GetMetricData, JSON protocol).
//
// "No data" is not zero: a metric without a value in the window is nullopt. Dimensions must be exactly those the
// service publishes; one too many or too few is "no data", never an error. A question takes up to 500 metrics; longer
// lists are asked in several.

#include "cloud/aws/aws_door.h"
#include "cloud/encoder_sample.h"

#include <vector>

namespace gantry::cloud {

struct Metric
{
    QByteArray space; // "AWS/MediaLive"
    QByteArray name;  // "NetworkIn"
    QList<QPair<QByteArray, QByteArray>> dimensions;
    QByteArray statistic; // "Average"
    int period = 60;      // seconds: 1, 5, 10, 20, 30 or a multiple of 60
};

struct MetricValue
{
    double value = 0;
    ProviderTime at; // beginning of its period
};
// In the order of the question.
using MetricValues = std::vector<std::optional<MetricValue>>;

inline constexpr std::size_t kMostMetrics = 500;

// One page of an answer, put where it belongs: the newest value wins. The next token, empty at the end.
// `notes`: what the service says about metrics it could not read ("Forbidden: ...").
Result<QString> readMetricData(const QByteArray &body, MetricValues &into, QStringList &notes);

// The body of one question for `metrics` (at most kMostMetrics) in [from, to).
QByteArray metricQuestion(const std::vector<Metric> &metrics, std::size_t first, std::size_t count, ProviderTime from,
                          ProviderTime to, const QString &token);

class CloudWatch
{
public:
    explicit CloudWatch(AwsDoorSettings settings, QNetworkAccessManager &network);

    struct Answer
    {
        MetricValues values;
        QStringList notes;
    };
    // The newest value of each in the last `window`. Answers once, later.
    void newest(std::vector<Metric> metrics, std::chrono::seconds window, std::function<void(Result<Answer>)> answer);

private:
    struct Question;
    void next(const std::shared_ptr<Question> &question, const QString &token);

    AwsDoor m_door;
};

} // namespace gantry::cloud
