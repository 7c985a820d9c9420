# American spelling: the words of the English files that Britain spells in another way.

practised = Practiced

draw-person-index = Center of the diagram
draw-center-label = Person at the center
draw-tie = Ties with the person at the center
draw-flow-in = To the person at the center
draw-flow-out = From the person at the center

board-held-about = Someone could be recognized from these, so the window doesn’t show them. Read them here first, and release them if they’re fine.

eco-title = Ecomap with { $center } at the center
eco-key-in = Support reaches the center
eco-key-out = The center gives energy
eco-says-center = { $n ->
    [one] { $center } is at the center, with { $n } system around ({ $formal } formal, { $informal } informal).
   *[other] { $center } is at the center, with { $n } systems around ({ $formal } formal, { $informal } informal).
}
geno-index = Double outline: the person at the center
geno-fact-index = the person at the center

procedure-pcagip = PCAGIP (person-centered group case conference)
learning-about = What you practiced and when, and how you rated yourself, on a page for your own training record. Your answers aren’t in it. Write your name on the printed page or in the saved file yourself. Nothing is sent.
learning-by-day = What was practiced
