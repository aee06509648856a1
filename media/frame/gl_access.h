#pragma once
// The OpenGL context that is current now, whoever made it: Qt, or EGL without a window. A plain value.

#include <functional>

namespace gantry::media {

// The functions that it resolves stay valid as long as the context lives.
struct GlAccess
{
    std::function<void *(const char *)> resolve; // of GL and EGL functions
    void *eglDisplay = nullptr;                  // null: not an EGL context, so no DMA-BUF can be imported
};

} // namespace gantry::media
