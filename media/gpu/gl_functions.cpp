#include "media/gpu/gl_functions.h"

namespace gantry::media {

bool GlFunctions::load(const GlAccess &access)
{
    bool all = true;
    const auto get = [&](auto &function, const char *name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(access.resolve(name));
        all = all && function;
    };
    get(genTextures, "glGenTextures");
    get(deleteTextures, "glDeleteTextures");
    get(bindTexture, "glBindTexture");
    get(texParameteri, "glTexParameteri");
    get(texImage2D, "glTexImage2D");
    get(texSubImage2D, "glTexSubImage2D");
    get(getTexImage, "glGetTexImage");
    get(getTexLevelParameteriv, "glGetTexLevelParameteriv");
    get(pixelStorei, "glPixelStorei");
    get(getString, "glGetString");
    get(getError, "glGetError");
    get(finish, "glFinish");
    return all;
}

} // namespace gantry::media
