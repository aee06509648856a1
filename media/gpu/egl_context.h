#pragma once
// An OpenGL 3.3 core context without a window, a screen or Qt's platform: on the very card that decodes. What
// `gantry gpu-check` uses.

#include "media/gpu/gl_functions.h"

#include <QString>
#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace gantry::media {

// Current in the thread that opened it, until it is destroyed there.
class EglContext
{
public:
    // One of the devices that EGL sees.
    struct Card
    {
        std::optional<int> cudaOrdinal; // NVIDIA's driver says it
        QString node;                   // "/dev/dri/renderD128"; empty where it has none
    };
    enum class Renderer { Hardware, Any }; // Any: Mesa's renderers on the processor too, for tests
    // On the first card that fits. The error is a sentence.
    static tl::expected<std::unique_ptr<EglContext>, QString> open(const std::function<bool(const Card &)> &fits,
                                                                   Renderer renderer = Renderer::Hardware);
    ~EglContext();

    const Card &card() const;
    QString vendor() const;   // GL_VENDOR
    QString renderer() const; // GL_RENDERER
    GlAccess access() const;

private:
    EglContext();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media
