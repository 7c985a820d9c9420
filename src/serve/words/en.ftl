# What stands over a page while its author writes (English).

overlay-title = { $count ->
        [one] One mistake to fix
       *[other] { $count } mistakes to fix
    }
overlay-behind = Fix and save, and this goes away. Behind it is the page as it was when all was well.
overlay-nothing-behind = Fix and save, and the page appears here.
overlay-more = { $count ->
        [one] 1 more is in the terminal.
       *[other] { $count } more are in the terminal.
    }
overlay-warnings = { $count ->
        [one] One warning
       *[other] { $count } warnings
    }
overlay-warnings-note = The site is made and could be published as it is. Please have a look all the same.
overlay-hide = Close (Esc)
overlay-panic = mitate itself failed: { $reason }
overlay-panic-hint = Undoing your last change may help you on. Please tell the makers of mitate, with this sentence.
