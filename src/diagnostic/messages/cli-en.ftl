# What the command line says (English).

## Errors of the environment

error-read = { $path } can’t be read ({ $reason }).
    .hint = Check the name and the permissions.
error-write = { $path } can’t be written ({ $reason }).
    .hint = { $cause ->
        [space] The disk is full. Free some space, then run it again.
        [permission] You aren’t allowed to write there. Choose another folder, or change the permissions.
        [name] The name of the file or folder is too long for this disk. Shorten it, then run it again.
       *[other] Check the folder and the disk, then run it again.
    }
error-not-a-file = { $path } isn’t a regular file, so it can’t be read.
    .hint = Pipes, devices, sockets and folders can’t be read as files. Remove it or choose another name.
error-leads-outside = While it was being read, { $path } was replaced by a link to a hidden file or to a file outside.
    .hint = mitate stopped there and read nothing behind the link. Put the file itself there, then run the command again.
error-too-large = { $path } is larger than { $limit }, so it isn’t read.
    .hint = Make the file smaller, or keep it outside the course.
error-output-blocked = { $by ->
        [folder] { $path } is a folder, but the site needs a file there.
        [link] { $path } is a link, but the site needs a folder there.
        [foreign] { $path } isn’t from mitate, but the site needs a file of that name there.
        [change] { $path } has been changed since mitate wrote it, or mitate didn’t write it.
       *[file] { $path } is a file, but the site needs a folder there.
    }
    .hint = { $by ->
        [change] Someone may have filled it in, so nothing was written. Move it away, or choose another folder with --out.
       *[other] mitate didn’t create it, so it is unchanged, and nothing was written. Move it away, or choose another folder with --out.
    }
error-output-replaced = While the site was being written, { $path } was replaced by a link or by another folder.
    .hint = mitate stopped there and wrote nothing behind it. See what the folder is now, then build again. Let no other program move the output folder while mitate builds.
error-print = The results can’t be printed ({ $reason }).
    .hint = { $cause ->
        [space] The disk that the output goes to is full. Free some space, then run it again.
       *[other] Check where the output goes, then run it again.
    }
error-no-course = There is no course.yaml in { $path }.
    .hint = Add the name of the course’s folder. { $near ->
        [none] To create a new course: “mitate new FOLDER”.
       *[other] Did you mean “{ $near }”?
    }
error-foreign-output = The output folder { $path } contains files that mitate didn’t create.
    .hint = Choose another folder with --out. If its files may be overwritten, add --force.
error-other-output = The output folder { $path } contains { $contents ->
        [papers] papers that mitate paper wrote
       *[site] a site that mitate wrote
    }. Nothing was written, so that it isn’t lost.
    .hint = Choose another folder with --out.
error-other-course = The output folder { $path } contains what was made from another course (id: { $course }). Nothing was written, so that it isn’t lost.
    .hint = Make sure that this is the course you mean, and choose another folder with --out. If it can be replaced, delete { $path } first, or add --force to “build”.
error-not-for-answers = { $path } contains files that aren’t those of a site with gathered answers. They may be published, so the site isn’t written there.
    .hint = Choose a new folder with --out.
error-output-holds-course = The output folder { $path } contains the course or a part of it.
    .hint = Choose another folder with --out.
error-open-course = { $path } says “edition: open”: this course has a single edition, so --edition { $edition } can’t be used.
    .hint = Run the command without --edition. To keep what only facilitators may see out of the learners’ site, remove the line “edition: open”.
error-not-empty = { $path } isn’t empty.
    .hint = Choose a new name or an empty folder.
error-file-there = { $path } already exists.
    .hint = To replace it, add --force. To keep it, choose another name with --out.
error-bind = { $cause ->
        [used] Another program uses { $address }.
       *[other] The server can’t listen on { $address } ({ $reason }).
    }
    .hint = { $cause ->
        [used] If it’s another “mitate serve”, stop it there with Ctrl+C. To run both, choose another number, such as “--port 4001”.
       *[other] Choose another number, such as “--port 4001”.
    }
