# Words of exercises, forms and “My answers” (English).

## Kinds of exercise
exercise-kind-choice = Choose
exercise-kind-match = Match
exercise-kind-order = Put in order
exercise-kind-sort = Sort
exercise-kind-cloze = Fill in the blanks
exercise-kind-tag = Mark sentences
exercise-kind-write = Write
exercise-kind-board = Group cards
exercise-kind-rubric = Look back at yourself
exercise-kind-checklist = Go through points
exercise-kind-worksheet = Fill in a form

## Answering
your-answer = Your answer
look = Compare
look-hint = Once you compare, this answer stays as it is. You can write once more, and delete this one in “My answers”.
again = Write once more
after-summary = To read after answering
no-scripts-save = Scripts are off in this browser, so what you write is not saved. You can still print the page and write by hand.
choose-here = Please choose
pick-one = Choose one
pick-several = Choose all that apply
how-match = For each line choose what goes with it from the list above. Some may stay unused, or be used twice.
match-choices = To choose from
how-order = Number the cards from 1 to { $n }, first to last.
place = Place
how-sort = Choose one place for each card.
how-sort-several = Choose every place where the card belongs.
how-cloze = Put a word into each numbered blank.
bank = Words to choose from
hint-of = Hint for { $label }
how-tag = Choose one mark for each sentence. You may leave the doubtful ones until later.
how-tag-several = Choose every mark that fits a sentence. A sentence may have none.
tag-none = No mark
how-board = Give cards that seem close the same number. A card may stay alone.
how-board-groups = Give each group a short name.
group = Group
group-n = Group { $n }
own-card = Your card { $n }
own-card-group = Group of your card { $n }
add-card = Add a card
how-checklist = Choose for each point how it is now.
how-rubric = Choose the level you are at, and copy one place from your own answer that shows it. There is no score.
how-rubric-alone = Choose the level you are at now, and write down one scene that shows it. It is no score.
evidence = Evidence
evidence-long = Words of your own answer that show it
open-form = Open the form “{ $title }”

## After answering
you = You
author = Here
or = {" or "}
you-placed = Your number
settled = Settled
same-step = Same step as the one before
after-choice = What each choice might lead to
after-match = What goes together, and why
after-order = The order, and why
after-sort = Where the cards go, and why
differs-here = Practitioners differ
after-cloze = The words, and why
after-tag = The marks side by side
after-tag-lead = A difference need not be a mistake. Talk about which words made you read it so.
after-board = One way to group them
after-board-lead = There are others. Compare the names as well.
after-checklist = What to do next
next-step = When it is not yet so
examples = Examples
example-good = A good example
example-near = A near miss
thinking = How to think about it
where-differs = Where practitioners differ
rubric-self = Look back at your answer
rubric-next = The next step
toward = To the next level

## Forms
row-and-column = { $row }, { $column }
mark-note = In a few words
add-row = Add a row
diagram-how = You can draw by hand on the printed page. Here, write in words what belongs in the drawing.
person-label = Name used here
print-sheet = Print as filled in
print-blank = Print blank

## My answers
answers-about = This page shows what you wrote in the exercises and forms of this course. It is kept in this browser only, and sent to nobody. If you clear the browser’s history or site data it goes as well: to keep it, save it to a file.
answers-no-scripts = To show this list the browser has to run scripts. You can print the exercises and forms and write by hand.
answers-tools = What to do with your answers
export-file = Save to a file
export-markdown = Save as text (Markdown)
copy-text = Copy as text
import-file = Load a file
print-answers = Print
shared-pc = I am using a shared computer
shared-about = What you write goes when you close the tab. A tab opened again soon may bring it back, so press “Finish and wipe” before you leave.
wipe = Delete everything

# Below: words of the scripts. part/work-words.html hands them on with { $… } left in.

## Answering
unanswered = (nothing written)
your-choice = Your answer
same = Same
differs = Different
look-first = Nothing has been written yet. Answer at least one thing, then compare.
looked = Your answer stays as it is. You can compare it below.
again-begun = Here is a new sheet. Your earlier answer is kept below.
earlier-summary = Attempt { $n } ({ $when })
clear-choice = Clear the choice

## Where answers are kept
save-idle = What you write is saved in this browser only.
save-saved = Saved in this browser only. Last saved { $time }
save-full = Not saved: the browser has no room left. Please save your answers to a file.
save-blocked = Not saved: this browser does not allow it. Please save your answers to a file.
save-failed = Not saved. Trying again. To be safe, save your answers to a file.
save-session = Shared computer: what you write is gone when you close this tab.
save-memory = Nothing is being saved. What you write is gone when you close this page.
save-own-file = In this browser what you write stays with this page. Take it to other pages by file.
save-too-long = Not saved. One box holds about a million characters at most. Please shorten the text.
save-unread = What you wrote before couldn’t be read, so this page can’t tell whether there is anything. Please reload the page.
export = Save to a file
import = Load a file
changed-elsewhere = This was changed in another tab; the newer text is shown.
load-failed = Your answers could not be read. Please open the page again.

## Moving, adding
row-label = { $label } (row { $n })
row-added = Row { $n } has been added.
move-up = Move “{ $card }” up
move-down = Move “{ $card }” down
moved-to = “{ $card }” is now number { $n }.
order-keep = Keep this order
pile-rest = Not sorted yet
card-added = Card { $n } has been added.
group-untitled = Group { $n } (no name)

