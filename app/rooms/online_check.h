#pragma once
// Whether every provider of a show answers, and allows what this show asks: one question of each kind, none that
// changes anything. One provider after another, on the thread that made it, which needs an event loop.

#include "app/show/show.h"
#include "cloud/catalogue.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace gantry {

// What one question found out.
struct OnlineFinding
{
    QString who;        // the encoder or audience
    QString permission; // "medialive:DescribeChannel"; empty: the state as a whole
    std::optional<cloud::Error> failure;
};

class OnlineCheck final : public QObject
{
    Q_OBJECT

public:
    // `questions` is asked for what only a person knows, and must outlive the check.
    OnlineCheck(Show show, cloud::SecretQuestions *questions);
    ~OnlineCheck() override;

    void start();

Q_SIGNALS:
    void found(const gantry::OnlineFinding &finding);
    void finished();

private:
    void next();
    void askEncoder(const Encoder &encoder);
    void askAudience(const Audience &audience);
    // When the event loop comes round: an answer may come from inside a question.
    void goOn();

    const Show m_show;
    QNetworkAccessManager m_network;
    cloud::Surroundings m_room;
    qsizetype m_asked = 0; // encoders, then audiences
    std::unique_ptr<cloud::EncoderProvider> m_encoder;
    std::unique_ptr<cloud::AudienceSource> m_audience;
};

} // namespace gantry
