#pragma once
// What a screen reader finds in the wall: a list with one item a cell: a feed named by WallRole::AccessibleText
// and what the wall knows worse, another cell by its view's sentence.

namespace gantry::widgets {

// Makes every WallCanvas accessible from now on; calling it again does nothing.
void installWallAccessibility();

} // namespace gantry::widgets
