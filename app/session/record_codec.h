#pragma once
// Records to rows and back. Every payload kind has a table of its own name, described once in record_columns.h.

#include "app/session/database.h"
#include "app/session/record.h"

#include <array>
#include <functional>
#include <vector>

namespace gantry {

inline constexpr std::size_t kRecordKinds = std::variant_size_v<Payload>;

// The table of the payload at this index of the variant: "link", "transport", …
const char *recordTable(std::size_t kind);
// The column that names what such a record is about: "feed", "encoder", "key", …; empty when there is only one such
// thing.
const char *recordKeyColumn(std::size_t kind);
// The version of the schema that was the first to have the table.
int recordTableSince(std::size_t kind);

// Writes records. Statements are prepared once; use within a transaction.
class RecordInserter
{
public:
    static SessionResult<RecordInserter> prepare(Database &database);
    SessionResult<void> insert(const Record &record);

private:
    RecordInserter() = default;
    std::vector<Statement> m_spine;   // one
    std::vector<Statement> m_payload; // one a kind
};

// Reads records of one kind. A row that makes no sense (an unknown word, a NULL, a wrong type) is passed over and told.
class RecordSelector
{
public:
    struct Sink
    {
        std::function<void(Record)> record;
        std::function<void(RecordNumber, SessionError)> unreadable; // names the table, the number and the column
    };

    static SessionResult<RecordSelector> prepare(Database &database);
    // Rows with numbers first..last, both included, in order of number, at most `limit`. On an error what came before
    // it has been delivered.
    SessionResult<void> select(std::size_t kind, RecordNumber first, RecordNumber last, std::int64_t limit,
                               const Sink &sink);

private:
    RecordSelector() = default;
    std::vector<Statement> m_kinds;
};

} // namespace gantry
