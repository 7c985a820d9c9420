# What the pages of meetings say.

procedure-service-meeting = Service coordination meeting
procedure-counselling-section = Counselling section
procedure-individual-support = Individual support meeting
procedure-community-talk = Community talk
procedure-solution-focused = Short solution-focused meeting
procedure-decision-support = Supported decision-making meeting
procedure-incident-process = Incident process
procedure-pcagip = PCAGIP
procedure-about-service-meeting = Introductions, the draft plan, who does what, what cannot be done now, the next date, the person's consent and part. Where views differ, the person's need moves one step first.
procedure-about-counselling-section = Agree on the aim of this meeting, share what has happened, discuss how to understand it and what to do. Close with tasks and the next date, and report to the head.
procedure-about-individual-support = Share what is known, agree on one direction, check the plan, divide the tasks. Write down what cannot be done now, and carry it to the council.
procedure-about-community-talk = Talk with the residents of the place where the person lives, starting from small ties. The person decides beforehand what may be said. It is not a place for collecting complaints.
procedure-about-solution-focused = It ends after 30 minutes. Nothing is handed out; a photo of the board is the record. Nobody is blamed: look for the times when it goes well, and settle what to do in the next week.
procedure-about-decision-support = Share the person's history, look at what surrounds them, offer experiences. Meet again by a set date. It is not a place for persuading.
procedure-about-incident-process = Begin with a short incident. Gather facts by asking, settle on one problem, say what you would do and why, and look back.
procedure-about-pcagip = Nobody blames the presenter, nobody hurries to a conclusion, everybody asks one question in turn. Participants take no notes; the recorders write on the board for all.
meeting-takes = { $n ->
    [one] { $n } minute in all
   *[other] { $n } minutes in all
}
meeting-procedure = Procedure
meeting-rules = What we keep to
meeting-papers = Forms on the table
run-sheet = Run sheet
start-time = Begins at
step-clock = Time
step-minutes = Minutes
step-title = Step, and what the facilitator does
step-spare = To spare, for a step that takes longer.
minutes-span = { $from }–{ $to } min
question-on-table = The question on the table
no-notes = No writing now
print-run-sheet = Print the run sheet
role-cards = Role cards
role-cards-hint = Each card says something different. Open your own only, and close it before you sit down. In print, four stand on an A4 sheet.
print-cards = { $n ->
    [one] Print the card
   *[other] Print the { $n } cards
}
card-knows = What only you know
card-task = What you do in this meeting
card-role = The page of this role: { $role }
meeting-minutes = Minutes
minutes-hint = Written after the meeting, read over together by those who took part. No names of real people.
minutes-of = Minutes: { $title }
minutes-about = About the meeting
minutes-said = What was said
minutes-decided = What was decided
minutes-open = What cannot be done now, and the next date
minutes-field-date = Date
minutes-field-participants = Who took part (by role)
minutes-field-person = The person's participation
minutes-person-present = From beginning to end
minutes-person-part = In part
minutes-person-heard = Not there, but heard beforehand
minutes-person-absent = Did not take part
minutes-field-person-words = The person's words, and what made taking part possible
minutes-field-said = What was said
minutes-field-decisions = Who, what, by when
minutes-decided-who = Who
minutes-decided-what = What
minutes-decided-when = By when
minutes-decided-check = How we check
minutes-field-not-now = What cannot be done now
minutes-field-next = Next date
minutes-field-next-about = Who keeps in touch until then

## The presenter's view
present-open = Open the presenter's view
present-title = { $title } (presenter's view)
present-back = Back to the run sheet
present-sound = Sound: off
present-full = Full screen
present-progress = Progress
present-keys = Keys
present-keys-are = Next: →, ↓, PageDown, space. Back: ←, ↑, PageUp. First: Home. Last: End. Full screen: f. Sound: s. Stop or start the clock: p. Leave: Esc.
step-of = { $n } of { $total }
step-prev = Back
step-next = Next

## Script: words that scripts show

clock-stop = Stop the clock
clock-go = Start the clock
clock-left = left
clock-over = over time
clock-stopped = stopped
clock-up = “{ $title }” has had its time
clock-all = { $n } of { $total } minutes in all
next-is = Next: { $title } ({ $minutes } min)
next-none = This is the last step
now-is = { $place } { $title }
sound-on = Sound: on
sound-off = Sound: off
