#include "cloud/aws/aws_process.h"

#include "cloud/aws/aws_room.h"
#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"

#include <QDateTime>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace gantry::cloud {

namespace {

constexpr qsizetype kMostBytes = qsizetype{64} * 1024;

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString();
}

bool isKey(const QString &value)
{
    return value.size() < 8192 &&
           std::all_of(value.begin(), value.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

// One run at a time: FetchedIdentity sees to that.
class ProcessFetch
{
public:
    explicit ProcessFetch(ProcessPlan plan) : m_plan(std::move(plan)) {}
    ~ProcessFetch()
    {
        if (m_process)
            m_process->disconnect(); // its end is nobody's business any more
    }
    ProcessFetch(const ProcessFetch &) = delete;
    ProcessFetch &operator=(const ProcessFetch &) = delete;

    void fetch(AwsIdentity::Answer answer)
    {
        const auto words = commandWords(m_plan.line);
        if (!words) {
            answer(tl::unexpected(fault(Text::tr("Its quotes do not close."))));
            return;
        }
        m_answer = std::move(answer);
        m_said.clear();
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(m_plan.environment);
        m_process->setStandardInputFile(QProcess::nullDevice());
        m_process->setStandardErrorFile(QProcess::nullDevice());
        QObject::connect(m_process.get(), &QProcess::readyReadStandardOutput, m_process.get(), [this] { listen(); });
        QObject::connect(m_process.get(), &QProcess::finished, m_process.get(),
                         [this](int code, QProcess::ExitStatus status) {
                             listen();
                             ended(status == QProcess::NormalExit ? std::optional(code) : std::nullopt);
                         });
        QObject::connect(m_process.get(), &QProcess::errorOccurred, m_process.get(),
                         [this, program = words->first()](QProcess::ProcessError error) {
                             if (error == QProcess::FailedToStart)
                                 finish(tl::unexpected(fault(Text::tr("%1 cannot be started.").arg(program))));
                         });
        QTimer::singleShot(m_plan.patience, m_process.get(), [this] {
            giveUp(Text::tr("It has not ended within %1 s.").arg(m_plan.patience.count() / 1000));
        });
        m_process->start(words->first(), words->mid(1));
    }

private:
    Error fault(const QString &advice) const
    {
        return identityError(Text::tr("run credential_process of AWS profile"), m_plan.profile,
                             advice + u' ' + Text::tr("Run it by hand to see why."));
    }

    void listen()
    {
        if (!m_answer)
            return;
        m_said += m_process->readAllStandardOutput();
        if (m_said.size() > kMostBytes)
            giveUp(Text::tr("It says more than keys take."));
    }

    void giveUp(const QString &why) { finish(tl::unexpected(fault(why))); }

    void ended(std::optional<int> code)
    {
        if (!m_answer)
            return;
        if (code != 0) {
            finish(tl::unexpected(
                fault(code ? Text::tr("It ended with code %1.").arg(*code) : Text::tr("It ended abnormally."))));
            return;
        }
        auto keys = readProcessKeys(m_said);
        if (!keys)
            finish(tl::unexpected(fault(keys.error().detail.isEmpty() ? keys.error().advice : keys.error().detail)));
        else if (keys->expires && *keys->expires <= m_plan.now())
            finish(tl::unexpected(fault(Text::tr("Its keys have expired."))));
        else
            finish(std::move(keys));
    }

    void finish(Result<AwsCredentials> keys)
    {
        if (!m_answer)
            return;
        m_said.fill('\0');
        m_said.clear();
        // We may be inside one of its signals.
        QProcess *process = m_process.release();
        process->disconnect();
        if (process->state() == QProcess::NotRunning) {
            process->deleteLater();
        } else {
            QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
            process->kill();
        }
        std::exchange(m_answer, {})(std::move(keys));
    }

    const ProcessPlan m_plan;
    std::unique_ptr<QProcess> m_process; // while it runs
    QByteArray m_said;
    AwsIdentity::Answer m_answer;
};

} // namespace

std::optional<QStringList> commandWords(const QString &line)
{
    QStringList words;
    QString word;
    bool isWord = false;
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\\' && quote != u'\'' && i + 1 < line.size()) {
            word += line[++i];
            isWord = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = {};
            else
                word += c;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            isWord = true;
        } else if (c.isSpace()) {
            if (std::exchange(isWord, false))
                words.append(std::exchange(word, {}));
        } else {
            word += c;
            isWord = true;
        }
    }
    if (isWord)
        words.append(word);
    if (!quote.isNull() || words.isEmpty() || words.first().isEmpty())
        return std::nullopt;
    return words;
}

Result<AwsCredentials> readProcessKeys(const QByteArray &json)
{
    const auto object = readJsonObject(json, {kMostBytes, 8});
    if (!object)
        return tl::unexpected(object.error());
    if (object->value(QLatin1StringView("Version")).toInt() != 1)
        return tl::unexpected(wrongMember(QStringLiteral("Version"), QStringLiteral("1")));
    const QString id = member(*object, "AccessKeyId");
    const QString secret = member(*object, "SecretAccessKey");
    const QString token = member(*object, "SessionToken");
    if (id.isEmpty() || secret.isEmpty() || !isKey(id) || !isKey(secret) || !isKey(token))
        return tl::unexpected(wrongMember(QStringLiteral("AccessKeyId"), Text::tr("keys")));
    AwsCredentials keys{id.toLatin1(), secret.toLatin1(), token.toLatin1(), {}};
    if (const QString until = member(*object, "Expiration"); !until.isEmpty()) {
        const QDateTime time = QDateTime::fromString(until, Qt::ISODateWithMs);
        if (!time.isValid())
            return tl::unexpected(wrongMember(QStringLiteral("Expiration"), Text::tr("a time after ISO 8601")));
        keys.expires =
            std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    }
    return keys;
}

std::shared_ptr<AwsIdentity> processIdentity(ProcessPlan plan)
{
    FetchedIdentity::Rule rule;
    rule.now = plan.now;
    auto fetch = std::make_shared<ProcessFetch>(std::move(plan));
    rule.fetch = [fetch](AwsIdentity::Answer answer) { fetch->fetch(std::move(answer)); };
    return std::make_shared<FetchedIdentity>(std::move(rule));
}

} // namespace gantry::cloud
