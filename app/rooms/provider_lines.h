#pragma once
// The providers of a live room: each encoder and audience source of the show is built from the catalogue and polled,
// and what it says goes into the session. A provider that cannot be built is a failed sample that says why.

#include "app/control/command_desk.h"
#include "app/rooms/operator_questions.h"
#include "app/session/sequencer.h"
#include "app/show/show.h"
#include "cloud/poller.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace gantry::cloud {
struct Surroundings;
}

namespace gantry {

// Lives on the room thread, from open() to its destruction; sequencer, desk and questions live there too and outlive
// it.
class ProviderLines final : public QObject
{
    Q_OBJECT

public:
    ProviderLines(const Show &show, Sequencer &sequencer, CommandDesk &desk, OperatorQuestions &questions);
    ~ProviderLines() override;

    void open();
    // A small picture, for somebody who looks; the answer comes once, on this thread, and nothing of it is recorded.
    void picture(const EncoderId &encoder, const QString &pipeline,
                 const std::function<void(cloud::Result<cloud::EncoderThumbnail>)> &answer);

private:
    struct EncoderLine
    {
        EncoderId encoder;
        std::unique_ptr<cloud::EncoderProvider> provider;
        std::unique_ptr<cloud::Poller<cloud::EncoderSample>> poller;
    };
    struct AudienceLine
    {
        std::unique_ptr<cloud::AudienceSource> source;
        std::unique_ptr<cloud::Poller<cloud::AudienceSample>> poller;
    };
    void openEncoder(const Encoder &encoder);
    void openAudience(const Audience &audience);

    const Show m_show;
    Sequencer &m_sequencer;
    CommandDesk &m_desk;
    OperatorQuestions &m_questions;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<cloud::Surroundings> m_surroundings;
    std::vector<EncoderLine> m_encoders;
    std::vector<AudienceLine> m_audiences;
};

} // namespace gantry
