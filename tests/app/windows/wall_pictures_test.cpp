// Pictures of the wall: every layout with few and many feeds, every state a tile can be in, at the scales of screens,
// in both languages and mirrored. Painted by the wall itself from the room's own models, written to the build folder
// for eyes, and measured: cells stand where the pure layout puts them, none overlap, and no text leaves its box.

#include "tests/support/hand_room.h"
#include "widgets/theme.h"
#include "widgets/wall/tile_painter.h"
#include "widgets/wall/tile_reader.h"
#include "widgets/wall/wall_canvas.h"
#include "widgets/wall/wall_presets.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTest>
#include <QTranslator>

#include <cmath>

using namespace gantry;
using namespace gantry::tests;
using namespace gantry::widgets;
using namespace std::chrono_literals;
using media::DecodeMode;
using media::SignalState;
using media::WaitingFor;

namespace {

constexpr QSize wallSize{1280, 720};

// As WallCanvas has it from its font.
WallMetrics metricsOf(const QWidget &widget)
{
    const int em = widget.fontMetrics().height();
    return {std::max(10, int(std::lround(em * 0.55))), int(std::lround(em * 2.4))};
}

QImage card(int number)
{
    QImage picture(640, 360, QImage::Format_RGB32);
    picture.fill(QColor::fromHsv(number * 47 % 360, 90, 120));
    QPainter painter(&picture);
    for (int x = 0; x < 640; x += 64)
        painter.fillRect(x, 0, 32, 360, QColor::fromHsv(number * 47 % 360, 60, 140));
    return picture;
}

// Every state of a feed's picture that the models have a word for.
struct State
{
    const char *name;
    PictureRecord (*record)(const char *feed);
    bool hasPicture = true;
};

PictureRecord live(const char *feed)
{
    PictureRecord record = picture(feed, SignalState::Live);
    record.state.format = media::VideoFormat{QStringLiteral("H.264"), {1920, 1080}, 50};
    record.state.decoder = QStringLiteral("software");
    record.state.content = media::PictureContent{};
    record.state.decoding = DecodeMode::Full;
    return record;
}
PictureRecord waiting(const char *feed, WaitingFor what)
{
    PictureRecord record = picture(feed, SignalState::Waiting);
    record.state.waitingFor = what;
    return record;
}
template <DecodeMode mode>
PictureRecord decoded(const char *feed)
{
    PictureRecord record = live(feed);
    record.state.decoding = mode;
    return record;
}

const State states[] = {
    {"live", live},
    {"waiting", [](const char *feed) { return waiting(feed, WaitingFor::Connection); }, false},
    {"waiting for data", [](const char *feed) { return waiting(feed, WaitingFor::TransportStream); }, false},
    {"waiting for a key picture", [](const char *feed) { return waiting(feed, WaitingFor::KeyPicture); }, false},
    {"stalled", [](const char *feed) { return picture(feed, SignalState::Stalled); }},
    {"no signal", [](const char *feed) { return picture(feed, SignalState::NoSignal); }},
    {"audio only", [](const char *feed) { return picture(feed, SignalState::AudioOnly); }, false},
    {"black",
     [](const char *feed) {
         PictureRecord record = live(feed);
         record.state.content->black = 6s;
         return record;
     }},
    {"frozen",
     [](const char *feed) {
         PictureRecord record = live(feed);
         record.state.content->frozen = 12s;
         return record;
     }},
    {"light", decoded<DecodeMode::Light>},
    {"key pictures", decoded<DecodeMode::Thumbnail>},
    {"not decoded", decoded<DecodeMode::Off>, false},
};

struct Pictured
{
    explicit Pictured(int feeds, Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        show = smallShow();
        show.feeds.clear();
        for (int i = 1; i <= feeds; ++i) {
            Feed feed;
            feed.id = {QStringLiteral("CAM %1").arg(i)};
            show.feeds.append(feed);
        }
        model = std::make_unique<WallModel>(show, source);
        QObject::connect(&source, &RecordSource::arrived, model.get(), &WallModel::apply);
        for (int i = 0; i < feeds; ++i) {
            names.append(show.feeds[i].id.text);
            pictures.push_back(std::make_shared<media::FrameSlot>());
        }
        canvas.setLayoutDirection(direction);
        canvas.setClock([this] { return now; });
        canvas.setModel(model.get());
        canvas.setFrameSlots(pictures);
        canvas.resize(wallSize);
    }
    void put(int row)
    {
        media::VideoFrame frame{card(row), {1920, 1080}, now - 40ms, 1};
        pictures[std::size_t(row)]->put(std::make_shared<const media::VideoFrame>(frame));
    }
    void allLive()
    {
        for (int row = 0; row < names.size(); ++row) {
            const QByteArray feed = names[row].toUtf8();
            source.happens(live(feed.constData()));
            source.happens(connected(feed.constData()));
            source.happens(TallyRecord{{names[row]},
                                       row == 0   ? Tally::Program
                                       : row == 1 ? Tally::Preview
                                       : row == 2 ? Tally::Unknown
                                                  : Tally::Off,
                                       {}});
            put(row);
        }
    }
    QImage grab(qreal scale)
    {
        canvas.refresh();
        QImage image(wallSize * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::magenta); // whatever is not painted shows
        canvas.render(&image);
        return image;
    }

