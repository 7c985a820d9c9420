# Words of the page "My answers" only.

## Script: words that scripts show

shared-on = Shared computer is on. What you write is gone when you close this tab.
shared-off = Shared computer is off. From now on your answers are saved in this browser.
shared-take = Take my earlier answers into this tab
wipe-title = Delete all answers to this course?
wipe-about = This cannot be undone. Save to a file first what you want to keep.
wipe-confirm = Delete everything
wiped = Everything is deleted.
remove = Delete this one
remove-sheet = Delete this one ({ $sheet })
remove-title = Delete “{ $title }”?
remove-about = All that was written in it goes, and this cannot be undone. Other attempts, exercises and forms stay. Files you saved are not changed.
removed = “{ $title }” is deleted.
answers-loading = Reading your answers.
answers-lost-about = The course was revised and no longer asks these. What you wrote is kept.
answers-search = Search what you wrote
answers-found = { $n } found
answers-found-none = Nothing was found.
answers-open = Also list what you have not written yet ({ $n })
answers-rest = Show the other { $n } characters
answers-own-file = In this browser, answers written on other pages cannot be listed here. Save a file on the page where you wrote, and open it here. (On a web server they are listed by themselves.)
catalogue-failed = The list of the course could not be loaded; answers are shown without the names of what they answer.
answers-tool-failed = That did not work. Your answers are unchanged. Please open the page again and try once more.
print-preparing = Preparing to print.
import-several = Please read files in one at a time.
import-drop-here = Drop the file here to read it in.
shared-title = Use on a shared computer
shared-what = What you write is not kept in the browser but only in this tab. It goes when the tab is closed.
shared-honest = But a tab that is opened again soon after it was closed may bring it back. Press “Finish and wipe” before you leave, and nothing comes back. Files you saved are not removed: look in the downloads folder too.
shared-some = This browser holds answers from before. Moved into this tab, they are gone from the browser; not moved, they stay in the browser and are not listed meanwhile.
shared-start = Use it this way
shared-start-empty = Start empty and leave them
shared-end-title = Back to ordinary use
shared-end-what = From now on what you write is kept in this browser. Use it only on your own computer.
shared-take-back = Move this tab’s answers into the browser and go back
shared-end = Go back
finish = Finish and wipe
finish-title = Finish and wipe what was written?
finish-about = All answers to this course in this tab and this browser are wiped. This cannot be undone. Save a file first if you want to take them with you; saved files are not removed.
finish-confirm = Finish and wipe
wipe-own-file = In this browser only what was read in on this page is wiped. What you wrote on other pages stays with those pages; clearing the browser’s site data removes it all.
wipe-export-first = Save a file first
wipe-failed = Not everything could be wiped. Close the other tabs and try again; if something remains, clear the site data in the browser’s settings.
