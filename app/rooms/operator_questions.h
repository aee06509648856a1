#pragma once
// What adapters must ask a person (the code of an MFA device), on its way to a window and back. Nothing of it is
// recorded, and an answer is forgotten as soon as it is handed on.

#include "cloud/surroundings.h"

#include <QObject>

#include <map>
#include <vector>

namespace gantry {

// Lives on the room thread, like the adapters. Windows connect to the signals and to answer(), queued.
class OperatorQuestions final : public QObject, public cloud::SecretQuestions
{
    Q_OBJECT

public:
    explicit OperatorQuestions(QObject *parent = nullptr) : QObject(parent) {}

    // The same question asked again while it stands is one question, and its answer goes to all that asked.
    void ask(const cloud::SecretQuestion &question, std::function<void(cloud::Result<QString>)> answer) override;
    void withdraw(const QString &id) override;

public Q_SLOTS:
    // To a question that does not stand (any more): nothing happens.
    void answer(const QString &id, const QString &text);

Q_SIGNALS:
    void asked(const QString &id, const QString &title, const QString &purpose, int digits);
    void over(const QString &id); // answered or withdrawn

private:
    std::map<QString, std::vector<std::function<void(cloud::Result<QString>)>>> m_open;
};

} // namespace gantry
