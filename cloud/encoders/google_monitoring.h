#pragma once
// Google Cloud Monitoring: the figures of one Live Stream channel. Sampled every minute and visible up to two minutes
// later, so they are asked for once a minute, beside the polls, and are never the channel's state. What arrives late or
// out of order never replaces what is newer; what is older than five minutes is not known any more.

#include "cloud/encoder_sample.h"
#include "cloud/http/json_client.h"

#include <QElapsedTimer>

#include <map>

namespace gantry::cloud {

struct MonitoredPoint
{
    double value = 0;
    ProviderTime time; // the end of its interval
};
// Newest point of each series, by the value of `label` ("input_attachment"); a series without points has none.
using MonitoredSeries = std::map<QString, MonitoredPoint>;

// Of GET timeSeries. int64 values are text, distributions count with their mean.
Result<MonitoredSeries> googleSeries(const QJsonObject &body, const QString &label);

struct GoogleMonitored
{
    QByteArray project;
    QByteArray location;
    QByteArray channel;
    std::chrono::milliseconds every{60'000};
};

class GoogleMonitoring
{
public:
    GoogleMonitoring(GoogleMonitored what, JsonService service, std::shared_ptr<Authorizer> authorizer,
                     QNetworkAccessManager &network);

    // Asks when it is time to; the answers come later. `fill` has what is known by then.
    void refresh();
    bool isAsking() const { return m_asking; }
    void fill(EncoderSample &sample) const;

private:
    struct Figure
    {
        const char *metric;  // "received_bytes_count"
        const char *aligner; // "ALIGN_RATE"
        const char *label;   // "input_attachment"; "" adds all up
    };
    static const std::vector<Figure> &figures();

    void ask(std::size_t index);
    void askPage(std::size_t index, const QString &pageToken, PageGuard guard);
    void take(const Figure &figure, const MonitoredSeries &series);
    std::optional<MonitoredPoint> newest(const char *metric, const QString &label) const;

    GoogleMonitored m_what;
    JsonClient m_client;
    std::map<QString, MonitoredSeries> m_known; // by metric
    std::optional<Error> m_failure;             // of the last round
    QElapsedTimer m_sinceAsked;
    bool m_asking = false;
};

} // namespace gantry::cloud
