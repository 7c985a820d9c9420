# Words of the exercise kind concordance.

exercise-kind-concordance = Weigh new information
concordance-how = Read the new information piece by piece. Say whether it makes the hypothesis stronger or weaker, and why. There is no correct answer.
concordance-round = New information { $n }
concordance-hypothesis = Hypothesis
concordance-information = What you learn now
concordance-weigh = Knowing this, the hypothesis is
concordance-why = Why you think so
concordance-much-weaker = −2 much weaker
concordance-weaker = −1 a little weaker
concordance-same = 0 unchanged
concordance-stronger = +1 a little stronger
concordance-much-stronger = +2 much stronger
concordance-commit = Save and read the next information
concordance-read-on = Continue without writing
concordance-lock = The next information opens after you weigh this, so that you weigh only what you know by then. You can’t change a weight or a reason after you save it.
after-concordance = One by one
asked-weigh = Weight of information { $n }
asked-weigh-why = Why information { $n } weighs so

## Script: words that scripts show

concordance-first = Choose a weight and say why before you open the next information.
concordance-opened = The next information is open: { $title }
concordance-committed = Saved { $when }
concordance-passed = You read this information without writing
concordance-passed-draft = You went on before you saved this.
concordance-added = This information was added to the course later.
