#pragma once
// The words of the command line, one file each. Every one makes its own application object, parses its own options and
// returns the exit code: 0 done, 1 failed with one clear line on stderr, 2 wrong usage.

namespace gantry::command_line {

int rehearse(int &argc, char **argv);
int openShow(int &argc, char **argv);
int replay(int &argc, char **argv);
int start(int &argc, char **argv);
int probe(int &argc, char **argv);
int backtest(int &argc, char **argv);
int drill(int &argc, char **argv);
int check(int &argc, char **argv);
int policy(int &argc, char **argv);
int gpuCheck(int &argc, char **argv);
int sandbox(int &argc, char **argv);
int testFeeds(int &argc, char **argv);

} // namespace gantry::command_line
