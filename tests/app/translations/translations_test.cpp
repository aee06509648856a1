// No string of the second language is missing, and none has lost what is filled into it; English has its plurals.

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; // several for plurals
    bool unfinished = false;
};

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages.append({context, {}, {}, false});
        else if (xml.name() == u"source")
            messages.last().source = xml.readElementText();
        else if (xml.name() == u"translation") {
            Message &message = messages.last();
            message.unfinished = xml.attributes().value(QStringLiteral("type")) == u"unfinished";
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"translation") && !xml.atEnd()) {
                if (xml.isStartElement() && xml.name() == u"numerusform")
                    message.translations.append(xml.readElementText());
                else if (xml.isCharacters())
                    text += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations.append(text);
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(n|L?[0-9]+)"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

class Translations : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QList<Message> m_messages;

    // What the sources say today, merged into a copy: a new string shows up as unfinished.
    QList<Message> merged(const QString &file, const QStringList &options) const
    {
        const QString copy = m_folder.filePath(file);
        if (!QFile::copy(QStringLiteral(GANTRY_ROOT "/translations/") + file, copy))
            return {};
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(GANTRY_ROOT));
        lupdate.start(QStringLiteral(GANTRY_LUPDATE),
                      options + QStringList{QStringLiteral("-locations"), QStringLiteral("none"),
                                            QStringLiteral("-no-obsolete"), QStringLiteral("-I"), QStringLiteral("."),
                                            QStringLiteral("app"), QStringLiteral("cloud"), QStringLiteral("media"),
                                            QStringLiteral("widgets"), QStringLiteral("-ts"), copy});
        if (!lupdate.waitForFinished(60'000) || lupdate.exitCode() != 0)
            return {};
        const QByteArray said = lupdate.readAllStandardError() + lupdate.readAllStandardOutput();
        // A string that lupdate files under another name than the program looks it up under is never translated.
        if (said.contains("Qualifying with unknown") || said.contains("lacks Q_OBJECT")) {
            qWarning("%s", said.constData());
            return {};
        }
        return readMessages(copy);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_messages = merged(QStringLiteral("gantry_de.ts"), {});
        QVERIFY(m_messages.size() > 200);
    }

    void englishHasItsPlurals()
    {
        const QList<Message> plurals = merged(QStringLiteral("gantry_en.ts"), {QStringLiteral("-pluralonly")});
        QVERIFY(!plurals.isEmpty());
        for (const Message &message : plurals)
            QVERIFY2(!message.unfinished && message.translations.size() == 2 &&
                         !message.translations.contains(QString()),
                     qPrintable(message.source));
        QTranslator english;
        QVERIFY(english.load(QStringLiteral(GANTRY_ENGLISH)));
        QCoreApplication::installTranslator(&english);
        const auto say = [](int count) {
            return QCoreApplication::translate("gantry::widgets::AlarmsCell", "%n alarm(s), worst: %1", "", count);
        };
        QCOMPARE(say(1), QStringLiteral("1 alarm, worst: %1"));
        QCOMPARE(say(3), QStringLiteral("3 alarms, worst: %1"));
        QCoreApplication::removeTranslator(&english);
    }

    void noStringOfTheSecondLanguageIsMissing()
    {
        QStringList missing;
        for (const Message &message : std::as_const(m_messages)) {
            if (message.unfinished || message.translations.contains(QString()))
                missing.append(QStringLiteral("%1: %2").arg(message.context, message.source));
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void everyTranslationKeepsWhatIsFilledIn()
    {
        QStringList wrong;
        for (const Message &message : std::as_const(m_messages)) {
            for (const QString &translation : message.translations) {
                QStringList expected = placeholders(message.source);
                QStringList found = placeholders(translation);
                expected.removeAll(QStringLiteral("%n")); // a singular may say "one" in words
                found.removeAll(QStringLiteral("%n"));
                if (expected != found)
                    wrong.append(QStringLiteral("%1: %2 -> %3").arg(message.context, message.source, translation));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void theProgramSpeaksIt()
    {
        QProcess program;
        program.start(QStringLiteral(GANTRY_PROGRAM), {QStringLiteral("check"), QStringLiteral("--language"),
                                                       QStringLiteral("de"), QStringLiteral("/no/such/show.json")});
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitCode(), 1);
        const QString german = QString::fromUtf8(program.readAllStandardError() + program.readAllStandardOutput());
        QVERIFY2(german.contains(QStringLiteral("Fehler")), qPrintable(german));
    }
};

QTEST_GUILESS_MAIN(Translations)
#include "translations_test.moc"
