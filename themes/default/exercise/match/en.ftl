# Words of the exercise kind match.

exercise-kind-match = Match
how-match = For each line, choose what goes with it from the list above. You may leave some unused, or use one twice. In a box, the key of its number chooses it too (0 for number 10).
match-choices = To choose from
after-match = What goes together, and why

## Script: words that scripts show

choice-used = { $choice } (chosen elsewhere)
