# Words of the exercises that think a case through: branching interviews, cases read stage by stage.

choose = Please choose
exercise-kind-dialogue = An interview that branches
exercise-kind-staged = Stage by stage

dialogue-how = An interview with { $person }. Choose what to say, and { $person } reacts. You can go back and choose anew.
dialogue-turn = Turn { $n }
dialogue-then = If you say this
dialogue-goes-to = On to turn { $n }
dialogue-own = Say it in your own words
dialogue-own-examples = What others said here
dialogue-end = The interview ends here.
skill-used = Skill used
reply-honours = Honours
reply-strains = Strains

staged-how = Read a stage, write down your formulation and how sure you are, then open the next. What is written down stays as it is.
staged-read = Formulation at this point
staged-sure = How sure you are
staged-sure-low = (cannot tell yet)
staged-sure-high = (quite certain)
staged-change = What has changed since the stage before, and why
staged-commit = Write it down and open the next stage
staged-commit-last = Write it down and finish reading
staged-read-on = Only read on, without writing
staged-lock = The next stage stays closed so that you write your own formulation first. It is no secret: the page of the case shows everything at any time.

diagram-genogram = The family (genogram)
diagram-ecomap = Ties (ecomap)
diagram-timeline = Timeline
diagram-week = A week
diagram-changed = Something has changed at this stage
diagram-in-words = The diagram in words
sort-place = Where it belongs

# What scripts say in interviews and staged cases
dialogue-step = Exchange { $n }
dialogue-you = You
dialogue-back = Back at exchange { $n }
dialogue-rewind = Begin again from here
dialogue-rewind-to = Begin again from here (exchange { $n })
dialogue-say-own = Say it in these words
dialogue-own-empty = Write something first.
dialogue-ended = The interview has ended. “Compare” opens the review of the whole way.
dialogue-lost = The course no longer has the turn that comes here.
dialogue-review = From the beginning: what each of your replies did. You can note why you said it.
dialogue-why = Why you said it (now or later)
dialogue-why-said = Why: { $why }
dialogue-gone = The course no longer has this exchange.
staged-committed = Written down on { $when }
staged-passed = This stage was only read
staged-opened = The next stage is open: { $title }
staged-first = Write a formulation and how sure you are before opening the next stage.
staged-beside = The stages side by side
diagram-new = From this stage on
diagram-gone = Until the stage before
diagram-related = Draw the lines of relations
diagram-letters = Show letters (A, B …) instead of names
figure-large = View large
figure-svg = Save as SVG
figure-png = Save as PNG
figure-text = Copy as text
figure-copied = Copied
figure-failed = That did not work. Please try again.
figure-close = Close
