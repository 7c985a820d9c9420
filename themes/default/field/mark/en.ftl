# Words of the field type mark.

marks-short = ◎ ○ △ ×
marks-one = (circle one)
mark-best = ◎ done very well
mark-good = ○ done
mark-part = △ partly done
mark-not = × not done
mark-note = In a few words
asked-mark-note = Words beside the mark
