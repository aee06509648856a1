#pragma once
// The arrows between the folders, and the few things nobody may write, as rules over source text. The table is the one
// in README.md, "How it is built".

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace gantry::architecture {

struct SourceFile
{
    QString path; // from the project's root: "media/input/srt_input.cpp"
    QString text;
};

struct Breach
{
    QString path;
    int line = 0; // 0: the file as a whole
    QString rule;

    // "media/input/srt_input.cpp:12: media includes nothing of app (app/show/show.h)"
    QString text() const;
};

// Header name -> Qt module: "QLabel" -> "QtWidgets". Read from the folders of an installed Qt.
using QtModules = QHash<QString, QString>;
QtModules qtModulesIn(const QString &includeFolder);

QList<Breach> includeBreaches(const SourceFile &file, const QtModules &modules);
QList<Breach> nameBreaches(const SourceFile &file);
QList<Breach> lengthBreaches(const SourceFile &file);
QList<Breach> waitBreaches(const SourceFile &file);

// `line` as CMake writes it: "gantry_media Qt6::Core;Qt6::Gui".
QList<Breach> linkBreaches(const QString &line);

// What `ldd` prints about a program; a program has exactly one libsrt, or two would share one socket table.
QList<Breach> libraryBreaches(const QString &ldd);

// The text with comments and the insides of string literals blanked; lines stay where they are.
QString codeOnly(const QString &text);

} // namespace gantry::architecture
