// P11 of the fault matrix, at the cloud's end: the connection is cut while a command is on its way. What became of it
// is named, nothing is sent a second time, nothing switches by itself, and a hand goes on when the cloud is back.

#include "tests/ways/stage.h"

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;

class CloudCut : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    // Times a command left. That nobody knows what became of one that did is told as another step of the same kind.
    static int sent(const Listener &heard)
    {
        return int(std::count_if(heard.records.begin(), heard.records.end(), [](const Record &record) {
            const auto *command = std::get_if<CommandRecord>(&record.payload);
            return command && command->step == CommandStep::Sent && command->detail.isEmpty();
        }));
    }
    static int count(const Listener &heard, CommandStep step)
    {
        return int(std::count_if(heard.records.begin(), heard.records.end(), [step](const Record &record) {
            const auto *command = std::get_if<CommandRecord>(&record.payload);
            return command && command->step == step;
        }));
    }

private Q_SLOTS:
    void aCommandThatIsCutOffIsUnconfirmedAndAHandGoesOn()
    {
        Cloud cloud;
        Show show = oneFeedShow(freePort());
        cloud.addTo(show);
        auto room = LiveRoom::open(show, m_folder.filePath(QStringLiteral("cut.gantry")));
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        const EncoderId main{QStringLiteral("Main")};
        const auto takes = [&heard](const char *input) {
            const auto *encoder = heard.newest<EncoderRecord>();
            return encoder && !encoder->sample.failure && encoder->sample.activeInput() == QLatin1String(input);
        };
        QVERIFY(becomesTrue([&] { return takes("A"); }, 30s));

        cloud.hold(true);
        (*room)->request(main, cloud::Verb::SwitchInput, QStringLiteral("B"), QStringLiteral("operator"));
        QVERIFY(becomesTrue([&] { return count(heard, CommandStep::Unconfirmed) == 1; }, 90s));
        QCOMPARE(sent(heard), 1);
        QVERIFY(heard.has<CommandRecord>([](const CommandRecord &command) {
            return command.detail.contains(QStringLiteral("it is not sent again"));
        }));
        QCOMPARE(count(heard, CommandStep::Confirmed), 0);
        const auto *command = heard.newest<CommandRecord>();
        QVERIFY(!command->detail.isEmpty()); // the state it halted in has a name
        // Not to be reached is not down.
        const auto isDown = [](const AlarmRecord &alarm) {
            return alarm.alarm.where == QStringLiteral("Main") && alarm.alarm.priority == AlarmPriority::Critical;
        };
        QVERIFY(!heard.has<AlarmRecord>(isDown));

        cloud.hold(false);
        QVERIFY(becomesTrue(
            [&] {
                const auto *encoder = heard.newest<EncoderRecord>();
                return encoder && !encoder->sample.failure;
            },
            60s));
        QCOMPARE(sent(heard), 1); // and not again by itself
        // The cloud may have carried it out when it woke: the hand asks for what is not on air.
        QTest::qWait(3000);
        const QString next = takes("B") ? QStringLiteral("A") : QStringLiteral("B");
        (*room)->request(main, cloud::Verb::SwitchInput, next, QStringLiteral("operator"));
        QVERIFY(becomesTrue([&] { return count(heard, CommandStep::Confirmed) == 1; }, 60s));
        QVERIFY(becomesTrue([&] { return takes(next.toLatin1().constData()); }, 20s));
    }
};

QTEST_GUILESS_MAIN(CloudCut)
#include "cloud_cut_test.moc"
