#include "media/input/libxml.h"

#include <dlfcn.h>

// libavformat ends the whole of libxml2 after every manifest (dashdec.c), under the feet of every other feed that reads
// one at that moment. libxml2 itself says that only a program's end may call this. So the program has a function of
// that name, which the dynamic linker finds first, and it does nothing; what it would have freed is kept for the next
// manifest.
extern "C" __attribute__((visibility("default"), used)) void xmlCleanupParser() {}

namespace gantry::media {

void quietLibxml()
{
    using Handler = void (*)(void *, void *);
    using SetHandler = void (*)(void *, Handler);
    // It is there exactly when libavformat can read DASH, so it is asked for by name and not linked.
    if (const auto set = reinterpret_cast<SetHandler>(::dlsym(RTLD_DEFAULT, "xmlSetStructuredErrorFunc")))
        set(nullptr, [](void *, void *) {});
}

} // namespace gantry::media
