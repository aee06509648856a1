#include "cloud/aws/aws_identity.h"

#include <utility>

namespace gantry::cloud {

namespace {

class FixedIdentity final : public AwsIdentity
{
public:
    explicit FixedIdentity(AwsCredentials credentials) : m_credentials(std::move(credentials)) {}
    void credentials(Answer answer) override { answer(m_credentials); }
    void expiredEarly(const AwsCredentials &) override {}

private:
    const AwsCredentials m_credentials;
};

} // namespace

std::shared_ptr<AwsIdentity> fixedIdentity(AwsCredentials credentials)
{
    return std::make_shared<FixedIdentity>(std::move(credentials));
}

FetchedIdentity::FetchedIdentity(Rule rule) : m_rule(std::move(rule)) {}

FetchedIdentity::~FetchedIdentity() = default;

bool FetchedIdentity::works(std::chrono::milliseconds ahead) const
{
    return m_current && (!m_current->expires || m_rule.now() + ahead < *m_current->expires);
}

void FetchedIdentity::credentials(Answer answer)
{
    if (works({})) {
        if (!works(m_rule.ahead) && !m_fetching && m_rule.now() >= m_notBefore)
            fetch();
        answer(*m_current);
        return;
    }
    if (!m_fetching && m_failure && m_rule.now() < m_notBefore) {
        answer(tl::unexpected(*m_failure));
        return;
    }
    m_waiting.push_back(std::move(answer));
    if (!m_fetching)
        fetch();
    if (!m_fetching || !m_rule.waitingFor)
        return;
    if (const auto reason = m_rule.waitingFor())
        answerAll(tl::unexpected(*reason));
}

void FetchedIdentity::expiredEarly(const AwsCredentials &credentials)
{
    if (m_current && m_current->accessKey == credentials.accessKey &&
        m_current->sessionToken == credentials.sessionToken)
        m_current.reset();
}

void FetchedIdentity::fetch()
{
    m_fetching = true;
    m_rule.fetch([this, alive = std::weak_ptr<const bool>(m_alive)](Result<AwsCredentials> result) {
        if (!alive.expired())
            fetched(std::move(result));
    });
}

void FetchedIdentity::fetched(Result<AwsCredentials> result)
{
    m_fetching = false;
    if (result) {
        m_current = *result;
        m_failure.reset();
        m_notBefore = {};
    } else {
        m_failure = result.error();
        m_notBefore = m_rule.now() + kPause;
    }
    answerAll(result);
}

void FetchedIdentity::answerAll(const Result<AwsCredentials> &result)
{
    for (const Answer &answer : std::exchange(m_waiting, {}))
        answer(result);
}

} // namespace gantry::cloud
