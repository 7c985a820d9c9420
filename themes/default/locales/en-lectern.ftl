# The facilitator’s window of a page that is projected.

## Script: words that scripts show

lectern-open = Open the facilitator’s window
lectern-title = Facilitator’s window
lectern-place = { $n } of { $total }
lectern-refused = The browser didn’t open a new window. Allow pop-ups for this page in the browser’s settings.
lectern-tied = Connected to the projected window.
lectern-dark = The projected screen is blank.
lectern-none = The projected window isn’t open.
lectern-then = Next: { $title }
lectern-same = Next: continued
lectern-last = This is the last one
lectern-passed = Since the start: { $time }
lectern-again = Restart the clock
lectern-blank = Blank the screen or show it
lectern-keys = Next: →, ↓, PageDown, space. Back: ←, ↑, PageUp, Shift+space. First: Home. Next pause: End. What to read after answering: Enter. Full screen: f. Blank the screen: b or . (white: w). Close: Esc.
