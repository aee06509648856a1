// How much of each feed is decoded: what is always full, in which order it falls, and how slowly it rises again.

#include "app/control/load_policy.h"

#include <QTest>

using namespace gantry;
using namespace std::chrono_literals;
using media::DecodeMode;
using media::FeedLoad;

namespace {

constexpr MachineState fine{20ms, 0, 1.0, 0.4};
constexpr MachineState late{400ms, 0, 1.0, 1.0};
constexpr MachineState between{120ms, 0, 0.8, 0.95}; // neither late nor calm

FeedUse shown(FeedShare declared = FeedShare::Full)
{
    FeedUse use;
    use.declared = declared;
    use.shown = true;
    return use;
}

DecodeMode modeOf(const FeedUse &use, LoadStep step = LoadStep::None)
{
    return LoadPolicy::loadOf(use, step).most;
}

// A machine by hand: half seconds pass, and the policy looks at each.
struct Watched
{
    LoadPolicy policy;
    LoadPolicy::Time now{100s};
    std::vector<FeedUse> uses{shown(), shown()};

    Watched() { uses[0].onProgram = true; }
    std::vector<FeedLoad> pass(std::chrono::milliseconds time, const MachineState &machine)
    {
        std::vector<FeedLoad> loads;
        for (auto left = time; left > 0ms; left -= 500ms) {
            now += 500ms;
            loads = policy.judge(uses, machine, now);
        }
        return loads;
    }
    void fallTo(LoadStep step)
    {
        while (policy.step() < step)
            pass(500ms, late);
    }
};

} // namespace

class LoadPolicyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWantedIsFullWhateverWasDeclaredAndHoweverTheMachineDoes()
    {
        for (const FeedShare declared :
             {FeedShare::Full, FeedShare::Light, FeedShare::Thumbnail, FeedShare::Off, FeedShare::Auto}) {
            for (bool FeedUse::*reason : {&FeedUse::onProgram, &FeedUse::onPreview, &FeedUse::fillsWall,
                                          &FeedUse::selected, &FeedUse::alarmed}) {
                FeedUse use;
                use.declared = declared;
                use.*reason = true;
                for (const LoadStep step : {LoadStep::None, LoadStep::FewerProbes})
                    QVERIFY(modeOf(use, step) == DecodeMode::Full);
            }
        }
    }

    void whatIsOnlySeenIsDecodedAsTheShowSays()
    {
        QVERIFY(modeOf(shown(FeedShare::Full)) == DecodeMode::Full);
        QVERIFY(modeOf(shown(FeedShare::Light)) == DecodeMode::Light);
        QVERIFY(modeOf(shown(FeedShare::Thumbnail)) == DecodeMode::Thumbnail);
        QVERIFY(modeOf(shown(FeedShare::Off)) == DecodeMode::Off);
        QVERIFY(modeOf(shown(FeedShare::Auto)) == DecodeMode::Thumbnail);
    }

    void whatNoWallShowsIsKeyPicturesForItsMeasures()
    {
        for (const FeedShare declared : {FeedShare::Full, FeedShare::Light, FeedShare::Auto}) {
            FeedUse use;
            use.declared = declared;
            QVERIFY(modeOf(use) == DecodeMode::Thumbnail);
        }
        FeedUse off;
        off.declared = FeedShare::Off;
        QVERIFY(modeOf(off) == DecodeMode::Off);
    }

    void aBackupIsComparedUntilTheProbesFall()
    {
        FeedUse use;
        use.compared = true;
        QVERIFY(modeOf(use, LoadStep::FarTilesKeyPictures) == DecodeMode::Full);
        QVERIFY(modeOf(use, LoadStep::FewerProbes) == DecodeMode::Thumbnail);
        use.declared = FeedShare::Thumbnail; // a person knew better
        QVERIFY(modeOf(use) == DecodeMode::Thumbnail);
    }

    void itFallsInOrderFarTilesFirstProbesLast()
    {
        Watched machine;
        QCOMPARE(machine.pass(10s, fine)[1], (FeedLoad{DecodeMode::Full, false}));
        machine.fallTo(LoadStep::FarTilesLight);
        QCOMPARE(machine.pass(500ms, between)[1], (FeedLoad{DecodeMode::Light, false}));
        machine.fallTo(LoadStep::FarTilesKeyPictures);
        QCOMPARE(machine.pass(500ms, between)[1], (FeedLoad{DecodeMode::Thumbnail, false}));
        machine.fallTo(LoadStep::FewerProbes);
        const auto loads = machine.pass(60s, late);
        QCOMPARE(loads[1], (FeedLoad{DecodeMode::Thumbnail, true}));
        QCOMPARE(loads[0], (FeedLoad{DecodeMode::Full, true})); // on program
    }

    void aHiccupChangesNothing()
    {
        Watched machine;
        for (int i = 0; i < 20; ++i) {
            machine.pass(1500ms, late);
            machine.pass(1s, fine);
        }
        QVERIFY(machine.policy.step() == LoadStep::None);
    }

    void eachStepIsGivenTimeToHelp()
    {
        Watched machine;
        machine.fallTo(LoadStep::FarTilesLight);
        machine.pass(3500ms, late);
        QVERIFY(machine.policy.step() == LoadStep::FarTilesLight);
        machine.pass(2500ms, late);
        QVERIFY(machine.policy.step() == LoadStep::FarTilesKeyPictures);
    }

    void whatIsThrownAwayOrNotDrawnCountsAsBehindToo()
    {
        for (const MachineState &bad : {MachineState{0ms, 3, 1.0, 0.2}, MachineState{0ms, 0, 0.3, 0.2}}) {
            Watched machine;
            machine.pass(3s, bad);
            QVERIFY(machine.policy.step() == LoadStep::FarTilesLight);
        }
    }

    void itRisesOneStepAfterFifteenCalmSeconds()
    {
        Watched machine;
        machine.fallTo(LoadStep::FarTilesKeyPictures);
        machine.pass(14s, fine);
        QVERIFY(machine.policy.step() == LoadStep::FarTilesKeyPictures);
        machine.pass(2500ms, fine);
        QVERIFY(machine.policy.step() == LoadStep::FarTilesLight);
        machine.pass(16s, fine);
        QVERIFY(machine.policy.step() == LoadStep::None);
    }

    void betweenLateAndCalmItStaysWhereItIs()
    {
        Watched machine;
        machine.fallTo(LoadStep::FarTilesLight);
        machine.pass(10min, between);
        QVERIFY(machine.policy.step() == LoadStep::FarTilesLight);
    }

    void aMachineThatRelapsesIsTriedEverMoreSeldom()
    {
        Watched machine;
        machine.fallTo(LoadStep::FarTilesLight);
        std::vector<std::chrono::seconds> waits;
        for (int i = 0; i < 5; ++i) {
            const auto began = machine.now;
            while (machine.policy.step() != LoadStep::None)
                machine.pass(500ms, fine);
            waits.push_back(std::chrono::round<std::chrono::seconds>(machine.now - began));
            machine.fallTo(LoadStep::FarTilesLight); // as soon as it is full again
        }
        for (std::size_t i = 1; i < waits.size(); ++i)
            QVERIFY2(waits[i] > waits[i - 1] || waits[i] >= LoadPolicy::riseAtLast, qPrintable(QString::number(i)));
        QVERIFY(waits.back() >= LoadPolicy::riseAfter * 8);
    }

    void aMachineThatSleptIsNotBlamed()
    {
        Watched machine;
        machine.pass(1500ms, late);
        machine.now += 10min;
        machine.pass(1s, late);
        QVERIFY(machine.policy.step() == LoadStep::None);
    }
};

QTEST_APPLESS_MAIN(LoadPolicyTest)
#include "load_policy_test.moc"
