#include "app/rooms/operator_questions.h"

namespace gantry {

void OperatorQuestions::ask(const cloud::SecretQuestion &question, std::function<void(cloud::Result<QString>)> answer)
{
    auto &waiting = m_open[question.id];
    waiting.push_back(std::move(answer));
    if (waiting.size() == 1)
        Q_EMIT asked(question.id, question.title, question.purpose, question.digits);
}

void OperatorQuestions::withdraw(const QString &id)
{
    if (m_open.erase(id) > 0)
        Q_EMIT over(id);
}

void OperatorQuestions::answer(const QString &id, const QString &text)
{
    const auto open = m_open.find(id);
    if (open == m_open.end())
        return;
    const auto waiting = std::move(open->second);
    m_open.erase(open);
    Q_EMIT over(id);
    for (const auto &one : waiting)
        one(text);
}

} // namespace gantry
