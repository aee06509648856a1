#pragma once
// What arrives at the rehearsal cloud: its inputs by name, whether each is there, and at what rate. Where somebody
// measures real streams he reports them; otherwise the inputs are taken to be there at a usual rate. Pure.

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace gantry::cloud {

class SandboxInputs
{
public:
    explicit SandboxInputs(std::vector<QString> names)
    {
        for (QString &name : names)
            m_inputs.push_back({std::move(name), std::nullopt, std::nullopt, false});
    }

    // What is measured now: a rate in Mbit/s and, where it counts pictures, their rate; nullopt: nothing arrives.
    void report(const QString &name, std::optional<double> megabits, std::optional<double> pictures = std::nullopt)
    {
        for (Input &input : m_inputs) {
            if (input.name == name) {
                input.reported = megabits.value_or(0);
                input.pictures = pictures;
            }
        }
    }
    void lose(const QString &name, bool lost)
    {
        for (Input &input : m_inputs) {
            if (input.name == name)
                input.lost = lost;
        }
    }
    std::vector<QString> names() const
    {
        std::vector<QString> all;
        for (const Input &input : m_inputs)
            all.push_back(input.name);
        return all;
    }
    bool isLost(const QString &name) const
    {
        const Input *input = find(name);
        return input && input->lost;
    }
    bool isPresent(const QString &name) const { return megabits(name) > 0; }
    double megabits(const QString &name) const
    {
        const Input *input = find(name);
        if (!input || input->lost)
            return 0;
        return input->reported.value_or(kUsual);
    }
    // Unknown where a real stream is measured whose pictures nobody counts.
    std::optional<double> pictures(const QString &name) const
    {
        if (!isPresent(name))
            return 0;
        const Input *input = find(name);
        return input->reported ? input->pictures : std::optional<double>(25);
    }

private:
    static constexpr double kUsual = 5;
    struct Input
    {
        QString name;
        std::optional<double> reported;
        std::optional<double> pictures;
        bool lost;
    };
    const Input *find(const QString &name) const
    {
        for (const Input &input : m_inputs) {
            if (input.name == name)
                return &input;
        }
        return nullptr;
    }
    std::vector<Input> m_inputs;
};

} // namespace gantry::cloud
