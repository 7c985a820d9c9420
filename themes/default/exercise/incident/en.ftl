# Words of the exercise kind incident.

exercise-kind-incident = Incident process
incident-how = At the beginning only this event is known. Choose what you want to know, ask those who know it, and then think.
incident-how-most = You can ask { $n } questions. Choosing them is part of the formulation.
incident-event = The event
incident-bank = Whom to ask, and what
incident-free = What else you would ask
incident-free-how = Questions that do not stand above, and whom you would ask. They do not count.
incident-lock = The answers are closed so that you think first about what to ask. They are no secret: when you compare, you can read all of them.
incident-open-all = Only read: open everything without asking
incident-own = What you make of it
incident-problem = What has to be decided now
incident-response = What you would do first (who, when)
incident-reason = Why you think so
incident-told = What could be asked, and what it tells
incident-readings = For those who have read the case to its end: formulations that can be held
incident-asked = What you asked, in that order
incident-unasked = What you did not ask
incident-tells = How it changes the reading
incident-unknown = To any other question
asked-of = Asked ({ $of })

## Script: words that scripts show

incident-ask = Ask
incident-left = Questions left: { $n }.
incident-none-left = No questions are left. Try to decide with what you know by now.
incident-closed = Not asked
incident-reading = Everything is open for reading. What has a number is what you asked.
incident-number = No. { $n }
incident-gone = A question that this exercise no longer has (as it was answered then)
incident-asked-none = Nothing was asked.
