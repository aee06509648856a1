// gantry probe URL: what a feed is made of, one JSON object a second, no window.

#include "app/command_line/arguments.h"
#include "app/command_line/probe_figures.h"
#include "app/command_line/verbs.h"
#include "media/feed_pipeline.h"
#include "media/input/srt_input.h"

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

} // namespace

int probe(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("probe"),
             Text::tr("Takes one SRT feed and prints what it is made of: one JSON "
                      "object a second on stdout. Exits 0, or 1 when the "
                      "feed never came. A passphrase is taken from the environment "
                      "variable GANTRY_PASSPHRASE. The objects' keys:") +
                 QLatin1Char('\n') + probeKeysHelp(),
             QStringLiteral("URL"));
    parser.addOption({QStringLiteral("for"), Text::tr("End after this many seconds. Default: until interrupted."),
                      QStringLiteral("seconds")});
    if (const auto code = parse(parser, 1))
        return *code;
    double limit = 0;
    if (const auto code = seconds(parser, QStringLiteral("for"), limit))
        return *code;
    auto address = media::SrtAddress::parse(parser.positionalArguments().at(1));
    if (!address)
        return say(wrongUsage, QStringLiteral("%1. %2").arg(address.error().text(), address.error().advice));
    address->passphrase = qgetenv("GANTRY_PASSPHRASE");
    endOnSignals();

    Newest newest;
    media::FeedPipeline pipeline(QStringLiteral("probe"), std::make_unique<media::SrtInput>(*address),
                                 media::FeedSettings{}, std::make_shared<media::FrameSlot>(), newest);
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
    return say(failed, Text::tr("The feed %1 never came. %2").arg(address->place(), why));
}

} // namespace gantry::command_line
