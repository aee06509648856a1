#pragma once
// One run of ffmpeg, as a person would type it.

#include <QProcess>

#include <cstdio>

namespace gantry {

// What it wrote to its standard output; its complaints go to ours.
inline QByteArray ffmpeg(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral("ffmpeg"), QStringList{QStringLiteral("-v"), QStringLiteral("error")} + arguments);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(120000);
    std::fputs(process.readAllStandardError().constData(), stderr);
    return process.readAllStandardOutput();
}

inline QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace gantry
