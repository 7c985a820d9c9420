# UI strings (English). Templates read them with t(key="…").

## Everywhere
skip-to-main = Skip to main content
skip-to-exercise = Skip to the exercise
contents = Contents
search = Search
settings = Display settings
you-are-here = You are here
beside-the-text = Beside the text
on-this-page = On this page
terms-on-this-page = Terms on this page
covers = What this page covers
prev-and-next = Previous and next page
prev = Previous
next = Next
shelf = Reference
list-separator = {", "}
revision = Revision { $n }
edition-facilitator = Facilitator’s edition
for-facilitator = For the facilitator
no-tracking = This site doesn’t track you or contact any other site.
writing-time = About { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
} to fill in
minutes = { $n } min
effort-whole = about { $minutes } min in all
effort-reading = { $minutes } min to read
effort-exercises = { $n ->
    [one] { $n } exercise
   *[other] { $n } exercises
} ({ $minutes } min)
effort-more = { $n } more ({ $minutes } min)
effort-joint = {" + "}
effort-work = { $kind }, { $minutes } min
about-minutes = about { $n } min
module-number = Module { $n }

## Display settings
furigana = Furigana
text-size = Text size
size-1 = Small
size-2 = Medium
size-3 = Large
theme = Theme
auto = System
light = Light
dark = Dark
contrast = Contrast
normal = Standard
high = High
sentence-numbers = Sentence numbers in cases
shortcut-keys = Open search with the “/” key
on = On
off = Off
settings-not-kept = This browser can’t keep settings. They may be lost on the next page.

## Search
search-site = Search this site
search-label = Search for
search-none = No results. Try other or fewer words.
search-meant = No results as typed. {"{n}"} for “{"{name}"}”
search-near = No results as typed. Closest: {"{n}"}
search-later = These words come up after you answer, or in a later stage.
search-part = Only some of these words come up here.
search-count = {"{n}"} found
search-counting = {"{n}"} or more found
search-short = Enter at least two letters.
search-failed = The search index couldn’t be loaded. Please reload the page.
search-more = Show more
search-needs-scripts = Search needs JavaScript. Use the contents or the glossary instead.

## Home
continue-at = Continue: { $title }
begun = started
compared = compared
own-file = When a course is opened from a disk, this browser can’t show here what you wrote on other pages. Open the page itself, or load your answer file in “My answers”.
more-exercises = More practice
welcome = New here? (1 minute)
welcome-write = Write
welcome-write-how = Write in the boxes of the exercises. What you write is saved right away, in this browser only.
welcome-compare = Compare
welcome-compare-how = Choose “Save and compare” and read the examples next to your own answer. There is no score.
welcome-find = Find it again
welcome-find-how = “Continue” takes you back to where you stopped. “My answers” lists everything you wrote.
welcome-take = Take it with you
welcome-take-how = Save your answers to a file in “My answers” to use them on another computer, or print them.
welcome-close = Got it, close
finish-here = Finish and delete
start-with = Start with “{ $title }”
entrances = Where to start today
paths = Day by day
path-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
path-day = Day { $n }
path-day-takes = Time for this day: { $effort }
course-map = Course outline
pages-of-module = Pages of this module
covers-label = Covers
count = { $n }
pages-of-station = Pages and topics
about-cases = Cases that unfold step by step
about-roles = Who does what, and when
about-principles = What to say, and what not to say
about-processes = Steps of support, and when to go back
about-worksheets = Forms to fill in on screen or on paper
about-meetings = Meetings with a run sheet and role cards
about-sessions = Training sessions from one hour to a day, step by step
about-glossary = Terms used in this course
about-map = Where each topic is taught

## Cases
kind-case = Case
case-person = Person
case-setting = Setting
time-needed = Time
age = aged { $n }
fictional = Fictional
content-notes = Content notes
content-notes-lead = This case mentions:
content-notes-choose = You don’t have to read it now. You can stop at any point, or read it with someone.
skip-to-questions = Skip to the questions
other-cases = Other cases
cast = People
stages-of-case = Stages of the case
stages = What happened
stage-number = Stage { $n }
knowledge = Who knows what
knowledge-hint = What each person knows at the start. Anything not listed has not been confirmed.
who = Role
knows = Knows
does-not-know = Doesn’t know yet
strengths = Strengths
formulations = Possible formulations
formulations-hint = None is the one right answer. Write your own before you open these.
reading-number = Formulation { $n }
misses = What this formulation may miss
questions = Questions to discuss
afterwards = Open after reading
afterwards-hint = First read to the last stage and write your own formulation. Inside: who knows what, strengths, possible formulations, and questions to discuss.

## Roles
where-it-acts = {": this role’s stages"}
acts = involved
rests = not involved
duties = What this role does at each stage
with = Together with
sight = What this role can and can’t see
role-knows = Easy to see from this position
role-cannot-know = Hard to see from this position

## Principles
source = {"Source: "}
asks = What it means in practice
strains = What makes it hard
honours = Words that respect it
breaks = Words that undermine it
tensions = When principles conflict
tensions-hint = There is no single answer. Think about what to check, and who to decide with.
and = {" and "}
think = One way to think about it

## Processes
what-is-done = What is done
ask-oneself = Questions to ask yourself
who-acts = Roles involved
output = Result
back-to = Back to “{ $title }”

## Worksheets
instructions = How to fill it in
form-revision = Form, revision { $n }
variants = This form in other words
variant-easy = Easy words
required = Required
example = Example

## Glossary and curriculum map
initials = By first letter
also = Also called
see-also = See also
used-on = Used on
item = Item
taught = Taught
practised = Practised
assessed = Assessed
nowhere = nowhere yet

## Not found
not-found = Page not found
not-found-lead = It may have been moved or removed, or the address may be mistyped.
to-home = To the home page
to-search = Search
all-modules = All { $n } modules
