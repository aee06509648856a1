// What feeds[].srt of a show file may say.

#include "app/show/srt_part.h"
#include "app/show/show_file.h"
#include "media/input/srt_library.h"

#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;
using media::SrtAddress;

namespace {

// The texts below are written with ' for ".
QByteArray showOf(const QByteArrayList &srts)
{
    QByteArrayList feeds;
    for (const QByteArray &srt : srts)
        feeds.append("{'name': 'CAM " + QByteArray::number(feeds.size() + 1) + "', 'srt': {" + srt + "}}");
    QByteArray text = "{'gantry': 1, 'name': 'Friday', 'feeds': [" + feeds.join(", ") + "]}";
    return text.replace('\'', '"');
}

QStringList faultsOf(const QByteArray &json)
{
    QStringList lines;
    const auto show = readShow(json);
    for (const ShowFault &fault : show ? QList<ShowFault>() : show.error())
        lines.append(fault.place + u": "_s + fault.what);
    return lines;
}

constexpr auto everything =
    "'mode': 'caller', 'host': 'encoder.example', 'port': 9001, 'adapter': '192.0.2.7', 'latency': 250, 'peerLatency': "
    "400, 'streamId': '#!::r=cam1,m=request', 'passphrase': {'keychain': 'cam1'}, 'keyLength': 256, 'lossMaxTtl': 20, "
    "'rate': 12000, 'payloadSize': 1128, 'filter': 'fec,cols:10,rows:5', 'group': {'type': 'backup', 'links': "
    "['b.example:9001', '[2001:db8::1]:9002']}";

} // namespace

class SrtPartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKeyIsReadAndWrittenBack()
    {
        const auto show = readShow(showOf({everything}));
        QVERIFY2(show, show ? "" : qPrintable(show.error().first().text()));
        const SrtAddress &address = show->feeds[0].srt;
        QCOMPARE(address.adapter, u"192.0.2.7"_s);
        QCOMPARE(address.latency, std::chrono::milliseconds(250));
        QCOMPARE(address.peerLatency.value(), std::chrono::milliseconds(400));
        QCOMPARE(address.keyBits.value(), 256);
        QCOMPARE(address.lossMaxTtl, 20);
        QCOMPARE(address.expectedKilobits.value(), 12000);
        QCOMPARE(address.payloadSize.value(), 1128);
        QCOMPARE(address.filter, u"fec,cols:10,rows:5"_s);
        QCOMPARE(address.bonding, SrtAddress::Bonding::Backup);
        QCOMPARE(address.links.size(), 2);
        const QByteArray written = writeShow(*show);
        const auto again = readShow(written);
        QVERIFY(again);
        QCOMPARE(writeShow(*again), written);
        QCOMPARE(again->feeds[0].srt.links, address.links);
        QCOMPARE(again->feeds[0].srt.keyBits, address.keyBits);
        QCOMPARE(again->feeds[0].srt.filter, address.filter);
    }
    void whatHasItsUsualValueIsNotWritten()
    {
        const auto show = readShow(showOf({"'mode': 'rendezvous', 'host': 'a', 'port': 9001"}));
        QVERIFY(show);
        QCOMPARE(show->feeds[0].srt.mode, SrtAddress::Mode::Rendezvous);
        QCOMPARE(srtObject(show->feeds[0]).keys(), (QStringList{u"host"_s, u"latency"_s, u"mode"_s, u"port"_s}));
    }
    void everyFaultIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *more, const QString &fault) {
            QTest::newRow(more) << QByteArray(more) << fault;
        };
        row("'peerLatency': 19", u".peerLatency: The value is 19."_s);
        row("'keyLength': 100", u".keyLength: The value is 100."_s);
        row("'keyLength': 160, 'passphrase': {'keychain': 'a'}", u".keyLength: The value is 160."_s);
        row("'keyLength': 256", u".keyLength: There is no passphrase, so nothing is encrypted."_s);
        row("'lossMaxTtl': 201", u".lossMaxTtl: The value is 201."_s);
        row("'rate': 99", u".rate: The value is 99."_s);
        row("'payloadSize': 1457", u".payloadSize: The value is 1457."_s);
        row("'filter': 'fec,cols:1'", u".filter: The packet filter cannot be read at “cols:1”."_s);
        row("'filter': 5", u".filter: The value is a number."_s);
        row("'streamId': '#!::cam1'", u".streamId: It begins with #!:: and does not go on with key=value."_s);
        row("'adapter': 'eth0'", u".adapter: This is no address in digits."_s);
        row("'adapter': '127.0.0.1'", u": A listener has no adapter."_s);
        row("'group': 'backup'", u".group: The value is text."_s);
        row("'group': {'type': 'balancing'}", u".group.type: There is no such type."_s);
        row("'group': {'type': 'backup', 'links': ['b']}", u".group.links[0]: This is no host with a port."_s);
        row("'group': {'type': 'backup', 'links': ['b:1']}", u": Further links belong to a bonded call."_s);
        row("'grup': {}", u".grup: There is no such key here."_s);
    }
    void everyFaultIsNamedByItsPlace()
    {
        QFETCH(QByteArray, more);
        QFETCH(QString, fault);
        const QStringList faults = faultsOf(showOf({"'mode': 'listener', 'port': 9001, " + more}));
        QVERIFY2(faults.contains(u"feeds[0].srt"_s + fault), qPrintable(faults.join(u'\n')));
    }
    void whatDoesNotGoTogetherIsRefused()
    {
        QCOMPARE(faultsOf(showOf({"'mode': 'rendezvous', 'host': 'a', 'port': 1, 'streamId': 'x'"})),
                 QStringList{u"feeds[0].srt: A rendezvous carries no stream id."_s});
        QCOMPARE(faultsOf(showOf({"'mode': 'caller', 'host': 'a', 'port': 1, 'group': {'type': 'backup'}"})),
                 QStringList{u"feeds[0].srt: A bonded SRT call needs a second link."_s});
        QCOMPARE(faultsOf(showOf({"'mode': 'rendezvous', 'port': 1"})), QStringList{u"feeds[0].srt.host: Missing."_s});
    }
    void listenersShareAPortWhenStreamIdsTellThemApart()
    {
        const auto listener = [](const QByteArray &streamId, const QByteArray &host = "") {
            return "'mode': 'listener', 'port': 9001, 'host': '" + host + "', 'streamId': '" + streamId + "'";
        };
        QVERIFY(readShow(showOf({listener("cam1"), listener("cam2"), listener("#!::r=cam3,m=publish")})));
        QVERIFY(readShow(showOf({listener("cam1"), listener("cam2", "0.0.0.0")}))); // the same: every interface
        const QStringList taken{u"feeds[1].srt.port: feeds[0] listens on port 9001 already."_s};
        QCOMPARE(faultsOf(showOf({listener("cam1"), listener("")})), taken);
        QCOMPARE(faultsOf(showOf({listener("cam1"), listener("#!::r=cam1")})), taken);
        QCOMPARE(faultsOf(showOf({listener("#!::u=bob"), listener("#!::r=cam1")})), taken); // a caller may be both
        QCOMPARE(faultsOf(showOf({listener("cam1"), listener("cam2", "127.0.0.1")})),
                 taken); // one would hide the other
    }
    void whatAPersonShouldKnowIsNoted()
    {
        const auto show =
            readShow(showOf({"'mode': 'listener', 'port': 9001, 'streamId': 'a'", "'mode': 'listener', 'port': 9002",
                             "'mode': 'listener', 'port': 9001, 'streamId': 'b'"}));
        QVERIFY(show);
        QCOMPARE(srtNotes(show->feeds),
                 QStringList{u"Port 9001 is shared, callers are told apart by stream id: CAM 1 (stream id a), CAM 3 "
                             "(stream id b)."_s});
        const auto bonded = readShow(showOf({everything}));
        QVERIFY(bonded);
        QCOMPARE(srtNotes(bonded->feeds).size(), media::srtHasGroups() ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(SrtPartTest)
#include "srt_part.moc"
