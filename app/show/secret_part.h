#pragma once
// Where a secret is kept, as a show file says it: {"environment": "CAM1_KEY"} or {"keychain": "cam1"}. The secret
// itself in the file is a fault, and is not repeated.

#include "app/show/show_part.h"

#include <QJsonObject>

namespace gantry {

// What is said to somebody who wrote the secret itself into the file.
struct SecretWords
{
    QString inFile;
};
SecretWords passphraseWords();
SecretWords secretWords();

// No secret when `key` is not there; says what is wrong.
Secret readSecret(const ShowPart &owner, const QString &key, const SecretWords &words);
QJsonObject secretObject(const Secret &secret);

} // namespace gantry
