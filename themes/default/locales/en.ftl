# UI strings (English). Templates read them with t(key="…").

## Everywhere
skip-to-main = Skip to the text
contents = Contents
search = Search
settings = Display
you-are-here = You are here
beside-the-text = Beside the text
on-this-page = On this page
terms-on-this-page = Terms on this page
covers = What this page covers
prev-and-next = Previous and next page
prev = Previous
next = Next
shelf = Reference shelf
list-separator = {", "}
revision = Revision { $n }
no-tracking = This site keeps no record of its readers and talks to no other site.
writing-time = About { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
} to fill in
minutes = { $n } min
effort-reading = { $minutes } min to read
effort-exercises = { $n ->
    [one] { $n } exercise
   *[other] { $n } exercises
} { $minutes } min
effort-more = { $n } more { $minutes } min
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
theme = Light or dark
auto = As the device
light = Light
dark = Dark
contrast = Contrast
normal = Standard
high = High
sentence-numbers = Numbers of the sentences in cases
shortcut-keys = Open search with the “/” key
on = On
off = Off
settings-not-kept = This browser cannot keep settings. They may be lost on the next page.

## Search
search-site = Search this site
search-label = Words to look for
search-none = Nothing found. Try another wording, or a shorter one.
search-meant = No results as typed. {"{n}"} for “{"{name}"}”
search-near = No results as typed. Closest: {"{n}"}
search-later = These words come up after you answer, or in a later stage.
search-part = Only some of these words come up here.
search-count = {"{n}"} found
search-counting = {"{n}"} or more found
search-short = Type at least two letters.
search-failed = The search index could not be loaded. Please reload the page.
search-more = Show more
search-needs-scripts = Search needs JavaScript. Use the contents or the glossary instead.

## Home
continue-at = Continue: { $title }
begun = started
compared = compared
own-file = In this browser, a course opened from a disk cannot see what you wrote on its other pages, so none of it is shown here. Open the page, or load your answer file in “My answers”.
more-exercises = More practice
welcome = New here? (1 minute)
welcome-write = Write
welcome-write-how = Write in the boxes of the exercises. What you write is saved in this browser only, at once.
welcome-compare = Compare
welcome-compare-how = Choose “Compare” and read the examples beside your own words. There is no score.
welcome-find = Find it again
welcome-find-how = “Continue” takes you back to where you stopped. “My answers” lists everything you wrote.
welcome-take = Take it along
welcome-take-how = Save your answers to a file in “My answers” to use them on another computer, or print them.
welcome-close = Got it, fold this
finish-here = Finish and delete
start-with = Start with “{ $title }”
entrances = Where to begin today
paths = Day by day
path-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
path-day = Day { $n }
path-day-takes = This day: { $effort }
course-map = The way through the course
pages-of-module = Pages of this module
covers-label = Covers
count = { $n }
pages-of-station = Pages and topics
about-cases = One life, read stage by stage
about-roles = Who acts, and when
about-principles = Words that honour them, words that break them
about-processes = The course of support, and the ways back
about-worksheets = Forms to print and fill in by hand
about-meetings = Meetings with a run sheet and role cards
about-glossary = Terms with readings and English
about-map = Which item is learnt on which page

## Cases
kind-case = Case
case-person = Person
case-setting = Setting
time-needed = Time
age = aged { $n }
fictional = Fictional
content-notes = Content notes
content-notes-lead = This case mentions:
content-notes-choose = You may choose not to read it now. You can stop at any point, or read it again with somebody.
skip-to-questions = Skip to the questions
other-cases = Look for another case
cast = People
stages-of-case = Stages of the case
stages = What happened
stage-number = Stage { $n }
knowledge = Who knows what
knowledge-hint = What each can see at the beginning. What is not here, nobody has made sure of yet.
who = Role
knows = Knows
does-not-know = Does not know yet
strengths = Strengths
formulations = Tenable formulations
formulations-hint = There is no single right one. Write your own before you open them.
reading-number = Formulation { $n }
misses = What this reading may miss
questions = Questions to discuss
afterwards = Open after reading
afterwards-hint = Read to the last stage and write your own formulation first. Inside: who knows what, strengths, tenable formulations, and questions to discuss.

## Roles
where-it-acts = {": where this role acts"}
acts = acts
rests = others act
duties = What it does at each stage
with = Together with
sight = What can and cannot be seen from here
role-knows = Can be known from this position
role-cannot-know = Hard to see from this position

## Principles
source = {"Source: "}
asks = What it asks
strains = What strains it
honours = Words that honour it
breaks = Words that break it
tensions = Where principles pull against each other
tensions-hint = There is no single answer. Think what to make sure of, and with whom to decide.
and = {" and "}
think = A way of thinking

## Processes
what-is-done = What is done
ask-oneself = What to ask oneself
who-acts = Who acts
output = What remains
back-to = Back to “{ $title }”

## Worksheets
instructions = How to fill it in
form-revision = Form, revision { $n }
required = Required
example = Example

## Glossary and curriculum map
initials = By initial
also = Also
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
