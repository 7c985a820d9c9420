# What is reported to authors (English). For each code: what is wrong; .hint how to fix it; .why the reason for the check; .bad an example that triggers it; .good the same example, fixed.

error = error
warning = warning
fix = fix
related-here = first used here
did-you-mean = Did you mean “{ $suggestion }”?
did-you-mean-alike =
    Did you mean “{ $suggestion }”? It looks the same, but one character differs (now { $alike ->
        [none] none
       *[other] { $alike }
    }, right { $unlike ->
        [none] none
       *[other] { $unlike }
    }).
explain-bad = Wrong
explain-good = Right

## Reading files

not-utf8 = Line { $line } contains a character that isn’t valid UTF-8.
    .hint = Save the file again with the encoding “UTF-8”.
    .why =
        The files of a course are in UTF-8, so that they open the same on every computer.
        A file saved in another encoding, such as Shift_JIS, shows wrong characters on other computers and on the published site.
        Guessing the unreadable characters could change the words of a case, so nothing is guessed.
    .bad = cases/morning-classroom.md saved as Shift_JIS
    .good = cases/morning-classroom.md saved as UTF-8

symlink-outside = { $why ->
        [hidden] This is a link (symlink) to a hidden file ({ $target }).
        [gone] This is a link (symlink) to something that doesn’t exist ({ $target }).
        [folder] This is a link (symlink) to a folder ({ $target }). Folders behind links aren’t read.
       *[outside] This is a link (symlink) to a file outside the course ({ $target }).
    }
    .hint = { $why ->
        [gone] Remove the link, or copy the file itself to this place.
        [folder] Remove the link, and copy the files that you need into the course’s folder.
       *[outside] Remove the link, and copy the file itself into the course’s folder.
    }
    .why =
        A course is shared as a folder and opened on other computers.
        A link to a file outside the course breaks when the folder is moved.
        It could also publish a file that was never meant to be published.
    .bad = images/flow.png → /home/a/Desktop/flow.png
    .good = images/flow.png (the file itself)

hidden-folder = The folder “{ $folder }” has the mark of a site that mitate built (.mitate-manifest.json), so the texts in it aren’t read.
    .hint = If it is part of the course, delete this .mitate-manifest.json. If it is a site, move the texts (.md, .yaml) out of it.
    .why =
        mitate skips a folder with this mark: it is one of its own sites.
        If files of a site are copied into the course, the mark comes with them, and the pages of that folder seem to vanish.
    .bad = modules/01-start/.mitate-manifest.json and modules/01-start/index.md
    .good = modules/01-start/index.md

not-a-file = This is a pipe, a device or a socket, not a file.
    .hint = Remove it from the course’s folder, or replace it with a file.
    .why =
        Reading a pipe or a device may never end.
        Only regular files are part of a course.
    .bad = modules/01-start/10-setting.md, created with mkfifo
    .good = modules/01-start/10-setting.md, saved by an editor

file-too-large = This file is too large ({ $size }; at most { $limit }).
    .hint = Make it smaller: divide a text, save an image with fewer pixels, shorten a recording. Put a large recording on a server of your own, and link to its address.
    .why =
        Learners open a course on phones and slow networks, and many web servers refuse files above 100 MB.
        The limit is 5 MB for Markdown, YAML and SVG files, and 100 MB for all other files.
    .bad = files/interview.mp4 (1.2 GB)
    .good = files/interview.mp3 (12 MB)

unsafe-svg = Line { $line } of this SVG image { $kind ->
        [script] runs a script (“{ $name }”)
        [page] shows a web page (“{ $name }”)
        [encoding] says that its encoding is “{ $name }”
       *[outside] refers to something outside the image (“{ $name }”)
    }.
    .hint = { $kind ->
        [encoding] Save it in UTF-8.
        [outside] Embed what it refers to, or save the image as PNG.
       *[other] Remove it: most drawing programs have “Plain SVG” or “Optimised SVG” among the formats to save in. Or save the image as PNG.
    }
    .why =
        A script in an image could read what learners wrote. A reference to another server shows that server who reads the page.
        A course works offline, and nothing leaves the learner’s computer.
    .bad = <svg …><script>…</script></svg>
    .good = <svg …><rect …/></svg>

## YAML and front matter

yaml-syntax = { $cause ->
        [tab] A tab is used for indentation.
        [unclosed] A bracket or quotation mark is opened and never closed.
        [indent] The indentation of this line doesn’t fit its neighbours.
        [colon] It is unclear what the colon here means.
        [alias] A value that begins with * or & can’t be read.
        [deep] This is nested too deeply to be read.
        [merge] Merging with << isn’t possible.
        [wide-colon] The colon after the key is full-width.
        [colon-blank] There is no space after the key’s colon.
        [wide-blank] There is a full-width space here.
        [wide-indent] The line is indented with full-width spaces.
        [dash-blank] There is no space after the - of this item.
        [wide-dash] The hyphen of this item is full-width.
        [quote] The special characters in this value give it another meaning in YAML.
        [wide-comma] The comma inside the braces is full-width.
        [wide-brace] These braces are full-width.
        [comma-missing] There is no half-width comma between two keys in braces.
        [block-words] Words of the value follow the sign | or > on the same line.
        [escape] The backslash in a value between double quotation marks is read as a special character.
        [below] This line isn’t read as the value of the key above.
        [goes-on] This line has no key, and isn’t read as part of the value above.
        [colon-missing] There is no colon after the key.
        [documents] A line --- or ... divides the file into two.
       *[other] This line can’t be read as YAML.
    }
    .hint = { $cause ->
        [tab] Delete the tab and use spaces: as many as the line above has, or two more inside of it.
        [unclosed] Close every { "[" }, { "{" }, " and ' at the end of the same value.
        [indent] Start lines of the same level with the same number of spaces.
        [colon] Write a colon and one space after the key. Put a value that contains “: ” between " and ".
        [alias] Put the whole value between " and ".
        [deep] Use fewer levels. If this is a text that begins with a character such as { "[" }, put the whole text between " and ".
        [merge] Write out the shared part wherever it is needed.
        [wide-colon] Write a half-width : and one space.
        [colon-blank] Write one space after the colon.
        [wide-blank] Write a half-width space.
        [wide-indent] Indent with half-width spaces, two for each level.
        [dash-blank] Write one space after the hyphen.
        [wide-dash] Write a half-width hyphen and one space.
        [quote] Put the whole value in quotation marks: { $fix }
        [wide-comma] Write a half-width comma and one space.
        [wide-brace] Use half-width { "{" } and { "}" }.
        [comma-missing] Put a comma and a space between them.
        [block-words] Start a new line after | or >, and indent the words there. If one line is enough, remove the sign.
        [escape] Put the whole value between single quotation marks: “{ $fix }”.
        [below] Start the line with two more spaces, and every line of the value with it.
        [goes-on] If it belongs to the value above, join the two lines. Otherwise start it with a key and a colon.
        [colon-missing] Put a colon and a space after the key.
        [documents] Remove this line. Put the other part into a file of its own.
       *[other] Align it with the lines around it, put a space after the colon, and put a value that begins with a special character between " and ".
    }
    .why =
        Titles and lists are written as “key: value” (YAML).
        With a wrong space, or a colon without a space, it is unclear where a value ends.
        A wrong guess could remove a stage or a field without a message, so the error is reported instead.
    .bad =
        title: Practising the interview: the first five minutes
        summary: How to greet
    .good =
        title: "Practising the interview: the first five minutes"
        summary: How to greet

no-front-matter = The file doesn’t begin with settings between two lines of ---.
    .hint = { $what ->
        [nearly] Make this line and the line that ends the front matter “---” and nothing else. Write “key: value” on the lines between them.
       *[none] At the very top, write a line ---, a line “title: …”, and another line ---.
    }
    .why =
        A page’s title and the syllabus items that it teaches are at the top, between two lines of ---.
        Without a title, the page can’t be listed. A page that begins with “# Title” needs no settings: the heading is its title.
        The first --- must be the first line of the file. Not even an empty line can come before it.
    .bad =
        ## The first meeting

        What do you look for on the first day?
    .good =
        ---
        title: The first meeting
        ---
        What do you look for on the first day?

unclosed-front-matter = The settings at the top don’t end with a second line of ---.
    .hint = { $what ->
        [nearly] Make the line that ends the front matter “---”, from the beginning of the line, and nothing else.
       *[none] Add a line with only --- after the last setting.
    }
    .why =
        The settings at the top end with a line that contains only ---.
        Without this line, it is unclear where the text begins, and all of it would be read as settings.
    .bad =
        ---
        title: The first meeting

        What do you look for on the first day?
    .good =
        ---
        title: The first meeting
        ---
        What do you look for on the first day?

duplicate-key = “{ $key }” is written twice.
    .hint = Delete one of the two. If you need what both say, write it under one “{ $key }”.
    .why =
        If a key occurs twice, it is unclear which of the two counts.
        Often an old line was left behind when a new one was copied in.
    .bad =
        title: First interview
        summary: The first half hour
        title: Meeting for the first time
    .good =
        title: Meeting for the first time
        summary: The first half hour

unknown-key = There is no key “{ $key }”.
    .hint = { $what ->
        [file-id] The id is the name of the file. Delete this line. To change the id, rename the file.
        [comma] Within { "{ }" } a comma ends a value. If these words belong to the text before the comma, put the whole text in "double quotes". If they are a key, write one of: { $known }.
       *[key] Allowed keys: { $known }.
    }
    .why =
        A misspelt key would be ignored, along with everything under it.
        You wouldn’t know why your words don’t appear.
        So every unknown key is reported.
    .bad =
        title: Homeroom teacher
        sumary: The one who sees the pupil every day.
    .good =
        title: Homeroom teacher
        summary: The one who sees the pupil every day.

missing-key = “{ $key }” is missing.
    .hint = { $place ->
        [braces] Add “, { $key }: ” and its value between { "{" } and { "}" }.
       *[lines] Add a line “{ $key }: ” here, with its value.
    }
    .why =
        Only essential keys are required.
        Without a title, a page can’t be listed; without an id, an answer can’t be stored.
    .bad =
        terms:
          - id: rapport
            term: rapport
    .good =
        terms:
          - id: rapport
            term: rapport
            definition: Trust in each other that makes it safe to talk.

empty-value = { $expected ->
        [list] The list is empty.
        [map] There is nothing under this key.
        [bool] true or false is missing.
        [integer] The number is missing.
        [count] The number is missing.
       *[text] The value is empty.
    }
    .hint = { $expected ->
        [list] Write lines that begin with “- ” below it. If you don’t need the list, delete the line.
        [map] Write indented “key: value” lines below it. If you don’t need it, delete the line.
        [bool] Write true or false after the colon.
        [integer] Write a number after the colon.
        [count] Write a number after the colon.
       *[text] Write the value after the colon or hyphen. If you don’t need it, delete the whole line.
    }
    .why =
        A key without a value was nearly always started and forgotten.
        It would publish cards without a title and empty boxes.
    .bad =
        title: Homeroom teacher
        summary:
    .good =
        title: Homeroom teacher
        summary: The one who sees the pupil every day.

wrong-type = { $expected ->
        [record] A value with keys belongs here, not { $found ->
            [text] text alone
            [bool] true or false
           *[number] a number
        }.
        [map] “key: value” lines belong here, not { $found ->
            [list] a list
            [text] text alone
            [bool] true or false
            [integer] a number
            [number] a number
           *[map] this
        }.
        [list] A list belongs here, not { $found ->
            [map] “key: value” lines
            [text] text alone
            [bool] true or false
            [integer] a number
            [number] a number
           *[list] this
        }.
        [bool] true or false belongs here, not { $found ->
            [map] “key: value” lines
            [list] a list
            [text] text
            [integer] a number
            [number] a number
           *[bool] this
        }.
        [integer] A whole number belongs here, not { $found ->
            [map] “key: value” lines
            [list] a list
            [text] text
            [bool] true or false
            [number] a fraction
           *[integer] such a large number
        }.
        [count] A whole number of 0 or more belongs here, not { $found ->
            [map] “key: value” lines
            [list] a list
            [text] text
            [bool] true or false
            [number] a fraction
           *[integer] a negative or very large number
        }.
       *[text] One piece of text belongs here, not { $found ->
            [map] “key: value” lines
            [list] a list
           *[text] this
        }.
    }
    .hint = { $expected ->
        [record] Write it with its keys, such as “{ $fix }”. In a list, give each item another id.
        [map] Write indented “key: value” lines below it.
        [list] Write lines that begin with “- ” below it, or { $fix } on the same line.
        [bool] Write true or false, without quotation marks.
        [integer] Write digits without a unit, such as 5 or -1.
        [count] Write digits without a unit, such as 15.
       *[text] Write one value after the colon. Put it between " and " if it begins with { "[" } or { "{" } or contains “: ”.
    }
    .why =
        How a value is written decides whether it is text, a number, a list or “key: value” lines.
        “15 minutes” is text, so it can’t be added up.
        A wrong guess would put wrong values into the page.
    .bad =
        minutes: 15 minutes
        covers: biestek-7
    .good =
        minutes: 15
        covers: { "[" }biestek-7]

