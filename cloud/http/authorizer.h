#pragma once
// Who may ask, said as the value of an Authorization header. One is made for each account, kept in memory only, and
// shared by everything in a room that asks in its name.

#include "cloud/cloud_error.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gantry::cloud {

class Authorizer
{
public:
    virtual ~Authorizer() = default;

    // The answer comes later, never from inside the call, once. An empty value: nothing is to be sent.
    // Destroying the authorizer drops what is outstanding without an answer.
    virtual void authorize(std::function<void(Result<QByteArray>)> answer) = 0;

    // The provider did not take this value (401). True when another call of authorize() may bring a better one.
    virtual bool refused(const QByteArray &value) = 0;

    // When what it has ends and nothing follows by itself, for showing ahead; nullopt: it is renewed, does not end, or
    // we do not know.
    virtual std::optional<std::chrono::sys_seconds> ends() const { return std::nullopt; }

    // What must not appear in an error's text.
    virtual std::vector<QByteArray> secrets() const = 0;
};

} // namespace gantry::cloud
