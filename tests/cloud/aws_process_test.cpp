// Keys from a program that a profile names: run without a shell, in its own time, and never quoted.

#include "cloud/aws/aws_identities.h"
#include "cloud/aws/aws_process.h"

#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;

namespace {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

struct Home
{
    Home()
    {
        environment.insert(QStringLiteral("HOME"), folder.path());
        QDir(folder.path()).mkpath(QStringLiteral(".aws"));
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(folder.filePath(QStringLiteral(".aws/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    std::unique_ptr<AwsIdentities> identities()
    {
        return std::make_unique<AwsIdentities>(network, nullptr, environment, [this] { return now; });
    }
    static Result<AwsCredentials> keys(AwsIdentity &identity)
    {
        std::optional<Result<AwsCredentials>> got;
        identity.credentials([&got](Result<AwsCredentials> answer) { got = std::move(answer); });
        [&got] { QTRY_VERIFY(got); }();
        return got.value_or(tl::unexpected(Error{}));
    }

    QNetworkAccessManager network;
    QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    Time now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 22)};
};

} // namespace

class AwsProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsCutIntoWordsAsAShellDoesAndNothingElse_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words"); // none: refused
        const auto row = [](const char *name, const QString &line, const QStringList &words) {
            QTest::newRow(name) << line << words;
        };
        row("plain", QStringLiteral(" /bin/a  --b c "),
            {QStringLiteral("/bin/a"), QStringLiteral("--b"), QStringLiteral("c")});
        row("quotes", QStringLiteral("'a b' \"c d\"e ''"), {QStringLiteral("a b"), QStringLiteral("c de"), QString()});
        row("a backslash", QStringLiteral("a\\ b 'c\\d'"), {QStringLiteral("a b"), QStringLiteral("c\\d")});
        row("no shell", QStringLiteral("a $HOME;b|c >d `e`"),
            {QStringLiteral("a"), QStringLiteral("$HOME;b|c"), QStringLiteral(">d"), QStringLiteral("`e`")});
        row("an open quote", QStringLiteral("a 'b"), {});
        row("nothing", QStringLiteral("  "), {});
        row("no program", QStringLiteral("'' a"), {});
    }
    void aLineIsCutIntoWordsAsAShellDoesAndNothingElse()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, words);
        QCOMPARE(commandWords(line).value_or(QStringList()), words);
    }

    void aProgramThatAProfileNamesGivesKeysAndIsRunAgainBeforeTheyExpire()
    {
        Home home;
        home.write(QStringLiteral("keys"),
                   "#!/bin/sh\necho run >> \"$HOME/runs\"\n"
                   "printf '{\"Version\":1,\"AccessKeyId\":\"ASIA%s\",\"SecretAccessKey\":\"s\","
                   "\"SessionToken\":\"t\",\"Expiration\":\"2026-11-22T01:00:00Z\"}' \"$1$2\"\n");
        home.write(QStringLiteral("config"), "[profile process]\ncredential_process = /bin/sh \"" +
                                                 home.folder.filePath(QStringLiteral(".aws/keys")).toUtf8() +
                                                 "\" 'O N' $HOME\n");
        const auto runs = [&home] {
            QFile file(home.folder.filePath(QStringLiteral("runs")));
            return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
        };
        auto identities = home.identities();
        const auto identity = identities->find({QStringLiteral("process"), {}, {}}).value();
        // No shell reads the line: a variable stays what it is; and a key with a space in it is none.
        QVERIFY(!home.keys(*identity));
        home.write(QStringLiteral("config"), "[profile process]\ncredential_process = /bin/sh \"" +
                                                 home.folder.filePath(QStringLiteral(".aws/keys")).toUtf8() +
                                                 "\" ON $HOME\n");
        identities = home.identities();
        const auto good = identities->find({QStringLiteral("process"), {}, {}}).value();
        const auto keys = home.keys(*good);
        QVERIFY2(keys.has_value(), keys ? "" : qPrintable(keys.error().advice));
        QCOMPARE(keys->accessKey, QByteArray("ASIAON$HOME"));
        QCOMPARE(keys->expires, std::optional(home.now + 1h));
        QCOMPARE(runs(), 2);
        QVERIFY(home.keys(*good));
        QCOMPARE(runs(), 2);
        home.now += 57min;
        QVERIFY(home.keys(*good)); // the old ones are still good
        QTRY_COMPARE(runs(), 3);
    }

    void aProgramThatFailsHangsOrBabblesIsAnErrorWithoutItsWords_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *line, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(says);
        };
        row("not there", "/no/such/program", "cannot be started");
        row("fails", "/bin/sh -c 'echo hush >&2; echo hush; exit 3'", "code 3");
        row("says nothing", "/bin/true", "JSON");
        row("no keys", "/bin/echo '{\"Version\":1,\"AccessKeyId\":\"hush\"}'", "AccessKeyId");
        row("another version", "/bin/echo '{\"Version\":2}'", "Version");
        row("expired",
            "/bin/echo '{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"hush\",\"Expiration\":"
            "\"2020-01-01T00:00:00Z\"}'",
            "expired");
        row("babbles", "/bin/sh -c 'while :; do echo hush; done'", "more than");
        row("hangs", "/bin/sleep 60", "within");
        row("an open quote", "/bin/echo 'hush", "quotes");
    }
    void aProgramThatFailsHangsOrBabblesIsAnErrorWithoutItsWords()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        Home home;
        const bool hangs = QByteArray(QTest::currentDataTag()) == "hangs";
        const auto identity =
            processIdentity({QStringLiteral("live"), line, home.environment, [&home] { return home.now; },
                             hangs ? 200ms : std::chrono::milliseconds(20s)});
        const auto keys = home.keys(*identity);
        QVERIFY(!keys);
        QCOMPARE(keys.error().kind, Error::Kind::Credentials);
        QCOMPARE(keys.error().subject, QStringLiteral("live"));
        const QString all = keys.error().text() + keys.error().advice + keys.error().detail;
        QVERIFY2(all.contains(says), qPrintable(all));
        QVERIFY2(!all.contains(QStringLiteral("hush")), qPrintable(all));
    }
};

QTEST_GUILESS_MAIN(AwsProcessTest)
#include "aws_process_test.moc"
