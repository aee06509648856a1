#pragma once
// A strip that asks the operator for something only he has: the code of an MFA device. It stands in the window until it
// is answered or no longer asked, takes no focus by itself and stops nothing. Several questions come one after the
// other. What is typed is shown while it is typed, leaves with Enter and is kept nowhere.

#include <QFrame>
#include <QList>
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gantry {

class QuestionStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit QuestionStrip(QWidget *parent = nullptr);

    void ask(const QString &id, const QString &title, const QString &purpose, int digits);
    void end(const QString &id);

Q_SIGNALS:
    void answered(const QString &id, const QString &text);

private:
    struct Question
    {
        QString id;
        QString title;
        QString purpose;
        int digits = 0;
    };
    void showFirst();
    void tellReady();
    void send();

    QList<Question> m_questions; // the first is shown
    QLabel *m_title = nullptr;
    QLabel *m_purpose = nullptr;
    QLineEdit *m_text = nullptr;
    QPushButton *m_send = nullptr;
};

} // namespace gantry
