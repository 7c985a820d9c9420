# Words of the exercise kind board.

exercise-kind-board = Group cards
how-board = Give related cards the same group number, or choose a card and then a group below. A card can be in a group by itself.
how-board-groups = Give each group a short name.
group = Group
group-n = Group { $n }
own-card = Your card { $n }
own-card-group = Group of your card { $n }
add-card = Add a card
after-board = One way to group them
after-board-lead = There are others. Compare the group names too.
asked-group-of = Group of “{ $card }”
asked-group-title = Group names
asked-own-card = Your own card

## Script: words that scripts show

card-pick = Move
card-put = Put it here
card-picked = Choose the group for “{ $card }”.
group-untitled = Group { $n } (no name)
