# Words of the page that shows the answers of a group. Only the facilitators’ edition has it.

board = Everyone’s answers
board-about = Gather the answer files that people exported, and open them question by question. What you load here is gone when you close this page. Nothing is sent anywhere, and it doesn’t mix with your own answers.
board-is-gathered = This site contains what people wrote. Don’t publish it, and don’t give it to learners.
board-no-scripts = This page needs a browser that runs JavaScript.
board-files = Gather files
board-files-about = Drop files that were exported from “My answers” (.mitate.json) here, or choose them: as many as you like, or a whole folder. Names aren’t read. People are numbers: 1, 2, 3.
board-choose-files = Choose files
board-choose-folder = Choose a folder
board-clear = Delete what was gathered
board-room = Show the room
board-room-about = Keep this page on your own screen, and project only the window for the room. At first it shows titles and how many people answered. Questions that you open below appear there, and disappear when you close them.
board-room-window = Open the window for the room
board-order = Order
board-order-course = As in the course
board-export = Take away
board-export-about = Exports the questions that are open. What is held back isn’t in it.
board-export-all = Export questions that aren’t open too
board-print = Print
board-csv = CSV file
board-xlsx = Excel file
board-markdown = Cards as text
board-left-names = File names may contain people’s names. Look at them on a screen that isn’t projected.

## Script: what scripts show

board-reading = Loading ({ $n } of { $total })
board-gathered =
    { $n ->
        [one] { $n } person’s answers are here.
       *[other] { $n } people’s answers are here.
    } Files left out: { $left }.
board-gathered-file = Gathered file { $n }
board-gathered-missing = The gathered answers couldn’t be loaded. Move the site’s folder with all the files in it.
board-cleared = What was gathered is deleted.
board-cleared-here = Deleted from this page. The site’s folder still contains the gathered answers.
board-left = Files left out ({ $n })
board-left-file = File { $n }
board-left-show = Show file names
board-left-hide = Hide file names
board-left-empty = Nothing is written in it.
board-left-older = Written with an older edition of the course. Questions may have changed.
board-left-newer = Written with a newer edition of the course. Questions may have changed.
board-left-newest = There are two files of one person. This one is newer, and only this one counts.
board-left-same = There are two files of one person. The other one is newer, so this one doesn’t count.
board-take-anyway = Include it anyway
board-people =
    { $n ->
        [one] { $n } person answered
       *[other] { $n } people answered
    }
board-open = Open
board-open-of = Open “{ $question }”
board-close = Close
board-close-of = Close “{ $question }”
board-open-all = Open all questions
board-close-all = Close all questions
board-look = Show in the window
board-room-open = The window for the room is connected.
board-room-none = The window for the room isn’t open.
board-room-title = Everyone’s answers
board-waiting = Waiting for the facilitator’s window.
board-refused = The browser refused to open a window. Allow pop-ups for this page in its settings.
board-full = Full screen
board-not-open = Not open yet
board-few = Fewer than three people answered, so the answers aren’t broken down.
board-count =
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
board-who = No. { $who }
board-by = (No. { $who })
board-minority = A reading of few
board-split = The room is split
board-range = Lowest { $least } · middle { $middle } · highest { $most }
board-grid = People by item
board-items = By item ({ $n })
board-answers = Answers
board-gone = An answer that the course no longer has
board-group = Group { $n }
board-revised = First words and revised words
board-first = First
board-last = Revised
board-no-pairs = Nobody has revised anything yet.
board-rest = Not grouped yet
board-pile = Pile { $n }
board-pile-new = Add a pile
board-pile-name = Name of pile { $n }
board-pile-remove = Remove the pile
board-pile-remove-of = Remove “{ $pile }”
board-cards =
    { $n ->
        [one] { $n } card
       *[other] { $n } cards
    }
board-pick = Choose
board-picked = Chosen
board-picked-said = “{ $card }” is chosen. Choose a pile for it.
board-put = Put it here
board-put-in = Put it in “{ $pile }”
board-moved = “{ $card }” is in “{ $pile }” now.
board-unmoved = “{ $card }” is in no pile now.
board-piles-how = Drag a card to a pile, or use “Choose” on the card and “Put it here” on the pile. A digit typed on “Choose” puts it in the pile of that number (0 takes it out).
board-held = Held back ({ $n })
board-held-about = Someone could be recognised from these, so the window doesn’t show them. Read them here first, and release them if they’re fine.
board-show-held = Release
board-beside = Read side by side (two to four people)
board-beside-title = “{ $title }” side by side
board-nothing-open = There is nothing to export. Open a question, or choose “Export questions that aren’t open too”.
board-paper = { $course }: everyone’s answers
board-sheet = Answers
board-column-work = Exercise or form
board-column-question = Question
board-column-field = Field
board-column-person = Person
board-column-time = Attempt
board-column-answer = Answer
board-column-pile = Pile
