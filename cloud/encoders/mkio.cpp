#include "cloud/encoders/mkio.h"

#include "cloud/cloud_text.h"
#include "cloud/encoders/mkio_answer.h"
#include "cloud/http/json_client.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

// Chosen, not measured: one answer in twenty that fails is seen by viewers; one origin down means no spare.
constexpr double kTooManyFailures = 5.0; // percent

JsonService serviceOf(const MkioSettings &settings)
{
    JsonService service;
    service.subject = QStringLiteral("MK.IO %1, live event %2")
                          .arg(QString::fromLatin1(settings.project), QString::fromLatin1(settings.event));
    service.endpoint = settings.endpoint.isEmpty() ? QUrl(QStringLiteral("https://api.mk.io")) : settings.endpoint;
    service.advice.refused = Text::tr("MK.IO does not take the token: make a new personal access "
                                      "token for this project, and say where it is kept.");
    service.advice.notFound = Text::tr("Check project and event in the show file.");
    service.words = azureWords;
    service.limits = settings.limits;
    service.now = settings.now;
    service.rate = {"mkio " + settings.project, settings.requestsPerSecond, 10, 2};
    return service;
}

class Mkio : public EncoderProvider
{
public:
    Mkio(MkioSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings)), m_client(serviceOf(m_settings), m_settings.authorizer, network)
    {
        if (m_settings.endpoint.isEmpty())
            m_settings.endpoint = QUrl(QStringLiteral("https://api.mk.io"));
        m_place = "/api/ams/" + m_settings.project + "/liveEvents/" + m_settings.event;
        if (m_settings.monitor && !m_settings.frontDoor.isEmpty())
            m_settings.monitor->watch(m_settings.frontDoor);
    }

    void poll(std::function<void(EncoderSample)> answer) override
    {
        if (m_settings.monitor)
            m_settings.monitor->refresh();
        JsonCall call;
        call.tried = Text::tr("read the live event");
        call.path = m_place;
        m_client.call(call, [this, tried = call.tried, answer = std::move(answer)](const Result<JsonAnswer> &http) {
            auto sample = http ? mkioLiveEvent(http->body) : tl::unexpected(http.error());
            if (!sample) {
                EncoderSample failed;
                failed.failure = http ? m_client.named(sample.error(), tried) : sample.error();
                answer(std::move(failed));
                return;
            }
            sample->roundTrip = http->http.roundTrip;
            sample->providerTime = answerDate(http->http);
            askOperation([this, sample = *std::move(sample), answer]() mutable {
                askOutputs([this, sample = std::move(sample), answer]() mutable {
                    complete(sample);
                    answer(std::move(sample));
                });
            });
        });
    }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        if (command.verb != Verb::Start && command.verb != Verb::Stop) {
            Error error = m_client.named({}, Text::tr("command a live event"));
            error.kind = Error::Kind::Invalid;
            error.advice = Text::tr("A live event of MK.IO has one input: it can be started and "
                                    "stopped.");
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        JsonCall call;
        call.tried = command.verb == Verb::Start ? Text::tr("start the live event") : Text::tr("stop the live event");
        call.method = "POST";
        call.path = m_place + (command.verb == Verb::Start ? "/start" : "/stop");
        call.body = QJsonObject();
        call.mayBeEmpty = true;
        m_client.call(call, [this, command, answer = std::move(answer)](const Result<JsonAnswer> &http) {
            if (!http) {
                answer(tl::unexpected(http.error()));
                return;
            }
            follow(command.token, http->http);
            answer({});
        });
    }

    std::chrono::milliseconds calmInterval() const override { return 3s; }
    std::chrono::milliseconds eagerInterval() const override { return 1s; }
    std::chrono::milliseconds effectWithin(Verb) const override { return 180s; }

