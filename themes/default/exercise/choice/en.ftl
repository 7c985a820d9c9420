# Words of the exercise kind choice.

exercise-kind-choice = Choose
pick-one = Choose one
pick-several = Choose all that apply
settled = Correct answer
after-choice = What each choice might lead to
asked-choice = Choice
