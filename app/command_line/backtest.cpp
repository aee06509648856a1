// gantry backtest SESSION.gantry --plan FILE.json: what a failover plan would have done in a recorded session.

#include "app/control/backtest.h"
#include "app/command_line/arguments.h"
#include "app/command_line/verbs.h"
#include "app/models/backtest_words.h"
#include "app/session/session_reader.h"
#include "app/show/show_plans.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>
#include <optional>
#include <vector>

namespace gantry::command_line {

namespace {

void print(const QString &line)
{
    std::printf("%s\n", line.toLocal8Bit().constData());
}

// The plans of the session's own show, or of the files; std::nullopt: why not was said.
std::optional<QList<Plan>> plansOf(const QStringList &files, const Show &show)
{
    if (files.isEmpty()) {
        if (show.plans.isEmpty())
            say(failed, Text::tr("The show of this session has no plan. Name one with --plan FILE.json."));
        return show.plans.isEmpty() ? std::nullopt : std::optional(show.plans);
    }
    QList<Plan> plans;
    for (const QString &path : files) {
        const auto plan = readPlanFile(path, show);
        if (!plan) {
            for (const ShowFault &fault : plan.error())
                say(failed, fault.text());
            return std::nullopt;
        }
        plans.append(*plan);
    }
    return plans;
}

void report(const Plan &plan, const BacktestResult &result, const SessionReader &session)
{
    print(Text::tr("Plan %1 for %2").arg(plan.id.text, plan.encoder.text));
    for (const BacktestStep &each : result.steps) {
        const auto behind = each.step.at.elapsed - session.span().begin.elapsed;
        print(QStringLiteral("  T+%1 s  %2").arg(words::plainSeconds(behind), 8).arg(words::backtestStep(each)));
    }
    print(Text::tr("  switches %1, of them %2 false (whole again within the settle time), returns %3, held: %4")
              .arg(result.count(PlanStep::Kind::Switch))
              .arg(result.falseTrips(plan))
              .arg(result.count(PlanStep::Kind::Return))
              .arg(result.holds ? Text::tr("yes") : Text::tr("no")));
    print(Text::tr("  a fault was on air for %1 s; with the plan %2 s, %3 s less. Not known for %4 of %5 s.")
              .arg(words::plainSeconds(result.offAirReally), words::plainSeconds(result.offAirWithPlan),
                   words::plainSeconds(result.offAirReally - result.offAirWithPlan),
                   words::plainSeconds(result.unknown), words::plainSeconds(result.span)));
}

} // namespace

int backtest(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(
        parser, QStringLiteral("backtest"),
        Text::tr("Runs failover plans over a recorded session: when they would have switched, what that would have "
                 "saved, and which switches would have been false. Without --plan, the plans of the session's own "
                 "show. Changes nothing and sends nothing."),
        QStringLiteral("SESSION.gantry"));
    const QCommandLineOption planOption(QStringLiteral("plan"),
                                        Text::tr("A plan in a file of its own; say it again to compare several."),
                                        QStringLiteral("FILE.json"));
    const QCommandLineOption effectOption(QStringLiteral("effect"),
                                          Text::tr("How long the encoder takes to follow an order. Usual: 10."),
                                          QStringLiteral("SECONDS"), QStringLiteral("10"));
    parser.addOptions({planOption, effectOption});
    if (const auto code = parse(parser, 1))
        return *code;
    double effect = 10;
    if (const auto code = seconds(parser, QStringLiteral("effect"), effect))
        return *code;

    const QString path = parser.positionalArguments().at(1);
    const auto session = SessionReader::open(path);
    if (!session)
        return say(failed, session.error().text());
    const auto show = readShow((*session)->header().showJson);
    if (!show)
        return say(failed,
                   Text::tr("%1: the show in this session cannot be read: %2").arg(path, show.error().first().text()));
    const auto plans = plansOf(parser.values(planOption), *show);
    if (!plans)
        return failed;
    std::vector<Backtest> runs;
    for (const Plan &plan : *plans)
        runs.emplace_back(plan, std::chrono::milliseconds(qint64(effect * 1000)));
    for (RecordNumber number = 0;;) {
        const RecordBatch batch = (*session)->recordsAfter(number);
        if (batch.isEmpty())
            break;
        number = batch.last().number;
        for (Backtest &run : runs)
            run.apply(batch);
    }
    for (std::size_t i = 0; i < runs.size(); ++i)
        report(plans->at(qsizetype(i)), runs[i].result(), **session);
    if (const QString damage = (*session)->damage(); !damage.isEmpty())
        say(done, damage);
    return done;
}

} // namespace gantry::command_line
