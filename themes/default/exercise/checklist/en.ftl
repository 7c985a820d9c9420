# Words of the exercise kind checklist.

exercise-kind-checklist = Checklist
how-checklist = For each item, choose where you are now.
after-checklist = What to do next
next-step = If not yet
