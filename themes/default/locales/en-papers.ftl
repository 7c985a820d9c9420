# Words of papers for Word and Excel.

paper-date = { $d }/{ $m }/{ $y }
paper-rest = What else you wrote
paper-exercise = Exercise: { $title }
paper-docx = Word file
paper-part = { $paper }: { $part }
paper-whole = whole case
papers-of = Files to print and fill in
save-word = Save as a Word file
save-word-failed = The Word file couldn’t be made. Try again.
