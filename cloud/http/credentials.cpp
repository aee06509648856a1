#include "cloud/http/credentials.h"

#include <QCoreApplication>
#include <QPointer>
#include <qt6keychain/keychain.h>

#include <algorithm>
#include <vector>

namespace gantry::cloud {

namespace {

Error credentialsError(const QString &tried, const QString &subject, const QString &advice)
{
    Error error;
    error.kind = Error::Kind::Credentials;
    error.tried = tried;
    error.subject = subject;
    error.advice = advice;
    return error;
}

// A value with a space or a control character would end up in a header: better said here.
bool isUsable(const QString &value)
{
    return !value.isEmpty() && value.size() < 8192 &&
           std::all_of(value.begin(), value.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

Result<QByteArray> headerSafe(const QProcessEnvironment &environment, const QString &variable)
{
    const QString value = environment.value(variable);
    if (isUsable(value))
        return value.toLatin1();
    return tl::unexpected(credentialsError(
        QCoreApplication::translate("cloud", "read credentials"), variable,
        value.isEmpty()
            ? QCoreApplication::translate("cloud", "Set %1 in the environment Gantry is started from.").arg(variable)
            : QCoreApplication::translate("cloud", "%1 holds a character that no such key has.").arg(variable)));
}

} // namespace

Result<AwsCredentials> awsCredentials(const QProcessEnvironment &environment)
{
    const auto accessKey = headerSafe(environment, QStringLiteral("AWS_ACCESS_KEY_ID"));
    if (!accessKey)
        return tl::unexpected(accessKey.error());
    const auto secretKey = headerSafe(environment, QStringLiteral("AWS_SECRET_ACCESS_KEY"));
    if (!secretKey)
        return tl::unexpected(secretKey.error());
    AwsCredentials credentials{*accessKey, *secretKey, {}};
    if (!environment.value(QStringLiteral("AWS_SESSION_TOKEN")).isEmpty()) {
        const auto token = headerSafe(environment, QStringLiteral("AWS_SESSION_TOKEN"));
        if (!token)
            return tl::unexpected(token.error());
        credentials.sessionToken = *token;
    }
    return credentials;
}

Result<MuxCredentials> muxCredentials(const QProcessEnvironment &environment)
{
    const auto id = headerSafe(environment, QStringLiteral("MUX_TOKEN_ID"));
    if (!id)
        return tl::unexpected(id.error());
    const auto secret = headerSafe(environment, QStringLiteral("MUX_TOKEN_SECRET"));
    if (!secret)
        return tl::unexpected(secret.error());
    return MuxCredentials{*id, *secret};
}

Result<QString> secretFromEnvironment(const QString &variable, const QProcessEnvironment &environment)
{
    const QString value = environment.value(variable);
    if (!value.isEmpty())
        return value;
    return tl::unexpected(credentialsError(
        QCoreApplication::translate("cloud", "read a secret"), variable,
        QCoreApplication::translate("cloud", "Set %1 in the environment Gantry is started from.").arg(variable)));
}

namespace {

bool answers(const QKeychain::ReadPasswordJob &job)
{
    return job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
}

} // namespace

struct KeychainReader::Private
{
    std::vector<QPointer<QKeychain::ReadPasswordJob>> open;

    void read(const QString &name, std::function<void(const QKeychain::ReadPasswordJob &)> finished)
    {
        std::erase_if(open, [](const auto &job) { return job.isNull(); });
        auto *job = new QKeychain::ReadPasswordJob(QStringLiteral("gantry"));
        job->setInsecureFallback(false);
        job->setAutoDelete(true);
        job->setKey(name);
        open.emplace_back(job);
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [job, finished = std::move(finished)] { finished(*job); });
        job->start();
    }
};

KeychainReader::KeychainReader() : m_d(new Private) {}

KeychainReader::~KeychainReader()
{
    for (const auto &job : m_d->open) {
        if (job)
            job->disconnect(); // it deletes itself when the keychain answers
    }
}

void KeychainReader::readSecret(const QString &name, std::function<void(Result<QString>)> answer)
{
    m_d->read(name, [name, answer = std::move(answer)](const QKeychain::ReadPasswordJob &job) {
        const QString tried = QCoreApplication::translate("cloud", "read a secret from the keychain");
        if (job.error() == QKeychain::NoError && !job.textData().isEmpty()) {
            answer(job.textData());
        } else if (answers(job)) {
            answer(tl::unexpected(credentialsError(
                tried, name,
                QCoreApplication::translate("cloud", "Store it in the desktop's keychain under service \"gantry\" with "
                                                     "this name, or name an environment variable instead."))));
        } else {
            Error error = credentialsError(
                tried, name,
                QCoreApplication::translate("cloud", "The keychain cannot be read: unlock it, or name an environment "
                                                     "variable instead."));
            error.detail = job.errorString().left(300);
            answer(tl::unexpected(error));
        }
    });
}

void KeychainReader::check(std::function<void(const QString &fault)> answer)
{
    // Nothing is kept under this name: a keychain that says so need not be unlocked for it.
    m_d->read(QStringLiteral("readiness"), [answer = std::move(answer)](const QKeychain::ReadPasswordJob &job) {
        answer(answers(job) ? QString() : job.errorString().left(300));
    });
}

} // namespace gantry::cloud
