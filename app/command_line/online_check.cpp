#include "app/command_line/online_check.h"

#include "app/command_line/arguments.h"
#include "app/rooms/access_check.h"

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

// "Main: medialive:DescribeChannel ok"; false: it is not. What could not be checked is said, and no fault.
bool tell(const AccessAnswer &answer)
{
    const QString what = answer.permission.isEmpty() ? Text::tr("state") : answer.permission;
    if (!answer.notChecked.isEmpty()) {
        print(Text::tr("%1: %2 not checked. %3", "encoder, permission, why").arg(answer.who, what, answer.notChecked));
        return true;
    }
    if (!answer.failure) {
        print(Text::tr("%1: %2 ok", "encoder, permission").arg(answer.who, what));
        return true;
    }
    const QString why = reason(*answer.failure);
    print(answer.failure->kind == cloud::Error::Kind::Refused
              ? Text::tr("%1: %2 MISSING. %3", "encoder, permission, why").arg(answer.who, what, why)
              : Text::tr("%1: %2 FAILED. %3", "encoder, permission, why").arg(answer.who, what, why));
    return false;
}

} // namespace

int checkOnline(const Show &show)
{
    TerminalQuestions questions;
    AccessCheck check(show, questions);
    int faults = 0;
    check.start([&faults](const AccessAnswer &answer) { faults += tell(answer) ? 0 : 1; },
                [] { QCoreApplication::quit(); });
    QCoreApplication::exec();
    return faults;
}

} // namespace gantry::command_line
