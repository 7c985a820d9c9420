# Words of the exercise kind staged.

exercise-kind-staged = Stage by stage
staged-how = Read a stage, write down your formulation and how sure you are, then open the next. What is written down stays as it is.
staged-commit = Write it down and open the next stage
staged-commit-last = Write it down and finish reading
staged-read-on = Only read on, without writing
staged-lock = The next stage stays closed so that you write your own formulation first. It is no secret: the page of the case shows everything at any time.
staged-later-how = Nothing was written down when you read this stage. What you add now is kept as an afterthought.
asked-reading = Formulation after stage { $n }
asked-sure = How sure after stage { $n } (0 to 100)
asked-change = What changed at stage { $n }, and why
asked-later = Stage { $n }, written afterwards

## Script: words that scripts show

staged-read = Formulation at this point
staged-change = What has changed since the stage before, and why
staged-later = Written afterwards
staged-committed = Written down on { $when }
staged-passed = This stage was only read
staged-passed-draft = You went on before this was written down.
staged-opened = The next stage is open: { $title }
staged-first = Write a formulation and how sure you are before opening the next stage.
staged-beside = The stages side by side
