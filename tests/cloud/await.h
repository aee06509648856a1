#pragma once
// Waits for the one answer of an asynchronous call, on the event loop and for at most ten seconds.

#include <QEventLoop>
#include <QTimer>

#include <functional>
#include <optional>

namespace gantry::test {

template <typename T>
std::optional<T> await(const std::function<void(std::function<void(T)>)> &call)
{
    QEventLoop loop;
    std::optional<T> result;
    int answers = 0;
    call([&](T value) {
        ++answers;
        result = std::move(value);
        loop.quit();
    });
    if (result)
        return std::nullopt; // answered from inside the call: against the contract
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    loop.exec();
    return answers == 1 ? result : std::nullopt;
}

} // namespace gantry::test