unknown-value = “{ $value }” isn’t allowed here.
    .hint = Use one of: { $known }.
    .why =
        Some keys allow only a few words. The word decides how a page, a field or a diagram is built.
        With an unknown word, the page would show something other than you intended.
    .bad =
        id: date
        kind: calendar
        label: Day of the interview
    .good =
        id: date
        kind: date
        label: Day of the interview

value-cut = { $what ->
        [name] “{ $found }” is read as the name or the type of the value and isn’t shown.
        [name-alone] “{ $found }” is read as the name or the type of the value and isn’t shown.
       *[value] “{ $found }” is read as a comment and isn’t shown.
    }
    .hint = { $what ->
        [name-alone] Remove “{ $found }”.
        [comment] For a comment, write a space after #: { $fix } For words to be shown, write them on the next lines.
       *[value] Put the whole value in quotation marks: { $fix }
    }
    .why =
        In YAML, everything after a space and # is a comment.
        It is easy to miss that words such as “#2” aren’t on the page.
        For a comment, write a space after #.
    .bad = title: Interview #2 after the silence
    .good = title: "Interview #2 after the silence"

folded-value = The value continues on the next line, so a space appears before “{ $found }”.
    .hint = Write it on one line, or write “key: |” and indent the lines below it. Blank lines separate paragraphs.
    .why =
        YAML joins the lines of a value with spaces. Japanese has no spaces between words, so the space shows inside a sentence.
        With |, line breaks and blank lines are kept.
    .bad =
        summary: 一行目の文は、
          二行目に続きます。
    .good =
        summary: |
          一行目の文は、
          二行目に続きます。

shown-quotes = These quotation marks are part of the value and are shown ({ $found }).
    .hint = Use straight quotation marks: { $fix }
    .why =
        Only straight " and ' can enclose a value.
        The quotation marks of a word processor would be shown in titles and options.
    .bad = title: “声”
    .good = title: "声"

plain-markup = Markdown has no effect here, so its characters are shown ({ $found }).
    .hint = Remove these characters and write words only.
    .why =
        Titles also appear in lists, in browser tabs and in the margins of printed pages.
        The characters for emphasis or ruby would be shown there as they are.
    .bad = title: The **beginning**
    .good = title: The beginning

marked-answer = The answer contains Markdown ({ $found }). Every right answer would count as wrong.
    .hint = Remove the Markdown and write only the words that learners will write.
    .why =
        What learners write is compared with these words letter by letter.
        Learners write no Markdown, so their answers would never match.
    .bad = answers: ["**rapport**"]
    .good = answers: [rapport]

invalid-id = “{ $id }” can’t be an id.
    .hint = Use only lower-case letters a–z, digits and hyphens, at most 60 of them, such as morning-classroom. The same applies to file names.
    .why =
        Ids are used in links, page addresses and saved answers.
        Computers and servers treat capitals, spaces and other scripts differently, which breaks links.
        Readers see the “title”, so a short plain id is enough.
    .bad =
        id: First Interview
        title: First interview
    .good =
        id: first-interview
        title: First interview

## Text (Markdown)

heading-one = A heading in the text has a single #.
    .hint = Write ## instead. The page’s title is taken from “title” at the top.
    .why =
        A heading with one # is the title of the whole page.
        The page already has its title from “title”. With a second one, people who use a screen reader hear two pages in one.
    .bad =
        # The first meeting

        What do you look for on the first day?
    .good =
        ## The first meeting

        What do you look for on the first day?

heading-jump = A heading of level { $to } follows a heading of level { $from }.
    .hint = Use at most one # more than the heading above. The title counts as #, so the first heading of a text has ##.
    .why =
        The table of contents is made from heading levels, and people who use a screen reader move by them.
        If a level is skipped, it sounds as if something is missing.
        Please keep the order even if you only want smaller letters.
    .bad =
        ## Before listening

        #### Making the room ready
    .good =
        ## Before listening

        ### Making the room ready

duplicate-anchor = Two headings of this text have the id “{ $anchor }”.
    .hint = Replace { "{" }#{ $anchor }{ "}" } in one of them with another name.
    .why =
        Links lead to the id of a heading.
        If two ids are the same, no link can reach the second heading.
        In a case, the id marks a stage, so quoted evidence would point to the wrong place.
    .bad =
        ## What happened { "{" }#incident{ "}" }

        ## At school { "{" }#incident{ "}" }
    .good =
        ## What happened { "{" }#incident{ "}" }

        ## At school { "{" }#school{ "}" }

missing-alt = The image “{ $path }” has no alt text.
    .hint = Between ![ and ], write one sentence for people who can’t see the image.
    .why =
        The alt text is all that readers get if they listen to the page or the image doesn’t load.
        Describe what the image shows; “Figure 1” isn’t enough.
    .bad = Look at this figure. ![](../../images/flow.png)
    .good = Look at this figure. ![Arrows lead from the one who was asked to three people at school](../../images/flow.png)

raw-html = This HTML tag can’t be used in the text ({ $html }).
    .hint = { $twin ->
        [break] For a line break in a paragraph or in a table’s cell, write “<br>” with nothing else in it. A new paragraph begins after a blank line. A heading is one line.
        [strong] Write “**words**” for bold; use it instead of underlining and colours too.
        [emphasis] Write “*words*” for emphasis.
        [strike] Write “~~words~~” to strike words out.
        [table] Write a table as a row “| scene | support |”, a row “|---|---|”, and the other rows.
        [list] Start each item with “- ” or “1. ”.
        [heading] Start a heading with “## ”.
        [image] Write an image as “![what it shows](../images/seat.png)”.
        [link] Write a link as “{ "[" }text](20-facts.md)”.
        [ruby] Write ruby as “｜word《reading》”.
        [rule] Write “---” between blank lines for a dividing line.
        [code] Put code between ` and `.
        [quote] Start the lines of a quotation with “> ”.
        [alert] Write “> { "[" }!NOTE]”, and start the lines below it with “> ”.
        [plain] Remove the tags and keep the words.
       *[other] Write **words** for bold, ｜word《reading》 for ruby, > { "[" }!NOTE] for a box. To show a tag as text, put it between ` and `.
    }
    .why =
        HTML that looks right on your screen may break on paper, in a screen reader or in search.
        A tag copied from another site may even track readers.
        Markdown and the few additions of mitate cover what a course needs.
    .bad = Give the words back <u>as they were</u>.
    .good = Give the words back **as they were**.

undefined-footnote = The footnote [^{ $name }] has no text.
    .hint = At the end, after an empty line, write “[^{ $name }]: ” and the note.
    .why =
        A footnote mark without a note is shown as plain characters.
        If the note names a source, readers can’t find it.
    .bad = The light of the room matters as well[^room].
    .good =
        The light of the room matters as well[^room].

        { "[" }^room]: Some people suffer from glare.

unused-footnote = Nothing in the text refers to the footnote [^{ $name }].
    .hint = Write [^{ $name }] directly after the words that it belongs to, or delete the footnote.
    .why =
        A footnote that nothing refers to isn’t shown.
        Perhaps its mark was deleted in an edit, or the two names differ.
    .bad =
        The light of the room matters as well.

        { "[" }^room]: Some people suffer from glare.
    .good =
        The light of the room matters as well[^room].

        { "[" }^room]: Some people suffer from glare.

