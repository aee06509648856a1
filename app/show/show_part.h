#pragma once
// One value of a show file while it is read: it knows its place and collects what is wrong with it, so that reading
// goes on behind a fault. A reader that got nothing has already said why.

#include "app/show/show_file.h"

#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace gantry {

// Everything found wrong so far. Keeps the first few hundred: nobody reads more.
class ShowFaults
{
public:
    void add(const QString &place, const QString &what, const QString &allowed);
    // Gives every fault its line, adds what the text says twice, and sorts by line.
    QList<ShowFault> inOrder(const QByteArray &json) const;
    bool isEmpty() const { return m_faults.isEmpty(); }

private:
    QList<ShowFault> m_faults;
};

class ShowPart
{
public:
    enum class Need { Required, Optional };

    ShowPart(QJsonValue value, QString place, ShowFaults &faults);

    const QString &place() const { return m_place; }
    const QJsonValue &value() const { return m_value; }
    QStringList keys() const; // none when this is no object
    bool has(const QString &key) const;
    ShowPart at(const QString &key) const;
    ShowPart element(qsizetype index) const;

    // False, and said, when this is no object. Says every key that is not one of `known`.
    bool isObjectOf(const QStringList &known) const;

    // The member of that name, or nothing and a fault when it has the wrong kind, is out of range, or is required and
    // missing. `allowed` is the sentence a person reads then.
    std::optional<QString> text(const QString &key, Need need, const QString &allowed) const;
    std::optional<int> wholeNumber(const QString &key, Need need, int least, int most, const QString &allowed) const;
    std::optional<double> number(const QString &key, Need need, double least, double most,
                                 const QString &allowed) const;
    // 1..maxNameLength printable characters.
    std::optional<QString> name(const QString &key, Need need = Need::Required) const;
    // The elements of a list, at most `most` of them; a longer list is a fault.
    QList<ShowPart> list(const QString &key, Need need, qsizetype most) const;

    void fault(const QString &what, const QString &allowed) const { m_faults->add(m_place, what, allowed); }
    void missing(const QString &allowed) const;
    void wrongKind(const QString &allowed) const;
    void outOfRange(const QString &allowed) const;

private:
    // The member if it is there; says so when it is required and is not.
    std::optional<ShowPart> member(const QString &key, Need need, const QString &allowed) const;

    QJsonValue m_value;
    QString m_place;
    ShowFaults *m_faults;
};

// "Did you mean CAM 1?" when one of `known` is a slip away from `word`; otherwise "One of: CAM 1, CAM 2."
QString suggestion(const QString &word, const QStringList &known);

} // namespace gantry
