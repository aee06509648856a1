#include "app/windows/question_strip.h"

#include "widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace gantry {

namespace palette = widgets::palette;

namespace {

constexpr int mostCharacters = 128;
constexpr int fieldWidth = 12; // characters

QLabel *line(QFont::Weight weight, const QColor &colour)
{
    auto *label = new QLabel;
    label->setFont(widgets::textFont(1.0, weight));
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, colour);
    label->setPalette(colours);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

QuestionStrip::QuestionStrip(QWidget *parent)
    : QFrame(parent)
    , m_title(line(QFont::DemiBold, palette::text))
    , m_purpose(line(QFont::Normal, palette::secondary))
    , m_text(new QLineEdit)
    , m_send(new QPushButton(tr("Sign in")))
{
    setObjectName(QStringLiteral("card"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    QPalette colours = QWidget::palette();
    colours.setColor(QPalette::Window, palette::raised);
    setPalette(colours);
    m_text->setMaxLength(mostCharacters);
    m_text->setMinimumWidth(m_text->fontMetrics().averageCharWidth() * fieldWidth);
    m_text->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_text->setToolTip(tr("The code your device shows. Enter sends it"));
    m_send->setToolTip(tr("Sends the code (Enter)"));

    auto *words = new QVBoxLayout;
    words->addWidget(m_title);
    words->addWidget(m_purpose);
    auto *row = new QHBoxLayout(this);
    row->addLayout(words, 1);
    row->addWidget(m_text);
    row->addWidget(m_send);
    connect(m_text, &QLineEdit::textChanged, this, &QuestionStrip::tellReady);
    connect(m_text, &QLineEdit::returnPressed, this, &QuestionStrip::send);
    connect(m_send, &QPushButton::clicked, this, &QuestionStrip::send);
    hide();
}

void QuestionStrip::ask(const QString &id, const QString &title, const QString &purpose, int digits)
{
    end(id);
    m_questions.append({id, title, purpose, digits});
    if (m_questions.size() == 1)
        showFirst();
}

void QuestionStrip::end(const QString &id)
{
    const bool isShown = !m_questions.isEmpty() && m_questions.first().id == id;
    m_questions.removeIf([&id](const Question &question) { return question.id == id; });
    if (isShown)
        showFirst();
}

void QuestionStrip::showFirst()
{
    m_text->clear();
    setVisible(!m_questions.isEmpty());
    if (m_questions.isEmpty())
        return;
    const Question &first = m_questions.first();
    m_title->setText(first.title);
    m_purpose->setText(first.purpose);
    m_text->setAccessibleName(first.title);
    m_text->setAccessibleDescription(first.purpose);
    m_text->setValidator(first.digits > 0
                             ? new QRegularExpressionValidator(
                                   QRegularExpression(QStringLiteral("[0-9]{0,%1}").arg(first.digits)), m_text)
                             : nullptr);
    m_text->setPlaceholderText(first.digits > 0 ? tr("%n digits", nullptr, first.digits) : QString());
    tellReady();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void QuestionStrip::tellReady()
{
    if (m_questions.isEmpty())
        return;
    const int digits = m_questions.first().digits;
    m_send->setEnabled(digits > 0 ? m_text->text().size() == digits : !m_text->text().isEmpty());
}

void QuestionStrip::send()
{
    if (m_questions.isEmpty() || !m_send->isEnabled())
        return;
    const QString text = m_text->text();
    const QString id = m_questions.first().id;
    end(id);
    Q_EMIT answered(id, text);
}

} // namespace gantry
