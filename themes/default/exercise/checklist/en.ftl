# Words of the exercise kind checklist.

exercise-kind-checklist = Go through points
how-checklist = Choose for each point how it is now.
after-checklist = What to do next
next-step = When it is not yet so
