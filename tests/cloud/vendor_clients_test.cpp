// The vendors' own clients for Node.js against our rehearsal cloud: the scripts in vendor_clients/ say what they see,
// one rule a line. ./dev test installs the clients; where there is no Node.js or no network, the tests say SKIPPED.

#include "cloud/sandbox/sandbox_fault_script.h"
#include "cloud/sandbox/sandbox_server.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace gantry::cloud;
using namespace std::chrono_literals;

class VendorClientsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QString m_node;
    QString m_missing; // why there is nothing to test with

    // Ten times as fast as the clock on the wall, in steps, so that nobody waits for a channel that starts.
    std::chrono::milliseconds m_time{0};
    std::unique_ptr<SandboxServer> m_sandbox;

    void openSandbox()
    {
        m_time = 60s;
        m_sandbox = std::make_unique<SandboxServer>(SandboxServer::Settings{
            .fast = true, .channels = 3, .requestsPerSecond = 100, .burst = 100, .steadyClock = [this] {
                return m_time;
            }});
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        environment.insert(QStringLiteral("HOME"), m_home.path()); // nobody's configuration
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("AWS_EC2_METADATA_DISABLED"), QStringLiteral("true"));
        environment.insert(QStringLiteral("NO_PROXY"), QStringLiteral("127.0.0.1"));
        environment.insert(QStringLiteral("METADATA_SERVER_DETECTION"), QStringLiteral("none"));
        environment.insert(QStringLiteral("GANTRY_VENDOR_CLIENTS"), QStringLiteral(GANTRY_VENDOR_CLIENTS));
        for (const auto &[name, value] : m_sandbox->environment())
            environment.insert(QString::fromLatin1(name), QString::fromLatin1(value));
        QFile account(m_home.filePath(QStringLiteral("account.json")));
        if (account.open(QIODevice::WriteOnly))
            account.write(m_sandbox->googleAccount());
        environment.insert(QStringLiteral("GOOGLE_APPLICATION_CREDENTIALS"), account.fileName());
        return environment;
    }

    // A line of the script that asks for a fault: it gets it, and an empty line.
    void obey(const QByteArray &line, QProcess &process)
    {
        if (!line.startsWith("fault: "))
            return;
        const QJsonObject object = QJsonDocument::fromJson(line.mid(7)).object();
        if (object.isEmpty()) {
            m_sandbox->clearFaults();
        } else if (const auto fault = readFault(object, QStringLiteral("test"))) {
            m_sandbox->addFault(*fault);
        } else {
            QFAIL(qPrintable(fault.error().advice));
        }
        process.write("\n");
    }

    void run(const QString &script)
    {
        if (!m_missing.isEmpty())
            QSKIP(qPrintable(m_missing));
        openSandbox();
        QVERIFY(m_sandbox->start());
        QTimer hurry;
        connect(&hurry, &QTimer::timeout, this, [this] { m_time += 250ms; });
        hurry.start(25);
        QProcess process;
        process.setProcessEnvironment(environment());
        QByteArray said;
        connect(&process, &QProcess::readyReadStandardOutput, this, [&] {
            while (process.canReadLine()) {
                const QByteArray line = process.readLine().trimmed();
                said += line + '\n';
                obey(line, process);
            }
        });
        QEventLoop loop;
        connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
        QTimer::singleShot(100'000, &loop, &QEventLoop::quit);
        process.start(m_node, {QStringLiteral(GANTRY_VENDOR_SCRIPTS "/") + script});
        loop.exec();
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0 && said.endsWith("end\n"), (said + errors).constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_node = QStandardPaths::findExecutable(QStringLiteral("node"));
        if (m_node.isEmpty()) {
            m_missing = QStringLiteral("SKIPPED: there is no Node.js here; ./dev test installs it");
            return;
        }
        QProcess version;
        version.start(m_node, {QStringLiteral("--version")});
        version.waitForFinished(10'000);
        const QString said = QString::fromLatin1(version.readAllStandardOutput()).trimmed(); // "v18.20.4"
        if (said.mid(1).section(u'.', 0, 0).toInt() < 18)
            m_missing = QStringLiteral("SKIPPED: the clients need Node.js 18, this is %1").arg(said);
        else if (!QFile::exists(QStringLiteral(GANTRY_VENDOR_CLIENTS "/node_modules/@aws-sdk/client-mediaconnect")))
            m_missing = QStringLiteral("SKIPPED: the clients are not in %1; ./dev test installs them, with a network")
                            .arg(QStringLiteral(GANTRY_VENDOR_CLIENTS));
    }

    void amazonsSdkCannotTellTheRehearsalFromTheCloud() { run(QStringLiteral("aws.mjs")); }
    void amazonsSdkCannotTellTheRehearsalsFlowsFromMediaConnects() { run(QStringLiteral("mediaconnect.mjs")); }
    void googlesClientCannotTellTheRehearsalFromTheCloud() { run(QStringLiteral("google.mjs")); }
};

QTEST_GUILESS_MAIN(VendorClientsTest)
#include "vendor_clients_test.moc"
