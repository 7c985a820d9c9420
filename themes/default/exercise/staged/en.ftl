# Words of the exercise kind staged.

exercise-kind-staged = Stage by stage
staged-how = Read a stage, write your formulation and your confidence, then open the next stage. You can’t change them afterwards.
staged-commit = Save and open the next stage
staged-commit-last = Save and finish
staged-read-on = Continue without writing
staged-lock = The next stage opens after you write your formulation. Nothing is hidden: you can read the whole case at any time.
staged-later-how = You wrote nothing when you read this stage. What you add now is saved as written later.
asked-reading = Formulation after stage { $n }
asked-sure = Confidence after stage { $n } (0 to 100)
asked-change = What changed at stage { $n }, and why
asked-later = Stage { $n }, written later

## Script: words that scripts show

staged-read = Formulation at this point
staged-change = What has changed since the previous stage, and why
staged-later = Written later
staged-committed = Saved { $when }
staged-passed = You read this stage without writing
staged-passed-draft = You went on before you saved this.
staged-added = This stage was added to the course later.
staged-opened = The next stage is open: { $title }
staged-first = Write your formulation and your confidence before you open the next stage.
staged-beside = The stages side by side