    Show show;
    HandRoom source;
    std::unique_ptr<WallModel> model;
    QStringList names;
    std::vector<std::shared_ptr<media::FrameSlot>> pictures;
    SteadyTime now{1000s};
    WallCanvas canvas;
};

QString folder()
{
    const QString path = QStringLiteral(GANTRY_PICTURES);
    QDir().mkpath(path);
    return path;
}

void keep(const QImage &image, QString name)
{
    name.replace(QLatin1Char(' '), QLatin1Char('-'));
    QVERIFY(image.save(folder() + QLatin1Char('/') + name + QStringLiteral(".png"), "PNG", 80));
}

bool hasUnpaintedPixel(const QImage &image)
{
    for (int y = 0; y < image.height(); y += 7)
        for (int x = 0; x < image.width(); x += 7)
            if (image.pixel(x, y) == QColor(Qt::magenta).rgb())
                return true;
    return false;
}

// No tile leaves the wall, none overlaps another, and the canvas has them where the pure function says.
void checkGeometry(const Pictured &wall)
{
    const WallPlan &plan = wall.canvas.plan();
    const WallLayout pure = plan.cells.empty() ? wallLayout(int(wall.names.size()), wallSize, metricsOf(wall.canvas))
                                               : wallLayout(plan, wallSize, metricsOf(wall.canvas));
    const std::vector<QRect> cells = wall.canvas.cellRects();
    QCOMPARE(cells.size(), pure.tiles.size());
    const QRect whole(QPoint(), wallSize);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        QCOMPARE(cells[i], pure.tiles[i].tile);
        QVERIFY(whole.contains(cells[i]));
        for (std::size_t other = 0; other < i; ++other)
            QVERIFY(!cells[i].intersects(cells[other]));
    }
}

// Every text of every tile that shows a feed stands inside its box, and the box inside the tile.
void checkTexts(const Pictured &wall, Qt::LayoutDirection direction)
{
    const WallPlan &plan = wall.canvas.plan();
    const WallLayout pure = plan.cells.empty() ? wallLayout(int(wall.names.size()), wallSize, metricsOf(wall.canvas))
                                               : wallLayout(plan, wallSize, metricsOf(wall.canvas));
    for (int cell = 0; cell < wall.canvas.cellCount(); ++cell) {
        const int row = wall.canvas.cellRow(cell);
        const TileBox &box = pure.tiles[std::size_t(cell)];
        if (row < 0 || box.tile.isEmpty())
            continue;
        TileContent content;
        content.number = row + 1;
        readTile(wall.model->index(row), content);
        content.frame = wall.pictures[std::size_t(row)]->peek();
        const TileLayout tile = tileLayout(box, content, tileTexts(content, wall.now), 2, direction);
        const QRectF room = QRectF(box.tile).adjusted(-0.5, -0.5, 0.5, 0.5);
        for (const PlacedText *text :
             {&tile.tally, &tile.label, &tile.detail, &tile.age, &tile.state, &tile.stateDetail, &tile.audio,
              &tile.info, &tile.loudness, &tile.meter, &tile.heard}) {
            if (text->empty())
                continue;
            const QFontMetricsF metrics(text->font);
            const QString said = QStringLiteral("cell %1: “%2”").arg(cell).arg(text->text);
            QVERIFY2(metrics.horizontalAdvance(text->text) <= text->box.width() + 1, qPrintable(said));
            QVERIFY2(room.contains(text->box), qPrintable(said));
        }
    }
}

