# Words of the exercise kind sort.

exercise-kind-sort = Sort
how-sort = Choose one group for each card.
how-sort-several = Choose every group where the card belongs.
after-sort = Where the cards go, and why
differs-here = Practitioners differ
sort-place = Group
