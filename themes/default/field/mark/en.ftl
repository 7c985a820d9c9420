# Words of the field type mark.

marks-short = ◎ ○ △ ×
marks-one = (circle one)
mark-best = ◎ achieved
mark-good = ○ going well
mark-part = △ an issue remains
mark-not = × difficult, or stopped
mark-note = In a few words
asked-mark-note = Words beside the mark
