// The rehearsal cloud's channel is real: it takes the show's feeds over SRT, sends what is on air to a return feed and
// offers it as HLS.
// So a switch that is asked for over HTTP is seen in a picture, and so is everything that goes wrong in the cloud.

#include "app/rooms/encoder_pictures.h"
#include "tests/ways/stage.h"

#include <QImage>
#include <QTimer>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;

namespace {

constexpr QSize small{160, 90};
// The feeds behind the two cameras: what the cloud sends over SRT, and what it offers as HLS.
constexpr std::size_t returned = 2;
constexpr std::size_t viewers = 3;

QString calling(quint16 port)
{
    return QStringLiteral("srt://127.0.0.1:%1?mode=caller").arg(port);
}

// The mean difference of two pictures, 0 to 255.
double difference(const QImage &a, const QImage &b)
{
    if (a.isNull() || b.isNull())
        return 255;
    const QImage left = a.scaled(16, 9, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage right = b.scaled(16, 9, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double sum = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x) {
            const QRgb p = left.pixel(x, y);
            const QRgb q = right.pixel(x, y);
            sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    }
    return sum / (16 * 9 * 3);
}

} // namespace

class CloudReturn : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Scene
    {
        quint16 cameras[2] = {freePort(), freePort()};
        quint16 inputs[2] = {freePort(), freePort()};
        quint16 returnPort = freePort();
        Cloud cloud;
        std::unique_ptr<Process> feeds;
        Show show;
        std::unique_ptr<LiveRoom> room;
        std::unique_ptr<Listener> heard;
        std::vector<media::FrameReader> readers;

        Scene()
            : cloud({QStringLiteral("--control"), QStringLiteral("--return"), calling(returnPort),
                     QStringLiteral("--return"), QStringLiteral("hls"), QStringLiteral("--input"),
                     QStringLiteral("A=srt://127.0.0.1:%1?mode=listener").arg(inputs[0]), QStringLiteral("--input"),
                     QStringLiteral("B=srt://127.0.0.1:%1?mode=listener").arg(inputs[1])})
        {
            QStringList words{QStringLiteral("test-feeds")};
            for (int i = 0; i < 2; ++i) {
                const QString name = QStringLiteral("CAM %1").arg(i + 1);
                words << name + u'=' + calling(cameras[i]) << name + u'=' + calling(inputs[i]);
                add(name, cameras[i]);
            }
            show.name = QStringLiteral("Return");
            add(QStringLiteral("RETURN"), returnPort);
            add(QStringLiteral("VIEWERS"), 1); // the port is not used
            show.feeds.last().url = *media::UrlAddress::parse(qEnvironmentVariable("GANTRY_SANDBOX_RETURN_MEDIALIVE"));
            cloud.addTo(show);
            feeds = std::make_unique<Process>(QStringLiteral(GANTRY_PROGRAM), words);
        }
        void add(const QString &name, quint16 port)
        {
            Feed feed = oneFeedShow(port).feeds.first();
            feed.id = {name};
            show.feeds.append(feed);
        }
        bool open(const QString &path)
        {
            auto opened = LiveRoom::open(show, path);
            if (!opened)
                return false;
            room = std::move(*opened);
            heard = std::make_unique<Listener>(room->records());
            for (const auto &slot : room->pictures())
                readers.emplace_back(slot, media::PictureDemand{small});
            room->start();
            return true;
        }
        QImage picture(std::size_t feed)
        {
            const auto frame = readers[feed].newest();
            return frame ? frame->pictureFor(small) : QImage();
        }
        // That feed shows this camera and not the other one.
        bool shows(std::size_t feed, std::size_t camera)
        {
            const double own = difference(picture(feed), picture(camera));
            return own < 12 && own * 2 < difference(picture(feed), picture(1 - camera));
        }
        template <typename R>
        const R *newestOf(const char *feed) const
        {
            for (auto record = heard->records.rbegin(); record != heard->records.rend(); ++record) {
                const R *one = std::get_if<R>(&record->payload);
                if (one && one->feed.text == QLatin1String(feed))
                    return one;
            }
            return nullptr;
        }
        media::LinkState linkOfReturn() const
        {
            const auto *link = newestOf<LinkRecord>("RETURN");
            return link ? link->sample.state : media::LinkState::Waiting;
        }
    };

private Q_SLOTS:
    void aSwitchInTheCloudIsSeenInTheReturn()
    {
        Scene s;
        QVERIFY(s.open(m_folder.filePath(QStringLiteral("switch.gantry"))));
        QVERIFY(becomesTrue([&] { return s.shows(returned, 0); }, 30s));
        QVERIFY(becomesTrue([&] { return s.shows(viewers, 0); }, 60s));
        s.room->request(EncoderId{QStringLiteral("Main")}, cloud::Verb::SwitchInput, QStringLiteral("B"),
                        QStringLiteral("operator"));
        QVERIFY(becomesTrue([&] { return s.shows(returned, 1); }, 30s));
        QVERIFY(becomesTrue([&] { return s.shows(viewers, 1); }, 60s)); // the same, some segments later
        // A clean cut: nobody lost a packet over it.
        const auto *transport = s.newestOf<TransportRecord>("RETURN");
        QVERIFY(transport);
        QCOMPARE(transport->sample.continuityErrors, 0u);
        QVERIFY(becomesTrue(
            [&] {
                return s.heard->has<CommandRecord>(
                    [](const CommandRecord &command) { return command.step == CommandStep::Confirmed; });
            },
            20s));
    }

