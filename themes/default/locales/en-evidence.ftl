## What an office asks before a course is used (mitate evidence). A line says what was counted, what the author states, or that it isn’t known

evidence-title = About “{ $title }”
evidence-lead = Made by mitate { $version } from the files of the built site and what the course states. Numbers were counted in the files. “Stated” is what the author says, “not verified” means that nothing is stated or known, “not done” that there is no record of it.
evidence-part-what = The course
evidence-part-time = What is learned, and how long it takes
evidence-part-rights = Sources and licence
evidence-part-data = Answers and personal data
evidence-part-network = Outside traffic
evidence-part-access = Accessibility and browsers
evidence-part-cases = Cases

evidence-name-course = Course
evidence-name-audience = For
evidence-name-authors = Written by
evidence-name-contact = Contact
evidence-name-date = Date
evidence-name-version = Version
evidence-name-contents = Contents
evidence-name-hash = Hash (SHA-256)
evidence-name-hours = Hours
evidence-name-syllabus = Syllabus
evidence-name-sources = Sources
evidence-name-licence = Licence
evidence-name-forms = Copyright of forms
evidence-name-program = Licence of the program
evidence-name-cost = Cost
evidence-name-stored = Where answers are stored
evidence-name-sent = What is sent
evidence-name-cookies = Cookies
evidence-name-account = Accounts
evidence-name-delete = How to delete
evidence-name-scanned = Files searched
evidence-name-outside = Outside addresses
evidence-name-links = Links
evidence-name-policy = Limits on traffic
evidence-name-server = The server
evidence-name-offline = Without a network
evidence-name-checks = Checks by programs
evidence-name-people = Checks by people
evidence-name-browsers = Browsers
evidence-name-fictional = Fictional
evidence-name-personal = Personal data in cases
evidence-name-notes = Content notes

evidence-unstated = Not verified (not stated in course.yaml)
evidence-stated = { $text } (stated)
evidence-and-more = { $text }, and { $n } more
evidence-not-done = Not done
evidence-none = none

evidence-course = { $title } (id: { $id })
evidence-version = Revision { $n }, { $edition }. Built with mitate { $version }
evidence-edition-learner = edition for learners
evidence-edition-facilitator = edition for facilitators
evidence-edition-open = edition for everyone
evidence-pages = { $n ->
        [one] 1 page
       *[other] { $n } pages
    }
evidence-exercises = { $n ->
        [one] 1 exercise
       *[other] { $n } exercises
    }
evidence-forms = { $n ->
        [one] 1 form
       *[other] { $n } forms
    }
evidence-case-count = { $n ->
        [one] 1 case
       *[other] { $n } cases
    }
evidence-meetings = { $n ->
        [one] 1 mock meeting
       *[other] { $n } mock meetings
    }
evidence-hash = { $hash } (of { $n ->
        [one] 1 file
       *[other] { $n } files
    })

evidence-minutes = { $minutes } min
evidence-hours = { $hours } h
evidence-hours-minutes = { $hours } h { $minutes } min
evidence-no-time = not verified (no time stated for { $n })
evidence-some-time = { $text } (and { $n } without a stated time)
evidence-time = Reading { $reading }, exercises { $exercises } (the author’s estimates added up; { $n ->
        [one] 1 exercise
       *[other] { $n } exercises
    }; without reference pages)
evidence-no-syllabus = Not verified (there is no syllabus.yaml)
evidence-syllabus = { $n } of { $total } items have a page or an exercise that states it covers them: { $text }
evidence-area = { $title } { $n }/{ $total }
evidence-column-module = Module
evidence-column-reading = Reading
evidence-column-exercises = Exercises
evidence-exercise-time = { $n }: { $text }
evidence-elsewhere = Exercises outside modules
evidence-more-modules = { $n ->
        [one] 1 more module
       *[other] { $n } more modules
    }

evidence-source = { $title } ({ $date })
evidence-source-undated = { $title }
evidence-checked = { $text } [{ $date }]
evidence-sources-checked = { $n } with a stated day of comparison with the original: { $text }
evidence-sources-unchecked = { $n } not verified against the original: { $text }
evidence-no-forms = There are no forms
evidence-forms-licence = { $n ->
        [one] 1 form is
       *[other] { $n } forms are
    } part of the course: see what is stated under “Licence”
evidence-program = The JavaScript of the pages (mitate) is { $licence }

evidence-unknown-programs = Not verified (programs differ from the standard ones: { $text })
evidence-nothing-to-write = There is no page for learners to write on
evidence-writable = Not verified (some pages have fields to write in, but there is no page of answers)
evidence-stored = In the writer’s own browser (IndexedDB and localStorage), not on a server
evidence-not-sent = No page has a command to send what is written anywhere ({ $n } forms with a destination). Only the writer can export it to a file and hand that over
evidence-forms-sent = Not verified ({ $n ->
        [one] 1 form has
       *[other] { $n } forms have
    } a destination)
evidence-cookies = { $n ->
        [0] None (0 commands for cookies)
       *[other] { $n } commands for cookies
    }
evidence-passwords = { $n ->
        [0] None (0 fields for passwords)
       *[other] { $n } fields for passwords
    }
evidence-delete = “{ $button }” on the page “{ $page }” deletes the answers in that browser. Deleting the browser’s site data does too
evidence-no-button = Not verified (no button to delete was found)

evidence-scanned = All addresses in the { $n } text files among { $total } files were searched
evidence-not-scanned = . Documents that were not searched: { $text }
evidence-active = { $n ->
        [one] 1 outside address
       *[other] { $n } outside addresses
    } that pages or programs could load from or send to
evidence-those = : { $text }
evidence-links = { $n ->
        [one] 1 link to another site, which opens
       *[other] { $n } links to other sites, which open
    } when a reader chooses it
evidence-words = . Addresses that are only words or names: { $n }
evidence-policy = { $n } of { $total } pages forbid the browser to load from other hosts or to send anything there (Content-Security-Policy)
evidence-server = What the server that the site is on logs isn’t known here: not verified. Ask whoever runs it
evidence-offline = Learners can save the site on their device and read it without a network
evidence-no-offline = The site has no function to save it on a device
evidence-from-folder = . Its folder can be opened from a disk without a network

evidence-check = { $tool } ({ $date }, { $browser }): { $count } of { $total } pages checked, { $n ->
        [one] 1 problem
       *[other] { $n } problems
    } (stated by the results file)
evidence-other-site = Not done (the results given are for a site with another hash: { $hash }…)
evidence-people = Reading order, plain wording and use by keyboard alone must be checked by people. There is no record of that here
evidence-browsers = Used for the checks: { $text } (stated by the results file)

evidence-no-cases = There are no cases
evidence-fictional = { $n ->
        [one] The 1 case is
       *[other] All { $n } cases are
    } stated to be fictional (otherwise the site can’t be built)
evidence-personal = 0 texts with the form of personal data such as telephone numbers (otherwise the site can’t be built). Words that look like real names: { $n }
evidence-no-notes = No case has a content note
evidence-notes = { $n ->
        [one] 1 case has
       *[other] { $n } cases have
    } one: { $text }
evidence-without-note = . Cases with a hard theme but without a note: { $n }
