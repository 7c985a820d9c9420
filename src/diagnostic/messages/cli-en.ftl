# What the command line says (English).

## When it cannot go on

error-read = { $path } cannot be read ({ $reason }).
    .hint = Check the name, and whether you may read it.
error-write = { $path } cannot be written ({ $reason }).
    .hint = { $cause ->
        [space] The disk is full. Free some space, then run it again.
        [permission] You may not write there. Choose another folder, or change the permissions.
        [name] The name of the file or folder is too long for this disk. Shorten it, then run it again.
       *[other] Check the folder and the disk, then run it again.
    }
error-not-a-file = { $path } is not a regular file, so it cannot be read.
    .hint = Pipes, devices, sockets and folders cannot be read as files. Remove it or choose another name.
error-too-large = { $path } is larger than { $limit }, so it is not read.
    .hint = Make the file smaller, or keep it outside the course.
error-output-blocked = { $by ->
        [folder] { $path } is a folder, but the site needs a file there.
        [link] { $path } is a link, but the site needs a folder there.
       *[file] { $path } is a file, but the site needs a folder there.
    }
    .hint = mitate did not write it, so it was left alone, and nothing was written. Move it away, or choose another folder with --out.
error-print = The results cannot be printed ({ $reason }).
    .hint = { $cause ->
        [space] The disk that the output goes to is full. Free some space, then run it again.
       *[other] Check where the output goes, then run it again.
    }
error-no-course = There is no course.yaml in { $path }.
    .hint = Name the course's folder, as in “mitate check FOLDER”. To make a new course: “mitate new FOLDER”.
error-foreign-output = The output folder { $path } holds files that mitate did not make.
    .hint = Choose another folder with --out. If its files may be overwritten, add --force.
error-output-holds-course = The output folder { $path } holds the course itself, or a part of it.
    .hint = Choose another folder with --out.
error-not-empty = { $path } is not empty.
    .hint = Choose a new name or an empty folder.
error-bind = The server cannot listen on { $address } ({ $reason }).
    .hint = The port may be in use. Choose another, such as --port 4001.
error-watch = Changes of files cannot be watched ({ $reason }).
    .hint = Stop and start again. If it happens again, use “mitate build”.
error-unknown = { $what ->
        [code] There is no code “{ $name }”.
        [kind] There is no kind “{ $name }”.
        [format] There is no format “{ $name }”.
       *[other] “{ $name }” is not known.
    }
    .hint = { $what ->
        [code] { $known ->
            [none] “mitate explain” alone lists all of them.
           *[other] Did you mean “{ $known }”?
        }
       *[other] Choose from: { $known }
    }
error-course-above = There is no course.yaml in { $path }.
    .hint = The course is in { $above }, above it. Name the folder { $above }, or go there and run it again.
error-internal = Something went wrong inside mitate ({ $reason }).
    .hint = This is a fault of mitate, not of your course. Please send the line above, and what you did, to the people who make mitate.
error-render-panicked = Something went wrong inside mitate while it made { $path } ({ $reason }).
    .hint = Nothing was written; the site is as it was. This is a fault of mitate, not of your course. Please send the line above, and what you wrote last, to the people who make mitate.

## Sums

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
summary-build = { $count ->
        [one] 1 page
       *[other] { $count } pages
    } in { $path }, made in { $time }: { $written ->
        [0] no files written
        [one] 1 file written
       *[other] { $written } files written
    }, { $removed ->
        [0] none removed
       *[other] { $removed } removed
    }
build-waiting = Another mitate is writing to { $path }. Waiting until it has finished.
build-stopped = Stopped. { $path } is as it was.
summary-nothing-written = { $errors ->
        [one] There is 1 error
       *[other] There are { $errors } errors
    }, so nothing was written. Fix the errors above and run again.

## Writing with the page in view

serve-ready = Open { $url } in a browser. The page reloads when you save.
serve-rebuilt = Rebuilt in { $time }.
serve-failed = { $errors ->
        [one] There is 1 error
       *[other] There are { $errors } errors
    }. The page won't change until you fix the error and save.
serve-panic = Something went wrong inside mitate ({ $reason }). The last good site stays.
serve-stop = Press Ctrl+C to stop.

## Codes

explain-all = The codes of all messages. “mitate explain CODE” says more about one.

## A new course

new-made =
    A new course is in { $path }. To preview while you write, run:
    mitate serve { $path }

## On the way

progress-read = Reading files
progress-check = Checking
progress-render = Making pages ({ $count }/{ $total })

## Curriculum map

coverage-taught = Taught
coverage-practised = Practised
coverage-assessed = Assessed
coverage-none = Nothing covers it yet
coverage-summary = { $count } of { $n } syllabus items are covered.
