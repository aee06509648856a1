# The session's sources, relative to app/. schema.sql is compiled in as a string.
set(GANTRY_SESSION_SOURCES
    session/database.h session/database.cpp
    session/encoder_lists.cpp
    session/plan_words.cpp
    session/record_cells.h
    session/record_codec.h session/record_codec.cpp
    session/record_columns.h
    session/record_lists.h session/record_lists.cpp
    session/record_queue.h session/record_queue.cpp
    session/record_words.h session/record_words.cpp
    session/replay_clock.h session/replay_clock.cpp
    session/replay_player.h session/replay_player.cpp
    session/rollup.h session/rollup.cpp
    session/session_error.h
    session/session_file.h session/session_file.cpp
    session/session_header.h
    session/session_mark.h session/session_mark.cpp
    session/session_reader.h session/session_reader.cpp
    session/session_salvage.h session/session_salvage.cpp
    session/session_schema.h session/session_schema.cpp
    session/session_store.h session/session_store.cpp
    session/unfinished.h session/unfinished.cpp
    session/session_writer.h session/session_writer.cpp
)

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/schema.sql)
file(READ ${CMAKE_CURRENT_LIST_DIR}/schema.sql GANTRY_SESSION_SCHEMA)
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/session_schema_sql.h @ONLY CONTENT
"#pragma once
// Made from app/session/schema.sql by app/session/sources.cmake.
inline constexpr char kSessionSchemaSql[] = R\"gantry(@GANTRY_SESSION_SCHEMA@)gantry\";
")
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/session_schema.cpp PROPERTIES
    INCLUDE_DIRECTORIES ${CMAKE_CURRENT_BINARY_DIR} OBJECT_DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/session_schema_sql.h)
