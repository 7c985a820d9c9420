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

edit = Edit
edit-title = Edit the course
edit-back = Show the page alone
edit-code = Text
edit-conflict = This file was changed elsewhere after you opened it. Coloured lines differ. Your text is below, and isn’t saved yet.
edit-conflict-gone = This file was deleted after you opened it. Your text is still here.
edit-conflict-mine = Save this text
edit-conflict-theirs = Take the text of the file
edit-document = Document
edit-editor = Text editor
edit-lost = This tab can’t edit. If mitate serve was started again, open the new address that the terminal shows.
edit-no-document = This page has no document to edit. Choose one from “Document” above.
edit-no-problems = Nothing to fix.
edit-no-text = This isn’t UTF-8 text, so it can’t be opened here.
edit-on-page = The page on the right
edit-others = Others
edit-page = Page
edit-page-behind = Something has to be fixed first: the page is the last good version.
edit-problems = To fix
edit-refused = That didn’t work.
edit-save = Save
edit-saved = Saved
edit-state-problems = { $count }
edit-stopped = mitate serve can’t be reached. Your text stays in this tab; start it again and go on.
edit-there = A file with that name already exists.
edit-unsaved = Not saved yet

edit-phrase-find = Find
edit-phrase-replacement = Replace
edit-phrase-next = next
edit-phrase-previous = previous
edit-phrase-all = all
edit-phrase-match-case = match case
edit-phrase-by-word = by word
edit-phrase-regexp = regexp
edit-phrase-replace = replace
edit-phrase-replace-all = replace all
edit-phrase-close-search = close
edit-phrase-current-match = current match
edit-phrase-replaced = replaced $ matches
edit-phrase-replaced-line = replaced match on line $
edit-phrase-on-line = on line
edit-phrase-go-to-line = Go to line
edit-phrase-go = go
edit-phrase-completions = Completions
edit-phrase-diagnostics = Diagnostics
edit-phrase-no-diagnostics = No diagnostics
