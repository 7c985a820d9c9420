# Words of the exercise kind incident.

exercise-kind-incident = Incident process
incident-how = At first, only this event is known. Choose what you want to know, ask those who know it, and then think.
incident-how-most = { $n ->
    [one] { " " }You can ask { $n } question. Choosing it is part of the formulation.
   *[other] { " " }You can ask { $n } questions. Choosing them is part of the formulation.
}
incident-event = The event
incident-bank = Who to ask, and what
incident-free = What else you would ask
incident-free-how = Other questions, and who you’d ask. These don’t use up your limit.
incident-lock = Answers are hidden so that you decide first what to ask. You can read all of them when you compare.
incident-open-all = Open all answers without asking
incident-own = What you conclude
incident-problem = What has to be decided now
incident-response = What you would do first (who, when)
incident-reason = Why you think so
incident-told = What you could ask, and what it shows
incident-readings = If you’ve finished the case: possible formulations
incident-asked = What you asked, in order
incident-unasked = What you did not ask
incident-tells = How it changes the formulation
incident-unknown = To any other question
asked-of = Asked ({ $of })

## Script: words that scripts show

incident-ask = Ask
incident-left = Questions left: { $n }.
incident-none-left = No questions are left. Try to decide with what you know so far.
incident-closed = Not asked
incident-reading = All answers are shown. The numbered ones are those you asked.
incident-number = No. { $n }
incident-gone = A question that this exercise no longer has (with the answer you got)
incident-asked-none = You asked nothing.
