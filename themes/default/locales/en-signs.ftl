## Signs between words and around them

# Between two titles (the title of the browser)
sign-title = { $page } | { $course }
# Between words that are set apart
sign-gap = { " · " }
# Between the titles of the way to a page
sign-crumb = ›
# Before a word of a word bank, or a card
sign-bullet = { "• " }
# Before a strength, and before what is asked back
sign-plus = +
sign-ask = ?
# Before the number of a question
sign-question = Q

# The bracket before the second part of a title
sign-opening = (
# Between options
sign-slash = { " / " }
# Between a name and what it names
sign-colon = { ": " }
# Between two titles that are put together
sign-dot = { " · " }

## Script: signs

sign-space = { " " }
sign-list = { ", " }
sign-within-quotes = ”, “
sign-label = { $label }: { $text }
sign-aside = { $text } ({ $more })
sign-place = { $n } of { $total }
# A blank that keeps a spreadsheet from reading a formula
text-blank = { " " }
text-heading-1 = # { $text }
text-heading-2 = ## { $text }
text-heading-3 = ### { $text }
text-heading-4 = • { $text }
text-label = { $label }: { $text }
text-row = { $n }. { $text }
text-label-lines = { $label }:
