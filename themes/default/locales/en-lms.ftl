# Words for reading in a learning management system (LMS). Only packages for an LMS use them.

lms-bar = Copy in the LMS

## Script: words that scripts show

lms-told = Before you begin: what is sent to the learning management system (LMS)
lms-told-copy = A copy of your answers, so that you can go on with them on another device. The copy is compressed and isn’t meant for reading, but an administrator of the LMS can get at it.
lms-told-place = The page that you have open, so that you can go on from there next time.
lms-told-session = That you have begun and ended, with how long the course was open: the standard cmi5 requires it.
lms-told-progress = Whether you have completed the course, and the time you spent on it. No score is sent.
lms-told-no-progress = Whether you have completed the course isn’t sent.
lms-told-answers = What you write in your own words, for your trainer to read. If you change an answer, the new one is sent too.
lms-told-no-answers = Your answers aren’t sent in a form that your trainer can read.
lms-told-nothing-else = Nothing else is sent. Don’t write about real people.
lms-go-on = I understand. Begin
lms-asking = Asking the LMS for a copy of your answers.
lms-late = The LMS hasn’t answered yet. Your answers stay in this browser. When the LMS answers, they are merged with the copy in it. Where they differ, both are kept.
lms-new = As soon as you write, a copy of your answers is kept in the LMS.
lms-kept = A copy of your answers is in the LMS ({ $time }).
lms-partly = { $n ->
        [one] 1 answer doesn’t fit into the LMS.
       *[other] { $n } answers don’t fit into the LMS.
    } They are in this browser. To go on with them on another device, export your answers to a file and take it along. A copy of your other answers is in the LMS ({ $time }).
lms-which = What doesn’t fit
lms-more = and { $n } more
lms-failed = The LMS didn’t take the copy of your answers. They are in this browser, and it is tried again in a while.
lms-cut = The LMS had only part of your copy. What could be read of it is here again.
lms-absent = No LMS was found. Your answers stay in this browser only. Open the course from your LMS again.
lms-again = Look again
lms-return = Back to the LMS
lms-to-answers = Export your answers
lms-not-ours = The LMS has a copy that isn’t of this course. So that it isn’t lost, your answers aren’t copied to the LMS. They are in this browser.
lms-other-course = The LMS has a copy of another course. So that it isn’t lost, your answers aren’t copied to the LMS. They are in this browser.
lms-newer = The copy in the LMS was made by a newer edition of this course and can’t be read. So that it isn’t lost, your answers aren’t copied to the LMS. They are in this browser.
lms-damaged = The copy in the LMS is damaged and can’t be read. Your answers aren’t copied to the LMS yet. They are in this browser.
lms-replace = Replace it with the answers here
