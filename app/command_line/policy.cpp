// gantry policy SHOW.json: the least that AWS must allow for exactly this show, as an IAM policy on stdout.

#include "app/command_line/arguments.h"
#include "app/command_line/aws_policy.h"
#include "app/command_line/verbs.h"
#include "app/show/show_file.h"

#include <QCoreApplication>

#include <cstdio>

namespace gantry::command_line {

int policy(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser, QStringLiteral("policy"),
             Text::tr("Prints the IAM policy that allows what this show needs of AWS, and nothing else: each action "
                      "on exactly its channels. Other providers of the show have no part in it."),
             QStringLiteral("SHOW.json"));
    parser.addOption({QStringLiteral("profile"),
                      Text::tr("The encoders of this AWS profile only; for a show that uses several."),
                      QStringLiteral("name")});
    if (const auto code = parse(parser, 1))
        return *code;
    const QString path = parser.positionalArguments().at(1);
    const auto show = readShowFile(path);
    if (!show) {
        for (const ShowFault &fault : show.error())
            std::fprintf(stderr, "%s\n", fault.text().toLocal8Bit().constData());
        return say(failed, Text::tr("%1: faults found: %2").arg(path).arg(show.error().size()));
    }
    const bool isNamed = parser.isSet(QStringLiteral("profile"));
    const QStringList profiles = awsProfiles(*show);
    const QString name = isNamed ? parser.value(QStringLiteral("profile")) : profiles.value(0);
    if (profiles.isEmpty())
        return say(failed, Text::tr("%1: no encoder and no audience of this show is at AWS.").arg(path));
    if (!profiles.contains(name))
        return say(wrongUsage, Text::tr("The show uses no AWS profile \"%1\".").arg(name));
    if (!isNamed && profiles.size() > 1)
        return say(wrongUsage, Text::tr("The show uses several AWS profiles: %1. Say which one with --profile.")
                                   .arg(profiles.join(QStringLiteral(", "))));
    std::fputs(awsPolicy(*show, name).constData(), stdout);
    return done;
}

} // namespace gantry::command_line