// For the time of a test: the program's other language.
struct German
{
    QTranslator words;
    bool there = words.load(QStringLiteral(GANTRY_QM));
    German() { QCoreApplication::installTranslator(&words); }
    ~German() { QCoreApplication::removeTranslator(&words); }
};

} // namespace

class WallPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLayoutWithFewAndManyFeeds_data()
    {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<int>("feeds");
        for (const QString &layout : presetNames())
            for (const int feeds : {1, 4, 9, 16, 36})
                QTest::addRow("%s with %d", qPrintable(layout), feeds) << layout << feeds;
    }
    void everyLayoutWithFewAndManyFeeds()
    {
        QFETCH(QString, layout);
        QFETCH(int, feeds);
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            Pictured wall(feeds, direction);
            wall.canvas.setPlan(*presetPlan(layout, wall.names));
            wall.allLive();
            wall.canvas.selectRow(0);
            checkGeometry(wall);
            checkTexts(wall, direction);
            const bool mirrored = direction == Qt::RightToLeft;
            for (const qreal scale : {1.0, 1.5, 2.0}) {
                if (mirrored && scale != 1)
                    continue;
                const QImage image = wall.grab(scale);
                QVERIFY(!hasUnpaintedPixel(image));
                keep(image, QStringLiteral("layout %1 feeds %2 at %3%4")
                                .arg(layout)
                                .arg(feeds)
                                .arg(int(scale * 100))
                                .arg(mirrored ? QStringLiteral(" mirrored") : QString()));
            }
        }
    }

    void everyStateInBothLanguagesAndMirrored_data()
    {
        QTest::addColumn<bool>("german");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("english") << false << false;
        QTest::newRow("german") << true << false;
        QTest::newRow("english mirrored") << false << true;
        QTest::newRow("german mirrored") << true << true;
    }
    void everyStateInBothLanguagesAndMirrored()
    {
        QFETCH(bool, german);
        QFETCH(bool, mirrored);
        std::optional<German> words;
        if (german) {
            words.emplace();
            QVERIFY2(words->there, GANTRY_QM);
        }
        const Qt::LayoutDirection direction = mirrored ? Qt::RightToLeft : Qt::LeftToRight;
        constexpr int count = int(std::size(states));
        constexpr AlarmPriority priorities[] = {AlarmPriority::Critical, AlarmPriority::Major, AlarmPriority::Minor,
                                                AlarmPriority::Info, AlarmPriority::Unknown};
        Pictured wall(count + int(std::size(priorities)), direction);
        wall.allLive();
        for (int row = 0; row < count; ++row) {
            const QByteArray feed = wall.names[row].toUtf8();
            wall.source.happens(states[row].record(feed.constData()));
            if (!states[row].hasPicture)
                wall.pictures[std::size_t(row)]->clear();
        }
        for (int i = 0; i < int(std::size(priorities)); ++i) {
            const QByteArray feed = wall.names[count + i].toUtf8();
            wall.source.happens(
                AlarmRecord{alarm("DROPPED PACKETS", feed.constData(), priorities[i], wall.source.clock.now())});
        }
        wall.source.clock.pass(2s);
        wall.model->refresh();
        for (const qreal scale : {1.0, 1.5, 2.0}) {
            const QImage image = wall.grab(scale);
            QVERIFY(!hasUnpaintedPixel(image));
            keep(image,
                 QStringLiteral("states %1 at %2").arg(QLatin1String(QTest::currentDataTag())).arg(int(scale * 100)));
        }
        checkGeometry(wall);
        checkTexts(wall, direction);
        // Each state has a word of its own, in either language.
        QStringList said;
        for (int row = 0; row < count; ++row) {
            const QModelIndex index = wall.model->index(row);
            const QString word = index.data(WallRole::StateWord).toString() + QLatin1Char('/') +
                                 index.data(WallRole::Badge).toStringList().join(QLatin1Char('/'));
            QVERIFY2(!said.contains(word), qPrintable(word));
            said.append(word);
        }
        if (german)
            QVERIFY2(said.join(QLatin1Char(' ')).contains(QStringLiteral("KEIN SIGNAL")), qPrintable(said.join(u' ')));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application);
    WallPicturesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "wall_pictures_test.moc"
