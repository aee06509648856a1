#include "cloud/encoders/google_livestream.h"

#include "cloud/cloud_text.h"
#include "cloud/encoders/google_livestream_answer.h"
#include "cloud/encoders/google_monitoring.h"
#include "cloud/encoders/google_permissions.h"
#include "cloud/http/google_error.h"
#include "cloud/http/json_client.h"

#include <QElapsedTimer>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t kMostOperations = 8;
constexpr auto kShortestNotice = 10s; // Google's: an event is planned at least so long ahead
constexpr auto kJobsShown = 10min;

QByteArray encoded(const QString &text)
{
    return text.toUtf8().toPercentEncoding();
}

QString triedTo(const Command &command)
{
    switch (command.verb) {
    case Verb::Start:
        return Text::tr("start the channel");
    case Verb::Stop:
        return Text::tr("stop the channel");
    case Verb::CancelPlanned:
        return Text::tr("cancel what is planned");
    default:
        return Text::tr("switch to input %1").arg(command.input);
    }
}

JsonService serviceOf(const GoogleLiveStreamSettings &settings, bool isMonitoring)
{
    const QString channel = QString::fromLatin1(settings.channel);
    JsonService service;
    service.subject =
        isMonitoring
            ? QStringLiteral("Google Cloud Monitoring, channel %1").arg(channel)
            : QStringLiteral("Google Live Stream %1, channel %2").arg(QString::fromLatin1(settings.location), channel);
    const QUrl own = isMonitoring ? settings.monitoring : settings.endpoint;
    service.endpoint = !own.isEmpty() ? own
                       : isMonitoring ? QUrl(QStringLiteral("https://monitoring.googleapis.com"))
                                      : QUrl(QStringLiteral("https://livestream.googleapis.com"));
    service.advice.refused = Text::tr("The service account may not do this: roles/livestream.viewer to look, "
                                      "roles/livestream.editor for commands, roles/monitoring.viewer for figures.");
    service.advice.notFound = Text::tr("Check project, location and channel in the show file.");
    service.words = googleWords;
    service.limits = settings.limits;
    service.now = settings.now;
    service.rate = isMonitoring
                       ? AccountRate{"google monitoring " + settings.project, 2, 10, 0}
                       : AccountRate{"google livestream " + settings.project, settings.requestsPerSecond, 10, 2};
    return service;
}

class GoogleLiveStream : public EncoderProvider
{
public:
    GoogleLiveStream(GoogleLiveStreamSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings))
        , m_client(serviceOf(m_settings, false), m_settings.authorizer, network)
        , m_permissions(m_settings.project, m_settings.endpoint, m_settings.limits, m_settings.authorizer, network)
    {
        m_place = "/v1/projects/" + m_settings.project + "/locations/" + m_settings.location;
        if (m_settings.readsFigures)
            m_monitoring = std::make_unique<GoogleMonitoring>(
                GoogleMonitored{m_settings.project, m_settings.location, m_settings.channel},
                serviceOf(m_settings, true), m_settings.authorizer, network);
    }

    void poll(std::function<void(EncoderSample)> answer) override
    {
        if (m_monitoring)
            m_monitoring->refresh();
        JsonCall call;
        call.tried = Text::tr("read the channel's state");
        call.path = channelPath();
        m_client.call(call, [this, tried = call.tried, answer = std::move(answer)](const Result<JsonAnswer> &http) {
            auto channel = http ? googleChannel(http->body) : tl::unexpected(http.error());
            if (!channel) {
                EncoderSample failed;
                failed.failure = http ? m_client.named(channel.error(), tried) : channel.error();
                answer(std::move(failed));
                return;
            }
            channel->sample.roundTrip = http->http.roundTrip;
            channel->sample.providerTime = answerDate(http->http);
            askLists(*std::move(channel), answer);
        });
    }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        if (const auto fault = faultOf(command)) {
            Error error = m_client.named({}, triedTo(command));
            error.kind = Error::Kind::Invalid;
            error.advice = *fault;
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        m_client.call(callFor(command), [this, command, answer = std::move(answer)](const Result<JsonAnswer> &http) {
            if (!http) {
                answer(tl::unexpected(http.error()));
                return;
            }
            const bool isOperation = command.verb == Verb::Start || command.verb == Verb::Stop;
            if (const auto operation = googleOperation(http->body); isOperation) {
                if (!operation) {
                    answer(tl::unexpected(m_client.named(operation.error(), triedTo(command))));
                    return;
                }
                follow(command.token, *operation);
            }
            m_sinceLists.invalidate(); // what was planned or cancelled shows at the next poll
            answer({});
        });
    }

    void checkAccess(std::function<void(std::vector<AccessFinding>)> answer) override
    {
        poll([this, answer = std::move(answer)](const EncoderSample &sample) {
            const AccessFinding read{QStringLiteral("livestream.channels.get"), sample.failure};
            m_permissions.check(googleLiveStreamPermissions(m_monitoring != nullptr),
                                [answer, read](std::vector<AccessFinding> findings) {
                                    findings.insert(findings.begin(), read);
                                    answer(std::move(findings));
                                });
        });
    }

    std::chrono::milliseconds calmInterval() const override { return 2s; }
    std::chrono::milliseconds eagerInterval() const override { return 1s; }
    std::chrono::milliseconds effectWithin(Verb verb) const override
    {
        switch (verb) {
        case Verb::Start:
            return 180s; // a channel takes a minute or two from STOPPED to AWAITING_INPUT
        case Verb::Stop:
            return 90s;
        default:
            return 20s;
        }
    }

