// What a show file may say, and what is said to one that does not.

#include "app/show/show_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;

namespace {

// The texts below are written with ' for ": a wall of backslashes can be read by nobody.
auto read(QByteArray text)
{
    return readShow(text.replace('\'', '"'));
}

// A right show with parts of it replaced.
struct Text
{
    QByteArray head = "'gantry': 1, 'name': 'Friday'";
    QByteArray feeds = "{'name': 'CAM 1', 'srt': {'mode': 'listener', 'port': 9001}}, {'name': 'CAM 2', 'srt': "
                       "{'mode': 'listener', 'port': 9002}}";
    QByteArray encoders = "{'name': 'Main', 'provider': 'medialive', 'settings': {'region': 'eu-west-1', 'channel': "
                          "'1234567'}, 'inputs': [{'name': 'A', 'feed': 'CAM 1'}, {'name': 'B'}]}";
    QByteArray audiences = "{'name': 'Viewers', 'provider': 'mux', 'encoder': 'Main'}";

    QByteArray json() const
    {
        return "{" + head + ",\n'feeds': [" + feeds + "],\n'encoders': [" + encoders + "],\n'audiences': [" +
               audiences + "]}";
    }
};

QByteArray withHead(const QByteArray &head)
{
    return Text{.head = head}.json();
}
QByteArray withFeeds(const QByteArray &feeds)
{
    return Text{.feeds = feeds, .encoders = {}, .audiences = {}}.json();
}
QByteArray withEncoders(const QByteArray &encoders)
{
    return Text{.encoders = encoders, .audiences = {}}.json();
}
QByteArray withAudiences(const QByteArray &audiences)
{
    return Text{.audiences = audiences}.json();
}
QByteArray withSrt(const QByteArray &srt)
{
    return withFeeds("{'name': 'CAM 1', 'srt': " + srt + "}");
}
QByteArray withListener(const QByteArray &more)
{
    return withSrt("{'mode': 'listener', 'port': 9001, " + more + "}");
}
QByteArray withSettings(const QByteArray &settings)
{
    return withEncoders("{'name': 'Main', 'provider': 'medialive', 'settings': " + settings + "}");
}

QStringList faultsOf(const QByteArray &json)
{
    QStringList lines;
    const auto show = read(json);
    for (const ShowFault &fault : show ? QList<ShowFault>() : show.error())
        lines.append(fault.place + u": "_s + fault.what);
    return lines;
}

void row(const char *name, const QByteArray &json, const QStringList &faults)
{
    QTest::newRow(name) << json << faults;
}

constexpr auto longName = "12345678901234567890123456789012345678901234567890123456789012345";

} // namespace

class ShowFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleShowHasNoFault()
    {
        const auto show = readShowFile(QStringLiteral(GANTRY_EXAMPLES "/example.json"));
        QVERIFY2(show, show ? "" : qPrintable(show.error().first().text()));
        QCOMPARE(show->feeds.size(), 3);
        QCOMPARE(show->feeds[1].passphrase, (Secret{Secret::Store::Keychain, u"cam2"_s}));
        QCOMPARE(show->feeds[2].srt.mode, media::SrtAddress::Mode::Caller);
        QCOMPARE(show->feeds[2].srt.latency, std::chrono::milliseconds(500));
        QCOMPARE(show->feeds[2].passphrase, (Secret{Secret::Store::Environment, u"RETURN_PASSPHRASE"_s}));
        QCOMPARE(show->encoders[0].settings.value(u"region"_s), u"eu-west-1"_s);
        QCOMPARE(show->encoders[0].inputs[1], (EncoderInput{u"B"_s, FeedId{u"CAM 2"_s}}));
        QCOMPARE(show->audiences[0].encoder, EncoderId{u"Main"_s});
    }

    void aShowThatIsWrittenReadsBackTheSameAndHoldsNoSecret()
    {
        auto show = readShowFile(QStringLiteral(GANTRY_EXAMPLES "/example.json"));
        QVERIFY(show);
        const QByteArray written = writeShow(*show);
        for (Feed &feed : show->feeds)
            feed.srt.passphrase = "never to be written";
        QCOMPARE(writeShow(*show), written);
        const auto again = readShow(written);
        QVERIFY(again);
        QCOMPARE(writeShow(*again), written);
        QCOMPARE(again->feeds[2].srt.streamId, show->feeds[2].srt.streamId);
        QCOMPARE(again->feeds[0].umd, u"Stage left"_s);
    }

    void whatIsLeftOutHasItsUsualValue()
    {
        const auto show = read(Text().json());
        QVERIFY(show);
        QCOMPARE(show->feeds[0].srt.latency, std::chrono::milliseconds(120));
        QCOMPARE(show->feeds[0].passphrase, Secret());
        QCOMPARE(show->encoders[0].inputs[1].feed, FeedId());
        QVERIFY(read("{'gantry': 1, 'name': 'Empty', 'feeds': []}"));
    }

    void everyFaultIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("faults");
        fileRows();
        feedRows();
        passphraseRows();
        encoderRows();
        audienceRows();
    }

    void everyFaultIsNamedByItsPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, faults);
        QCOMPARE(faultsOf(json), faults);
    }

    void everyFaultOfAFileIsFoundInOneRunInTheOrderOfItsLines()
    {
        const auto show = read("{\n"
                               "  'gantry': 1,\n"
                               "  'name': '',\n"
                               "  'feeds': [\n"
                               "    { 'name': 'CAM 1',\n"
                               "      'srt': { 'mode': 'listener',\n"
                               "               'port': 0,\n"
                               "               'latency': 9999 } },\n"
                               "    { 'name': 'CAM 2' }\n"
                               "  ],\n"
                               "  'encodes': []\n"
                               "}");
        QVERIFY(!show);
        QStringList texts;
        for (const ShowFault &fault : show.error())
            texts.append(fault.text());
        QCOMPARE(
            texts,
            QStringList({
                u"line 3, name: The name is empty. A name of 1 to 64 characters."_s,
                u"line 7, feeds[0].srt.port: The value is 0. A whole number from 1 to 65535."_s,
                u"line 8, feeds[0].srt.latency: The value is 9999. A whole number of milliseconds from 20 to 8000."_s,
                u"line 9, feeds[1].srt: Missing. An object: where the signal comes from."_s,
                u"line 11, encodes: There is no such key here. Did you mean encoders?"_s,
            }));
    }

    void aTextThatIsNotJsonIsShownByLineAndColumn()
    {
        const auto show = read("{\n  'gantry': 1\n  'name': 'x'\n}");
        QVERIFY(!show);
        QCOMPARE(show.error().size(), 1);
        QCOMPARE(show.error().first().text(), u"line 3: This is not JSON: unterminated object, at column 3."_s);
    }

    void aPassphraseInTheFileIsRefusedAndNotRepeated()
    {
        const auto show = read(withListener("'passphrase': 'correct horse battery'"));
        QVERIFY(!show);
        QVERIFY(!show.error().first().text().contains(u"horse"_s));
        QVERIFY(show.error().first().allowed.contains(u"{\"keychain\": \"cam1\"}"_s));
    }

    void aSettingThatDoesNotFitIsNotRepeatedBecauseItMayBeASecret()
    {
        const auto show = read(withSettings("{'region': 'horse battery', 'channel': '1234567'}"));
        QVERIFY(!show);
        QVERIFY(!show.error().first().text().contains(u"horse"_s));
        QVERIFY(!show.error().first().allowed.isEmpty());
    }

    void anUnknownProviderIsAnsweredWithTheKnownOnes()
    {
        const auto show = read(withEncoders("{'name': 'Main', 'provider': 'tape'}"));
        QVERIFY(!show);
        for (const auto &provider : cloud::encoderProviders())
            QVERIFY(show.error().first().allowed.contains(provider.name));
    }

    void aFileThatCannotBeReadSaysWhich()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"nowhere.json"_s);
        const auto show = readShowFile(path);
        QVERIFY(!show);
        QVERIFY(show.error().first().what.contains(path));
        QVERIFY(!readShowFile(folder.path()));
    }

    void aFileOfMoreThanFourMebibytesIsNotRead()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"large.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(maxShowBytes + 1));
        file.close();
        const auto show = readShowFile(file.fileName());
        QVERIFY(!show);
        QCOMPARE(show.error().first().text(), u"The file is too large to be a show. At most 4 MiB."_s);
    }

    void aFileOfFaultsAloneIsAnsweredWithTheFirstFewHundred()
    {
        QByteArray keys = "'gantry': 1";
        for (int i = 0; i < 5000; ++i)
            keys += ", 'key " + QByteArray::number(i) + "': [[[[]]]]";
        const auto show = read("{" + keys + "}");
        QVERIFY(!show);
        QVERIFY(show.error().size() >= 100 && show.error().size() <= 500);
    }

