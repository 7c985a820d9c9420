# Words of the exercise kind dialogue.

exercise-kind-dialogue = Branching interview
dialogue-how = An interview with { $person }. Choose what to say and see how { $person } responds. You can go back and choose again.
dialogue-turn = Exchange { $n }
dialogue-then = If you say this
dialogue-goes-to = On to exchange { $n }
dialogue-own-examples = What others said here
dialogue-end = The interview ends here.
skill-used = Skill used
reply-honours = Principle respected
reply-strains = Principle under strain
asked-own-words = In your own words
asked-path = Path
asked-why-said = Why you said it

## Script: words that scripts show

dialogue-own = Say it in your own words
dialogue-step = Exchange { $n }
dialogue-you = You
dialogue-back = Back at exchange { $n }
dialogue-rewind = Restart from here
dialogue-rewind-to = Restart from here (exchange { $n })
dialogue-rewind-title = Restart from exchange { $n }?
dialogue-rewind-about = Exchanges from there on that are removed from this answer: { $n }. You can undo this until you choose what to say next or change your own words.
dialogue-rewound = Exchanges removed: { $n }.
dialogue-say-own = Say this
dialogue-own-empty = Write something first.
dialogue-ended = The interview has ended. Choose “Save and compare” to review the whole conversation.
dialogue-lost = The course no longer has the exchange that comes next.
dialogue-review = From the beginning: what each of your replies led to. You can note why you said it.
dialogue-why = Why you said it (now or later)
dialogue-why-said = Why: { $why }
dialogue-gone = The course no longer has this exchange.
dialogue-map = Map of the interview (for authors and facilitators)
dialogue-map-how = All exchanges, and where each reply leads, with the paths taken in this browser: the first attempt is a thick line, the second a dashed one. Learners don’t see this.
dialogue-map-drawing = Map of the interview. The list below says the same in words
dialogue-map-turn = Exchange { $n }
dialogue-map-way = { $say } → exchange { $n }
dialogue-map-start = Start here
dialogue-map-start-at = Start at exchange { $n }
dialogue-map-started = Started at exchange { $n }
dialogue-map-looked = You can’t change an answer that was compared. Choose “Try again” first.
dialogue-map-ends = end of the interview
dialogue-map-dead = dead end
dialogue-map-lost = no path from the first exchange leads here
dialogue-map-unmet = not met yet
dialogue-map-runs = attempts: { $runs }
