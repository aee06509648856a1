#include "app/show/secret_part.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gantry {

namespace {

const QString environment = u"environment"_s;
const QString keychain = u"keychain"_s;

} // namespace

SecretWords passphraseWords()
{
    return {QCoreApplication::translate("show", "A passphrase stands in the file. Take it out, and use a new one: "
                                                "whoever has read the file knows this one.")};
}

SecretWords secretWords()
{
    return {QCoreApplication::translate("show", "A secret stands in the file. Take it out, and use a new one: whoever "
                                                "has read the file knows this one.")};
}

Secret readSecret(const ShowPart &owner, const QString &key, const SecretWords &words)
{
    if (!owner.has(key))
        return {};
    const ShowPart part = owner.at(key);
    const QString allowed = QCoreApplication::translate("show", "Name where it is kept: %1 or %2.")
                                .arg(u"{'environment': 'CAM1_KEY'}"_s, u"{'keychain': 'cam1'}"_s)
                                .replace(u'\'', u'"');
    if (part.value().isString()) {
        part.fault(words.inFile, allowed);
        return {};
    }
    if (!part.isObjectOf({environment, keychain}))
        return {};
    if (part.has(environment) == part.has(keychain)) {
        part.fault(QCoreApplication::translate("show", "It takes one place, no more and no less."), allowed);
        return {};
    }
    if (part.has(keychain))
        return {Secret::Store::Keychain, part.name(keychain).value_or(QString())};
    const QString name = part.name(environment).value_or(QString());
    static const QRegularExpression variable(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    if (!name.isEmpty() && !variable.match(name).hasMatch()) {
        part.at(environment)
            .fault(QCoreApplication::translate("show", "This cannot be the name of a variable."),
                   QCoreApplication::translate("show", "Letters, digits and _, not beginning with a digit."));
    }
    return {Secret::Store::Environment, name};
}

QJsonObject secretObject(const Secret &secret)
{
    return {{secret.store == Secret::Store::Environment ? environment : keychain, secret.name}};
}

} // namespace gantry
