# The record of learning on the page "my answers".

learning-about = What you practised and when, and how you rated yourself, on a page for your own training record. Your answers aren’t in it. Write your name on the printed page or in the saved file yourself. Nothing is sent.
learning-open = Make a record of learning

## Script: words that scripts show

learning = Record of learning
learning-none = There is nothing to record yet. What you write in an exercise or a form is listed here.
learning-parts = What to include
learning-by-item = A table by syllabus item
learning-ratings = Your own ratings
learning-nothing-chosen = Choose at least one thing to include.
learning-print = Print
learning-xlsx = Save as an Excel file
learning-saved = Saved to a file.
learning-failed = The record of learning can’t be opened. Reload the page.
learning-again = { $title } (attempt { $n })
learning-rating = { $label }: { $level }
learning-of = “{ $course }”, made on { $date }
learning-name = Name
learning-office = Workplace
learning-without-answers = Chosen by the learner. It doesn’t contain answers.
learning-by-day = What was practised
learning-day = Day
learning-group = Part
learning-work = Exercise or form
learning-kind = Kind
learning-state = State
learning-rating-head = Own rating
learning-items = Syllabus items
learning-item = Syllabus item
