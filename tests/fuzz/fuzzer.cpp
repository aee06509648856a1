// libFuzzer's entry: one executable a target.

#include "fuzz/targets.h"

#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const auto run = [] {
        for (const gantry::fuzz::Target &target : gantry::fuzz::targets()) {
            if (std::strcmp(target.name, GANTRY_FUZZ_TARGET) == 0)
                return target.run;
        }
        std::abort();
    }();
    run(std::as_bytes(std::span(data, size)));
    return 0;
}
