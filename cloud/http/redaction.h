#pragma once
// What may be shown, logged or recorded of a text that came from outside. Pure.

#include <QByteArray>
#include <QString>

#include <span>

namespace gantry::cloud {

// Without the secrets given (those of at least four characters), and without what looks like one: values of password,
// passphrase, token, signature and the like, Bearer and Basic values, signed tokens, private keys, and the user and
// password of an address. Each becomes ***.
QString redacted(QString text, std::span<const QByteArray> secrets = {});

// One line of a provider's own words for the record: redacted, without control characters, at most 300 characters.
QString quotable(const QString &text, std::span<const QByteArray> secrets = {});

} // namespace gantry::cloud
