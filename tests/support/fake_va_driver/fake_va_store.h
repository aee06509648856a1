#pragma once
// What the fake driver has handed out, by its numbers. Safe from any thread: libva gives no lock, and every feed has a
// decoder of its own on the one display.

#include <va/va.h>

#include <map>
#include <mutex>
#include <variant>
#include <vector>

namespace gantry::fake_va {

struct Config
{
    VAProfile profile;
};

struct Surface
{
    int width;
    int height;
    std::vector<unsigned char> pixels; // NV12
};

struct Decoder
{
    VAProfile profile;
    VASurfaceID target = VA_INVALID_SURFACE;
    int picture = 0;  // of the pattern
    int slices = 0;   // of the picture at hand
    int pictures = 0; // that came out
};

struct Buffer
{
    VABufferType type;
    std::vector<unsigned char> bytes;
};

struct Image
{
    VABufferID buffer;
};

inline std::vector<unsigned char> nv12(int width, int height)
{
    return std::vector<unsigned char>(std::size_t(width) * std::size_t(height) * 3 / 2);
}

class Store
{
public:
    template <typename Thing>
    VAGenericID add(Thing thing)
    {
        const std::scoped_lock lock(m_mutex);
        m_things.emplace(++m_last, std::move(thing));
        return m_last;
    }
    // Null: no such thing. Each thing is used by one decoder alone, so it stays until that one removes it.
    template <typename Thing>
    Thing *find(VAGenericID id)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_things.find(id);
        return found == m_things.end() ? nullptr : std::get_if<Thing>(&found->second);
    }
    template <typename Thing>
    VAStatus remove(VAGenericID id)
    {
        if (!find<Thing>(id))
            return VA_STATUS_ERROR_INVALID_PARAMETER;
        const std::scoped_lock lock(m_mutex);
        m_things.erase(id);
        return VA_STATUS_SUCCESS;
    }
    template <typename Thing>
    std::size_t count() const
    {
        const std::scoped_lock lock(m_mutex);
        std::size_t many = 0;
        for (const auto &[id, thing] : m_things)
            many += std::holds_alternative<Thing>(thing) ? 1 : 0;
        return many;
    }

private:
    mutable std::mutex m_mutex;
    std::map<VAGenericID, std::variant<Config, Surface, Decoder, Buffer, Image>> m_things;
    VAGenericID m_last = 0;
};

} // namespace gantry::fake_va
