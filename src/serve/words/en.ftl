# What stands over a page while its author writes (English).

overlay-title = { $count ->
        [one] One mistake to mend
       *[other] { $count } mistakes to mend
    }
overlay-behind = Mend and save, and this goes away. Behind it is the page as it was when all was well.
overlay-nothing-behind = Mend and save, and the page appears here.
overlay-more = { $count ->
        [one] 1 more is in the terminal.
       *[other] { $count } more are in the terminal.
    }
overlay-hide = Close (Esc)
overlay-panic = mitate itself failed: { $reason }
overlay-panic-hint = Undoing your last change may help you on. Please tell the makers of mitate, with this sentence.