unsafe-link = This link isn’t allowed ({ $url }).
    .hint = Write an address that begins with https://, or the path of a file in the course.
    .why =
        A link that begins with javascript: or data: can run an unknown program in the reader’s browser.
        A link that begins with file: points to your own computer, so nobody else can open it.
    .bad = See [this example](file:///C:/Users/a/example.pdf).
    .good = See [this example](../../files/example.pdf).

remote-image = This image would be loaded from another site ({ $url }).
    .hint = Save it in the folder images and write ![what it shows](../../images/name.png).
    .why =
        An image on another site doesn’t load without a network, or after the other site removes it.
        The other site also learns who reads the page, and when.
        Make sure that you are allowed to use the image, and save it in the course.
    .bad = This is the room. ![Desk and chairs](https://example.com/room.png)
    .good = This is the room. ![Desk and chairs](../../images/room.png)

words-lost = { $what ->
        [cells] This row has more cells than the table has columns ({ $fix }). The extra cells aren’t shown.
        [term-in-cell] The | inside the term divides the cell. The words after it aren’t shown.
        [exercise] “{ $found }” doesn’t start an exercise. The exercise disappears from the page.
        [indented-fence] The spaces before this line keep it from starting an exercise or a block.
        [fence-wide] A full-width ｀ doesn’t start an exercise or a block.
        [fence] The block that starts here is never closed. Everything after it is treated as code.
        [braces] The words between the braces aren’t shown in the heading.
        [link-title] The words in quotation marks ({ $fix }) aren’t shown.
        [second-front-matter] There are two front matters. The second isn’t read.
        [stage-title] The stage’s title ({ $fix }) and its heading in the text ({ $found }) differ. The heading isn’t shown.
        [definition] A line that starts with “[{ $fix }]:” is read as the address of a link and not shown.
        [note-twice] There are two notes for [^{ $fix }]. The second one isn’t shown on the page.
       *[other] These words aren’t shown.
    }
    .hint = { $what ->
        [cells] Write { $fix } cells. For a bar in the words, write \|.
        [term-in-cell] Write this row as “{ $fix }”.
        [exercise] Write “{ $fix }”, then a line with the exercise’s id, then a line with ```.
        [indented-fence] Remove the spaces before ```.
        [fence-wide] Write “{ $fix }” in half-width characters.
        [fence] End the block with a line “{ $fix }”.
        [braces] Write “{ $fix }”. Braces are for the name of an anchor: { "{" }#id{ "}" }.
        [link-title] Move the words into the link’s text or into the sentence.
        [second-front-matter] Move its lines between the first two lines of ---.
        [stage-title] Change the heading to “{ $fix }”, or the title in the front matter to match the heading.
        [definition] For a sentence, write a \ before the first [.
        [note-twice] Join them, or give the second one a name of its own, and put its mark into the text.
       *[other] Change how it is written.
    }
    .why =
        It is easy to miss that words aren’t on the page.
        What is missing may be an important remark, or a whole exercise.
    .bad =
        | Scene | Support |
        |---|---|
        | First day | { "[[" }rapport|a first trust{ "]]" } |
    .good =
        | Scene | Support |
        |---|---|
        | First day | { "[[" }rapport\|a first trust{ "]]" } |

raw-mark = { $what ->
        [heading] This isn’t read as a heading ({ $found }).
        [bullet] This isn’t read as a list ({ $found }).
        [number] This isn’t read as a numbered list ({ $found }).
        [indent] The indented list isn’t part of the item above.
        [quote] This isn’t read as a quotation ({ $found }).
        [rule] This isn’t read as a dividing line ({ $found }).
        [table] This isn’t read as a table ({ $found }).
        [table-rule] This isn’t read as a table: the line below its first row is missing.
        [container] “{ $found }” is shown as it is: this kind of box isn’t available.
        [colon] This line starts with a colon, so the line above is shown as a term and this line as its definition.
        [underline] The line --- below turns this sentence into a heading.
        [indented] This line starts with four spaces, so it is shown as code.
        [alert] This isn’t read as a box ({ $found }).
        [emphasis] The characters for emphasis are shown as they are ({ $found }).
        [emphasis-open] The second “{ $found }” is missing, so the first is shown as it is.
        [link] This isn’t read as a link ({ $found }).
        [term] This isn’t read as a term ({ $found }).
        [term-open] The brackets of a term don’t match and are shown as they are ({ $found }).
        [ruby] This isn’t read as ruby ({ $found }).
        [ruby-open] The brackets of the ruby aren’t closed ({ $found }).
        [footnote] This isn’t read as a footnote ({ $found }).
        [attributes] “{ $found }” has no effect and is shown as it is.
        [table-end] The line right below the table is read as a row of it ({ $found }).
        [table-apart] This isn’t read as a row of the table above ({ $found }).
        [table-tabs] This isn’t read as a table: lines with tabs run together ({ $found }).
        [labels] These lines run together ({ $found }).
        [note-inside] A footnote written as ^[…] is shown as it is ({ $found }).
        [emoji] This isn’t read as an emoji ({ $found }).
        [heading-empty] This heading has no words.
        [task] This isn’t read as a check box ({ $found }).
        [times] The stars are read as emphasis and aren’t shown ({ $found }).
        [anchor] This isn’t read as the name of a heading ({ $found }).
        [template] “{ $found }” has no effect and is shown as it is.
        [contents] “{ $found }” isn’t replaced by a table of contents; it is shown as it is.
        [code-open] The second “{ $found }” is missing, so the first is shown as it is.
        [note-empty] The footnote [^{ $fix }] has no words.
        [number-jump] This item is shown with the number “{ $fix }”, not with the one that is written ({ $found }).
        [picture] This isn’t read as an image: its exclamation mark is full-width ({ $found }).
        [alert-empty] This box has no words ({ $found }).
        [table-broken] This row of the table has a line break in it ({ $found }).
       *[tag] A full-width tag is shown as it is ({ $found }).
    }
    .hint = { $what ->
        [heading] Write “{ $fix }”, with half-width # and a half-width space.
        [bullet] Put a blank line before the list. Start each item on its own line, such as “{ $fix }”, with a hyphen and a space.
        [number] Put a blank line before the list. Start each item on its own line, such as “{ $fix }”, with a number, a full stop and a space.
        [indent] Indent it with half-width spaces: “{ $fix }”.
        [quote] Write “{ $fix }”.
        [rule] Write “{ $fix }”, with blank lines around it.
        [table] Write “{ $fix }” with half-width | and -.
        [table-rule] Below the first row, write “{ $fix }”.
        [container] Write “{ $fix }”, and start the lines below it with “> ”. Remove the lines with :::.
        [colon] For a sentence, write “{ $fix }”, or put a blank line before it.
        [underline] For a dividing line, put a blank line before ---. For a heading, start the line with “## ”.
        [indented] Remove the spaces: “{ $fix }”.
        [alert] Write it in two lines: “{ $fix }”. NOTE, TIP, IMPORTANT, WARNING and CAUTION can be used.
        [emphasis] Write “{ $fix }”.
        [emphasis-open] Put it on both sides of the words, or remove it. To show it, write a \ before it.
        [link] Write “{ $fix }” in half-width characters, without a space inside.
        [term] Write “{ $fix }” in half-width characters.
        [term-open] Put { "[[" } and { "]]" } around the term. To show them, write a \ before them.
        [ruby] Write “{ $fix }” with full-width ｜ and 《》.
        [ruby-open] Write “{ $fix }”.
        [footnote] Write “{ $fix }” in half-width characters.
        [attributes] Remove it. The theme decides how things look.
        [table-end] If it isn’t a row, put a blank line before it.
        [table-apart] If it belongs to the table above, remove the blank line. If it is a table of its own, write a header row and the line below it.
        [table-tabs] Write the first two lines as “{ $fix }”, and put | between the cells of every line.
        [labels] Make it a list, such as “{ $fix }”, or end each line with \.
        [note-inside] Write [^1] here, and “[^1]: { $fix }” at the end of the text, after a blank line.
        [emoji] Type the emoji itself.
        [heading-empty] Write the words on the line of the #, or remove the line.
        [task] Write “{ $fix }”.
        [times] For a product, write “{ $fix }”. To show a star, write a \ before it.
        [anchor] Write “{ $fix }” in half-width characters.
        [template] Remove it, and write the words or the image themselves.
        [contents] Remove this line. The contents are made from the headings.
        [code-open] Put it on both sides of the words, or remove it. To show it, write a \ before it.
        [number-jump] Write “{ $fix }”. To leave numbers out, put a line with only <!-- --> before this one, with blank lines around it.
        [picture] Write “{ $fix }”.
        [alert-empty] Write the words of the box in the next line, starting with “> ”, without a blank line between.
        [table-broken] Write the row in one line, with { $fix } cells and | at its end.
        [note-empty] Write the words on the same line: “[^{ $fix }]: the note”. Start its further lines with four spaces.
       *[tag] Remove the tag and write Markdown instead.
    }
    .why =
        Stray characters make a page look broken, and screen readers read them aloud.
        Full-width and half-width characters are hard to tell apart.
        To show such a character, put it between ` and `, or write a \ before it.
    .bad =
        ##Before waiting

        First, ＊＊choose a seat＊＊.
    .good =
        ## Before waiting

        First, **choose a seat**.

odd-character = { $what ->
        [control] There is an invisible control character ({ $name }).
        [private] There is a character ({ $name }) that other computers can’t show.
        [replacement] A character was lost by a wrong encoding ({ $name }).
       *[direction] There is an invisible character ({ $name }) that changes the direction of the text.
    }
    .hint = { $what ->
        [control] Delete it. Where a line should end, type a line break instead.
        [private] Write a usual character or a word instead. For the bullet of a word processor, write “- ”.
        [replacement] Look at the original text and type the character again.
       *[direction] Delete it.
    }
    .why =
        A character that only the author’s computer has is a blank or a box on the reader’s screen.
        Text that was copied from other programs can hold invisible characters, or traces of a wrong encoding.
    .bad = The child drew  on the map.
    .good = The child drew a star on the map.

empty-exercise = An exercise block must contain exactly one id.
    .hint = Below ```exercise, write the name of a file in the folder exercises, without “.yaml”.
    .why =
        The id between ```exercise and ``` says which exercise is shown here.
        With no id or with two, it isn’t clear which exercise to show.
        For two exercises, write two such blocks.
    .bad =
        ```exercise
        ```
    .good =
        ```exercise
        biestek-utterances
        ```

facilitator-block = { $what ->
        [value] A block for the facilitator (```facilitator) can’t be inside a YAML value.
        [nested] This block for the facilitator is inside another one.
        [exercise] An exercise can’t be inside a block for the facilitator.
        [empty] This block for the facilitator is empty.
        [misspelt] “{ $found }” isn’t a block for the facilitator. As it is, learners can read it.
       *[other] “{ $found }” isn’t a block for the facilitator. As it is, learners can read it.
    }
    .hint = { $what ->
        [value] Move it into the text of a page. If the whole file is for facilitators, write “for: facilitator” instead.
        [nested] Keep only the outer block.
        [exercise] Put the exercise on a page with “for: facilitator”.
        [empty] Write something for the facilitator, or remove the block.
        [misspelt] Write “{ $fix }”.
       *[other] Put the text between a line ```facilitator and a line ```. It may be any Markdown.
    }
    .why =
        Only the facilitator reads what is between ```facilitator and ```. The learners’ site has no trace of it.
        With a slip in the first line the block isn’t recognised, and learners would read what isn’t for them.
    .bad =
        ```facilitators
        There may be a long silence here. Wait.
        ```
    .good =
        ```facilitator
        There may be a long silence here. Wait.
        ```

## References

not-a-reference = “{ $value }” isn’t a link to a page of the course.
    .hint = Write it as “kind:id”. The kinds are { $known }. Write a page as “page:module/page”.
    .why =
        The links of entrances and paths are written as a kind and an id, so that they still work after files are moved.
    .bad =
        entrances:
          - title: An interview tomorrow
            links: { "[" }modules/01-first/20-interview.md]
    .good =
        entrances:
          - title: An interview tomorrow
            links: { "[" }"page:first/interview"]

leads-nowhere = “{ $title }” leads nowhere: it has no { $what }.
    .hint = Write at least one entry under “{ $what }”, or remove “{ $title }”.
    .why =
        Learners who have little time open entrances and paths first.
        A title without links is a dead end for them.
    .bad =
        entrances:
          - title: An interview tomorrow
            links: { "[" }]
    .good =
        entrances:
          - title: An interview tomorrow
            links: { "[" }"page:first/interview"]

unreadable-accent = { $what ->
        [contrast] The colour { $colour } is too pale to read: its contrast is { $contrast } : 1, and text needs 4.5 : 1.
       *[form] “{ $colour }” isn’t a colour that mitate can read.
    }
    .hint = { $what ->
        [contrast] “{ $fix }” has the same hue and can be read.
       *[form] Write # and six digits or letters from a to f, such as { $fix }.
    }
    .why =
        Links and headings have this colour.
        Many people can’t read pale letters, and nobody can on a projector or in sunlight.
    .bad =
        theme:
          accent: "#8fb7e8"
    .good =
        theme:
          accent: "#1f5f9e"

unusable-font = { $what ->
        [missing] The font file { $path } isn’t in the course.
        [outside] The font file { $path } is outside the course’s folder.
       *[kind] { $path } isn’t a font file that a site can use.
    }
    .hint = { $what ->
        [kind] Use a file whose name ends in .woff2. Whoever publishes the font usually offers one.
       *[missing] Put the file into the course, and write its path as seen from course.yaml, such as fonts/my-font.woff2.
    }
    .why =
        The site loads nothing from other sites, so a font has to be in the course.
        WOFF2 is the smallest form, and every current browser reads it.
    .bad =
        theme:
          font: fonts/body.ttf
    .good = Leave font out, and use the fonts of the reader’s device

unknown-kind = No link begins with “{ $kind }:”.
    .hint = Links into the course begin with { $known }. Links to other sites begin with https://.
    .why =
        A link written as “kind:id” still works after files are moved.
        If the kind is unknown, the page can’t be found.
    .bad = Ask the [homeroom teacher](person:homeroom-teacher) first.
    .good = Ask the [homeroom teacher](role:homeroom-teacher) first.

unknown-reference = { $kind ->
        [module] There is no module “{ $id }”.
        [page] There is no page “{ $id }”.
        [case] There is no case “{ $id }”.
        [role] There is no role “{ $id }”.
        [principle] There is no set of principles “{ $id }”.
        [process] There is no process “{ $id }”.
        [worksheet] There is no form “{ $id }”.
        [exercise] There is no exercise “{ $id }”.
        [meeting] There is no meeting “{ $id }”.
        [session] There is no session “{ $id }”.
        [panel] There is no panel “{ $id }”.
        [item] There is no syllabus item “{ $id }”.
        [area] There is no syllabus area “{ $id }”.
        [term] There is no term with the id “{ $id }”.
        [glossary] There is no glossary “{ $id }”.
        [syllabus] There is no syllabus “{ $id }”.
       *[course] There is no course “{ $id }”.
    }
    .hint = { $kind ->
        [module] The id is the name of the folder in modules without its number: encounter for 01-encounter.
        [page] Write module/page, both without their numbers, such as page:encounter/biestek.
        [case] Write the name of a file in the folder cases, without “.md”.
        [role] Write the name of a file in the folder roles, without “.md”.
        [principle] Write the name of a file in the folder principles, without “.md”.
        [process] Write the name of a file in the folder processes, without “.yaml”.
        [worksheet] Write the name of a file in the folder worksheets, without “.yaml”.
        [exercise] Write the name of a file in the folder exercises, without “.yaml”.
        [meeting] Write the name of a file in the folder meetings, without “.yaml”.
        [session] Write the name of a file in the folder sessions, without “.yaml”.
        [panel] Write the name of a file in the folder panels, without “.yaml”.
        [item] Write an id from “items” in syllabus.yaml. A new item is added there first.
        [area] Write an id from “areas” in syllabus.yaml. A new area is added there first.
        [term] Write an id from glossary.yaml. To link to a term by its words, write [[words]].
       *[course] Check the spelling of the id.
    }
    .why =
        A page, a role or an exercise is found by its id, which is the name of its file.
        Learners can’t continue at a link that leads nowhere.
        After you rename a file, update every link to it.
    .bad =
        process: care-managment
    .good =
        process: care-management

