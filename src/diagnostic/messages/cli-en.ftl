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
    .hint = Add the course’s folder, as in “mitate check FOLDER”. To create a new course: “mitate new FOLDER”.
error-foreign-output = The output folder { $path } contains files that mitate didn’t create.
    .hint = Choose another folder with --out. If its files may be overwritten, add --force.
error-output-holds-course = The output folder { $path } contains the course or a part of it.
    .hint = Choose another folder with --out.
error-open-course = { $path } says “edition: open”: this course has a single edition, so --edition { $edition } can’t be used.
    .hint = Run the command without --edition. To keep what only facilitators may see out of the learners’ site, remove the line “edition: open”.
error-not-empty = { $path } isn’t empty.
    .hint = Choose a new name or an empty folder.
error-bind = The server can’t listen on { $address } ({ $reason }).
    .hint = The port may be in use. Choose another, such as --port 4001.
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
error-internal = mitate failed because of a bug ({ $reason }).
    .hint = This is a mistake in mitate, not in your course. Please report the line above, and what you did, to the makers of mitate.
error-render-panicked = mitate failed because of a bug while it built { $path } ({ $reason }).
    .hint = Nothing was written; the site is unchanged. This is a mistake in mitate, not in your course. Please report the line above, and what you wrote last, to the makers of mitate.
error-foreign-file = { $path } already exists, and mitate didn’t create it.
    .hint = It is unchanged. Choose another name with --out, or move the file away.
error-file-is-folder = { $path } is a folder, but a package is a file.
    .hint = Add the file’s name: --out { $other }
error-file-in-course = { $path } is inside the course, where the package would become a part of it.
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
    mitate serve { $path }

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
