#pragma once
// Somebody at AWS: whoever needs to sign asks it for keys each time. One identity is shared by all adapters of a room
// that use the same profile, so that one account is signed in to once and a code is asked for once.
//
// Thread: the room's. An answer may come from inside credentials() or later; it comes once, unless the identity is
// destroyed before. Keys live in memory alone.

#include "cloud/http/credentials.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gantry::cloud {

class AwsIdentity
{
public:
    using Answer = std::function<void(Result<AwsCredentials>)>;

    virtual ~AwsIdentity() = default;
    virtual void credentials(Answer answer) = 0;
    // The service said that these have expired before their time: they are not handed out again.
    virtual void expiredEarly(const AwsCredentials &credentials) = 0;

    // Whose limits are counted together (account_gate.h); empty: nobody counts.
    QByteArray account;
};

std::shared_ptr<AwsIdentity> fixedIdentity(AwsCredentials credentials);

// Keys that are fetched, kept until they expire and fetched again once, early. While the old ones still work nobody
// waits for the new ones.
class FetchedIdentity final : public AwsIdentity
{
public:
    using Clock = std::function<std::chrono::sys_time<std::chrono::milliseconds>()>;
    struct Rule
    {
        std::function<void(Answer)> fetch;
        // Set while a person is being asked: what to tell those who would have to wait for him.
        std::function<std::optional<Error>()> waitingFor;
        // Before they expire. Five minutes is what AWS's own clients take; more where a person must act.
        std::chrono::minutes ahead{5};
        Clock now;
    };
    // After a failure the next question goes out no sooner than this.
    static constexpr std::chrono::seconds kPause{15};

    explicit FetchedIdentity(Rule rule);
    ~FetchedIdentity() override;

    void credentials(Answer answer) override;
    void expiredEarly(const AwsCredentials &credentials) override;

private:
    void fetch();
    void fetched(Result<AwsCredentials> result);
    void answerAll(const Result<AwsCredentials> &result);
    bool works(std::chrono::milliseconds ahead) const;

    Rule m_rule;
    std::optional<AwsCredentials> m_current;
    std::optional<Error> m_failure;
    std::chrono::sys_time<std::chrono::milliseconds> m_notBefore{};
    std::vector<Answer> m_waiting;
    bool m_fetching = false;
    std::shared_ptr<const bool> m_alive = std::make_shared<const bool>(true);
};

} // namespace gantry::cloud
