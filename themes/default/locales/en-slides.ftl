# What is said when a page is projected.

project = Project

## Script: words that scripts show

project-dialog = Projection
project-end = Close
project-back = Back to the session
project-prev = Back
project-next = Next
project-after = What to read afterwards
project-full = Full screen
project-enter = Answered? Enter
project-gate = Next: { $title }
project-keys = Next: →, ↓, PageDown, space. Back: ←, ↑, PageUp, Shift+space. First: Home. Next pause: End. What to read after answering: Enter. Full screen: f. Blank the screen: b or . (white: w). Close: Esc.
