// session_victim FILE: writes a session at some 1000 records a second until it is killed. Prints "a N" when record N
// has been handed over and "w N" when the writer has promised that everything up to N is on disk.
#include "random_records.h"
#include "session_files.h"

#include <QCoreApplication>

#include <unistd.h>

using namespace gantry;

namespace {

void print(char what, qint64 number)
{
    const QByteArray line = what + QByteArray(" ") + QByteArray::number(number) + '\n';
    if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) < 0)
        _exit(3);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    SessionWriter writer;
    QObject::connect(&writer, &SessionWriter::written, [](qint64 number) { print('w', number); });
    const auto opened = writer.open(application.arguments().at(1), test::someHeader());
    if (!opened)
        return 2;
    test::RandomRecords random(static_cast<unsigned>(getpid()));
    RecordNumber number = 0;
    const auto began = std::chrono::steady_clock::now();
    QTimer pace;
    QObject::connect(&pace, &QTimer::timeout, [&] {
        RecordBatch batch;
        for (int i = 0; i < 20; ++i) {
            const auto elapsed =
                std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
            // Alarms and requests would make each batch a commit of its own; mostly telemetry keeps the timer at work.
            const auto kind = random.below(400) == 0 ? 7 : std::size_t(random.below(4));
            batch.append({++number, {test::someHeader().started + elapsed, elapsed}, random.payload(kind)});
        }
        writer.append(batch);
        print('a', number);
    });
    pace.start(20);
    return application.exec();
}
