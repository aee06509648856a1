#pragma once
// libxml2 reads DASH manifests for libavformat, and has two habits that do not fit a program with several feeds and
// with secrets in its addresses.

namespace gantry::media {

// Errors of this thread's documents go nowhere; otherwise they go to stderr, with the address in front. Call it on
// every thread that fetches.
void quietLibxml();

} // namespace gantry::media