private:
    struct Operation
    {
        QString token;
        GoogleOperation state;
    };

    QByteArray channelPath() const { return m_place + "/channels/" + m_settings.channel; }

    std::optional<QString> faultOf(const Command &command) const
    {
        const auto verbs = googleLiveStreamVerbs();
        if (std::find(verbs.begin(), verbs.end(), command.verb) == verbs.end())
            return Text::tr("Google Live Stream has no such command.");
        const bool isSwitch = command.verb == Verb::SwitchInput || command.verb == Verb::ScheduleSwitch;
        if (isSwitch && (command.input.isEmpty() || command.token.isEmpty()))
            return Text::tr("Name the input to switch to.");
        if (command.verb == Verb::CancelPlanned && command.input.isEmpty())
            return Text::tr("Name what is to be cancelled.");
        if (command.verb == Verb::ScheduleSwitch &&
            (!command.at || *command.at < ProviderTime(m_client.now()) + kShortestNotice))
            return Text::tr("Google plans a switch at least 10 s ahead.");
        return std::nullopt;
    }

    JsonCall callFor(const Command &command) const
    {
        const QString requestId = googleRequestId(command.token);
        JsonCall call;
        call.tried = triedTo(command);
        call.method = "POST";
        switch (command.verb) {
        case Verb::Start:
        case Verb::Stop:
            call.path = channelPath() + (command.verb == Verb::Start ? ":start" : ":stop");
            call.body = QJsonObject{{QStringLiteral("requestId"), requestId}};
            break;
        case Verb::CancelPlanned:
            call.method = "DELETE";
            call.path = channelPath() + "/events/" +
                        encoded(m_eventIds.count(command.input) != 0 ? m_eventIds.at(command.input)
                                                                     : googleEventId(command.input));
            call.query = "requestId=" + encoded(requestId);
            call.mayBeEmpty = true;
            break;
        default: {
            QJsonObject event{
                {QStringLiteral("inputSwitch"), QJsonObject{{QStringLiteral("inputKey"), command.input}}}};
            if (command.verb == Verb::ScheduleSwitch)
                event.insert(QStringLiteral("executionTime"),
                             QDateTime::fromMSecsSinceEpoch(command.at->time_since_epoch().count(), QTimeZone::utc())
                                 .toUTC()
                                 .toString(Qt::ISODateWithMs));
            else
                event.insert(QStringLiteral("executeNow"), true);
            call.path = channelPath() + "/events";
            call.query = "eventId=" + encoded(googleEventId(command.token)) + "&requestId=" + encoded(requestId);
            call.body = event;
            break;
        }
        }
        return call;
    }

    void follow(const QString &token, const GoogleOperation &operation)
    {
        m_operations.push_back({token, operation});
        if (m_operations.size() > kMostOperations)
            m_operations.pop_front();
    }

    // The channel is known; what belongs to it is asked for now and then, and does not spoil what is known.
    void askLists(GoogleChannel channel, std::function<void(EncoderSample)> answer)
    {
        m_attachments = channel.attachments;
        auto done = [this, channel = std::move(channel), answer = std::move(answer)]() mutable {
            complete(channel.sample);
            answer(std::move(channel.sample));
        };
        const bool isDue = !m_sinceLists.isValid() || m_sinceLists.elapsed() >= m_settings.listsEvery.count();
        if (!isDue) {
            askOperation(std::move(done));
            return;
        }
        m_sinceLists.start();
        m_listedInputs.clear();
        m_listedEvents.clear();
        askPage(List::Inputs, {}, PageGuard(), [this, done = std::move(done)]() mutable {
            askPage(List::Events, {}, PageGuard(),
                    [this, done = std::move(done)]() mutable { askOperation(std::move(done)); });
        });
    }

    enum class List { Inputs, Events };

    void askPage(List list, const QString &pageToken, PageGuard guard, std::function<void()> done)
    {
        JsonCall call;
        call.tried = list == List::Inputs ? Text::tr("read the inputs") : Text::tr("read what is planned");
        call.path = list == List::Inputs ? m_place + "/inputs" : channelPath() + "/events";
        call.query = "pageSize=100";
        if (!pageToken.isEmpty())
            call.query += "&pageToken=" + encoded(pageToken);
        m_client.call(call, [this, list, call, guard, done = std::move(done)](const Result<JsonAnswer> &http) mutable {
            const auto goesOn = http ? takePage(list, http->body, guard) : Result<bool>(tl::unexpected(http.error()));
            if (!goesOn) {
                m_listFaults[list] = http ? m_client.named(goesOn.error(), call.tried) : goesOn.error();
                done();
            } else if (*goesOn) {
                askPage(list, http->body.value(QLatin1StringView("nextPageToken")).toString(), guard, std::move(done));
            } else {
                settle(list);
                done();
            }
        });
    }

    Result<bool> takePage(List list, const QJsonObject &body, PageGuard &guard)
    {
        if (list == List::Inputs) {
            auto inputs = googleInputs(body);
            if (!inputs)
                return tl::unexpected(inputs.error());
            m_listedInputs.merge(*inputs);
        } else {
            const auto events = googleEvents(body);
            if (!events)
                return tl::unexpected(events.error());
            m_listedEvents.insert(m_listedEvents.end(), events->begin(), events->end());
        }
        return guard.goesOn(body.value(QLatin1StringView("nextPageToken")).toString().left(4096));
    }

    // Only a list that was read to its end replaces the one before.
    void settle(List list)
    {
        m_listFaults.erase(list);
        if (list == List::Inputs) {
            m_inputs = std::move(m_listedInputs);
            return;
        }
        m_events = std::move(m_listedEvents);
        m_eventIds.clear();
        for (const GoogleEvent &event : *m_events)
            m_eventIds[nameOfEvent(event.id)] = event.id;
    }

    // One operation that is not done yet.
    void askOperation(std::function<void()> done)
    {
        const auto open = std::find_if(m_operations.begin(), m_operations.end(),
                                       [](const Operation &each) { return !each.state.done; });
        if (open == m_operations.end()) {
            done();
            return;
        }
        JsonCall call;
        call.tried = Text::tr("follow an operation");
        call.path = "/v1/" + open->state.name.toLatin1();
        m_client.call(call, [this, name = open->state.name, done = std::move(done)](const Result<JsonAnswer> &http) {
            const auto state = http ? googleOperation(http->body) : tl::unexpected(http.error());
            for (Operation &each : m_operations) {
                if (each.state.name != name)
                    continue;
                if (state && state->name == name)
                    each.state = *state;
                else if (!state && state.error().kind == Error::Kind::NotFound)
                    each.state.done = true; // forgotten there: the channel itself shows what came of it
            }
            done();
        });
    }

    void complete(EncoderSample &sample)
    {
        for (const GoogleAttachment &attachment : m_attachments) {
            InputSample input;
            input.name = attachment.key;
            input.active = attachment.key == sample.activeInput();
            if (m_inputs) {
                if (const auto known = m_inputs->find(attachment.input); known != m_inputs->end()) {
                    input.connected = known->second.connected;
                    input.providerState = known->second.words;
                }
            }
            sample.inputHealth.push_back(input);
        }
        if (m_events) {
            sample.planned = plannedFrom(*m_events);
            sample.jobs = jobsFrom(*m_events, ProviderTime(m_client.now()) - kJobsShown);
        }
        for (const Operation &each : m_operations) {
            using State = JobSample::State;
            const bool failed = each.state.done && !each.state.fault.isEmpty();
            sample.jobs.push_back({each.token,
                                   failed            ? State::Failed
                                   : each.state.done ? State::Done
                                                     : State::Running,
                                   failed ? each.state.fault : each.state.name.section(u'/', -1)});
        }
        for (const auto &[list, fault] : m_listFaults)
            sample.details.push_back({fault.tried, fault.detail.isEmpty() ? fault.advice : fault.detail});
        sample.credentialsExpire = m_client.credentialsEnd();
        if (m_monitoring)
            m_monitoring->fill(sample);
    }

    GoogleLiveStreamSettings m_settings;
    JsonClient m_client;
    GooglePermissions m_permissions;
    std::unique_ptr<GoogleMonitoring> m_monitoring;
    QByteArray m_place; // "/v1/projects/p/locations/l"
    std::vector<GoogleAttachment> m_attachments;
    std::map<QString, GoogleInput> m_listedInputs; // pages so far
    std::vector<GoogleEvent> m_listedEvents;
    std::optional<std::map<QString, GoogleInput>> m_inputs;
    std::optional<std::vector<GoogleEvent>> m_events;
    std::map<QString, QString> m_eventIds; // by the name they are shown under
    std::map<List, Error> m_listFaults;
    std::deque<Operation> m_operations;
    QElapsedTimer m_sinceLists;
    QObject m_context;
};

} // namespace

std::vector<Verb> googleLiveStreamVerbs()
{
    return {Verb::Start, Verb::Stop, Verb::SwitchInput, Verb::ScheduleSwitch, Verb::CancelPlanned};
}

std::unique_ptr<EncoderProvider> makeGoogleLiveStream(GoogleLiveStreamSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<GoogleLiveStream>(std::move(settings), network);
}

} // namespace gantry::cloud
