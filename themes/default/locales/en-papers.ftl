# Words of papers for Word and Excel.

paper-rest = What else you wrote
paper-exercise = Exercise: { $title }
paper-docx = Word file
paper-part = { $paper }: { $part }
paper-whole = whole case
papers-of = Files to print and fill in
save-word = Save as a Word file
save-word-failed = The Word file couldn’t be made. Try again.
paper-number = Number
paper-sure = How sure are you? (0–100)
paper-how-match = For each item, choose what fits from the list above and write its number. Some may be left over or used twice.
paper-how-board = Give related cards the same group number. A card can be in a group by itself.
paper-how-dialogue = An interview with { $person }. Start at exchange 1. Choose what to say, then read only the part with that number on the last pages, and go on from there. Write the numbers you choose under “Your path”.
paper-dialogue-way = Your path
paper-dialogue-then = After what you said
paper-dialogue-then-how = Read only the part with the number you chose. You can also cut the parts out and hand over the ones that are chosen.
paper-how-staged = After each stage, write down your formulation and how sure you are before you turn the page.
paper-incident-facts = To hand over when asked
paper-incident-facts-how = The facilitator keeps the pages from here on. Cut the parts out, and hand over only those that are asked for.
paper-how-ledger = Read the case, and copy out the evidence for and against each hypothesis. You don’t have to settle on one.
paper-how-draw = Draw the diagram in the frame. Use the tables on the next page if you’d rather write than draw.
paper-draw-tables = In words instead
paper-use-form = Use the form “{ $title }”.
