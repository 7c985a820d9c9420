# What is shown over a page in the preview (English).

overlay-title = { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
overlay-behind = Fix it and save to close this message. The page behind is the last good version.
overlay-nothing-behind = Fix it and save, and the page appears here.
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
overlay-panic = mitate has crashed: { $reason }
overlay-panic-hint = Undoing your last change may help. Please report this to the makers of mitate, with this message.
