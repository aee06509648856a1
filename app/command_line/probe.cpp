// gantry probe URL: what a feed is made of, one JSON object a second, no window.

#include "app/command_line/arguments.h"
#include "app/command_line/probe_figures.h"
#include "app/command_line/verbs.h"
#include "media/feed_pipeline.h"
#include "media/gpu/gpu_decoding.h"
#include "media/input/srt_input.h"
#include "media/input/srt_options.h"
#include "media/input/url_input.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <mutex>

namespace gantry::command_line {

namespace {

// Keeps the newest of everything that the feed's threads say.
class Newest final : public media::FeedObserver
{
public:
    void linkSampled(const media::LinkSample &sample) override
    {
        const std::scoped_lock lock(m_mutex);
        m_figures.link = sample;
        m_figures.everConnected = m_figures.everConnected || sample.state == media::LinkState::Connected;
    }
    void transportSampled(const media::TransportSample &sample) override
    {
        const std::scoped_lock lock(m_mutex);
        m_figures.transport = sample;
    }
    void pictureSampled(const media::PictureState &state) override
    {
        const std::scoped_lock lock(m_mutex);
        m_figures.picture = state;
    }
    void audioSampled(const media::AudioLevels &levels) override
    {
        const std::scoped_lock lock(m_mutex);
        m_figures.audio = levels;
        m_figures.everHeard = m_figures.everHeard || levels.present;
    }
    void cueSeen(const media::SpliceCue &cue) override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_figures.cues.size() < mostCues)
            m_figures.cues.push_back(cue);
    }
    // What is known; the cues are told once.
    ProbeFigures take()
    {
        const std::scoped_lock lock(m_mutex);
        ProbeFigures taken = m_figures;
        m_figures.cues.clear();
        return taken;
    }

private:
    static constexpr std::size_t mostCues = 1000; // a second

    std::mutex m_mutex;
    ProbeFigures m_figures;
};

struct Source
{
    std::unique_ptr<media::MediaInput> input;
    QString place;
};

// What the address names, with the secret of the environment.
media::Result<Source> sourceOf(const QString &text)
{
    const QByteArray secret = qgetenv("GANTRY_PASSPHRASE");
    if (text.trimmed().startsWith(QLatin1StringView("srt:"), Qt::CaseInsensitive)) {
        return media::SrtAddress::parse(text).map([&](media::SrtAddress address) {
            address.passphrase = secret;
            return Source{std::make_unique<media::SrtInput>(address), address.place()};
        });
    }
    return media::UrlAddress::parse(text)
        .and_then([&](const media::UrlAddress &address) { return address.withSecret(secret); })
        .map([](const media::UrlAddress &address) {
            return Source{media::urlInput(address), address.place()};
        });
}

} // namespace

int probe(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("probe"),
             Text::tr("Takes one feed and prints what it is made of: one JSON "
                      "object a second on stdout. Exits 0, or 1 when the "
                      "feed never came. The URL begins with srt, http or https (HLS and DASH), rtmp, rtmps, rtsp, udp, "
                      "rtp or file. A passphrase, or what goes with another URL (name:password, or the query of a "
                      "signed one from ? on), is taken from the environment "
                      "variable GANTRY_PASSPHRASE. Options of an SRT address, behind ? and with & between them: %1. "
                      "The objects' keys:")
                     .arg(media::srtOptionNames()) +
                 QLatin1Char('\n') + probeKeysHelp(),
             QStringLiteral("URL"));
    parser.addOption({QStringLiteral("for"), Text::tr("End after this many seconds. Default: until interrupted."),
                      QStringLiteral("seconds")});
    if (const auto code = parse(parser, 1))
        return *code;
    double limit = 0;
    if (const auto code = seconds(parser, QStringLiteral("for"), limit))
        return *code;
    auto source = sourceOf(parser.positionalArguments().at(1));
    if (!source)
        return say(wrongUsage, QStringLiteral("%1. %2").arg(source.error().text(), source.error().advice));
    endOnSignals();

    Newest newest;
    media::GpuDecoding gpu;
    media::FeedPipeline pipeline(QStringLiteral("probe"), std::move(source->input), media::FeedSettings{},
                                 std::make_shared<media::FrameSlot>(), newest, &gpu);
    pipeline.start();
    const auto began = std::chrono::steady_clock::now();
    QTimer second;
    QObject::connect(&second, &QTimer::timeout, &application, [&] {
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - began;
        const QByteArray line =
            QJsonDocument(probeObject(newest.take(), elapsed.count())).toJson(QJsonDocument::Compact);
        if (std::printf("%s\n", line.constData()) < 0 || std::fflush(stdout) != 0)
            QCoreApplication::quit(); // nobody reads any more
    });
    second.start(1000);
    if (limit > 0)
        QTimer::singleShot(static_cast<int>(limit * 1000) + 50, &application,
                           &QCoreApplication::quit); // behind the last line
    QCoreApplication::exec();

    const ProbeFigures last = newest.take();
    const bool came = last.everConnected && (last.everHeard || (last.picture && last.picture->decoded > 0));
    if (came)
        return done;
    const QString why = last.link && last.link->fault
                            ? QStringLiteral("%1. %2").arg(last.link->fault->text(), last.link->fault->advice)
                        : last.everConnected ? Text::tr("A sender connected, but no picture and no sound came.")
                                             : Text::tr("Nobody sent anything.");
    return say(failed, Text::tr("The feed %1 never came. %2").arg(source->place, why));
}

} // namespace gantry::command_line
