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