private:
    static void fileRows()
    {
        row("a list instead of an object", "[]", {u": The file holds a list."_s});
        row("nested too deep", QByteArray(3000, '['),
            {u": This is not JSON: too deeply nested document, at column 1025."_s});
        row("no version", withHead("'name': 'Friday'"), {u"gantry: Missing."_s});
        row("a newer version", withHead("'gantry': 2, 'name': 3"),
            {u"gantry: This show was written for a newer Gantry (format 2)."_s});
        row("a version that never was", withHead("'gantry': 0, 'name': 'Friday'"), {u"gantry: The value is 0."_s});
        row("no name", withHead("'gantry': 1"), {u"name: Missing."_s});
        row("a number for a name", withHead("'gantry': 1, 'name': 5"), {u"name: The value is a number."_s});
        row("an unknown key", withHead("'gantry': 1, 'name': 'x', 'colour': 'red'"),
            {u"colour: There is no such key here."_s});
        row("a key twice", withHead("'gantry': 1, 'name': 'x', 'name': 'y'"),
            {u"name: This key stands twice in one object."_s});
        row("a key twice deep inside", withListener("'latency': 100, 'latency': 200"),
            {u"feeds[0].srt.latency: This key stands twice in one object."_s});
        row("no feeds", "{'gantry': 1, 'name': 'x'}", {u"feeds: Missing."_s});
        row("an object for the feeds", "{'gantry': 1, 'name': 'x', 'feeds': {}}",
            {u"feeds: The value is an object."_s});
        row("too many feeds", withFeeds(QByteArrayList(65, "1").join(',')),
            QStringList{u"feeds: The list has 65 entries."_s} + everyFeedIsANumber());
    }

    static QStringList everyFeedIsANumber()
    {
        QStringList faults;
        for (int i = 0; i < 64; ++i)
            faults.append(u"feeds[%1]: The value is a number."_s.arg(i));
        return faults;
    }

    static void feedRows()
    {
        const QByteArray srt = "'srt': {'mode': 'listener', 'port': 9001}";
        row("a feed without a name", withFeeds("{" + srt + "}"), {u"feeds[0].name: Missing."_s});
        row("a feed with an overlong name", withFeeds("{'name': '" + QByteArray(longName) + "', " + srt + "}"),
            {u"feeds[0].name: The name has 65 characters."_s});
        row("a line break in a name", withFeeds("{'name': 'a\\nb', " + srt + "}"),
            {u"feeds[0].name: The name has a character that cannot be seen."_s});
        row("a turned writing direction in a name", withFeeds("{'name': 'a\\u202eb', " + srt + "}"),
            {u"feeds[0].name: The name has a character that cannot be seen."_s});
        row("a space behind a name", withFeeds("{'name': 'CAM ', " + srt + "}"),
            {u"feeds[0].name: The name begins or ends with a space."_s});
        row("a list for the second line", withFeeds("{'name': 'CAM 1', 'umd': [], " + srt + "}"),
            {u"feeds[0].umd: The value is a list."_s});
        row("an empty second line", withFeeds("{'name': 'CAM 1', 'umd': '', " + srt + "}"), {});
        row("one name for two feeds",
            withFeeds("{'name': 'Cam 1', 'srt': {'mode': 'listener', 'port': 9001}}, {'name': 'CAM 1', 'srt': {'mode': "
                      "'listener', 'port': 9002}}"),
            {u"feeds[1].name: feeds[0] has this name already."_s});
        row("one port for two listeners",
            withFeeds(
                "{'name': '1', 'srt': {'mode': 'listener', 'host': '10.0.0.1', 'port': 9001}}, {'name': '2', 'srt': "
                "{'mode': 'listener', 'host': '10.0.0.2', 'port': 9001}}, {'name': '3', 'srt': {'mode': 'listener', "
                "'port': 9001}}, {'name': '4', 'srt': {'mode': 'caller', 'host': '10.0.0.3', 'port': 9001}}"),
            {u"feeds[2].srt.port: feeds[0] listens on port 9001 already."_s});
        row("no mode", withSrt("{'port': 9001}"), {u"feeds[0].srt.mode: Missing."_s});
        row("an unknown mode", withSrt("{'mode': 'push', 'port': 9001}"),
            {u"feeds[0].srt.mode: There is no such mode."_s});
        row("a caller without a host", withSrt("{'mode': 'caller', 'port': 9001}"), {u"feeds[0].srt.host: Missing."_s});
        row("an address for a host", withSrt("{'mode': 'caller', 'host': 'srt://a:9001', 'port': 9001}"),
            {u"feeds[0].srt.host: This is no name and no address of a host."_s});
        row("an IPv6 host", withSrt("{'mode': 'caller', 'host': '2001:db8::1', 'port': 9001}"), {});
        row("no port", withSrt("{'mode': 'listener'}"), {u"feeds[0].srt.port: Missing."_s});
        row("a port that is too large", withSrt("{'mode': 'listener', 'port': 65536}"),
            {u"feeds[0].srt.port: The value is 65536."_s});
        row("half a port", withSrt("{'mode': 'listener', 'port': 9001.5}"),
            {u"feeds[0].srt.port: The value is 9001.5."_s});
        row("a port in quotes", withSrt("{'mode': 'listener', 'port': '9001'}"),
            {u"feeds[0].srt.port: The value is text."_s});
        row("too little latency", withListener("'latency': 19"), {u"feeds[0].srt.latency: The value is 19."_s});
        row("too much latency", withListener("'latency': 8001"), {u"feeds[0].srt.latency: The value is 8001."_s});
        row("null for a latency", withListener("'latency': null"),
            {u"feeds[0].srt.latency: The value is empty (null)."_s});
        row("a key misspelt", withListener("'latancy': 120"), {u"feeds[0].srt.latancy: There is no such key here."_s});
        row("an overlong stream id", withListener("'streamId': '" + QByteArray("ä").repeated(257) + "'"),
            {u"feeds[0].srt.streamId: The text has 514 bytes."_s});
    }

    static void passphraseRows()
    {
        row("a passphrase in the file", withListener("'passphrase': 'correct horse'"),
            {u"feeds[0].srt.passphrase: A passphrase stands in the file. Take it out, and use a new one: whoever has read the file knows this one."_s});
        row("a passphrase from nowhere", withListener("'passphrase': {}"),
            {u"feeds[0].srt.passphrase: It takes one place, no more and no less."_s});
        row("a passphrase from two places", withListener("'passphrase': {'environment': 'A', 'keychain': 'b'}"),
            {u"feeds[0].srt.passphrase: It takes one place, no more and no less."_s});
        row("a variable that cannot be", withListener("'passphrase': {'environment': 'CAM 1'}"),
            {u"feeds[0].srt.passphrase.environment: This cannot be the name of a variable."_s});
        row("true for a passphrase", withListener("'passphrase': true"),
            {u"feeds[0].srt.passphrase: The value is true or false."_s});
    }

    static void encoderRows()
    {
        const QByteArray main =
            "{'name': 'Main', 'provider': 'medialive', 'settings': {'region': 'eu-west-1', 'channel': '1234567'}";
        row("no provider", withEncoders("{'name': 'Main'}"), {u"encoders[0].provider: Missing."_s});
        row("an unknown provider", withEncoders("{'name': 'Main', 'provider': 'tape'}"),
            {u"encoders[0].provider: There is no such provider."_s});
        row("an unknown setting", withSettings("{'region': 'eu-west-1', 'channel': '1234567', 'chanel': '1'}"),
            {u"encoders[0].settings.chanel: There is no such key here."_s});
        row("a setting that is missing", withSettings("{'region': 'eu-west-1'}"),
            {u"encoders[0].settings.channel: Missing."_s});
        row("a number for a setting", withSettings("{'region': 'eu-west-1', 'channel': 1234567}"),
            {u"encoders[0].settings.channel: The value is a number."_s});
        row("a setting that does not fit", withSettings("{'region': 'the moon', 'channel': '1234567'}"),
            {u"encoders[0].settings.region: This value does not fit."_s});
        row("an input for a feed that is not there",
            withEncoders(main + ", 'inputs': [{'name': 'A', 'feed': 'CAM 3'}]}"),
            {u"encoders[0].inputs[0].feed: There is none of this name."_s});
        row("one name for two inputs", withEncoders(main + ", 'inputs': [{'name': 'A'}, {'name': 'a'}]}"),
            {u"encoders[0].inputs[1].name: encoders[0].inputs[0] has this name already."_s});
        row("one name for two encoders", withEncoders(main + "}, " + main + "}"),
            {u"encoders[1].name: encoders[0] has this name already."_s});
        row("text for an encoder", withEncoders("'Main'"), {u"encoders[0]: The value is text."_s});
    }

    static void audienceRows()
    {
        row("an encoder that is not there",
            withAudiences("{'name': 'Viewers', 'provider': 'mux', 'encoder': 'Main 2'}"),
            {u"audiences[0].encoder: There is none of this name."_s});
        row("one name for two audiences",
            withAudiences("{'name': 'V', 'provider': 'mux'}, {'name': 'V', 'provider': 'mux'}"),
            {u"audiences[1].name: audiences[0] has this name already."_s});
        row("an audience without a name", withAudiences("{'provider': 'mux'}"), {u"audiences[0].name: Missing."_s});
    }
};

QTEST_GUILESS_MAIN(ShowFileTest)
#include "show_file.moc"
