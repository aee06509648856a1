// Parses the first word of the command line and runs it.

#include "app/command_line/verbs.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iterator>

namespace {

using namespace gantry;

struct Verb
{
    const char *name;
    const char *arguments;
    const char *summary;
    int (*run)(int &argc, char **argv);
};

constexpr Verb verbs[] = {
    {"rehearse", "", "a room on test feeds and a sandbox cloud, no account needed", command_line::rehearse},
    {"open", "SHOW.json", "open a show and record a session", command_line::openShow},
    {"replay", "SESSION.gantry", "open a recorded session in the same windows", command_line::replay},
    {"probe", "URL", "what a feed is made of, as JSON lines, no window", command_line::probe},
    {"check", "SHOW.json", "every fault of a show file, in one run", command_line::check},
    {"policy", "SHOW.json", "the least that AWS must allow for this show", command_line::policy},
    {"backtest", "SESSION.gantry", "what a failover plan would have done in a session", command_line::backtest},
    {"drill", "", "rehearse a failover plan: when was what seen", command_line::drill},
    {"gpu-check", "", "whether this machine's GPU decodes, and what it gains", command_line::gpuCheck},
    {"sandbox", "", "the rehearsal cloud alone", command_line::sandbox},
    {"test-feeds", "NAME=URL...", "the rehearsal's feeds alone", command_line::testFeeds},
};

void help(std::FILE *out)
{
    std::fprintf(out, "Gantry %s, the control room for live shows that run through the cloud.\n\nUsage:\n",
                 GANTRY_VERSION);
    std::fprintf(out, "  gantry%-29s%s\n", "", "the start window");
    for (const Verb &verb : verbs)
        std::fprintf(out, "  gantry %-11s %-16s%s\n", verb.name, verb.arguments, verb.summary);
    std::fprintf(out, "\nEvery word explains its options with --help. Exit codes: 0 done, 1 failed, 2 wrong usage.\n");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || std::strncmp(argv[1], "--language", 10) == 0)
        return command_line::start(argc, argv);
    if (std::strcmp(argv[1], "--help") == 0 || std::strcmp(argv[1], "-h") == 0) {
        help(stdout);
        return 0;
    }
    if (std::strcmp(argv[1], "--version") == 0) {
        std::printf("gantry %s\n", GANTRY_VERSION);
        return 0;
    }
    const auto verb = std::find_if(std::begin(verbs), std::end(verbs),
                                   [&](const Verb &one) { return std::strcmp(one.name, argv[1]) == 0; });
    if (verb == std::end(verbs)) {
        std::fprintf(stderr, "gantry: there is no word \"%s\".\n\n", argv[1]);
        help(stderr);
        return 2;
    }
    return verb->run(argc, argv);
}
