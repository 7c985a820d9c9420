# What the pages of session plans say.

session-beforehand = Before you begin
session-audience = Who it is for
session-module = Module
session-goals = Goals
session-room = Room
session-prepare = What to prepare
session-print = What to print
session-print-worksheet = { " " }(form)
session-print-exercise = { " " }(exercise on paper)
session-print-exercise-either = { " " }(exercise, for those without a screen)
session-print-meeting = { " " }(meeting, role cards)
session-with = With { $n ->
    [one] { $n } person
   *[other] { $n } people
}
session-step = What happens, what you say
session-show = Show
session-part = : “{ $part }”
session-do = Exercise
session-do-hint = In the projected exercise, Enter shows what to read after answering.
session-talk = Discuss
session-meet = Meeting
session-say = What you say
session-often = What comes up
session-hard = A hard moment
session-cut = If time is short
session-how-alone = alone
session-how-pairs = in pairs
session-how-groups = in groups
session-how-everyone = all together
session-on-paper = on paper
session-on-screen = on a screen
session-on-either = on paper or a screen
sessions-of-module = Session plans of this module
