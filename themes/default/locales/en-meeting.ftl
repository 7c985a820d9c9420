# What the pages of meetings say.

procedure-service-meeting = Care planning meeting
procedure-counselling-section = School counselling team meeting
procedure-individual-support = Individual support meeting
procedure-community-talk = Community conversation
procedure-solution-focused = Short solution-focused meeting
procedure-decision-support = Supported decision-making meeting
procedure-incident-process = Incident process
procedure-pcagip = PCAGIP (person-centred group case conference)
procedure-about-service-meeting = Introductions, the draft plan, who does what, what can’t be done now, the next date, the person’s consent and part in it. When views differ, start from the person’s need.
procedure-about-counselling-section = Agree on the aim of this meeting, share what has happened, and discuss how to understand it and what to do. Close with tasks and the next date, and report to the head.
procedure-about-individual-support = Share what is known, agree on one direction, check the plan, divide the tasks. Write down what can’t be done now, and pass it on to those who plan local services.
procedure-about-community-talk = Talk with people who live near the person, starting from small ties. The person decides beforehand what may be said. It isn’t a place for complaints.
procedure-about-solution-focused = It ends after 30 minutes. No handouts: a photo of the board is the record. Nobody is blamed. Look for times when it goes well, and decide what to do in the next week.
procedure-about-decision-support = Share the person’s history, consider what influences them, and offer experiences. Set a date to meet again. It isn’t a place for persuading.
procedure-about-incident-process = Start with a short incident. Gather facts by asking, agree on one problem, say what you would do and why, then review.
procedure-about-pcagip = Nobody blames the presenter or hurries to a conclusion. Everyone asks one question in turn. Participants take no notes: the recorders write on the board for all.
meeting-takes = { $n ->
    [one] { $n } minute in all
   *[other] { $n } minutes in all
}
meeting-procedure = Procedure
meeting-roles = Who takes part
meeting-outline = Outline of the meeting
meeting-step = Step
meeting-rules = Ground rules
meeting-papers = Forms to hand out
run-sheet = Run sheet
start-time = Starts at
step-clock = Time
step-minutes = Minutes
step-title = Step, and what the facilitator does
step-spare = Buffer, in case a step runs over.
minutes-span = { $from }–{ $to } min
question-on-table = Question for discussion
no-notes = No note-taking now
print-run-sheet = Print the run sheet
role-cards = Role cards
role-cards-hint = Each card is different. Open only yours, and close it before the meeting starts. Printed: four per page.
print-cards = { $n ->
    [one] Print the card
   *[other] Print the { $n } cards
}
card-knows = What only you know
card-task = What you do in this meeting
card-role = Page of this role: { $role }
meeting-minutes = Minutes
minutes-hint = To be written after the meeting and checked by everyone who attended. Don’t write names of real people.
minutes-of = Minutes: { $title }
minutes-about = About the meeting
minutes-said = What was said
minutes-decided = What was decided
minutes-open = What can’t be done now, and the next date
minutes-field-date = Date
minutes-field-participants = Who attended (by role)
minutes-field-person = Did the person attend?
minutes-person-present = From beginning to end
minutes-person-part = Part of it
minutes-person-heard = Not there, but was asked for their views beforehand
minutes-person-absent = No
minutes-field-person-words = The person’s words, and what helped them take part
minutes-field-said = What was said
minutes-field-decisions = Who does what, by when
minutes-decided-who = Who
minutes-decided-what = What
minutes-decided-when = By when
minutes-decided-check = How you will check
minutes-field-not-now = What can’t be done now
minutes-field-next = Next date
minutes-field-next-about = Who keeps in touch until then

## The presenter's view
present-open = Start projecting (two windows)
present-open-hint = The projected view opens in a new window, and this window becomes the facilitator’s. Move the new window to the projector and make it full screen (f).
present-alone = Project in this window
present-desk = Open the facilitator’s window
present-desk-title = Facilitator’s window
present-leave = Back to the run sheet
present-refused = The browser didn’t open a new window. Allow pop-ups for this page in the browser’s settings and try again. If you can’t, use “Project in this window” and keep the run sheet on paper.
present-title = { $title } (presenter’s view)
present-back = Back to the run sheet
present-sound = Sound: off
present-full = Full screen
present-progress = Progress
present-controls = Controls
present-step-again = Restart this step’s clock
present-anew = Start again
present-more = +1 minute
present-less = −1 minute
present-dark = Blank the screen
desk-does = What you do
desk-question = The question on the screen
desk-next = Next step
desk-before = Before you start
desk-times = Times
desk-writes = Minutes. What you write here is the same as in the minutes on the meeting’s page.
present-keys = Keys
present-keys-are = Next: →, ↓, PageDown, space. Back: ←, ↑, PageUp, Shift+space. First: Home. Last: End. Full screen: f (leave: Esc). Sound: s. Stop or start the clock: p. A minute more or less for this step: + and −. Restart this step’s clock: r. Blank the screen: b or . (white: w; any key shows it again).
step-of = { $n } of { $total }
step-prev = Back
step-next = Next

## Script: words that scripts show

clock-stop = Stop the clock
clock-go = Start the clock
clock-left = left
clock-over = over time
clock-stopped = stopped
clock-up = Time’s up for “{ $title }”
clock-all = { $n } of { $total } minutes used
clock-now = Now { $time }
ends-at = Ends { $time }
ends-right = You will end on time
ends-late = { $n } min late: you will end at { $time }
ends-early = { $n } min to spare: you will end at { $time }
before-is = The meeting that began at { $when } has reached { $place }, “{ $title }” ({ $n } min used).
before-on = Go on
before-anew = Start again
anew-sure = This sets all clocks to 0 and goes back to the cover. It doesn’t delete anything in the minutes.
anew-yes = Start again
anew-no = Cancel
gap-is = From { $from } to { $to } this page didn’t run, or the computer’s clock was changed. The { $n } min in between aren’t counted.
gap-leave = Don’t count them
gap-count = Count { $n } min
window-refused = The browser didn’t open a new window.
link-open = Connected to the projected window.
link-blank = The projected screen is blank (any key shows it again).
link-none = The projected window isn’t open.
wake-none = This browser can’t stop the screen from dimming. Check the computer’s power settings.
cover = Cover
next-is = Next: { $title } ({ $minutes } min)
next-none = This is the last step
now-is = { $place } { $title }
sound-on = Sound: on
sound-off = Sound: off
