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
after-concordance = One by one
asked-weigh = Weight of information { $n }
asked-weigh-why = Why information { $n } weighs so