error-watch = mitate can’t watch the files for changes ({ $reason }).
    .hint = Stop it and start again. If it happens again, use “mitate build”.
error-unknown = { $what ->
        [code] There is no code “{ $name }”.
        [command] There is no command “{ $name }”.
        [kind] There is no kind “{ $name }”.
        [format] There is no format “{ $name }”.
        [paper] There are no papers of “{ $name }” in this edition.
       *[other] “{ $name }” is unknown.
    }
    .hint = { $what ->
        [code] { $known ->
            [none] “mitate explain” alone lists all of them.
           *[other] Did you mean “{ $known }”?
        }
        [paper] { $known ->
            [none] Forms, meetings, cases, sessions, exercises and modules have papers: give their ids.
           *[other] Did you mean “{ $known }”?
        }
       *[other] Choose from: { $known }
    }
error-course-above = There is no course.yaml in { $path }.
    .hint = The course is in { $above }, above it. Name the folder { $above }, or go there and run it again.
error-add = { $why ->
        [kind] Nothing of the kind “{ $name }” can be added.
        [exercise] There is no kind of exercise “{ $name }”.
        [no-kind] An exercise needs its kind (--kind).
        [not-exercise] “{ $name }” goes with exercises only.
        [id] “{ $name }” can’t be an id.
        [there] “{ $name }” already exists ({ $path }).
        [module] There is no module “{ $name }”.
        [no-module] There is no module named for the page “{ $name }”.
        [page] There is no page “{ $name }”, or more than one.
        [panel] “{ $name }” is no exercise in which information is weighed (concordance).
       *[glossary] The term can’t be added at the end of { "glossary.yaml" }.
    }
    .hint = { $why ->
        [kind] { $near ->
            [none] Choose from: { $known }
           *[other] Did you mean “{ $near }”? Choose from: { $known }
        }
        [exercise] { $near ->
            [none] Choose from: { $known }
           *[other] Did you mean “{ $near }”? Choose from: { $known }
        }
        [no-kind] Add, for example, “--kind choice”. Choose from: { $known }
        [not-exercise] Leave out “--kind” and “--on”.
        [id] { $near ->
            [none] Use small letters, digits and hyphens, and begin with a letter, such as “first-words”.
           *[other] You can use “{ $near }”: small letters, digits and hyphens, without a number in front.
        }
        [there] Nothing was changed. Choose another id, such as “{ $near }”.
        [module] { $near ->
            [none] Create it first: mitate add module { $name }. Modules: { $known }
           *[other] Did you mean “{ $near }”? To create a module, run “mitate add module { $name }” first.
        }
        [no-module] Write MODULE/{ $name }. Modules: { $known }. If there is none, run “mitate add module” first.
        [page] { $near ->
            [none] Write MODULE/PAGE. Pages: { $known }
           *[other] Did you mean “{ $near }”?
        }
        [panel] { $near ->
            [none] Add an exercise first: mitate add exercise { $name } --kind concordance. Exercises: { $known }
           *[other] Did you mean “{ $near }”?
        }
       *[glossary] It can be added if “terms:” is the last key of the file and each term begins with a line “- id:”. Write this among the terms yourself:
            { $text }
    }
