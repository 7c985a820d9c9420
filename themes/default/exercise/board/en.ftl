# Words of the exercise kind board.

exercise-kind-board = Group cards
how-board = Give cards that seem close the same number. A card may stay alone.
how-board-groups = Give each group a short name.
group = Group
group-n = Group { $n }
own-card = Your card { $n }
own-card-group = Group of your card { $n }
add-card = Add a card
after-board = One way to group them
after-board-lead = There are others. Compare the names as well.
asked-group-of = Group of “{ $card }”
asked-group-title = Names of groups
asked-own-card = A card of one's own

## Script: words that scripts show

group-untitled = Group { $n } (no name)
