# Words of the field type mark.

marks-short = ◎ ○ △ ×
marks-one = (choose one)
mark-best = ◎ achieved
mark-good = ○ going well
mark-part = △ some difficulty
mark-not = × too difficult, or stopped
mark-note = Comment
asked-mark-note = Comment
