// Replays the committed corpus through the functions that are fuzzed, without a fuzzer.

#include "fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace gantry::fuzz;

class FuzzCorpusTest : public QObject
{
    Q_OBJECT

    const QDir m_corpus{QStringLiteral(GANTRY_FUZZ_CORPUS)};

private Q_SLOTS:
    void everySampleIsReadWithoutHarm_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("target");
        int number = 0;
        for (const Target &target : targets()) {
            const QDir folder(m_corpus.filePath(QLatin1String(target.name)));
            for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
                QFile file(folder.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                QTest::addRow("%s/%s", target.name, qPrintable(name)) << file.readAll() << number;
            }
            ++number;
        }
    }
    void everySampleIsReadWithoutHarm()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, target);
        // Without spare room behind it, so that AddressSanitizer sees a read past the end.
        const std::unique_ptr<std::byte[]> exact(new std::byte[std::size_t(content.size())]);
        std::copy_n(reinterpret_cast<const std::byte *>(content.constData()), content.size(), exact.get());
        targets()[std::size_t(target)].run({exact.get(), std::size_t(content.size())});
    }
    void everyTargetHasSamplesAndTheyAreSmall()
    {
        qint64 all = 0;
        for (const Target &target : targets()) {
            const QDir folder(m_corpus.filePath(QLatin1String(target.name)));
            const QFileInfoList files = folder.entryInfoList(QDir::Files);
            QVERIFY2(files.size() >= 3, target.name);
            for (const QFileInfo &file : files) {
                QVERIFY2(file.size() <= 4096, qPrintable(file.filePath()));
                all += file.size();
            }
        }
        QVERIFY(all <= 300 * 1024);
    }
    void nothingAtAllIsAnInput()
    {
        for (const Target &target : targets())
            target.run({});
    }
};

QTEST_GUILESS_MAIN(FuzzCorpusTest)
#include "corpus_test.moc"