unknown-member = { $kind ->
        [principle] The set of principles “{ $id }” has no principle “{ $member }”.
        [process] The process “{ $id }” has no stage “{ $member }”.
        [case] The case “{ $id }” has no stage or heading “{ $member }”.
        [role] The role “{ $id }” has no heading “{ $member }”.
        [worksheet] The form “{ $id }” has no part “{ $member }”.
       *[page] “{ $id }” has no part “{ $member }”.
    }
    .hint = { $kind ->
        [principle] Write an id from “members” in principles/{ $id }.md.
        [process] Write an id from “stages” in processes/{ $id }.yaml.
        [case] Write an id from “stages” in cases/{ $id }.md.
        [role] Add { "{" }#{ $member }{ "}" } to a heading in roles/{ $id }.md, or delete “#{ $member }”.
       *[worksheet] Write an id that exists there, or delete “#{ $member }”.
    }
    .why =
        A principle of a set or a stage of a process has an id within its page.
        With a wrong id, a link leads only to the top of the page, and readers don’t know which part you mean.
        A duty of a role needs the id to show which stage the work belongs to.
    .bad = In doubt, go back to [acceptance](principle:biestek#accept).
    .good = In doubt, go back to [acceptance](principle:biestek#acceptance).

unknown-term = “{ $term }” isn’t in the glossary.
    .hint = { $what ->
        [page] For a link to the page and not to a term, write “[{ $term }]({ $target })”.
       *[term] Add “- { "{" } id: { $free }, term: { $term }, definition: meaning { "}" }” to “terms” in glossary.yaml, or remove [[ and ]].
    }
    .why =
        Words between [[ and ]] link to their meaning in the glossary.
        If they aren’t in the glossary, a learner who wants to know the meaning finds nothing.
    .bad = Don't hurry [[raport]] in the first meeting.
    .good = Don't hurry [[rapport]] in the first meeting.

ambiguous-term = “{ $term }” matches two terms of the glossary ({ $first } and { $second }).
    .hint = Choose one and write [{ $term }](term:{ $first }), or remove “{ $term }” from “also” in glossary.yaml.
    .why =
        If the same words are the “term” of one entry and under “also” in another, it is unclear which one you mean.
        You decide, so that learners don’t see the wrong meaning.
    .bad = In the [[intake]], listen before you fill in forms.
    .good = In the [intake](term:intake), listen before you fill in forms.

dead-link = There is no file “{ $path }”.
    .hint = { $kind ->
        [address] For a page of the web, start with https://.
       *[file] Write the path relative to this file: 20-interview.md for the same folder, ../name.md for one folder up.
    }
    .why =
        Learners also read the course where there is no network.
        They can’t look up where a broken link should lead.
        Links break most often after a file is renamed.
    .bad = Read on in [the interview](20-intervew.md).
    .good = Read on in [the interview](20-interview.md).

dead-anchor = There is no heading for “{ $path }#{ $anchor }”.
    .hint = Write { "{" }#{ $anchor }{ "}" } at the end of the heading that you mean, or fix the link.
    .why =
        The word after # is the id of a heading on the page.
        Without that heading, the link leads only to the top of the page, and readers don’t know which part you mean.
        An automatic id changes when the heading does, so give headings that you link to an id of their own: { "{" }#name{ "}" }.
    .bad =
        The reason is given [below](#reason).

        ## Why so
    .good =
        The reason is given [below](#reason).

        ## Why so { "{" }#reason{ "}" }

outside-course = “{ $path }” points outside the course’s folder.
    .hint = Copy the file into the course, and write its path with fewer “../”.
    .why =
        Only files in the course’s folder are published.
        A file outside opens on your computer and nowhere else.
    .bad = The form is [here](../../../shared/form.pdf).
    .good = The form is [here](../../files/form.pdf).

weak-alt = The alt text “{ $alt }” doesn’t say what the image shows.
    .hint = Describe in a few words what readers should see, as in “![An empty seat beside the umbrella stand](../images/seat.png)”.
    .why =
        People who can’t see the image, or read on paper without it, get only these words.
        “Figure 1” or a file name from a camera doesn’t help them.
    .bad = ![IMG_2043.png](../images/IMG_2043.png)
    .good = ![An empty seat beside the umbrella stand](../images/seat.png)

large-picture = This image has { $size } MB, so it loads slowly on a phone or a school network.
    .hint = Scale it to about 1600 pixels wide and less than 2 MB, and replace it.
    .why =
        Photos are often saved many times larger than they are shown.
        People who have to wait several seconds often stop reading.
    .bad = images/classroom.png (20 MB)
    .good = images/classroom.jpg (400 KB)

picture-with-place = { $kind ->
        [film] This recording contains the place where it was made (latitude and longitude).
        [file] A photograph or a recording in this file contains the place where it was made (latitude and longitude).
        [pdf] A photograph in this PDF file contains the place where it was taken (latitude and longitude).
       *[picture] This photograph contains the place where it was taken (latitude and longitude).
    }
    .hint = { $kind ->
        [film] Remove the location in a video program, and export the file again. A phone can also leave the location out when you share a recording.
        [file] Remove the location from the photographs and recordings first, then put them into the file again.
        [pdf] Remove the location from the photographs in the original document, and make the PDF file again.
       *[picture] Open it in a photo program, remove the location, and save it again. Saving it as PNG usually removes the location, too.
    }
    .why =
        A phone writes the place into each photograph. It isn’t visible, but anyone can read it from a published file.
        It may show a home or a school, and so who the people in the case are.
    .bad = images/room.jpg (as the phone saved it)
    .good = images/room.jpg (without its location)

for-facilitators-only = { $what ->
        [exercise] The exercise shown here ({ $path }) is for facilitators only.
        [link] This link leads to { $path }, which is for facilitators only.
       *[key] { $path }, which is used here, is for facilitators only.
    }
    .hint = { $what ->
        [exercise] If learners do it too, remove “for: facilitator” from that file. Otherwise remove it from here.
        [link] If learners read it too, remove “for: facilitator” there. If only facilitators need the link, put it into a ```facilitator block.
       *[key] If learners use it too, remove “for: facilitator” from that file. Otherwise remove this line.
    }
    .why =
        The learners’ site has no trace of what is for facilitators only.
        A link to it, or an exercise that uses it, would lead nowhere and only show that something is hidden.
    .bad =
        How to run it is in the [script](page:start/script).
    .good =
        ```facilitator
        How to run it is in the [script](page:start/script).
        ```

image-not-found = The image “{ $path }” wasn’t found.
    .hint = Put it into the folder images, and write its path relative to this file, such as ../../images/flow.png.
    .why =
        A missing image leaves an empty box on the page.
        Capitals matter: on a published site, flow.PNG isn’t flow.png.
    .bad = It goes like this. ![The course of a consultation](../../images/folw.png)
    .good = It goes like this. ![The course of a consultation](../../images/flow.png)

image-unreadable = The size of the image “{ $path }” can’t be read.
    .hint = Open it and save it again as PNG, JPEG, WebP or GIF. For an SVG, set the width and the height.
    .why =
        If the width and the height are known, the text doesn’t move while a page loads.
        An image that can’t be read is damaged, or its format doesn’t match its file extension.
    .bad = a PDF that was renamed to flow.png
    .good = flow.png, exported as PNG

## Ids and files

duplicate-id = The id “{ $id }” is used twice.
    .hint = Change one of them. A file’s id is its name without the leading number and without “.md” or “.yaml”.
    .why =
        Ids are used in links, saved answers and quoted evidence.
        If two ids are the same, the answer to one field appears in the other.
    .bad =
        fields:
          - id: words
            kind: text
            label: In the person's words
          - id: words
            kind: text
            label: In the family's words
    .good =
        fields:
          - id: words
            kind: text
            label: In the person's words
          - id: family-words
            kind: text
            label: In the family's words

taken-earlier-id = { $why ->
        [own] “{ $id }” is the id that it has now.
        [lives] “{ $id }” is the id of { $kind ->
            [exercise] an exercise
            [worksheet] a form
           *[meeting] a meeting
        } that exists.
       *[twice] “{ $id }” is listed in “was” twice.
    }
    .hint = { $why ->
        [own] Remove “{ $id }” from “was”: only earlier ids are listed there.
        [lives] Remove “{ $id }” from “was”, or give the one that exists another id.
       *[twice] Keep one of them. Answers that were written under “{ $id }” are shown there.
    }
    .why =
        Answers that were saved under an id in “was” are shown as answers to that exercise or form.
        If two of them have the id, nobody can say whose answers they are.
    .bad =
        kind: write
        was: [first-words]
    .good =
        kind: write
        was: [first-greeting]
duplicate-url = The address of this page, “{ $url }”, is already in use.
    .hint = Rename the file or folder. Names such as cases, roles and search can’t be used for a module.
    .why =
        The address of a page comes from the names of its folder and file.
        If two pages have the same address, one overwrites the other.
    .bad = modules/03-cases/index.md (has the same address as the list of cases)
    .good = modules/03-case-reading/index.md

missing-module-index = “{ $module }” has no index.md.
    .hint = Create “{ $module }/index.md” with three lines: ---, “title: ” and the module’s title, ---.
    .why =
        The title and the introduction of a module are in index.md.
        Without it, the module has no name in the table of contents and no first page.
    .bad = modules/02-listening/10-silence.md alone
    .good = modules/02-listening/index.md and modules/02-listening/10-silence.md

misnamed-file = This file isn’t read because of its extension or its capitals.
    .hint = Rename it to “{ $name }”. If there is a file of that name already, keep only the content that you need.
    .why =
        Files are found by their names. Files with an extension other than .md and .yaml, or with capitals in their names, aren’t read.
        Windows hides extensions, so you may not see that a file ends in .md.txt.
    .bad = worksheets/visit-note.yml
    .good = worksheets/visit-note.yaml

unportable-name = { $why ->
        [device] Windows reserves “{ $name }” for a device: no file or folder can have this name.
        [character] “{ $name }” contains a character that Windows doesn’t allow.
        [end] “{ $name }” starts or ends with a space or a full stop, which Windows doesn’t allow.
        [same] Two files are named “{ $name }”: their names look the same but are stored differently. Only one of them can be read.
       *[case] “{ $path }” and “{ $name }” differ only in capitals. On Windows and macOS, only one of them can exist.
    }
    .hint = { $why ->
        [device] Use another name (not con, prn, aux, nul, com1–com9, lpt1–lpt9).
        [character] Use a name without < > : " | ? * \.
        [end] Remove the spaces or full stops at both ends of the name.
       *[case] Rename one of them, and change the links to it.
    }
    .why =
        The site of a course is often shared as a zip file.
        If a single name isn’t allowed on the other computer, the zip file can’t be unpacked there.
    .bad = modules/01-start/10-con.md
    .good = modules/01-start/10-contact.md

unused-file = Nothing in the course uses this file, so it isn’t in the site.
    .hint = { $what ->
        [document] Put it as deep, and with the same extension, as “{ $right }”. If it isn’t needed, delete it.
       *[file] Link to an image or a handout from a text; move a page to its folder (modules, cases, roles …). Delete the file if you don’t need it.
    }
    .why =
        An unused file often means a misspelt link or a wrong folder.
        Files that end in .yml, and cases in a subfolder, aren’t read.
        Only files that a text links to or shows are published, so your notes in the course’s folder stay private.
    .bad = cases/2026/morning-classroom.md
    .good = cases/morning-classroom.md

unsafe-file = “{ $path }” { $kind ->
        [svg] is an SVG image. It can be shown, but not linked to
       *[page] would open as a page or a program of this site, so it can’t be linked to
    }.
    .hint = { $kind ->
        [svg] Show it in the text: ![what it shows]({ $path }). To hand it out, save it as PDF or PNG.
       *[page] Write a page in Markdown instead. To hand the file out, save it as PDF, or put it into a ZIP file.
    }
    .why =
        A web page or a program in the course’s folder opens as a part of the course.
        It could read what learners wrote and send it to others.
    .bad = [Survey](../../files/survey.html)
    .good = [Survey](../../files/survey.pdf)

placeholder-id = “{ $id }” is the id of the example, not of your course.
    .hint = Write an id that no other course has, such as the name of your team and a few letters: { $example }.
    .why =
        Answers are saved in the learner’s browser under the course’s id.
        If two courses have the same id, their answers are mixed, and deleting the answers to one deletes those to the other.
    .bad = id: my-course
    .good = id: listening-2026-k7mq

## Cases

missing-fictional = This case isn’t declared as fictional (fictional: true).
    .hint = Make sure that it doesn’t describe a real person. Then write “fictional: true” in the settings at the top.
    .why =
        Cases for training are copied, projected and taken home.
        The person, the family and the neighbours recognise a true story, even if a few details are changed.
        Only cases whose author can declare them fictional belong in a course.
    .bad =
        title: Far from the morning classroom
        person:
          label: A
    .good =
        title: Far from the morning classroom
        fictional: true
        person:
          label: A

case-without-stages = The case has no stages.
    .hint = Write “stages:” with an id and a title at the top, and a heading such as “## What happened { "{" }#incident{ "}" }” in the text.
    .why =
        A case is revealed step by step.
        With stages, learners can write a first formulation, read on and revise it.
        Even a short case needs one stage.
    .bad =
        ---
        title: Far from the morning classroom
        fictional: true
        person:
          label: A
        ---
        On Tuesday A stopped at the school gate.
    .good =
        ---
        title: Far from the morning classroom
        fictional: true
        person:
          label: A
        stages:
          - id: incident
            title: What happened
        ---
        ## What happened { "{" }#incident{ "}" }

        On Tuesday A stopped at the school gate.

stage-without-heading = The stage “{ $id }” has no heading in the text.
    .hint = Before the text of the stage, write “## ” with its title and { "{" }#{ $id }{ "}" }.
    .why =
        The text of a stage begins at the heading with the stage’s id.
        Without this heading, the stage is empty, and its text belongs to the previous stage.
    .bad =
        stages:
          - id: home
            title: At home
        ---
        ## At home
    .good =
        stages:
          - id: home
            title: At home
        ---
        ## At home { "{" }#home{ "}" }

stage-order = The heading of the stage “{ $id }” isn’t in the order given under “stages”.
    .related = its heading is here
    .hint = Move the entry under “stages”, or move the heading with { "{" }#{ $id }{ "}" } and its text, so that both have the same order.
    .why =
        Learners read stage by stage, in the order of “stages”.
        If the text has another order, they learn too early what should be revealed later.
    .bad =
        stages:
          - id: incident
            title: What happened
          - id: home
            title: At home
        ---
        ## At home { "{" }#home{ "}" }

        ## What happened { "{" }#incident{ "}" }
    .good =
        stages:
          - id: incident
            title: What happened
          - id: home
            title: At home
        ---
        ## What happened { "{" }#incident{ "}" }

        ## At home { "{" }#home{ "}" }

personal-data = { $what ->
        [phone] This looks like a phone number ({ $found }).
        [mail] This looks like an email address ({ $found }).
        [postcode] This looks like a postcode ({ $found }).
        [address] This looks like a street address ({ $found }).
        [number] This looks like a person’s insurance or health service number ({ $found }).
       *[birth-date] This looks like a date of birth ({ $found }).
    }
    .hint = { $what ->
        [phone] Delete the number, or write “phone number” instead.
        [mail] Delete the address, or write “email address” instead.
        [postcode] Delete the postcode, or write “city A” instead.
        [address] Write “city A” or “near the station”, without a number.
        [number] Delete the number, or write “insurance number” instead.
       *[birth-date] Leave out the year and the day: “April of year X”, or “aged 13”.
    } If it may be published, such as the number of a helpline, write “allow: { "[" }"{ $found }"]” in course.yaml.
    .why =
        Even in a fictional case, a number or a date may belong to a real person.
        Readers believe what looks real, and some of them try to find that person.
        To learn, they need an age and a season, not numbers and dates.
    .bad = A was born on 2012-05-14. The mother's phone is 090-1234-5678.
    .good = A is 13. The mother can only be reached at lunch time.

real-looking-name = { $what ->
        [person] “{ $found }” looks like a real person’s name.
        [school] “{ $found }” looks like the name of a real school.
       *[place] “{ $found }” looks like the name of a real place or institution.
    }
    .hint = { $what ->
        [person] Write a letter such as A or B, a given name alone such as Alex, or a role such as “mother” or “class teacher”. If the name may be published, write “allow: { "[" }{ $found }]” in course.yaml.
        [school] Write a letter instead of the name, as in “school B”.
       *[place] Write a letter instead of the name, as in “city A” or “hospital C”.
    }
    .why =
        A name makes readers wonder who it is.
        A real person or school with the same name may be linked to a story that isn’t theirs.
        A role also says what a person does in the case.
    .bad =
        person:
          label: Emma Wilson
    .good =
        person:
          label: A

missing-content-note = The case mentions “{ $word }”, but has no content note (content-notes).
    .hint = Write “content-notes:” at the top, and on the next line “  - ” and a few words on what the case mentions.
    .why =
        Some readers have been through something similar.
        With a note, they can choose when to read the case, read it with someone, or skip it.
    .bad =
        title: A call at night
        fictional: true
        ---
        “I want to die,” A said in a low voice.
    .good =
        title: A call at night
        fictional: true
        content-notes:
          - A speaks of wanting to die
        ---
        “I want to die,” A said in a low voice.

impossible-diagram = { $problem ->
        [unknown-id] The diagram has no person, system or time of day with the id “{ $id }”.
        [self-union] “{ $id }” is their own partner.
        [too-many-parents] “{ $id }” has more than two biological parents.
        [twins-apart] “{ $id }” and their twin don’t have the same parents.
        [parent-not-older] The parent “{ $parent }” isn’t older than the child “{ $child }”.
        [dates-outside-life] The age or the death of “{ $id }” doesn’t fit the date of a union or of a child’s birth.
        [ancestor-cycle] “{ $id }” is their own ancestor.
        [two-homes] This household can’t be drawn as one group: other people are in between.
        [duplicate-tie] “{ $id }” has two ties in the same stage.
        [self-tie] “{ $id }” has a tie to itself.
        [unreadable-date] “{ $date }” isn’t a time that this timeline understands.
        [range-reversed] The timeline ends ({ $to }) before it begins ({ $from }).
        [mixed-calendars] “{ $date }” uses a different year format from the other dates.
        [ambiguous-date] “{ $date }” can be read as the year { $from } and as month { $to } of year X.
        [ends-before-start] It ends ({ $to }) before it begins ({ $from }).
        [outside-range] “{ $date }” is outside the timeline.
        [feeling-range] “feeling” must be a whole number from -2 to 2.
        [too-many-conditions] The diagram has more than 4 different “conditions”.
        [too-large] This diagram is too large to draw.
       *[other] This diagram can’t be drawn ({ $problem }).
    }
    .hint = { $problem ->
        [unknown-id] Add it to the list first, and use the same id here.
        [too-many-parents] For an adopted or foster child, write kind: adopted or kind: foster under “children”.
        [twins-apart] List twins among the children of one union.
        [parent-not-older] Check the ages. For an adopted child, write kind: adopted.
        [two-homes] Divide the household in two, or check who lives there.
        [duplicate-tie] For a tie that changes, give the earlier one “until” and the later one “stage”.
        [unreadable-date] Write it like one of these: { $examples }.
        [ambiguous-date] For the year, write “year { $from }”. For the month, write “X/{ $to }”.
        [mixed-calendars] In a case, write every year as “year X” or “year X-3”, and use one school system for grades.
        [outside-range] Widen “start” or “end”, or check the date.
        [too-many-conditions] Keep the 4 that matter in this case, and write the others as a “note”.
        [too-large] Leave out people or places, or make several diagrams.
       *[other] Check the ids and dates.
    }
    .why =
        Readers trust a diagram of a family or a life.
        A parent who is younger than the child, or a line to nobody, undermines the whole case.
        The same rules apply to the diagrams that learners draw.
    .bad =
        genogram:
          persons:
            - { "{" } id: a, label: A, age: 13 { "}" }
            - { "{" } id: mother, label: Mother, age: 12 { "}" }
          unions:
            - { "{" } partners: { "[" }mother], kind: married, children: { "[" }a] { "}" }
    .good =
        genogram:
          persons:
            - { "{" } id: a, label: A, age: 13 { "}" }
            - { "{" } id: mother, label: Mother, age: 41 { "}" }
          unions:
            - { "{" } partners: { "[" }mother], kind: married, children: { "[" }a] { "}" }

unjoined-relative = “{ $label }” has no line to anyone in the genogram.
    .hint = Add { $id } to the “children” or the “partners” of a union. For someone who isn’t related, add an entry to “relations”.
    .why =
        Without a line, readers can’t know who the person is.
        Add grandparents, uncles and aunts to the unions of the generation above, so that the lines show who they are.
    .bad =
        genogram:
          persons:
            - { "{" } id: a, label: A, age: 13 { "}" }
            - { "{" } id: mother, label: Mother, age: 41 { "}" }
            - { "{" } id: grandmother, label: Grandmother, age: 70 { "}" }
          unions:
            - { "{" } partners: { "[" }mother], kind: married, children: { "[" }a] { "}" }
    .good =
        genogram:
          persons:
            - { "{" } id: a, label: A, age: 13 { "}" }
            - { "{" } id: mother, label: Mother, age: 41 { "}" }
            - { "{" } id: grandmother, label: Grandmother, age: 70 { "}" }
          unions:
            - { "{" } partners: { "[" }mother], kind: married, children: { "[" }a] { "}" }
            - { "{" } partners: { "[" }grandmother], kind: married, children: { "[" }mother] { "}" }

single-formulation = There is only one formulation.
    .hint = Add a second one that explains the same facts in another way.
    .why =
        A single formulation looks like the right answer.
        If several are possible, learners ask which facts support each one, and what to find out next.
    .bad =
        formulations:
          - id: f1
            title: Noise and lunch are too much for A
            reading: Days off fall on days with school lunch.
            misses: How tired A is at home.
    .good =
        formulations:
          - id: f1
            title: Noise and lunch are too much for A
            reading: Days off fall on days with school lunch.
            misses: How tired A is at home.
          - id: f2
            title: On guard at home, A has no strength left in the morning
            reading: Days off follow the brother's visits to hospital.
            misses: What happens in the classroom.

## Processes and principles

process-one-stage = A process needs at least two stages.
    .hint = List the stages in order under “stages:”, each with “id”, “title” and “purpose”.
    .why =
        A process leads from one stage to the next.
        With a single stage, there is nothing to draw.
    .bad =
        stages:
          - id: intake
            title: Intake
            purpose: To meet, and to hear what the trouble is.
    .good =
        stages:
          - id: intake
            title: Intake
            purpose: To meet, and to hear what the trouble is.
          - id: assessment
            title: Assessment
            purpose: To look at the whole of a life together.

back-to-later-stage = “back-to” names “{ $id }”, which isn’t an earlier stage.
    .hint = Write the id of an earlier stage. If the process only continues to the next stage, delete “back-to”.
    .why =
        “back-to” shows a way back to an earlier stage.
        If it names a later stage or its own, the arrow in the diagram means the opposite.
    .bad =
        - id: assessment
          title: Assessment
          purpose: To look at the whole of a life together.
          back-to: planning
        - id: planning
          title: Planning
          purpose: To decide where to begin.
    .good =
        - id: assessment
          title: Assessment
          purpose: To look at the whole of a life together.
        - id: planning
          title: Planning
          purpose: To decide where to begin.
          back-to: assessment

duty-without-process = This role has duties, but doesn’t say which process their stages belong to.
    .hint = Add a line “process: ” with the name of a file in the folder processes, without “.yaml”.
    .why =
        “intake” means different things in different processes.
        A table of who does what at which stage needs the process.
    .bad =
        title: Homeroom teacher
        duties:
          - stage: intake
            does: Hears the first worry
    .good =
        title: Homeroom teacher
        process: care-management
        duties:
          - stage: intake
            does: Hears the first worry

## Worksheets

worksheet-without-fields = This form has no fields.
    .hint = Under “sections”, write “id”, “title” and “fields”. Under “fields”, list fields with “id”, “kind” and “label”.
    .why =
        A form without fields prints as a blank page.
        If you only want to explain something, write a page.
    .bad =
        title: Notes of a first interview
        revision: 1
        sections: { "[" }]
    .good =
        title: Notes of a first interview
        revision: 1
        sections:
          - id: before
            title: Before the interview
            fields:
              - id: date
                kind: date
                label: Day of the interview

field-without-options = { $kind ->
        [matrix] The field “{ $id }” has no rows or no columns.
        [table] The field “{ $id }” has no columns.
       *[choice] The field “{ $id }” has no options.
    }
    .hint = { $kind ->
        [matrix] List “rows” and “columns”, each with “id” and “label”.
        [table] List “columns”, each with “id” and “label”.
       *[choice] List “options”, each with “id” and “label”. For free text, write kind: text.
    }
    .why =
        Without options, there is nothing to choose on the screen or on paper.
        What a field needs depends on its kind.
    .bad =
        - id: place
          kind: choice
          label: Where you meet
    .good =
        - id: place
          kind: choice
          label: Where you meet
          options:
            - id: school
              label: At school
            - id: home
              label: At home

field-bounds = The minimum of the field “{ $id }” ({ $min }) is above its maximum ({ $max }).
    .hint = Write the smaller number as “min” and the larger one as “max” (for rows: “min-rows” and “max-rows”).
    .why =
        If the minimum is above the maximum, no number is allowed.
        A scale can’t be drawn.
    .bad =
        id: tiredness
        kind: scale
        label: Tired
        min: 10
        max: 1
    .good =
        id: tiredness
        kind: scale
        label: Tired
        min: 1
        max: 10

minutes-column = { $why ->
        [twice] Two columns of the table “{ $id }” take the same part of the minutes (from-minutes: { $part }).
        [what] No column of the table “{ $id }” takes what is to be done from the minutes (from-minutes: what).
       *[kind] The column “{ $id }” is of a kind that can’t take words from the minutes (from-minutes: { $part }).
    }
    .hint = { $why ->
        [twice] Keep “from-minutes: { $part }” in one column.
        [what] Add “from-minutes: what” to the column for what is to be done, or delete “from-minutes” from this table.
       *[kind] Change the kind of the column to text or long-text, or delete “from-minutes”.
    }
    .why =
        Minutes say in words who does what, by when, and how it is checked.
        Words such as “next Friday” don’t fit into a column of dates or options.
    .bad =
        id: plan
        kind: table
        label: To do
        columns:
          - { "{" } id: do, label: What, from-minutes: what { "}" }
          - { "{" } id: until, label: By when, kind: date, from-minutes: when { "}" }
    .good =
        id: plan
        kind: table
        label: To do
        columns:
          - { "{" } id: do, label: What, from-minutes: what { "}" }
          - { "{" } id: until, label: By when, from-minutes: when { "}" }

unknown-field = { $by ->
        [for] An example refers to the field “{ $id }”, which isn’t in this exercise.
        [sequence] “sequence” refers to “{ $id }”, which isn’t in this form.
        [column] This table has no column “{ $id }”.
        [unlike] “unlike” refers to the field “{ $id }”, which isn’t in the other form.
       *[when] “when” refers to the field “{ $id }”, which isn’t another field of this form.
    }
    .hint = { $by ->
        [for] Write the id of one of this exercise’s fields, or delete “for”.
        [sequence] Write the id of a field of the same form. “first” and “later” allow sections too.
        [column] Write the id of one of the table’s columns.
        [unlike] Write the id of a field of the form that “worksheet” names.
       *[when] Write the id of another field of the same form.
    }
    .why =
        With “when”, the answer to another field decides whether this field is shown.
        If that field doesn’t exist, this one is never shown.
    .bad =
        - id: who-joins
          kind: text
          label: Who joins
          when:
            field: alone
            is: 'no'
    .good =
        - id: alone
          kind: choice
          label: Came alone
          options:
            - id: 'yes'
              label: Yes
            - id: 'no'
              label: No
        - id: who-joins
          kind: text
          label: Who joins
          when:
            field: alone
            is: 'no'

condition-needs-choice = “when” refers to the field “{ $id }”, whose kind ({ $kind }) has no options.
    .hint = Write the id of a field whose kind is choice or choices.
    .why =
        “when” shows a field only if a certain option of another field is chosen.
        A field with free text has no options to choose.
    .bad =
        - { "{" } id: reason, kind: text, label: Reason { "}" }
        - { "{" } id: more, kind: text, label: More, when: { "{" } field: reason, is: other { "}" } { "}" }
    .good =
        - { "{" } id: reason, kind: choice, label: Reason, options: { "[" }{ "{" } id: self, label: Own wish { "}" }, { "{" } id: other, label: Other { "}" }] { "}" }
        - { "{" } id: more, kind: text, label: More, when: { "{" } field: reason, is: other { "}" } { "}" }

meaningless-key = { $why ->
        [first] The first card has “{ $key }”, but there is no card before it.
        [grid] There are “rows” and “columns”, and “{ $key }” as well.
        [start] The start of a diagram (“start”) has “{ $key }”, but there are no stages here.
        [case] There is “{ $key }”, but no case.
        [matrix] “{ $key }” has no effect on the column “{ $id }” of a matrix.
        [column] “{ $key }” has no effect on the column “{ $id }”, whose kind is { $kind }.
       *[kind] “{ $key }” has no effect on a field of kind { $kind }.
    }
    .hint = { $why ->
        [first] Delete “{ $key }” from the first card.
        [grid] Keep either “{ $key }”, or “rows” and “columns”.
        [start] Delete “{ $key }”. Under “start”, write only what is there from the beginning.
        [case] Delete “{ $key }”, or add “case:” with the id of a case.
        [matrix] Delete “{ $key }”, or change the kind of the field to table.
        [column] Delete “{ $key }”, or choose a kind that has this key.
       *[kind] Delete “{ $key }”, or choose a kind that has this key.
    }
    .why =
        An unused key usually means that the page won’t look as you intended.
        If it were ignored without a message, options or rows could be missing from the published form.
    .bad = - { "{" } id: why, kind: text, label: Why, lines: 5 { "}" }
    .good = - { "{" } id: why, kind: long-text, label: Why, lines: 5 { "}" }

sequence-needs-kind = “sequence” refers to “{ $id }”, whose kind is { $kind }. The kind must be { $wanted } here.
    .hint = Write the id of a field or column of kind { $wanted }, or change the kind of this one.
    .why =
        The kinds of fields decide what is carried over to the next sheet.
        Only a column of kind mark (◎○△×) can say which rows are closed and which rows carry over.
    .bad =
        sequence:
          rows: { "{" } table: needs, mark: person { "}" }   # person is a text column
    .good =
        sequence:
          rows: { "{" } table: needs, mark: mark { "}" }     # mark is of kind mark

not-on-every-sheet = The field “{ $id }” is required before the next sheet, but it is { $when ->
        [first] on the first sheet only.
       *[later] on later sheets only.
    }
    .hint = Use only fields that are on every sheet. To require a field on later sheets, write required: true in that field.
    .why =
        Learners can’t open the next sheet if a required field isn’t on the current one.
        A field under “later” with required: true must be filled in from the second sheet on.
    .bad =
        sequence:
          later: [monitoring]
          before-next: [{ "{" } field: met-on { "}" }]   # a field of monitoring
    .good =
        sequence:
          later: [monitoring]
          before-next: [{ "{" } field: agreed { "}" }]   # a field of every sheet

unknown-variant = { $what ->
        [same] “{ $variant }” is the language of this course.
       *[unknown] “{ $variant }” isn’t the tag of a language.
    }
    .hint = { $what ->
        [same] For easy words, name the file “{ $name }”.
       *[unknown] Name the file “{ $name }” for easy words, or use a tag such as en, pt-BR or zh-Hans. Japanese is ja (not jp), Chinese is zh (not cn).
    }
    .why =
        The tag decides the name in the switch, the voice of screen readers, and the direction of the lines.
        With an unknown tag, a screen reader reads the text with the wrong pronunciation.
    .bad = worksheets/visit.jp.yaml
    .good = worksheets/visit.easy.yaml

variant-without-form = There is no form “{ $id }” for these words.
    .hint = Add worksheets/{ $name }, or start this file’s name with the id of a form.
    .why =
        A form in other words has only words.
        What is filled in, and where answers are stored, is decided by the form.
    .bad = worksheets/visti.easy.yaml (the form is visit.yaml)
    .good = worksheets/visit.easy.yaml

variant-differs = { $what ->
        [missing] The form’s { $part } “{ $id }” has no words here.
        [extra] The form has no { $part } “{ $id }”.
        [twice] The words of “{ $id }” are written twice.
        [needless] The form has no “{ $id }” here.
       *[unsaid] The form’s “{ $id }” has no words here.
    }
    .hint = { $what ->
        [missing] Add it with the same id and its label (or title) in these words.
        [extra] Use the id that the form has, or remove it.
        [twice] Keep one of them.
        [needless] Remove it.
       *[unsaid] Write “{ $id }” in these words.
    }
    .related = here in the form
    .why =
        A family writes in these words, and the counsellor reads under the form’s own labels.
        If a field or an option differs, the two look at different forms.
    .bad =
        options: [{ "{" } id: yes-please, label: I want this { "}" }]   # in the form: id: wanted
    .good =
        options: [{ "{" } id: wanted, label: I want this { "}" }]

## Meetings

meeting-without-steps = A meeting needs at least one step.
    .hint = List the steps in order under “steps:”, each with “id”, “title”, “minutes” and “does”.
    .why =
        The run sheet, the presenter’s view and the minutes of the meeting are made from the steps.
    .bad =
        steps: []
    .good =
        steps:
          - id: opening
            title: Ground rules
            minutes: 5
            does: Read the rules aloud.

step-without-minutes = The step “{ $id }” doesn’t say how many minutes it takes.
    .hint = Write a number of 1 or more, such as “minutes: 10”.
    .why =
        The times on the run sheet and the clock of the presenter’s view are calculated from the minutes of each step.
        If one step has no minutes, the times of all later steps are unknown.
    .bad =
        steps:
          - id: facts
            title: Gather facts by asking
            does: Go round, one question each.
    .good =
        steps:
          - id: facts
            title: Gather facts by asking
            minutes: 18
            does: Go round, one question each.

meeting-overruns = The steps take { $n } minutes in all, but the meeting has only { $total }.
    .hint = Shorten a step, or set “minutes:” to { $n } or more.
    .why =
        People rely on the end time.
        If the steps take too long, the last items are dropped: the decisions and the next date.
    .bad =
        minutes: 20
        steps:
          - id: incident
            title: Hear the incident
            minutes: 15
            does: The teacher describes it.
          - id: review
            title: Look back
            minutes: 10
            does: Show each other the cards.
    .good =
        minutes: 30
        steps:
          - id: incident
            title: Hear the incident
            minutes: 15
            does: The teacher describes it.
          - id: review
            title: Look back
            minutes: 10
            does: Show each other the cards.

meeting-people = The number of people is from { $from } to { $to }: no group has that size.
    .hint = Set “from:” to 1 or more, and “to:” to “from:” or more.
    .why = The number decides how many cards to print and how many chairs to set out. If no group fits, nobody can prepare the meeting.
    .bad =
        minutes: 30
        people:
          from: 12
          to: 6
        steps:
          - id: incident
            title: Hear the incident
            minutes: 15
            does: The teacher describes it.
    .good =
        minutes: 30
        people:
          from: 6
          to: 12
        steps:
          - id: incident
            title: Hear the incident
            minutes: 15
            does: The teacher describes it.

card-without-role = The card “{ $id }” doesn’t say whose it is.
    .hint = Write the id of a role of the course under “role:”, or a name under “label:”.
    .why =
        Each person gets one role card when the meeting begins.
        Without a name, nobody knows who gets the card.
    .bad =
        roles:
          - id: nurse
            card: Nineteen visits since May.
    .good =
        roles:
          - id: nurse
            label: School nurse
            card: Nineteen visits since May.

pcagip-notes = The meeting follows PCAGIP, but the step “{ $id }” lets participants take notes.
    .hint = Remove “notes: true”, or write “notes: false”. Only the recorders write, on the board.
    .why =
        In PCAGIP, participants take no notes. Everyone looks at the board that the recorders write on.
        If people look down to write, the presenter feels examined.
    .bad =
        procedure: pcagip
        steps:
          - id: first-round
            title: First round of questions
            minutes: 20
            does: Go round, one question each.
            notes: true
    .good =
        procedure: pcagip
        steps:
          - id: first-round
            title: First round of questions
            minutes: 20
            does: Go round, one question each.
            notes: false

## Sessions

session-without-steps = A session needs at least one step.
    .hint = List the steps in order under “steps:”, each with “id”, “title”, “minutes” and what happens.
    .why =
        The run sheet and the presenter’s view of a session are made from its steps.
    .bad =
        steps: []
    .good =
        steps:
          - id: opening
            title: Welcome
            minutes: 90
            say: Thank you for coming.

session-length = A session of { $total } minutes isn’t possible.
    .hint = Write a number from { $least } to { $most }.
    .why =
        The number is the length of the whole session with its breaks, in minutes.
        Most other numbers are typing mistakes, such as hours instead of minutes.
    .bad =
        minutes: 9
        people: { "[" }12]
        steps:
          - { "{" } id: opening, title: Welcome, minutes: 90, say: Thank you for coming. { "}" }
    .good =
        minutes: 90
        people: { "[" }12]
        steps:
          - { "{" } id: opening, title: Welcome, minutes: 90, say: Thank you for coming. { "}" }

session-overruns = The steps take { $n } minutes in all, but the session has only { $total }.
    .hint = Shorten a step, or set “minutes:” to { $n }.
    .why =
        People come for a fixed time.
        If the steps take too long, the last ones are dropped, in which participants look back.
    .bad =
        minutes: 60
        people: { "[" }12]
        steps:
          - { "{" } id: reading, title: Read the case, minutes: 40, say: Read the first stage. { "}" }
          - { "{" } id: back, title: Look back, minutes: 30, talk: What was new to you? { "}" }
    .good =
        minutes: 70
        people: { "[" }12]
        steps:
          - { "{" } id: reading, title: Read the case, minutes: 40, say: Read the first stage. { "}" }
          - { "{" } id: back, title: Look back, minutes: 30, talk: What was new to you? { "}" }

session-spare = The steps use { $n } { $n ->
        [one] minute
       *[other] minutes
    } less than the { $total } minutes of the session.
    .hint = Add a step for the time that is left, such as a break, lengthen a step, or change “minutes:”.
    .why =
        Time without a step is time that no one planned: a break, arriving, putting chairs back.
        If it has a step of its own, everyone can see it on the run sheet.
    .bad =
        minutes: 90
        people: { "[" }12]
        steps:
          - { "{" } id: reading, title: Read the case, minutes: 80, say: Read the first stage. { "}" }
    .good =
        minutes: 90
        people: { "[" }12]
        steps:
          - { "{" } id: reading, title: Read the case, minutes: 80, say: Read the first stage. { "}" }
          - { "{" } id: pause, title: Break, minutes: 10, say: Open the window. { "}" }

session-people = { $what ->
        [none] The session doesn’t say how many people it is for.
        [zero] A session can’t be held with 0 people.
        [twice] The group size { $n } is listed twice.
        [noted-twice] “sizes” has two entries for { $n } people.
       *[unknown] “sizes” says what differs for { $n } people, but “people” doesn’t list { $n }.
    }
    .hint = { $what ->
        [none] List the group sizes under “people:”, such as { "[" }4, 12, 40].
        [zero] Write a number of 1 or more.
        [twice] Delete one of them.
        [noted-twice] Join the two notes, or change one of the numbers.
       *[unknown] Add { $n } to “people”, or write one of: { $known }.
    }
    .why =
        Facilitators choose a plan by the number of people in the room.
        What differs for a size is shown beside that size.
    .bad =
        people: { "[" }4, 12]
        sizes:
          - { "{" } people: 40, note: Form groups of five. { "}" }
    .good =
        people: { "[" }4, 12, 40]
        sizes:
          - { "{" } people: 40, note: Form groups of five. { "}" }

empty-step = Nothing happens at the step “{ $id }”.
    .hint = Add at least one of “show”, “do”, “talk”, “meet” and “say”.
    .why =
        A step says what everyone looks at, what participants do, or what the facilitator says.
        With a title alone, whoever runs the session doesn’t know what to do.
    .bad =
        - id: pause
          title: Break
          minutes: 10
    .good =
        - id: pause
          title: Break
          minutes: 10
          say: Let’s open the window for ten minutes.

crowded-step = The step “{ $id }” has “{ $key }” as well as another activity.
    .hint = Keep one of “do”, “talk” and “meet”, and make a step of its own for each other one.
    .why =
        Participants do one thing at a time, and each takes its minutes.
        With two in one step, it is unclear when to change from one to the other.
    .bad =
        - id: talk
          title: Talk about it
          minutes: 20
          talk: What did you leave out?
          meet: talk
    .good =
        - id: talk
          title: Talk about it
          minutes: 20
          talk: What did you leave out?

unclear-show = { $what ->
        [none] “show” of the step “{ $id }” names nothing to look at.
        [heading] “show” of the step “{ $id }” has a heading, but no page.
        [stage] “show” of the step “{ $id }” has a stage, but no case.
        [no-stage] “show” of the step “{ $id }” names a case, but no stage of it.
       *[several] “show” of the step “{ $id }” names several things.
    }
    .hint = { $what ->
        [heading] Add “page:” with the id of the page, or remove “heading”.
        [stage] Add “case:” with the id of the case, or remove “stage”.
        [no-stage] Add “stage:” with an id from “stages” of the case.
       *[other] Write one of: “page” (with “heading”, if only a part is meant), “case” with “stage”, “slide”.
    }
    .why =
        Everyone in the room looks at one thing: a page, one stage of a case, or a slide with a few lines.
        A case is shown stage by stage, so that nothing is revealed early.
    .bad =
        - id: morning
          title: The morning
          minutes: 10
          show: { "{" } case: morning-classroom { "}" }
    .good =
        - id: morning
          title: The morning
          minutes: 10
          show: { "{" } case: morning-classroom, stage: home { "}" }

step-too-short = { $what ->
        [meeting] The step “{ $id }” takes { $n } minutes, but the meeting “{ $other }” takes { $takes }.
       *[exercise] The step “{ $id }” takes { $n } minutes, but the exercise “{ $other }” takes { $takes }.
    }
    .hint = Give the step { $takes } minutes or more, or choose a shorter one.
    .why =
        An exercise or a meeting that isn’t finished leaves participants with the feeling of having failed.
        Its author has written how long it takes.
    .bad =
        - id: reply
          title: The first words
          minutes: 2
          do: { "{" } exercise: first-words { "}" }   # the exercise has minutes: 3
    .good =
        - id: reply
          title: The first words
          minutes: 8
          do: { "{" } exercise: first-words { "}" }

stage-too-early = The stage “{ $stage }” of the case “{ $id }” is shown before its stage “{ $missing }”.
    .hint = Add a step before it that shows “{ $missing }”.
    .why =
        A case is read stage by stage, and each stage changes how the earlier ones are read.
        If a later stage is shown first, participants can’t compare what they thought before.
    .bad =
        - id: later
          title: What came later
          minutes: 10
          show: { "{" } case: morning-classroom, stage: school { "}" }
    .good =
        - id: first
          title: What happened
          minutes: 10
          show: { "{" } case: morning-classroom, stage: home { "}" }
        - id: later
          title: What came later
          minutes: 10
          show: { "{" } case: morning-classroom, stage: school { "}" }

## Exercises

too-few = “{ $what }” has { $given }; this kind of exercise needs at least { $least }.
    .hint = Add more to “{ $what }”, or change the kind of the exercise.
    .why =
        Learners need two options to choose between, or three cards to put in order.
        With fewer, there is nothing to think about.
    .bad =
        kind: choice
        questions:
          - id: q1
            options:
              - { "{" } id: a, text: Wait, leads: They begin to speak { "}" }
    .good =
        kind: choice
        questions:
          - id: q1
            options:
              - { "{" } id: a, text: Wait, leads: They begin to speak { "}" }
              - { "{" } id: b, text: Ask, leads: "They answer, and the talk ends there" { "}" }

too-many = “{ $what }” is { $given }, but the maximum is { $most }.
    .hint = Set “{ $what }” to { $most } or less.
    .why = One person can handle only so many cards, and only so many fit on paper.
    .bad = own-cards: 60
    .good = own-cards: 20

empty-group = No card or sentence belongs to “{ $title }” ({ $id }).
    .hint = Add a card or a sentence that belongs there, or delete “{ $id }”.
    .why =
        If a group stays empty, learners think that they made a mistake and keep looking.
        A group that is only a trap teaches nothing.
    .bad =
        groups: { "[" }{ "{" } id: person, title: Person { "}" }, { "{" } id: place, title: Environment { "}" }]
        cards:
          - { "{" } id: c1, text: Likes drawing, in: { "[" }person], because: An interest of their own { "}" }
    .good =
        groups: { "[" }{ "{" } id: person, title: Person { "}" }, { "{" } id: place, title: Environment { "}" }]
        cards:
          - { "{" } id: c1, text: Likes drawing, in: { "[" }person], because: An interest of their own { "}" }
          - { "{" } id: c2, text: A quiet corridor, in: { "[" }place], because: A feature of the place { "}" }

blank-mismatch = { $problem ->
        [undeclared] The blank “{ $id }” in the text has no entry under “blanks”.
        [twice] The blank “{ $id }” appears twice in the text.
       *[unplaced] The blank “{ $id }” doesn’t appear in the text.
    }
    .hint = { $problem ->
        [undeclared] Add an entry with the id “{ $id }” to “blanks”.
        [twice] Give the second one another id, and add an entry for it to “blanks”.
       *[unplaced] Write { "{{" }{ $id }{ "}}" } in the text, or delete this entry.
    }
    .why =
        The id connects a blank in the text with its answer.
        Without an answer, the blank gets no feedback; without a blank, nobody sees the answer.
    .bad =
        text: We work with persons and { "{{" }family{ "}}" }.
        blanks: { "[" }]
    .good =
        text: We work with persons and { "{{" }family{ "}}" }.
        blanks:
          - { "{" } id: family, answers: { "[" }families], because: They live together { "}" }

bank-without-answer = The answer “{ $answer }” of the blank “{ $id }” isn’t in “bank”.
    .hint = Add “{ $answer }” to “bank”.
    .why = Learners choose from this list, so nobody can fill in the blank if the answer isn’t in it.
    .bad =
        bank: { "[" }community, goals]
        blanks:
          - { "{" } id: family, answers: { "[" }families], because: They live together { "}" }
    .good =
        bank: { "[" }community, goals, families]
        blanks:
          - { "{" } id: family, answers: { "[" }families], because: They live together { "}" }

dialogue-way = { $problem ->
        [dead-end] The interview stops here ({ $id }): there is nothing to say next, and it isn’t marked as an end.
        [end-goes-on] “{ $id }” is marked as an end, but the interview continues.
        [unreachable] No path from the beginning leads to “{ $id }”.
       *[no-exit] From “{ $id }” on, every path goes in a circle and never ends.
    }
    .hint = { $problem ->
        [dead-end] Add “options”, or write ends: true.
        [end-goes-on] Delete ends: true, or delete “options” and “own”.
        [unreachable] Write “{ $id }” under “to” of an option, or delete this turn.
       *[no-exit] Change the “to” of one option to a turn that leads to an end.
    }
    .why =
        With branches, even the author can’t see every path.
        This check finds paths that stop too early and turns that nobody reaches.
    .bad =
        turns:
          - id: door
            says: The door opens a little
    .good =
        turns:
          - id: door
            says: The door opens a little
            ends: true

staged-order = The question after the stage “{ $id }” is out of order.
    .hint = Under “stages”, list every stage of the case in the order of the case.
    .why =
        Learners read the case stage by stage and write their formulation before the next stage opens.
        After a stage without a question, the next one would open before they have written anything.
    .bad =
        case: morning-classroom
        stages:
          - { "{" } stage: school, ask: Write your formulation { "}" }
    .good =
        case: morning-classroom
        stages:
          - { "{" } stage: incident, ask: Write your formulation { "}" }
          - { "{" } stage: school, ask: What has changed? { "}" }

case-without-diagram = The case “{ $id }” has no { $draws } to compare with at this stage.
    .hint = Add the diagram to the case, or choose a stage that has one.
    .why =
        A learner’s drawing is shown beside the diagram of the case.
        Without that diagram, there is nothing to compare it with.
    .bad =
        draws: ecomap
        case: umbrella
        stage: rain
    .good =
        draws: genogram
        case: umbrella
        stage: rain

ledger-view = The view “{ $view }” is listed twice.
    .hint = List questions, five-p and axes at most once each.
    .why =
        Listing a view twice has no effect.
        Perhaps you meant another view.
    .bad = views: { "[" }questions, questions]
    .good = views: { "[" }questions, five-p]

ledger-without-strengths = The case “{ $id }” names no strengths.
    .hint = In the case, list the strengths of the person and of the environment under “strengths”.
    .why =
        The hypothesis log asks learners whether their evidence includes strengths.
        If the case names none, a formulation made only of difficulties goes unnoticed.
    .bad =
        stages: { "[" }{ "{" } id: rain, title: Rain { "}" }]
        strengths: { "[" }]
    .good =
        stages: { "[" }{ "{" } id: rain, title: Rain { "}" }]
        strengths: { "[" }Comes on time although it rains]

reserved-field = “{ $id }” is a built-in field of this kind of exercise.
    .hint = Give your own field another id.
    .why =
        Answers are stored under the ids of fields. If two fields have the same id, the answer to one appears in the other.
        The incident process, for example, has the built-in fields problem, response, reason, sure, asked and free.
    .bad =
        kind: incident
        fields:
          - { "{" } id: reason, kind: long-text, label: What the talk changed { "}" }
    .good =
        kind: incident
        fields:
          - { "{" } id: after-talk, kind: long-text, label: What the talk changed { "}" }

rubric-descriptors = The criterion “{ $id }” has { $given } descriptors for { $levels } levels.
    .hint = Write one descriptor for each level, from low to high.
    .why =
        Without a descriptor, a level means something different to each person.
        If it says what such an answer looks like, people assess themselves more accurately.
    .bad =
        levels: { "[" }Not yet, Half, Done]
        criteria:
          - id: words
            text: Starts from the person's own words
            descriptors: { "[" }Quotes none, Quotes some]
    .good =
        levels: { "[" }Not yet, Half, Done]
        criteria:
          - id: words
            text: Starts from the person's own words
            descriptors: { "[" }Quotes none, Quotes one, Starts from them]

panel-without-exercise = { $what ->
        [kind] The exercise “{ $id }” isn’t of the kind concordance.
       *[none] The panel has no exercise “{ $id }”.
    }
    .hint = { $what ->
        [kind] Give the panel the file name of an exercise with kind: concordance.
       *[none] Give the panel the file name of its exercise.
    }
    .why =
        The answers of a panel are shown beside the questions of its exercise.
        If the exercise can’t be found, no page shows them.
    .bad =
        panels/weigh.yaml
        exercises/weighing-information.yaml
    .good =
        panels/weighing-information.yaml
        exercises/weighing-information.yaml

panel-too-small = The panel has { $given ->
        [one] 1 person
       *[other] { $given } people
    }, but needs at least { $least }.
    .hint = Under “people”, write the answers of at least { $least } people.
    .why =
        The answer of one person reads like the correct one.
        With two, anyone who was there can tell whose answer is whose.
    .bad =
        source: example
        people:
          - role: School nurse
            answers: { "[" }{ "{" } round: door, weigh: 1, why: They came as far as the door { "}" }]
    .good =
        source: example
        people:
          - role: School nurse
            answers: { "[" }{ "{" } round: door, weigh: 1, why: They came as far as the door { "}" }]
          - role: Homeroom teacher
            answers: { "[" }{ "{" } round: door, weigh: 0, why: It was so before and is nothing new { "}" }]
          - role: Social worker
            answers: { "[" }{ "{" } round: door, weigh: -1, why: They also came when no one was waiting { "}" }]

panel-of-other-case = The panel “{ $id }” isn’t about stages of the case “{ $case }”.
    .hint = In the exercise “{ $id }”, write case: { $case } and give rounds a stage, or choose another panel.
    .why =
        A panel is shown beside what learners wrote at each stage.
        Answers without a stage, or about another case, belong to none of them.
    .bad =
        kind: staged
        case: umbrella
        panel: weigh-the-bakery
    .good =
        kind: staged
        case: umbrella
        panel: weigh-the-umbrella

missing-examples = A writing exercise needs a good example and a near miss.
    .hint = Under “examples”, write at least one with level: good and one with level: near.
    .why =
        Without examples, learners have nothing to compare their text with.
        A good example alone looks like the right answer, so a near miss with its reason is needed too.
    .bad =
        kind: write
        fields: { "[" }{ "{" } id: reply, kind: long-text, label: Your reply { "}" }]
    .good =
        kind: write
        fields: { "[" }{ "{" } id: reply, kind: long-text, label: Your reply { "}" }]
        examples:
          - { "{" } level: good, text: You came all the way here., because: Begins with what they did { "}" }
          - { "{" } level: near, text: You will be fine., because: It may be the listener who wants to be calm { "}" }

exercise-twice = The exercise “{ $id }” appears twice on the same page.
    .hint = Delete one of them, or show another exercise.
    .why = Two copies share the same saved answer, so one overwrites the other.
    .bad =
        ```exercise
        first-words
        ```

        ```exercise
        first-words
        ```
    .good =
        ```exercise
        first-words
        ```

unplaced-exercise = No page shows the exercise “{ $id }”.
    .hint =
        Write “{ $id }” between ```exercise and ``` on the page that should show it.
    .why = Learners reach an exercise only if a page shows it. This warning helps you notice forgotten exercises.
    .bad = exercises/first-words.yaml (on no page)
    .good =
        ```exercise
        first-words
        ```

longest-is-best = In { $n } of the { $total } questions with one best option, the best option is the longest.
    .hint = Make the best option shorter, or make the others about as long.
    .why =
        If the best option is nearly always the longest, learners can find it without reading.
        If the options have similar lengths, learners think about what they say.
    .bad =
        options:
          - { "{" } say: That must have been hard. Would you tell me what happened?, honours: [acceptance] { "}" }
          - { "{" } say: Cheer up, strains: [acceptance] { "}" }
    .good =
        options:
          - { "{" } say: May I ask what happened?, honours: [acceptance] { "}" }
          - { "{" } say: It happens to everyone. Don’t worry about it., strains: [acceptance] { "}" }

best-at-one-length = In { $n } of the { $total } questions with one best option, the best option is { $rank ->
        [shortest] the shortest
       *[middle] of middle length
    }.
    .hint = In some of the questions, change the length of the best option or of another one, so that its rank differs.
    .why =
        If the best option nearly always has the same rank by length, learners can find it without reading.
        In one exercise, let the best option be the longest in some questions, the shortest in others, and of middle length in the rest.
    .bad =
        options:
          - { "{" } say: Yes., strains: [acceptance] { "}" }
          - { "{" } say: So that is how it was., honours: [acceptance] { "}" }
          - { "{" } say: It happens to everyone. Don’t worry about it., strains: [acceptance] { "}" }
    .good =
        options:
          - { "{" } say: And then you went straight home?, strains: [acceptance] { "}" }
          - { "{" } say: So that is how it was., honours: [acceptance] { "}" }
          - { "{" } say: It happens to everyone. Don’t worry about it., strains: [acceptance] { "}" }

best-in-one-place = In all { $total } questions, the best option is number { $place }.
    .hint = Delete “keep-order: true”, and the options are shuffled. If the order matters, move the best option in some of the questions.
    .why = If the best option is always in the same position, learners can find it without reading.
    .bad = keep-order: true
    .good = keep-order: false

read-too-early = “{ $found }” quotes a later stage: “{ $stage }”.
    .hint = Don’t use these words here. Use only what learners have read up to this point.
    .why =
        In a case that is read stage by stage, learners practise thinking without knowing what comes next.
        A summary, a question or an example that quotes a later stage gives it away.
    .bad = summary: A, who cried in the classroom in the morning, looks after a brother at night.
    .good = summary: A cried in the classroom in the morning.

whole-case-shown =
    In the exercise “{ $id }”, a case is read stage by stage, but the same page shows { $by ->
        [case] the whole case
       *[exercise] the exercise “{ $other }”, which contains the whole case
    }.
    .hint = Move the exercise with the stages to another page.
    .why = If the later stages are on the same page, learners can’t practise thinking without knowing them.
    .bad =
        ```exercise
        reading-by-stages
        ```

        ```exercise
        log-of-the-same-case
        ```
    .good = Put the case in stages and the hypothesis log on two pages.

## Wording

outdated-term = “{ $found }” is no longer used, or is misspelt.
    .hint = Write “{ $use }”. If the text is about the word itself, add “allow: { "[" }{ $found }]” to course.yaml.
    .why =
        Words change as laws and diagnoses are revised.
        An outdated word makes readers doubt the rest of the text.
        Some of these words have hurt the people they describe.
    .bad = The leaflet says that an uncle committed suicide and that the aunt is wheelchair-bound.
    .good = The leaflet says that an uncle died by suicide and that the aunt uses a wheelchair.

course-wording = This course writes “{ $use }”, not “{ $found }”.{ $explained ->
        [yes] { " " }{ $why }
       *[no] { "" }
    }
    .hint = Write “{ $use }”. If “{ $found }” is right in this file, add “except: { "[" }{ $path }]” to the rule in wording.yaml.
    .related = because of this rule
    .why =
        If one thing has two spellings, readers ask whether two things are meant.
        The search finds only the places with the spelling that was typed.
        wording.yaml keeps a course in one voice, however many people write it.
    .bad = 次の手立てを、本人に尋ねます。
    .good = 次の手だてを、本人に尋ねます。

wording-rule = { $what ->
        [same] “avoid” and “use” are both “{ $word }”.
        [twice] Two rules avoid “{ $word }”.
        [avoided] “{ $word }” is to be used here, but another rule avoids it.
        [form] “{ $word }” isn’t a form of “{ $avoid }”, so its replacement isn’t known.
       *[except] There is no file or folder “{ $word }”.
    }
    .hint = { $what ->
        [same] Write the spelling to correct as “avoid”, and the one that the course uses as “use”.
        [twice] Remove one of them.
        [avoided] Decide on one spelling, and write it as “use”.
        [form] A form starts as “{ $avoid }” does, up to where it differs from “{ $use }”. For any other form, add a rule of its own.
       *[except] Write the path as seen from the folder of course.yaml, such as cases/morning.md or modules/90-authoring.
    }
    .why =
        A rule needs one replacement for every word that it finds.
        If it replaces a word by itself, or by one that another rule avoids, every fix is reported again.
    .bad =
        wording:
          - { "{" } avoid: organize, use: organize { "}" }
    .good =
        wording:
          - { "{" } avoid: organize, use: organise { "}" }

reading-rule = { $what ->
        [language] Words of this course’s language have no readings.
        [plain] “{ $word }” has no ideograph, so no reading is shown above it.
        [kana] The reading “{ $reading }” of “{ $word }” isn’t kana only.
       *[twice] The reading of “{ $word }” is written twice.
    }
    .hint = { $what ->
        [language] Remove “readings”.
        [plain] Remove it, or write a word with an ideograph.
        [kana] Write it in hiragana or katakana.
       *[twice] Remove one of them. Terms of the glossary have their readings there only.
    }
    .why =
        A reading is shown above a word where a page first uses it.
        If a word has two readings, or one that isn’t kana, people who are learning it learn a wrong one.
    .bad =
        readings:
          - { "{" } word: 主訴, reading: shuso { "}" }
    .good =
        readings:
          - { "{" } word: 主訴, reading: しゅそ { "}" }

mixed-circle = “{ $found }” is used as a mark.
    .hint = Write “{ $use }” instead. A 〇 in place of a name (〇〇市) or as a zero is fine.
    .why =
        〇 looks like ○, but it is a Chinese zero; x looks like ×, but it is a letter.
        If they are mixed, search doesn’t find all of them, and screen readers say “zero” and “x”.
        The marks are ◎ ○ △ ×.
    .bad = 目標の達成は〇、時期の見直しはxとしました。
    .good = 目標の達成は○、時期の見直しは×としました。

## Syllabus

uncovered-item = Nothing in the course covers the syllabus item “{ $title }” ({ $id }).
    .hint = Add “covers: { "[" }{ $id }]” to the page or exercise that teaches it.
    .why =
        syllabus.yaml lists what the course promises to teach.
        If no page or exercise covers an item, the course doesn’t keep this promise.
        Write the page, or delete the item.
    .bad =
        items:
          - id: genogram
            title: Genograms
            area: m2
    .good =
        ---
        title: Drawing a family
        covers: { "[" }genogram]
        ---

## Theme

theme-syntax = { $what ->
        [unclosed] “{ $reason }” is never closed. All rules after it are inside of it.
       *[other] This file of the theme can’t be read: { $reason }
    }
    .hint = Fix the line in the message. If you delete the file, the default theme’s file is used.
    .why =
        If a template or a file of words can’t be read, no page can be built with it.
        Until you fix it, the default theme’s files are used, so that the other checks can run.
    .bad =
        { "{%" } if page.summary { "%}" }{ "{{" } page.summary { "}}" }
    .good =
        { "{%" } if page.summary { "%}" }{ "{{" } page.summary { "}}" }{ "{%" } endif { "%}" }

theme-render = No page can be built with this template: { $reason }
    .hint = Check the spelling of the names in it. Put a value that may be absent inside { "{%" } if … { "%}" }.
    .why =
        The template uses a value that the page doesn’t have, or words that don’t exist.
        Leaving it blank would hide the problem.
    .bad = { "{{" } page.titel { "}}" }
    .good = { "{{" } page.title { "}}" }

theme-unknown-file = A theme has no file “{ $path }”.
    .hint = Check that it has the same name as the file that you want to replace. Put your own parts into templates/part, and images into assets.
    .why =
        A theme folder replaces only files of the default theme that have the same name.
        If one letter is wrong, your change has no effect.
    .bad = my-theme/templates/page.htm
    .good = my-theme/templates/page.html

theme-unknown-key = Nothing in the theme uses the words “{ $key }”.
    .hint = Check that they have the key of the words they should replace. For words of a template of your own, write the key there.
    .why =
        Words of a theme replace those with the same key, and no others.
        With one letter wrong, what you changed doesn’t show.
    .bad = hoome = Home
    .good = home = Home

unknown-language = There are no words for the language “{ $language }”.
    .hint = Use one of { $known }. A theme can add a language: a file “locales/{ $language }.yaml” and its words, “locales/{ $language }.ftl”.
    .why = The language decides the words around the texts, where sentences end, and what the checks look for.
    .bad = language: english
    .good = language: en-GB

unchecked-language = Some checks don’t know the language “{ $language }”: { $checks }.
    .hint = Check these by eye, or add them to “locales/{ $language }.yaml” in the theme; “locales/en.yaml” shows how.
    .why = Names, addresses, hard themes and outdated words look different in every language. Without rules for a language nothing is found, and that is easily taken for “nothing is wrong”.
    .bad = language: fr
    .good = language: en

theme-missing-words = Some words of the theme have no translation into “{ $language }”: they will be shown in English.
    .hint = Add to “locales/{ $language }.ftl”, or to a file beside it: { $keys } ({ $n ->
        [one] one is
       *[other] { $n } are
    } missing).
    .why = A learner shouldn’t have to read two languages on one page.
    .bad =
        # locales/fr.ftl
        search = Rechercher
    .good =
        # locales/fr.ftl, with every key of the locales/en….ftl files
        search = Rechercher
        settings = Affichage

locale-pattern = This pattern can’t be read: { $reason }.
    .hint = Correct the regular expression. Look-around and back-references aren’t available, because the program and the browser must read it alike.
    .why = A check with a broken pattern would find nothing.
    .bad = pattern: '(\d+'
    .good = pattern: '(\d+)'
