# Words of the exercise kind dialogue.

exercise-kind-dialogue = An interview that branches
dialogue-how = An interview with { $person }. Choose what to say, and { $person } reacts. You can go back and choose anew.
dialogue-turn = Turn { $n }
dialogue-then = If you say this
dialogue-goes-to = On to turn { $n }
dialogue-own-examples = What others said here
dialogue-end = The interview ends here.
skill-used = Skill used
reply-honours = Honours
reply-strains = Strains
asked-own-words = In one's own words
asked-path = The way taken
asked-why-said = Why that was said

## Script: words that scripts show

dialogue-own = Say it in your own words
dialogue-step = Exchange { $n }
dialogue-you = You
dialogue-back = Back at exchange { $n }
dialogue-rewind = Begin again from here
dialogue-rewind-to = Begin again from here (exchange { $n })
dialogue-rewind-title = Begin again from exchange { $n }?
dialogue-rewind-about = The exchanges from there on are taken out of this answer: { $n }. You can undo this until you say something else or rewrite words of your own.
dialogue-rewound = Exchanges taken out: { $n }.
dialogue-say-own = Say it in these words
dialogue-own-empty = Write something first.
dialogue-ended = The interview has ended. “Compare” opens the review of the whole way.
dialogue-lost = The course no longer has the turn that comes here.
dialogue-review = From the beginning: what each of your replies did. You can note why you said it.
dialogue-why = Why you said it (now or later)
dialogue-why-said = Why: { $why }
dialogue-gone = The course no longer has this exchange.
