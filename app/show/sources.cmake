# Relative to app/.
set(GANTRY_SHOW_SOURCES
    show/cell_part.h show/cell_part.cpp
    show/feed_limits.h
    show/layout_file.h show/layout_file.cpp
    show/plan.h
    show/secret_part.h show/secret_part.cpp
    show/settings_part.h show/settings_part.cpp
    show/show.h
    show/show_file.h show/show_file.cpp
    show/show_json.h show/show_json.cpp
    show/show_layouts.h show/show_layouts.cpp
    show/show_names.h show/show_names.cpp
    show/show_object.h show/show_object.cpp
    show/show_pairs.h show/show_pairs.cpp
    show/show_part.h show/show_part.cpp
    show/show_plans.h show/show_plans.cpp
    show/show_reader.h show/show_reader.cpp
    show/show_returns.h show/show_returns.cpp
    show/url_part.h show/url_part.cpp
    show/srt_part.h show/srt_part.cpp
)