    void theChannelsOwnPictureIsThatOfTheActiveInput()
    {
        Scene s;
        QVERIFY(s.open(m_folder.filePath(QStringLiteral("picture.gantry"))));
        EncoderPictures pictures(
            [&s](const EncoderId &encoder, const QString &pipeline, EncoderPictures::Answer answer) {
                s.room->lookAt(encoder, pipeline, std::move(answer));
            });
        QImage seen;
        connect(&pictures, &EncoderPictures::arrived, this,
                [&seen](const QString &, const EncoderPicture &picture) { seen = picture.picture; });
        QTimer often;
        connect(&often, &QTimer::timeout, &pictures,
                [&pictures] { pictures.want(QStringLiteral("Main"), QStringLiteral("0")); });
        often.start(500ms);
        const auto shows = [&](std::size_t camera) {
            const double own = difference(seen, s.picture(camera));
            return own < 25 && own * 2 < difference(seen, s.picture(1 - camera));
        };
        QVERIFY(becomesTrue([&] { return shows(0); }, 30s));
        s.room->request(EncoderId{QStringLiteral("Main")}, cloud::Verb::SwitchInput, QStringLiteral("B"),
                        QStringLiteral("operator"));
        QVERIFY(becomesTrue([&] { return shows(1); }, 30s));
        s.cloud.write("{\"fault\":\"input_loss\",\"input\":\"B\"}\n");
        QVERIFY(becomesTrue([&] { return seen.isNull(); }, 30s)); // no picture, and not an old one
    }

    void anInputThatIsLostInTheCloudIsGoneFromTheReturnAndAStoppedChannelHasNone()
    {
        Scene s;
        QVERIFY(s.open(m_folder.filePath(QStringLiteral("loss.gantry"))));
        QVERIFY(becomesTrue([&] { return s.shows(returned, 0); }, 30s));
        s.cloud.write("{\"fault\":\"input_loss\",\"input\":\"A\"}\n");
        QVERIFY(becomesTrue(
            [&] {
                const auto *picture = s.newestOf<PictureRecord>("RETURN");
                return picture && picture->state.signal == media::SignalState::NoSignal;
            },
            20s));
        QCOMPARE(s.linkOfReturn(), media::LinkState::Connected); // the cloud is there, its input is not
        QVERIFY(becomesTrue(
            [&] {
                return s.heard->has<EncoderRecord>(
                    [](const EncoderRecord &encoder) { return !encoder.sample.alerts.empty(); });
            },
            30s));
        s.cloud.write("{\"clear\":\"all\"}\n");
        QVERIFY(becomesTrue([&] { return s.shows(returned, 0); }, 30s));

        s.room->request(EncoderId{QStringLiteral("Main")}, cloud::Verb::Stop, {}, QStringLiteral("operator"));
        QVERIFY(becomesTrue([&] { return s.linkOfReturn() != media::LinkState::Connected; }, 20s));
    }
};

QTEST_MAIN(CloudReturn)
#include "cloud_return_test.moc"
