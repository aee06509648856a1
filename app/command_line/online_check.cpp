#include "app/command_line/online_check.h"

#include "app/command_line/arguments.h"
#include "app/rooms/online_check.h"

#include <QCoreApplication>
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

} // namespace

int checkOnline(const Show &show)
{
    TerminalQuestions questions;
    OnlineCheck check(show, &questions);
    int faults = 0;
    QObject::connect(&check, &OnlineCheck::found, &check, [&faults](const OnlineFinding &finding) {
        faults += tell(finding.who, finding.permission, finding.failure) ? 0 : 1;
    });
    QObject::connect(&check, &OnlineCheck::finished, &check, [] { QCoreApplication::exit(); });
    check.start();
    QCoreApplication::exec();
    return faults;
}

} // namespace gantry::command_line
