# Words of panels of practitioners (English).

panel-source-example = An example by the authors of this course. These answers were not collected from practitioners.
panel-source-collected = Answers of practitioners who did this exercise. Only those who agreed are shown, without names.
panel-how = How practitioners’ answers are spread, and why. The larger group isn’t the correct one: look for reasons that you didn’t think of.
panel-none = There are no answers of practitioners yet.
panel-few = Fewer than three people answered, so the spread isn’t shown.
panel-people = { $n ->
        [one] 1 person
       *[other] { $n } people
    }
panel-sum = Of { $n } people: weaker { $weaker }, unchanged { $same }, stronger { $stronger }.
panel-split = Practitioners are divided on whether it becomes stronger or weaker.
panel-reasons = Their reasons
panel-stages = Stage by stage beside practitioners
panel-beside = Beside the hypotheses of practitioners
panel-information = If this became known
panel-round = New information { $n }
panel-terms = Words in common
panel-terms-how = Terms of the glossary in the hypotheses and reasons of practitioners. Check whether you mean the same by them.