error-rename = { $why ->
        [shape] “{ $name }” doesn’t say what to rename.
        [kind] Nothing of the kind “{ $name }” can be renamed.
        [nothing] There is no id here that can be changed.
        [missing] The course has no { $name }.
        [id] “{ $name }” can’t be an id.
        [taken] { $name } is already used, or was used before ({ $path }).
        [there] { $path } already exists.
        [module] A page can’t be moved out of its module “{ $name }”.
        [twice] Two files have the same id: { $path } and { $other }
        [unread] { $path } can’t be read, so it isn’t known what it names.
        [files] This editor can’t rename files along with texts.
       *[unclear] What is written in line { $line } of { $path } can’t be changed safely.
    }
    .hint = { $why ->
        [shape] Nothing was changed. Write the kind and the id, such as “case:first-meeting”.
        [kind] { $near ->
            [none] Nothing was changed. Choose from: { $known }
           *[other] Nothing was changed. Did you mean “{ $near }”? Choose from: { $known }
        }
        [nothing] Put the cursor on an id: after “case:” and the like, in “covers” and the like, or in the “id” of a term or an item. An id that is a file name is changed where it is referred to, or in a terminal with “mitate rename”.
        [missing] { $near ->
            [none] Nothing was changed. An id is the file’s name without the leading number and without “.md” or “.yaml”.
           *[other] Nothing was changed. Did you mean { $near }?
        }
        [id] { $near ->
            [none] Nothing was changed. Use small letters, digits and hyphens, and begin with a letter, such as “first-words”.
           *[other] Nothing was changed. You can use “{ $near }”: small letters, digits and hyphens, without a number in front.
        }
        [taken] Nothing was changed. Choose another id.
        [there] Nothing was changed. Choose another id, or move what is there.
        [module] Nothing was changed. Write only the part after “/” to rename the page within its module.
        [twice] Nothing was changed. Rename one of the files first.
        [unread] Nothing was changed. Fix what “mitate check” reports first.
        [files] Nothing was changed. Use “mitate rename” in a terminal.
       *[unclear] Nothing was changed. Write the id or the file name there as it is, then try again.
    }
error-internal = mitate failed because of a bug ({ $reason }).
    .hint = This is a mistake in mitate, not in your course. Please report the line above, and what you did, to the makers of mitate.
error-render-panicked = mitate failed because of a bug while it built { $path } ({ $reason }).
    .hint = Nothing was written; the site is unchanged. This is a mistake in mitate, not in your course. Please report the line above, and what you wrote last, to the makers of mitate.
error-foreign-file = { $path } already exists, and mitate didn’t create it.
    .hint = It is unchanged. Choose another name with --out, or move the file away.
error-file-is-folder = { $path } is a folder, but a package is a file.
    .hint = Add the file’s name: --out { $other }
error-file-in-course = { $path } is inside the course, where it would become a part of it.
    .hint = Write it outside the course: --out { $other }
error-file-busy = Another mitate is writing { $path }.
    .hint = Nothing was written. Wait until it has finished, then run it again.
error-packed-path-too-long = { $path } is { $length } characters long. Windows can’t unpack it: the limit in a package is { $limit }.
    .hint = Shorten the names of the course’s files and folders, or the id of the course if nobody uses it yet.

## Summaries

summary-check = { $count ->
        [0] No documents to check
        [one] 1 document checked
       *[other] { $count } documents checked
    } in { $time }: { $errors ->
        [0] no errors
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] 1 warning
       *[other] { $warnings } warnings
    }
summary-build = { $edition ->
        [facilitator] Facilitator’s edition (don’t publish it):
        [learner] Learner’s edition:
       *[open] Site:
    } { $count ->
        [one] 1 page
       *[other] { $count } pages
    } in { $path }, built in { $time }: { $written ->
        [0] no files written
        [one] 1 file written
       *[other] { $written } files written
    }, { $removed ->
        [0] none removed
       *[other] { $removed } removed
    }
summary-package = { $edition ->
        [facilitator] Facilitator’s edition (don’t publish it):
        [learner] Learner’s edition:
       *[open] Site:
    } { $count ->
        [one] 1 page
       *[other] { $count } pages
    } in { $path } ({ $size }), written in { $time }
capacity = What a learning management system holds: { $kind ->
        [cmi5] cmi5 sets no limit, and mitate stores at most { $room } characters.
       *[other] every one holds at least { $room } characters.
    } Short answers to all exercises and forms take { $together } characters; { $fitting } of { $works } fit, counted from the beginning of the course. If not all fit, the newest are held, and the learner is informed about the rest.
    Size of each (short answer: { $usual } characters in each field, { $few } rows in a table; long answer: { $long } characters, { $many } rows):
capacity-work = {"  "}{ $title }: short answer { $usual } characters, long answer { $long }
build-waiting = Another mitate is writing to { $path }. Waiting for it to finish.
summary-paper = { $edition ->
        [facilitator] Facilitator’s papers (don’t give them to learners):
        [learner] Learner’s papers:
       *[open] Papers:
    } { $count ->
        [one] 1 paper
       *[other] { $count } papers
    } in { $path }, made in { $time }: { $written ->
        [0] no files written
        [one] 1 file written
       *[other] { $written } files written
    }, { $removed ->
        [0] none removed
       *[other] { $removed } removed
    }
