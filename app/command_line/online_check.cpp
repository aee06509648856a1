#include "app/command_line/online_check.h"

#include "app/command_line/arguments.h"
#include "cloud/aws/aws_identities.h"
#include "cloud/catalogue.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QTextStream>

#include <cstdio>

namespace gantry::command_line {

namespace {

void print(const QString &line)
{
    std::printf("%s\n", line.toLocal8Bit().constData());
    std::fflush(stdout);
}

// On a terminal a question is a line on stderr and the answer a line on stdin; nothing else goes on meanwhile.
class TerminalQuestions final : public cloud::SecretQuestions
{
public:
    void ask(const cloud::SecretQuestion &question, std::function<void(cloud::Result<QString>)> answer) override
    {
        std::fprintf(stderr,
                     "%s: ", Text::tr("%1 (%2)").arg(question.title, question.purpose).toLocal8Bit().constData());
        const QString line = QTextStream(stdin).readLine().trimmed();
        if (!line.isEmpty()) {
            answer(line);
            return;
        }
        cloud::Error error;
        error.kind = cloud::Error::Kind::Credentials;
        error.tried = question.title;
        error.advice = Text::tr("Nothing was typed.");
        answer(tl::unexpected(error));
    }
    void withdraw(const QString &) override {}
};

QString reason(const cloud::Error &error)
{
    return error.detail.isEmpty() ? Text::tr("%1. %2").arg(error.text(), error.advice)
                                  : Text::tr("%1. %2 [%3]").arg(error.text(), error.advice, error.detail);
}

// "Main: medialive:DescribeChannel ok"; whether it was.
bool tell(const QString &who, const QString &permission, const std::optional<cloud::Error> &failure)
{
    const QString what = permission.isEmpty() ? Text::tr("state") : permission;
    if (!failure) {
        print(Text::tr("%1: %2 ok", "encoder, permission").arg(who, what));
        return true;
    }
    print(failure->kind == cloud::Error::Kind::Refused
              ? Text::tr("%1: %2 MISSING. %3", "encoder, permission, why").arg(who, what, reason(*failure))
              : Text::tr("%1: %2 FAILED. %3", "encoder, permission, why").arg(who, what, reason(*failure)));
    return false;
}

int checkEncoder(const Encoder &encoder, const cloud::Surroundings &room)
{
    const cloud::EncoderProviderRow *row = cloud::encoderProvider(encoder.provider);
    Q_ASSERT(row); // the show was read
    auto provider = row->make(encoder.settings, room);
    if (!provider)
        return tell(encoder.id.text, Text::tr("credentials"), provider.error()) ? 0 : 1;
    int faults = 0;
    QEventLoop loop;
    bool isDone = false;
    (*provider)->checkAccess([&](const std::vector<cloud::AccessFinding> &findings) {
        for (const cloud::AccessFinding &finding : findings)
            faults += tell(encoder.id.text, finding.permission, finding.failure) ? 0 : 1;
        isDone = true;
        loop.quit();
    });
    if (!isDone)
        loop.exec();
    return faults;
}

int checkAudience(const Audience &audience, const cloud::Surroundings &room)
{
    const cloud::AudienceSourceRow *row = cloud::audienceSource(audience.provider);
    Q_ASSERT(row);
    auto source = row->make(audience.settings, room);
    if (!source)
        return tell(audience.id.text, Text::tr("credentials"), source.error()) ? 0 : 1;
    int faults = 0;
    QEventLoop loop;
    bool isDone = false;
    (*source)->poll([&](const cloud::AudienceSample &sample) {
        faults = tell(audience.id.text, {}, sample.failure) ? 0 : 1;
        isDone = true;
        loop.quit();
    });
    if (!isDone)
        loop.exec();
    return faults;
}

} // namespace

int checkOnline(const Show &show)
{
    QNetworkAccessManager network;
    TerminalQuestions questions;
    const cloud::Surroundings room(network, &questions, std::make_shared<cloud::AwsIdentities>(network, &questions));
    int faults = 0;
    for (const Encoder &encoder : show.encoders)
        faults += checkEncoder(encoder, room);
    for (const Audience &audience : show.audiences)
        faults += checkAudience(audience, room);
    return faults;
}

} // namespace gantry::command_line
