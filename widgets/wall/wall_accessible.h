#pragma once
// What a screen reader finds in the wall: a list with one item a tile, each named by WallRole::AccessibleText.

namespace gantry::widgets {

// Makes every WallCanvas accessible from now on; calling it again does nothing.
void installWallAccessibility();

} // namespace gantry::widgets