build-stopped = Stopped. { $path } is unchanged.
summary-nothing-written = { $errors ->
        [one] There is 1 error
       *[other] There are { $errors } errors
    }, so nothing was written. Fix the errors above and run again.

## Preview

serve-ready = Open { $url } in a browser. The page reloads when you save.
serve-edition = { $edition ->
        [facilitator] This is the facilitator’s edition. To see what learners see, use --edition learner.
        [learner] This is what learners see. For the facilitator’s edition, use --edition facilitator.
       *[open] There is a single edition (“edition: open” in course.yaml): everyone sees everything.
    }
serve-rebuilt = Rebuilt in { $time }.
serve-failed = { $errors ->
        [one] There is 1 error
       *[other] There are { $errors } errors
    }. The page won’t change until you fix the error and save.
serve-panic = mitate failed because of a bug ({ $reason }). The last good version is still shown.
serve-network = Everyone on this network can read the site, and the reports of what is wrong in it. Nobody can change it. Stop the server when you are done.
serve-not-opened = The browser can’t be opened. Open the address above yourself.
serve-stop = Press Ctrl+C to stop.

## Codes

explain-all = The codes of all messages. “mitate explain CODE” says more about one.

## A new course

new-made =
    A new course is in { $path }. To preview while you write, run:
    { $program } serve { $path }

## Progress

progress-read = Reading files
progress-check = Checking
progress-paper = Making papers ({ $count }/{ $total })
progress-render = Building pages ({ $count }/{ $total })

## Curriculum map

coverage-taught = Taught
coverage-practised = Practised
coverage-assessed = Assessed
coverage-none = Nothing covers it yet
coverage-summary = { $count } of { $n } syllabus items are covered.

## Reading papers back

read-between = {", "}
read-file = { $path }: { $count ->
        [0] no field is filled in
        [one] read 1 field of “{ $titles }”
       *[other] read { $count } fields of “{ $titles }”
    }{ $left ->
        [0] {""}
        [one] . 1 passage doesn’t belong to any field:
       *[other] . { $left } passages don’t belong to any field:
    }
read-older = This form is revision { $revision }, which is older than the course’s.
read-left = {"  "}{ $place }: { $words }
read-summary = { $count ->
        [0] There was no form to read.
       *[other] { $count ->
            [one] 1 file
           *[other] { $count } files
        }, { $refused ->
            [0] none refused
           *[other] { $refused } refused
        }; { $written ->
            [0] no answer file written.
            [one] 1 answer file written to { $path }.
           *[other] { $written } answer files written to { $path }.
        }
    }
