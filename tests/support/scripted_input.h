#pragma once
// A connection that delivers what a test gives it, when the test gives it.

#include "media/input/media_input.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace gantry::media::loopback {

// The test's end of it.
class Script
{
public:
    // In messages as SRT carries them.
    void send(std::span<const std::byte> bytes)
    {
        {
            const std::lock_guard lock(m_mutex);
            for (std::size_t at = 0; at < bytes.size(); at += 1316) {
                const auto part = bytes.subspan(at, std::min<std::size_t>(1316, bytes.size() - at));
                m_messages.emplace_back(part.begin(), part.end());
            }
        }
        m_filled.notify_all();
    }
    std::size_t take(std::span<std::byte> into)
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait_for(lock, MediaInput::longestWait, [this] { return !m_messages.empty(); });
        if (m_messages.empty())
            return 0;
        const std::vector<std::byte> message = std::move(m_messages.front());
        m_messages.pop_front();
        std::ranges::copy(message, into.begin());
        return message.size();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<std::vector<std::byte>> m_messages;
};

class ScriptedInput final : public MediaInput
{
public:
    explicit ScriptedInput(std::shared_ptr<Script> script) : m_script(std::move(script)) {}

    Result<bool> step() override { return true; }
    bool isConnecting() const override { return false; }
    Result<std::size_t> read(std::span<std::byte> into) override { return m_script->take(into); }
    bool takeReplaced() override { return false; }
    std::optional<Error> takeTurnedAway() override { return std::nullopt; }
    void measure(LinkSample &) override {}
    void close() override {}

private:
    std::shared_ptr<Script> m_script;
};

} // namespace gantry::media::loopback
