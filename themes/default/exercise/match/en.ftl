# Words of the exercise kind match.

exercise-kind-match = Match
how-match = For each line choose what goes with it from the list above. Some may stay unused, or be used twice.
match-choices = To choose from
after-match = What goes together, and why

## Script: words that scripts show

choice-used = { $choice } (chosen elsewhere)
