// What the survey finds out of the machine that the tests run on: every point comes to an end, and none holds the
// window up.

#include "app/rooms/machine_survey.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry;

class MachineSurveyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheSystemTellsIsThereAtOnce()
    {
        const QTemporaryDir folder;
        const MachineFacts facts = MachineSurvey::atOnce(folder.filePath(QStringLiteral("not/made/yet")));
        QVERIFY(!facts.screens.isEmpty());
        QVERIFY(facts.freeBytes && *facts.freeBytes > 0);
#ifdef Q_OS_LINUX
        QVERIFY(facts.receiveBuffer && *facts.receiveBuffer > 1000);
#endif
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!MachineSurvey::atOnce(file.fileName() + QStringLiteral("/folder")).freeBytes);
    }

    void everyPointComesToAnEnd()
    {
        const QTemporaryDir folder;
        MachineSurvey survey(folder.path());
        QSignalSpy changed(&survey, &MachineSurvey::changed);
        survey.start();
        QCOMPARE(changed.size(), 1); // what is known at once is told at once
        QTRY_VERIFY_WITH_TIMEOUT(survey.facts().decoding && survey.facts().soundDevice && survey.facts().keychain,
                                 20'000);
        QVERIFY(!survey.facts().decoding->by.isEmpty());
        for (const ReadyPoint &point : readiness(survey.facts()))
            QVERIFY2(!point.found.isEmpty(), qPrintable(point.what));
    }

    void itMayEndInTheMiddle()
    {
        MachineSurvey survey(QDir::tempPath());
        survey.start();
    }
};

QTEST_MAIN(MachineSurveyTest)
#include "machine_survey_test.moc"
