# Words of the exercise kind order.

exercise-kind-order = Put in order
how-order = Number the cards from 1 to { $n }, first to last.
place = Position
you-placed = Your number
same-step = Same step as the one before
after-order = The order, and why

## Script: words that scripts show

move-up = Move “{ $card }” up
move-down = Move “{ $card }” down
moved-to = “{ $card }” is now number { $n }.
order-keep = Use this order
order-kept = This order is now your answer.