private:
    struct Operation
    {
        MkioLink link;
        JobSample job;
        QElapsedTimer sinceAsked;
        std::chrono::milliseconds pause;
    };

    void follow(const QString &token, const HttpAnswer &answer)
    {
        m_operation.reset();
        const QString address = QString::fromLatin1(answer.header("Azure-AsyncOperation"));
        if (address.isEmpty())
            return; // carried out at once
        if (const auto link = mkioLink(address, m_settings.endpoint)) {
            m_operation = Operation{*link, {token, JobSample::State::Running, QStringLiteral("InProgress")}, {}, {}};
            waitAsTold(answer);
        }
    }

    void waitAsTold(const HttpAnswer &answer)
    {
        const std::chrono::seconds asked(retryAfterSeconds(answer.header("Retry-After"), m_client.now()));
        m_operation->pause = asked.count() > 0 ? std::max<std::chrono::milliseconds>(m_settings.operationEvery, asked)
                                               : m_settings.operationEvery;
        m_operation->sinceAsked.start();
    }

    void askOperation(std::function<void()> done)
    {
        if (!m_operation || m_operation->job.state != JobSample::State::Running ||
            m_operation->sinceAsked.elapsed() < m_operation->pause.count()) {
            done();
            return;
        }
        JsonCall call;
        call.tried = Text::tr("follow an operation");
        call.path = m_operation->link.path;
        call.query = m_operation->link.query;
        m_client.call(call, [this, path = call.path, done = std::move(done)](const Result<JsonAnswer> &http) {
            if (m_operation && m_operation->link.path == path) {
                auto job = http ? mkioOperation(http->body) : tl::unexpected(http.error());
                if (job) {
                    job->name = m_operation->job.name;
                    m_operation->job = *job;
                }
                waitAsTold(http ? http->http : HttpAnswer{});
            }
            done();
        });
    }

    void askOutputs(std::function<void()> done)
    {
        if (m_sinceOutputs.isValid() && m_sinceOutputs.elapsed() < m_settings.outputsEvery.count()) {
            done();
            return;
        }
        m_sinceOutputs.start();
        m_listed.clear();
        askOutputsPage({m_place + "/liveOutputs", {}}, PageGuard(), std::move(done));
    }

    void askOutputsPage(const MkioLink &link, PageGuard guard, std::function<void()> done)
    {
        JsonCall call;
        call.tried = Text::tr("read the live outputs");
        call.path = link.path;
        call.query = link.query;
        m_client.call(call, [this, guard, call, done = std::move(done)](const Result<JsonAnswer> &http) mutable {
            const auto page = http ? mkioOutputs(http->body) : tl::unexpected(http.error());
            m_outputsFault.reset();
            if (!page) {
                m_outputsFault = http ? m_client.named(page.error(), call.tried) : page.error();
                done();
                return;
            }
            m_listed.insert(m_listed.end(), page->outputs.begin(), page->outputs.end());
            const auto goesOn = guard.goesOn(page->next);
            const auto next = mkioLink(page->next, m_settings.endpoint);
            if (goesOn && *goesOn && next) {
                askOutputsPage(*next, guard, std::move(done));
                return;
            }
            if (!goesOn)
                m_outputsFault = m_client.named(goesOn.error(), call.tried);
            else
                m_outputs = m_listed;
            done();
        });
    }

    void complete(EncoderSample &sample)
    {
        if (m_operation)
            sample.jobs.push_back(m_operation->job);
        if (m_outputsFault)
            sample.details.push_back({m_outputsFault->tried, m_outputsFault->detail});
        else
            sample.details.insert(sample.details.end(), m_outputs.begin(), m_outputs.end());
        sample.credentialsExpire = m_client.credentialsEnd();
        if (m_settings.monitor && !m_settings.frontDoor.isEmpty())
            addFrontDoor(sample);
    }

    void addFrontDoor(EncoderSample &sample) const
    {
        const AzureMonitor &monitor = *m_settings.monitor;
        for (const AzureMetric &metric : frontDoorMetrics()) {
            const auto point = monitor.newest(m_settings.frontDoor, metric.name);
            const QString text = point ? QLocale::c().toString(point->value, 'f', 1) : Text::tr("no data");
            sample.details.push_back({QStringLiteral("Front Door %1").arg(metric.name), text});
        }
        const auto health = monitor.newest(m_settings.frontDoor, QStringLiteral("OriginHealthPercentage"));
        if (health && health->value < 100)
            sample.alerts.push_back({QStringLiteral("frontdoor-origin"),
                                     QStringLiteral("OriginHealthPercentage"),
                                     Text::tr("Front Door sees %1 % of its origins healthy.").arg(health->value),
                                     {}});
        const auto failures = monitor.newest(m_settings.frontDoor, QStringLiteral("Percentage5XX"));
        if (failures && failures->value >= kTooManyFailures)
            sample.alerts.push_back(
                {QStringLiteral("frontdoor-5xx"),
                 QStringLiteral("Percentage5XX"),
                 Text::tr("Front Door answers %1 % of the requests with a server fault.").arg(failures->value),
                 {}});
        if (const auto &failure = monitor.failure())
            sample.details.push_back({failure->tried, failure->advice + u' ' + failure->detail});
    }

    MkioSettings m_settings;
    JsonClient m_client;
    QByteArray m_place;
    std::optional<Operation> m_operation; // of the last command
    std::vector<ProviderWord> m_listed;   // pages so far
    std::vector<ProviderWord> m_outputs;
    std::optional<Error> m_outputsFault;
    QElapsedTimer m_sinceOutputs;
    QObject m_context;
};

} // namespace

std::vector<Verb> mkioVerbs()
{
    return {Verb::Start, Verb::Stop};
}

std::vector<AzureMetric> frontDoorMetrics()
{
    return {{QStringLiteral("RequestCount"), QStringLiteral("total")},
            {QStringLiteral("ResponseSize"), QStringLiteral("total")},
            {QStringLiteral("Percentage4XX"), QStringLiteral("average")},
            {QStringLiteral("Percentage5XX"), QStringLiteral("average")},
            {QStringLiteral("ByteHitRatio"), QStringLiteral("average")},
            {QStringLiteral("OriginHealthPercentage"), QStringLiteral("average")},
            {QStringLiteral("TotalLatency"), QStringLiteral("average")}};
}

std::unique_ptr<EncoderProvider> makeMkio(MkioSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<Mkio>(std::move(settings), network);
}

} // namespace gantry::cloud
