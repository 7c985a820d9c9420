# Words of the exercise kind cloze.

exercise-kind-cloze = Fill in the blanks
how-cloze = Put a word into each numbered blank.
bank = Words to choose from
hint-of = Hint for { $label }
after-cloze = The words, and why
asked-blank = Blank { $n }
