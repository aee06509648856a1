#pragma once
// Records of every kind out of one seed, with the values that break things: empty, huge, -inf, not ASCII, unknown.

#include "app/session/record.h"

#include <limits>
#include <random>

namespace gantry::test {

class RandomRecords
{
public:
    explicit RandomRecords(unsigned seed) : m_random(seed) {}

    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }
    bool coin() { return below(2) == 0; }

    QString text()
    {
        static const QStringList texts{QString(),
                                       QStringLiteral("CAM 1"),
                                       QStringLiteral("Bühne „links“ 🎥"),
                                       QStringLiteral("a\"b\\c'd;--\n\t%"),
                                       QStringLiteral("日本語"),
                                       QString(QChar(0)) + QStringLiteral("after nul"),
                                       QString(3000, QLatin1Char('x'))};
        return texts.at(below(int(texts.size())));
    }
    QString thing() { return QStringLiteral("CAM %1").arg(below(m_things)); }
    void setThings(int things) { m_things = things; }

    std::int64_t count()
    {
        switch (below(4)) {
        case 0:
            return 0;
        case 1:
            return std::numeric_limits<std::int64_t>::max();
        default:
            return std::uniform_int_distribution<std::int64_t>(0, 1'000'000'000'000)(m_random);
        }
    }
    std::uint64_t unsignedCount()
    {
        return below(4) == 0 ? std::numeric_limits<std::uint64_t>::max() : static_cast<std::uint64_t>(count());
    }
    std::uint16_t number16() { return static_cast<std::uint16_t>(below(65536)); }
    double real()
    {
        switch (below(5)) {
        case 0:
            return 0;
        case 1:
            return -std::numeric_limits<double>::infinity();
        case 2:
            return std::numeric_limits<double>::max();
        default:
            return std::uniform_real_distribution<double>(-1e9, 1e9)(m_random);
        }
    }
    template <typename Duration>
    Duration duration()
    {
        return Duration(below(4) == 0 ? 0 : std::uniform_int_distribution<std::int64_t>(0, 100'000'000'000)(m_random));
    }
    template <typename Enum>
    Enum of(Enum first, Enum last)
    {
        return static_cast<Enum>(int(first) + below(int(last) - int(first) + 1));
    }
    template <typename F>
    auto maybe(F make) -> std::optional<decltype(make())>
    {
        if (coin())
            return std::nullopt;
        return make();
    }
    template <typename F>
    auto some(int most, F make) -> std::vector<decltype(make())>
    {
        std::vector<decltype(make())> list;
        for (int left = below(most + 1); left > 0; --left)
            list.push_back(make());
        return list;
    }

    media::LinkCounters counters() { return {count(), count(), count(), count(), count(), count()}; }

    LinkRecord link()
    {
        using Kind = media::Error::Kind;
        media::LinkSample sample;
        sample.state = of(media::LinkState::Waiting, media::LinkState::Failed);
        const auto error = [this] {
            return media::Error{of(Kind::AddressInvalid, Kind::System), text(), text(), text()};
        };
        sample.fault = maybe(error);
        sample.turnedAway = maybe(error);
        sample.peer = text();
        sample.inState = duration<std::chrono::milliseconds>();
        sample.connections = coin() ? std::numeric_limits<std::uint32_t>::max() : 3;
        sample.roundTrip = maybe([this] { return duration<std::chrono::microseconds>(); });
        sample.latency = maybe([this] { return duration<std::chrono::milliseconds>(); });
        sample.buffered = maybe([this] { return duration<std::chrono::milliseconds>(); });
        sample.receiveRate = maybe([this] { return media::BitsPerSecond{real()}; });
        sample.interval = counters();
        sample.total = counters();
        sample.encrypted = coin();
        sample.carrier = maybe([this] { return text(); });
        sample.peerLatency = maybe([this] { return duration<std::chrono::milliseconds>(); });
        sample.keyBits = maybe([this] { return 128 + 64 * below(3); });
        sample.streamId = maybe([this] { return text(); });
        sample.filter = maybe([this] { return text(); });
        sample.rebuilt = maybe([this] { return count(); });
        return {{thing()}, sample};
    }
    TransportRecord transport()
    {
        media::TransportSample sample;
        sample.rate = {real()};
        sample.packets = unsignedCount();
        sample.continuityErrors = unsignedCount();
        sample.syncLosses = unsignedCount();
        sample.transportErrors = unsignedCount();
        sample.nullShare = 0.25;
        sample.recognised = coin();
        sample.streams = some(4, [this] {
            return media::TransportSample::Stream{number16(), text(), {1e6 * below(9)}};
        });
        sample.programs = maybe([this] { return some(5, [this] { return number16(); }); });
        sample.program = maybe([this] { return number16(); });
        sample.errors = maybe([this] {
            const auto n = [this] { return unsignedCount(); };
            return media::TransportErrors{n(), n(), n(), n(), n(), n(), n(), n(), n(), n()};
        });
        sample.pcrJitter = maybe([this] { return duration<std::chrono::microseconds>(); });
        return {{thing()}, sample};
    }
    PictureRecord picture()
    {
        media::PictureState state;
        state.signal = of(media::SignalState::Waiting, media::SignalState::AudioOnly);
        state.waitingFor = of(media::WaitingFor::Nothing, media::WaitingFor::KeyPicture);
        state.inState = duration<std::chrono::milliseconds>();
        state.format = maybe([this] {
            return media::VideoFormat{text(),
                                      QSize(below(8000), below(5000)),
                                      real(),
                                      maybe([this] { return below(17); }),
                                      maybe([this] { return text(); }),
                                      maybe([this] { return text(); }),
                                      maybe([this] { return coin(); })};
        });
        state.age = maybe([this] { return duration<std::chrono::milliseconds>(); });
        state.decoded = unsignedCount();
        state.unseen = unsignedCount();
        state.decodeErrors = unsignedCount();
        state.undecoded = unsignedCount();
        state.decoder = text();
        state.decoderNote = maybe([this] { return text(); });
        state.content = maybe([this] {
            const auto time = [this] { return duration<std::chrono::milliseconds>(); };
            return media::PictureContent{
                0.25, maybe([this] { return real(); }), time(), maybe([&] { return time(); }), time(), time()};
        });
        state.decoding = maybe([this] { return media::DecodeMode(below(4)); });
        return {{thing()}, state};
    }
    AudioRecord audio()
    {
        media::AudioLevels levels;
        levels.present = coin();
        levels.codec = text();
        const auto decibels = [this] {
            return below(4) == 0 ? -std::numeric_limits<float>::infinity()
                                 : std::uniform_real_distribution<float>(-120, 3)(m_random);
        };
        levels.peakDbfs = some(16, decibels);
        levels.momentaryLufs = maybe([this] { return real(); });
        levels.shortTermLufs = maybe([this] { return real(); });
        levels.integratedLufs = maybe([this] { return real(); });
        levels.truePeakDbtp = maybe([this] { return real(); });
        levels.truePeaksDbtp = maybe([&] { return some(16, decibels); });
        levels.quasiPeakDbfs = maybe([&] { return some(16, decibels); });
        levels.phase = maybe([this] { return real(); });
        levels.faults = maybe([this] {
            const auto time = [this] { return duration<std::chrono::milliseconds>(); };
            return media::SoundFaults{time(), time(), below(17), time(), 0.5};
        });
        levels.soundEarly = maybe([this] { return duration<std::chrono::milliseconds>(); });
        levels.track = maybe([this] { return 1 + below(8); });
        levels.tracks = maybe([this] { return 1 + below(8); });
        return {{thing()}, levels};
    }
    CueRecord cue()
    {
        using Command = media::SpliceCue::Command;
        return {{thing()},
                {of(Command::Null, Command::Encrypted), number16(), maybe([this] { return std::uint32_t(below(99)); }),
                 maybe([this] { return coin(); }), coin(), coin(),
                 maybe([this] { return duration<std::chrono::milliseconds>(); }),
                 maybe([this] { return duration<std::chrono::milliseconds>(); }),
                 maybe([this] { return std::uint8_t(below(256)); }), QByteArray(below(300), char(below(256)))}};
    }
    MatchRecord match()
    {
        using media::ContentMatch;
        return {{thing()},
                {of(ContentMatch::Unknown, ContentMatch::Different), of(ContentMatch::Unknown, ContentMatch::Different),
                 maybe([this] { return duration<std::chrono::milliseconds>(); }),
                 maybe([this] { return -duration<std::chrono::milliseconds>(); })}};
    }
    ProgramRecord program()
    {
        const auto feeds = [this] {
            return maybe([this] {
                std::vector<QString> names;
                for (int left = below(3); left > 0; --left)
                    names.push_back(text());
                return names;
            });
        };
        return {{thing()}, {thing()}, feeds(),
                feeds(),   feeds(),   maybe([this] {
                    return duration<std::chrono::milliseconds>(); })};
    }
    TallyRecord tally() { return {{thing()}, of(Tally::Unknown, Tally::Disputed), text()}; }
    std::optional<cloud::Error> failure()
    {
        using Kind = cloud::Error::Kind;
        return maybe([this] {
            return cloud::Error{
                of(Kind::Unreachable, Kind::Setting), text(), text(), text(), text(), below(600), below(99)};
        });
    }
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> providerTime()
    {
        return maybe(
            [this] { return std::chrono::sys_time<std::chrono::milliseconds>(duration<std::chrono::milliseconds>()); });
    }
    EncoderRecord encoder()
    {
        cloud::EncoderSample sample;
        sample.failure = failure();
        sample.state = of(cloud::EncoderState::Unknown, cloud::EncoderState::Failed);
        sample.providerState = text();
        sample.pipelinesRunning = maybe([this] { return below(3); });
        sample.pipelinesExpected = maybe([this] { return below(3); });
        sample.pipelines = some(2, [this] {
            return cloud::PipelineSample{
                text(), text(), of(cloud::PipelineState::Unknown, cloud::PipelineState::Failed), text(), figures()};
        });
        sample.inputs = some(5, [this] { return text(); });
        sample.alerts = some(2, [this] { return cloud::EncoderAlert{text(), text(), text(), text()}; });
        sample.roundTrip = duration<std::chrono::milliseconds>();
        sample.providerTime = providerTime();
        sample.figures = figures();
        sample.pipelinesLocked = maybe([this] { return coin(); });
        sample.receives = maybe([this] { return coin(); });
        sample.inputHealth = some(2, [this] {
            return cloud::InputSample{text(),
                                      maybe([this] { return coin(); }),
                                      maybe([this] { return coin(); }),
                                      maybe([this] { return cloud::BitsPerSecond{double(below(1000))}; }),
                                      maybe([] { return 0.125; }),
                                      maybe([this] { return std::int64_t(below(99)); }),
                                      maybe([this] { return duration<std::chrono::milliseconds>(); }),
                                      text()};
        });
        sample.switchDelay = maybe([this] { return duration<std::chrono::milliseconds>(); });
        sample.preferredInput = maybe([this] { return text(); });
        sample.planned = maybe([this] {
            return some(2, [this] { return cloud::PlannedAction{text(), text(), text(), providerTime()}; });
        });
        using Job = cloud::JobSample;
        sample.jobs = some(2, [this] { return Job{text(), of(Job::State::Unknown, Job::State::Failed), text()}; });
        sample.obstacles = some(2, [this] {
            return cloud::Obstacle{of(cloud::Verb::Start, cloud::Verb::HarvestClip), text(), text()};
        });
        sample.details = some(3, [this] { return cloud::ProviderWord{text(), text()}; });
        sample.pollInterval = maybe([this] { return duration<std::chrono::milliseconds>(); });
        sample.credentialsExpire = providerTime();
        return {{thing()}, sample};
    }
    cloud::HealthFigures figures()
    {
        const auto time = [this] { return maybe([this] { return duration<std::chrono::milliseconds>(); }); };
        return {maybe([this] { return cloud::BitsPerSecond{double(below(1000))}; }),
                maybe([this] { return cloud::BitsPerSecond{double(below(1000))}; }),
                maybe([] { return 29.97; }),
                maybe([this] { return std::int64_t(below(99)); }),
                time(),
                time(),
                providerTime()};
    }
    AudienceRecord audience()
    {
        cloud::AudienceSample sample;
        sample.failure = failure();
        sample.viewers = maybe([this] { return count(); });
        sample.rebuffering = maybe([] { return 0.125; });
        sample.rebufferingFormula = text();
        sample.providerTime = providerTime();
        sample.roundTrip = duration<std::chrono::milliseconds>();
        return {{thing()}, sample};
    }
    Instant instant()
    {
        const auto elapsed = duration<std::chrono::microseconds>();
        return {std::chrono::sys_time<std::chrono::microseconds>(std::chrono::hours(480'000)) + elapsed, elapsed};
    }
    AlarmRecord alarm()
    {
        Alarm alarm;
        alarm.key = QStringLiteral("feed/%1/%2").arg(thing(), coin() ? u"no-signal" : u"silence");
        alarm.where = text();
        alarm.what = text();
        alarm.advice = text();
        alarm.priority = of(AlarmPriority::Critical, AlarmPriority::Unknown);
        alarm.state = of(AlarmState::Normal, AlarmState::ReturnedUnacknowledged);
        alarm.raised = instant();
        alarm.returned = maybe([this] { return instant(); });
        alarm.acknowledgedBy = text();
        alarm.occurrences = below(100);
        return {alarm};
    }
    CommandRecord command()
    {
        return {{QStringLiteral("command %1").arg(below(m_things * 150))},
                {thing()},
                of(cloud::Verb::Start, cloud::Verb::HarvestClip),
                text(),
                text(),
                text(),
                of(CommandStep::Requested, CommandStep::Seen),
                text(),
                text(),
                providerTime(),
                providerTime()};
    }
    PlanRecord plan(); // random_plans.h
    StillRecord still()
    {
        return {{thing()}, QByteArray(below(3000), char(below(256))), QSize(below(640), below(360))};
    }
    LogRecord log() { return {coin(), text(), unsignedCount()}; }
    NoteRecord note() { return {text(), text()}; }

    Payload payload(std::size_t kind)
    {
        static_assert(std::variant_size_v<Payload> == 16);
        // clang-format off
        switch (kind) {
        case 0:  return link();
        case 1:  return transport();
        case 2:  return picture();
        case 3:  return audio();
        case 4:  return tally();
        case 5:  return encoder();
        case 6:  return audience();
        case 7:  return alarm();
        case 8:  return command();
        case 9:  return still();
        case 10: return log();
        case 11: return note();
        case 12: return cue();
        case 13: return match();
        case 14: return plan();
        default: return program();
        }
        // clang-format on
    }
    Payload payload() { return payload(std::size_t(below(16))); }

    // Numbers from 1; steps of time from none to `longest`; the wall clock jumps now and then.
    RecordBatch stream(int length, std::chrono::milliseconds longest)
    {
        RecordBatch records;
        Instant at{std::chrono::sys_time<std::chrono::microseconds>(std::chrono::hours(490'000)), {}};
        for (int number = 1; number <= length; ++number) {
            const std::chrono::microseconds step =
                std::chrono::milliseconds(coin() ? 0 : below(int(longest.count()) + 1));
            at.elapsed += step;
            at.utc += step;
            if (below(200) == 0)
                at.utc += std::chrono::hours(below(3) - 1);
            records.append({number, at, payload()});
        }
        return records;
    }

private:
    std::mt19937 m_random;
    int m_things = 3;
};

} // namespace gantry::test

#include "random_plans.h"