read-wrong-course = The course has { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, so no form can be read. Fix the errors above, then run the command again.
read-place-paragraph = paragraph { $n }
read-place-cell = table { $table }, row { $row }, column { $column }
read-place-sheet = sheet “{ $sheet }”, cell { $cell }
read-place-box = text in a shape
read-place-header = header or footer
read-place-note = footnote
read-place-comment = comment
read-two-copies = “{ $title }” is also in { $other }, with other answers.
    .hint = Nothing was written, so that the answers of two people aren’t mixed. With a folder for --out, each form gets its own answer file.
read-link = This is a link, so it isn’t read.
    .hint = Put the file itself into the folder.
read-not-a-paper = This is neither a mitate form nor an answer file.
    .hint = Choose a file that was saved as .docx in Word or as .xlsx in Excel.
read-wrong-ending = This is a { $ending } form, but the file name ends differently.
    .hint = Rename the file so that it ends with { $ending }, then run the command again.
read-damaged = The file is damaged or incomplete ({ $what }).
    .hint = Ask the person to send it again, or open it in Word, Excel or LibreOffice and save it again.
read-encrypted = The file has a password, so it can’t be read.
    .hint = Open it in Word or Excel, remove the password and save it again.
read-old = The file is in an old format (.doc, .xls).
    .hint = Open it in Word or Excel and save it as .docx or .xlsx.
read-macro = The file contains a macro, so it isn’t opened.
    .hint = mitate’s forms have no macros. Find out who added it, and copy only the answers into a new form.
read-document-type = { $part } in this file has a document type declaration, which can load other files, so it isn’t opened.
    .hint = Word and Excel never write one. Ask the person which program they saved it with.
read-outside = The file loads another file, so it isn’t opened: { $address }
    .hint = Open it in Word or Excel, remove links to files (linked images, templates, references to other workbooks) and save it again.
read-too-large = { $what ->
        [bytes] The file is larger than { $limit } MB when it is unpacked, so it isn’t read.
        [files] The file contains more than { $limit } files, so it isn’t read.
        [cells] The file has more than { $limit } paragraphs or cells, so it isn’t read.
       *[levels] Tables in this file are nested more than { $limit } levels deep, so it isn’t read.
    }
    .hint = Copy only the answers into a new form.
read-other-course = This form belongs to another course ({ $course }).
    .hint = Name the folder of that course with --course.
read-no-form = The file doesn’t say which form it is.
    .hint = If it is a form of this course, check that its title and labels are still there. Or copy the answers into a new form.
read-unknown-form = This course has no form “{ $key }”.
    .hint = The form was removed, or the course is a different version. Name the folder of the course that the form was made from with --course.
read-twice = The file contains the same form more than once.
    .hint = It isn’t read, so that the answers of two people aren’t mixed. Save each form in its own file.
read-newer = This answer file is from a newer version of mitate.
    .hint = Update mitate, then run the command again.
read-malformed = This answer file isn’t as the published schema says: { $what }
    .hint = Export it again from “My answers” on the site.

## Gathering answers

progress-collect = Reading answer files ({ $count }/{ $total })
error-file-is-input = { $path } is one of the files to read.
    .hint = Nothing was written. Choose another name with --out.
collect-sheet = Answers
collect-wrong-course = The course has { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, so no answers can be gathered. Fix the errors above, then run the command again.
collect-nothing = { $count ->
        [0] There are no answer files.
        [one] The file has no answer for a row.
       *[other] The { $count } files have no answer for a row.
    } Nothing was written.
collect-summary = { $rows ->
        [one] 1 answer
       *[other] { $rows } answers
    } of { $people ->
        [one] 1 person
       *[other] { $people } people
    } written to { $path }. { $count ->
        [one] 1 file
       *[other] { $count } files
    }, { $refused ->
        [0] all read
        [one] 1 couldn’t be read
       *[other] { $refused } couldn’t be read
    }{ $older ->
        [0] {""}
        [one] ; 1 older file of the same person isn’t counted
       *[other] ; { $older } older files of the same people aren’t counted
    }.
collect-site-summary = The facilitators’ edition with the answers of { $people ->
        [one] 1 person
       *[other] { $people } people
    } written to { $path }. { $count ->
        [one] 1 file
       *[other] { $count } files
    }, { $refused ->
        [0] all read
        [one] 1 couldn’t be read
       *[other] { $refused } couldn’t be read
    }{ $older ->
        [0] {""}
        [one] ; 1 older file of the same person isn’t counted
       *[other] ; { $older } older files of the same people aren’t counted
    }.
collect-site-words = { $path } contains what participants wrote. Don’t publish it, and don’t give it to learners. Delete the folder when you have finished with it.
collect-site-withheld = { $count ->
        [one] 1 answer is
       *[other] { $count } answers are
    } in fields that ask for a name. The site doesn’t contain them.
collect-site-too-big = There are too many answers for one page in a browser.
    .hint = Gather them in parts, or count them as rows with --as ndjson.
collect-personal = { $count ->
        [one] 1 answer looks like it has
       *[other] { $count } answers look like they have
    } a living person’s data in them (a phone number, an email address, a street address …). Their rows have “personal” set to true. Check them before you show them to anyone.
collect-withheld = { $count ->
        [one] 1 answer is
       *[other] { $count } answers are
    } in fields that ask for a name. Their words aren’t written (rows with “withheld” set to true).
collect-cut = { $count ->
        [one] 1 text is
       *[other] { $count } texts are
    } longer than a cell of Excel, and cut off. To keep all of it, use --as ndjson or --as csv.
collect-too-many-rows = There are { $count } answers. A sheet of Excel has room for { $limit } rows.
    .hint = Use --as ndjson or --as csv.
collect-same-person = This is from the same person as { $other }, so it isn’t counted. Only the newest file of each person counts.
    .hint = If it is from someone else, ask them to export it again from “My answers” on the site.
collect-older = These answers are to revision { $theirs } of the course, which is now at { $ours }. They are counted with the others.
    .hint = Rows of fields that the course no longer has have “known” set to false, and the label from the file.
collect-newer-course = These answers are to revision { $theirs } of the course, but the course in --course is revision { $ours }. They are counted with the others.
    .hint = Name the folder of the newer course with --course, so that all fields have their labels.
collect-not-ours = This isn’t an answer file of mitate.
    .hint = Choose a file that was exported from “My answers” on the site. Its name ends with .mitate.json.
collect-empty = The file is empty.
    .hint = Ask the writer to export it again from “My answers” on the site.
collect-paper = This is a file for Word or Excel.
    .hint = If it is a filled form, make an answer file of it first: mitate read FORM.docx --out ANSWERS.mitate.json
collect-review = This is a review, not an answer file.
    .hint = Reviews aren’t counted. Choose answer files (.mitate.json).
collect-encoding = The file isn’t saved as UTF-8 (perhaps as UTF-16).
    .hint = Use the file as it was exported. Or open it in an editor and save it as UTF-8.
collect-newer = This answer file is from a newer version of mitate.
    .hint = Update mitate, then run the command again.
collect-truncated = The file is cut off here.
    .hint = It may have been copied incompletely. Ask for the file again.
collect-unreadable = Here the file isn’t in the form of an answer file.
    .hint = If it was edited by hand, undo that. Otherwise ask the writer to export it again from “My answers” on the site.
collect-malformed = This answer file isn’t as the published schema says: { $what }
    .hint = Ask the writer to export it again from “My answers” on the site.
collect-other-course = These answers are to another course, “{ $title }”. This gathers answers to “{ $ours }”.
    .hint = To gather the answers to that course, name its folder with --course.
collect-link = This is a link, so it isn’t read.
    .hint = Put the file itself into this folder.
collect-changed = The file changed while it was read. The answers of this person are missing.
    .hint = Make sure that nothing writes the file, then run the command again.

## Importing handouts

read-place-line = line { $n }
import-file = { $path } is now { $target }.{ $total ->
        [0] {""}
        [one] {" "}It has 1 image.
       *[other] {" "}It has { $total } images.
    }{ $left ->
        [0] {""}
        [one] {" "}1 thing couldn’t be imported as it was:
       *[other] {" "}{ $left } things couldn’t be imported as they were:
    }
import-left = { "  " }{ $place }: { $said }
import-left-comment = comments aren’t imported: { $words }
import-left-deleted = deleted in tracked changes: { $words }
import-left-hidden = text that isn’t shown: { $words }
import-left-header = text at the top or bottom of the paper: { $words }
import-left-contents = the site makes its own contents: { $words }
import-left-picture = image that can’t be imported (insert it as PNG or JPEG): { $words }
import-left-form-picture = image, which forms can’t have (import it as a page to keep it): { $words }
import-left-formula = only the words of a formula are in the text: { $words }
import-left-field = unknown field: { $words }
import-left-symbol = character of a symbol font: { $words }
import-left-drawing = words in a shape or chart: { $words }
import-left-prompt = prompt or options of a control: { $words }
import-left-merged = merged cells are divided: words are repeated in rows, and in the first of the columns
import-left-nested = a table within a table is now below the outer one
import-left-page-break = page breaks aren’t needed on a page ({ $words })
import-left-sheet = hidden sheet: { $words }
import-left-not-a-field = words that belong to no field: { $words }
import-left-key = setting that pages don’t have: { $words }
import-left-tag = HTML that pages can’t have: { $words }
import-left-shortcode = markup of another program: { $words }
import-left-link = link address removed: { $words }
import-left-embedded = another file within the file: { $words }
import-summary = { $count ->
        [one] 1 file imported.
       *[other] { $count } files imported.
    } { $errors ->
        [0] { $warnings ->
            [0] There is nothing to fix.
            [one] There is 1 thing to look at: see above.
           *[other] There are { $warnings } things to look at: see above.
        }
        [one] Before you can build the site, there is 1 thing to fix: see above.
       *[other] Before you can build the site, there are { $errors } things to fix: see above.
    }
import-nothing = { $count ->
        [one] 1 file can’t be read, so nothing was written.
       *[other] { $count } files can’t be read, so nothing was written.
    }
import-not-a-handout = This isn’t a Word (.docx), Excel (.xlsx) or Markdown (.md) file.
    .hint = Open it in the program that made it, and save it as .docx or .xlsx. PDF can’t be imported.
import-not-utf8 = Line { $line } isn’t UTF-8.
    .hint = Open the file in an editor and save it as UTF-8.
import-no-form = Markdown can’t become a form.
    .hint = Use --as page, or a Word or Excel file.
import-no-field = There is nothing to fill in (blank cells, lines, □), so there is no form to propose.
    .hint = For a text to read, use --as page.

## Panels

panel-wrong-course = The course has { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, so no panel can be made. Fix the errors above, then run the command again.
panel-nothing = { $count ->
        [0] There are no answer files.
        [one] The file has no compared answer to an exercise of the kind concordance.
       *[other] The { $count } files have no compared answer to an exercise of the kind concordance.
    } Nothing was written.
panel-unasked = { $id }: the exercise doesn’t ask for consent, so nothing was taken. Add a field with kind: consent to it, and ask practitioners to do it again.
panel-without-consent = { $id }: { $without ->
        [one] the answers of 1 person were
       *[other] the answers of { $without } people were
    } not taken, because they didn’t consent.
panel-unchanged = { $id }: no new answers. The panel stays as it is.
panel-has-example = { $id }: { $path } is an example by the authors. Collected answers aren’t mixed with it. Delete the file, then run the command again.
panel-too-few = { $id }: { $people ->
        [0] no one has
        [one] 1 person has
       *[other] { $people } people have
    } answered with consent. A panel needs at least { $least }. Nothing was written.
panel-other-form = { $id }: { $path } doesn’t end with a list of people, so no one can be added. Move “people” to the end of the file, each person on lines of their own.
panel-personal = { $id }: { $personal ->
        [one] 1 reason looks like it has
       *[other] { $personal } reasons look like they have
    } personal data, so they are left out. The weights are kept. Read the answer files, and write the reasons into the panel in other words.
panel-summary = { $id }: { $added ->
        [one] 1 person
       *[other] { $added } people
    } added to { $path }, which now has { $people }. Read every reason before you publish it.

## What an office asks

summary-evidence = Written to { $path }. Look at the lines “not verified” and “not done” before you hand it over.
evidence-results-broken = This can’t be read as results of checks ({ $what }).
    .hint = “mitate schema accessibility” prints what such a file looks like.
evidence-results-wrong = In the results, { $what } doesn’t have the right form.
    .hint = “mitate schema accessibility” prints the form. Names are ASCII letters, digits and a few signs; a judgement such as “compliant” is refused.
evidence-results-other = These results are for another site. The evidence says “not done”.
    .hint = The hash of this site is { $hash }. Build this version, and check it again.

## mitate add
add-made = Added { $path }.
add-changed = Added to the end of { $path }.
add-place = To show the exercise on a page, write these three lines there (--on does that at the end of a page).
    ```exercise
    { $id }
    ```

## mitate rename
rename-changed = Changed { $path }.
rename-moved = Renamed { $path } to { $new }.
rename-kept = The old id “{ $id }” stays in the file as “was”. As long as it is there, answers that were written under it are found.

## Talking with editors

desk-replace = Change to “{ $text }”
desk-remove = Remove
