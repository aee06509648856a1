#include "cloud/http/redaction.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace gantry::cloud {

namespace {

constexpr qsizetype kLongest = 300;
constexpr qsizetype kMostRead = 4096; // nobody quotes from what comes later

struct Rule
{
    QRegularExpression pattern;
    QString instead;
};

const std::array<Rule, 6> &rules()
{
    constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
    static const std::array<Rule, 6> all{{
        {QRegularExpression(QStringLiteral("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)"),
                            QRegularExpression::DotMatchesEverythingOption),
         QStringLiteral("***")},
        // header.payload.signature of RFC 7515: its first part always begins with {"
        {QRegularExpression(QStringLiteral("eyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*)?")),
         QStringLiteral("***")},
        {QRegularExpression(QStringLiteral("\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]+"), anyCase),
         QStringLiteral("\\1 ***")},
        {QRegularExpression(QStringLiteral("://[^/@\\s\"']*@")), QStringLiteral("://***@")},
        {QRegularExpression(
             QStringLiteral("((?:pass(?:word|phrase|wd)?|secret|access_?key|api_?key|secret_?key|stream_?key|"
                            "[a-z_-]*token|signature|sig|assertion|x-amz-credential|credential|authorization)"
                            "[\"']?\\s*[=:]\\s*[\"']?)(?!Bearer|Basic)[^&\\s\"',;}<>]+"),
             anyCase),
         QStringLiteral("\\1***")},
        {QRegularExpression(QStringLiteral("\\bya29\\.[A-Za-z0-9._-]+")), QStringLiteral("***")}, // Google's own form
    }};
    return all;
}

} // namespace

QString redacted(QString text, std::span<const QByteArray> secrets)
{
    for (const QByteArray &secret : secrets) {
        if (secret.size() < 4) // would take letters out of every word
            continue;
        text.replace(QString::fromUtf8(secret), QStringLiteral("***"));
        text.replace(QString::fromLatin1(secret.toPercentEncoding()), QStringLiteral("***"));
    }
    for (const Rule &rule : rules())
        text.replace(rule.pattern, rule.instead);
    return text;
}

QString quotable(const QString &text, std::span<const QByteArray> secrets)
{
    QString line = redacted(text.left(kMostRead), secrets);
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    return line.simplified().left(kLongest);
}

} // namespace gantry::cloud