## Forms
form-filled = { $n } of { $total } fields filled in
form-empty = Nothing written yet
sheet-pick = Sheet
sheet-n = Sheet { $n }
sheet-name = Sheet { $n } ({ $when })
sheet-new = Begin a new sheet
sheet-begun = This is sheet { $n }. The earlier ones are kept as they are.
lost-title = Fields that the course no longer has
lost-about = The course has been revised; what you wrote before is kept.

## Answers of another course under the same id
whose-title = These answers may belong to another course
whose-other = This browser holds answers to a course called “{ $theirs }”. It has the same id as “{ $title }”, the course you opened.
whose-moved = This browser holds answers to “{ $title }” from when it was opened somewhere else (another folder or address).
whose-count = { $n } answers; the last one was written { $when }.
whose-kept = No answer is deleted, whichever you choose.
whose-same = It’s the same course: use those answers
whose-apart = It’s another course: keep them apart
whose-beside = This browser holds { $n } answers to “{ $theirs }”, which has the same id. They are kept apart from the answers to this course.
whose-bring = Bring those answers in here
whose-file = the answers to “{ $theirs }”

## Two versions of one answer
conflict-title = There are two versions
conflict-about = Another tab or a file holds something different. Choose which to keep. The other is not deleted.
conflict-mine = What is here now
conflict-theirs = The other one
keep-mine = Keep what is here
keep-theirs = Take the other one
keep-both = Keep both
attempt-looked = Compared { $when }
attempt-open = Not compared yet
attempt-both = Keep both (the other one becomes another attempt)

## What might name a real person
personal-title = This might point to a real person
personal-phone = This looks like a phone number. If it is a real person’s, please remove it.
personal-birth-date = This looks like a date of birth. If it is a real person’s, write the age or the school year.
personal-address = This looks like an address. If it is real, write “A city” or the like.
personal-mail = This looks like an e-mail address. If it is a real person’s, please remove it.
personal-postcode = This looks like a postcode. If it is real, please remove it.
personal-keep = Leave it
personal-before-export = There may be { $n } places that point to a real person. Please check them before you pass this on.
export-anyway = Save all the same

## My answers
answers-none = You have not written anything yet. What you write in exercises and forms is listed here.
state-looked = Compared
kind-exercise = Exercise
cancel = Cancel
exported = Saved as “{ $file }”.
copied = Copied.
copy-failed = Could not copy. Please select the text below and copy it by hand.
import-done = Loaded. New: { $taken }. The same as before: { $same }.
import-none = There was nothing new in the file.
import-conflicts = Answers that differ: { $n }. Please choose for each which to keep.
import-confirm = Load as chosen
import-not-json = This file cannot be read. Please choose a “.mitate.json” file saved from this course.
import-not-ours = This is not a file of answers.
import-newer = This file was saved by a newer version and cannot be loaded.
import-other-course = These are answers to “{ $theirs }”. They cannot be loaded into “{ $ours }”.
import-truncated = The file breaks off in the middle. Please save it again.
import-too-big = The file is too big to load.
import-malformed = The contents of the file are damaged and cannot be loaded.
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

## My answers and files, more
state-answered = Answered
state-open = Not yet
answers-loading = Reading your answers.
answers-of = { $course }: my answers
answers-as-of = As of { $date }
answers-aside = Also written, in another tab or file
answers-lost = Answers the course no longer asks for
answers-lost-about = The course was revised and no longer asks these. What you wrote is kept.
answers-search = Search what you wrote
answers-found = { $n } found
answers-found-none = Nothing was found.
answers-open = Also list what you have not written yet ({ $n })
answers-more = Show more
answers-rest = Show the other { $n } characters
answers-own-file = In this browser, answers written on other pages cannot be listed here. Save a file on the page where you wrote, and open it here. (On a web server they are listed by themselves.)
catalogue-failed = The list of the course could not be loaded; answers are shown without the names of what they answer.
answers-tool-failed = That did not work. Your answers are unchanged. Please open the page again and try once more.
copy-title = Copy as text
print-preparing = Preparing to print.
personal-more = { $n } more
personal-kind-phone = Phone number?
personal-kind-birth-date = Date of birth?
personal-kind-address = Address?
personal-kind-mail = Mail address?
personal-kind-postcode = Postcode?
import-title = Before “{ $file }” is read in
import-fresh = New answers: { $n }
import-same = The same on both sides: { $n } (left as they are)
import-kept = Empty in the file: { $n } (what is here stays)
import-write = Read in
import-cancelled = Cancelled. Nothing has changed.
import-unreadable = The file could not be opened. Please choose it again.
import-working = Reading in ({ $n })
import-failed = It could not be saved, so nothing was read in. Nothing has changed.
import-several = Please read files in one at a time.
import-drop-here = Drop the file here to read it in.
choose-all-mine = Keep what is here for all
choose-all-theirs = Take the file’s for all
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
order-kept = This order is now your answer.
choice-used = { $choice } (chosen elsewhere)
clear-row = Empty row { $n }
row-cleared = Row { $n } is empty now.
row-restore = Bring row { $n } back
goal-hint = “{ $words }” speaks of others moving the person. How would it read with the person as the subject?
card-remove = Remove card { $n }
card-removed = The card was removed.
undo = Undo
card-moved = “{ $card }” is now in “{ $group }”.
card-unmoved = “{ $card }” is in no group now.
form-count = { $n } fields have something in them
