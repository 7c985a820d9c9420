# What is reported to authors (English). By code: what is wrong; .hint how to fix it; .why the reason for the check; .bad an example that triggers it; .good the same example, fixed.

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
explain-bad = What triggers it
explain-good = Fixed

## Reading files

not-utf8 = Line { $line } holds a character that cannot be read as UTF-8.
    .hint = Save the file again and choose the encoding “UTF-8”.
    .why =
        Files of a course are written in UTF-8, so that they open alike on every computer.
        A file saved as Shift_JIS or the like turns into garbage on other screens and on the published site.
        Guessing the unreadable characters would change the words of a case, so nothing is guessed.
    .bad = cases/morning-classroom.md saved as Shift_JIS
    .good = cases/morning-classroom.md saved as UTF-8

symlink-outside = This is a link (symlink) to a file that is outside the course or gone ({ $target }).
    .hint = Copy the file itself into the course's folder.
    .why =
        A course is handed on as a folder, and opened on other computers.
        A link to a file outside is broken as soon as the folder is somewhere else.
        It might also publish a file that was never meant to be shown.
    .bad = images/flow.png → /home/a/Desktop/flow.png
    .good = images/flow.png (the file itself)

not-a-file = This is a pipe, a device or a socket, not a file.
    .hint = Remove it from the course's folder, or replace it with a file.
    .why =
        Reading a pipe or a device may never end.
        Only regular files are part of a course.
    .bad = modules/01-start/10-setting.md, made with mkfifo
    .good = modules/01-start/10-setting.md, saved by an editor

file-too-large = This file is too large ({ $size }; at most { $limit }).
    .hint = Make it smaller: divide a text, save an image in fewer pixels, shorten a recording. A large recording is better put on a server of your own and linked by its address.
    .why =
        Learners open a course on phones and slow networks, and many web servers refuse files above 100 MB.
        Markdown, YAML and SVG files may have 5 MB, all other files 100 MB.
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
        A script in an image could read what learners wrote. A reference to another server reveals the reader to that server.
        A course works offline, and nothing leaves the learner's computer.
    .bad = <svg …><script>…</script></svg>
    .good = <svg …><rect …/></svg>

## YAML and front matter

yaml-syntax = { $cause ->
        [tab] A tab is used for indentation.
        [unclosed] A bracket or quotation mark is opened and never closed.
        [indent] The indentation of this line does not fit its neighbours.
        [colon] The colon here cannot be understood.
        [alias] A value that begins with * or & cannot be read.
        [deep] This is nested too deeply to be read.
        [merge] Merging with << is not possible.
        [wide-colon] The colon behind the key is full-width.
        [colon-blank] There is no space after the key's colon.
        [wide-blank] There is a full-width space here.
        [wide-indent] The line is indented with full-width spaces.
        [dash-blank] There is no space after the - of this item.
        [quote] The signs in this value make YAML read it as something else.
        [wide-comma] The comma inside the braces is full-width.
       *[other] This line cannot be read as YAML.
    }
    .hint = { $cause ->
        [tab] Delete the tab and use spaces: as many as the line above has, or two more inside of it.
        [unclosed] Close every { "[" }, { "{" }, " and ' at the end of the same value.
        [indent] Give lines that belong side by side the same number of spaces at the beginning.
        [colon] After a key come a colon and one space. Put a value that itself holds “: ” between " and ".
        [alias] Put the whole value between " and ".
        [deep] Nest less deeply. If this is a text that begins with a sign such as { "[" }, put the whole text between " and ".
        [merge] Write the shared part out wherever it is needed.
        [wide-colon] Write a half-width : and one space.
        [colon-blank] Write one space after the colon.
        [wide-blank] Write a half-width space.
        [wide-indent] Indent with half-width spaces, two for each level.
        [dash-blank] Write one space after the hyphen.
        [quote] Put the whole value in quotation marks: { $fix }
        [wide-comma] Write a half-width comma and one space.
       *[other] Line it up with its neighbours, put a space after the colon, and put a value that begins with a sign between " and ".
    }
    .why =
        Titles and lists are written as “key: value” (YAML).
        With one wrong space, or a colon without its space, it is unclear where a value ends.
        Guessing could make a stage or a field vanish without a word, so the place is shown instead.
    .bad =
        title: Practising the interview: the first five minutes
        summary: How to greet
    .good =
        title: "Practising the interview: the first five minutes"
        summary: How to greet

no-front-matter = The file does not begin with settings between two lines of ---.
    .hint = Write at the very top: a line ---, a line “title: …”, and another line ---.
    .why =
        A page's title and the syllabus items that it teaches are at the top, between two lines of ---.
        Without a title the page can be shown in no list.
        The first --- has to be the very first line: not even an empty line may come before it.
    .bad =
        ## The first meeting

        What do you look for on the first day?
    .good =
        ---
        title: The first meeting
        ---
        What do you look for on the first day?

unclosed-front-matter = The settings at the top are not ended by a second line of ---.
    .hint = Add a line with only --- after the last setting.
    .why =
        The settings at the top end with a line that holds only ---.
        Without it, it is unclear where the text begins, and all of it would be read as settings.
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
       *[key] The keys allowed here are { $known }.
    }
    .why =
        A misspelt key could only be skipped, with all that is written under it.
        Otherwise you would not know why your words do not appear.
        So every key that is not known is shown.
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
        Only what no page can do without has to be written.
        A page without a title can be listed nowhere; to a field without an id no answer can be tied.
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
        [list] The list has nothing in it.
        [map] Nothing is written under this key.
        [bool] true or false is missing.
        [integer] The number is missing.
        [count] The number is missing.
       *[text] The value is empty.
    }
    .hint = { $expected ->
        [list] Write lines that begin with “- ” below it. If there is nothing to list, delete the line.
        [map] Write indented “key: value” lines below it. If it is not needed, delete the line.
        [bool] Write true or false after the colon.
        [integer] Write a number after the colon.
        [count] Write a number after the colon.
       *[text] Write the value after the colon or hyphen. If it is not needed, delete the whole line.
    }
    .why =
        A key without a value is nearly always something that was begun and forgotten.
        Published like that, it would leave cards without a title and frames with nothing in them.
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
           *[integer] so large a number
        }.
        [count] A whole number from 0 belongs here, not { $found ->
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
       *[text] Write one value after the colon. Put it between " and " if it begins with { "[" } or { "{" } or holds “: ”.
    }
    .why =
        Text, numbers, lists and “key: value” lines are distinguished by how they are written.
        “15 minutes” is text: it cannot be added up.
        Guessing at the meaning would put odd values in odd places.
    .bad =
        minutes: 15 minutes
        covers: biestek-7
    .good =
        minutes: 15
        covers: { "[" }biestek-7]

unknown-value = “{ $value }” cannot be written here.
    .hint = What can be written here: { $known }.
    .why =
        Where one of a few words has to be chosen, the word decides how a page or a form is made.
        With a word that is not known, a form's field or a diagram would turn into something else.
    .bad =
        id: date
        kind: calendar
        label: Day of the interview
    .good =
        id: date
        kind: date
        label: Day of the interview

value-cut = { $what ->
        [name] “{ $found }” is read as the name or the type of the value and not shown.
        [name-alone] “{ $found }” is read as the name or the type of the value and not shown.
       *[value] “{ $found }” is read as a comment and not shown.
    }
    .hint = { $what ->
        [name-alone] Remove “{ $found }”.
        [comment] For a comment, write a space after #: { $fix } For words to be shown, write them on the next lines.
       *[value] Put the whole value in quotation marks: { $fix }
    }
    .why =
        In YAML, everything after a space and # is a comment.
        It is easy to miss that words such as “#2” are gone.
        For a comment, write a space after #.
    .bad = title: Interview #2 after the silence
    .good = title: "Interview #2 after the silence"

folded-value = The value continues on the next line, so a space is put before “{ $found }”.
    .hint = Write it on one line, or write “key: |” and indent the lines below it. Blank lines divide paragraphs.
    .why =
        YAML joins the lines of a value with spaces. Japanese has no spaces between words, so one shows inside a sentence.
        With |, line breaks and blank lines are read as they are written.
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
        The quotation marks of a word processor show up in titles and options.
    .bad = title: “声”
    .good = title: "声"

plain-markup = Markdown has no effect here, and the marks are shown ({ $found }).
    .hint = Remove the marks and write words only.
    .why =
        Titles also appear in lists, in browser tabs and in the margins of printed pages.
        Marks of emphasis or ruby stay marks there.
    .bad = title: The **beginning**
    .good = title: The beginning

marked-answer = The answer holds Markdown marks ({ $found }). Every right answer would count as wrong.
    .hint = Remove the marks and write only the words that learners will write.
    .why =
        What learners write is compared with these words letter by letter.
        An answer without marks does not match one with marks.
    .bad = answers: ["**rapport**"]
    .good = answers: [rapport]

invalid-id = “{ $id }” cannot be an id.
    .hint = Use only small letters a–z, digits and hyphens, such as morning-classroom. The same goes for the names of files.
    .why =
        An id ties links, addresses of pages and learners' saved answers together.
        Computers and servers treat capitals, spaces and other scripts differently, which breaks links.
        The title that readers see is written in “title”, so a short plain id is enough.
    .bad =
        id: First Interview
        title: First interview
    .good =
        id: first-interview
        title: First interview

## Text (Markdown)

heading-one = A heading in the text has only one #.
    .hint = Write ## instead. The page's title is taken from “title” at the top.
    .why =
        A heading with one # is the title of the whole page.
        The title comes from “title” already; with a second one, a screen reader seems to read two pages at once.
    .bad =
        # The first meeting

        What do you look for on the first day?
    .good =
        ## The first meeting

        What do you look for on the first day?

heading-jump = A heading of level { $to } comes right below level { $from }.
    .hint = Use one # more than the heading above has. The title counts as #, so the first heading of a text has ##.
    .why =
        The levels of headings make the contents list, and let users of screen readers move about.
        Where a level is skipped, it sounds as if something had been missed.
        Please keep the order even where you only want smaller letters.
    .bad =
        ## Before listening

        #### Making the room ready
    .good =
        ## Before listening

        ### Making the room ready

duplicate-anchor = Two headings of this text have the id “{ $anchor }”.
    .hint = Give one of them another name in place of { "{" }#{ $anchor }{ "}" }.
    .why =
        The id of a heading is where links lead.
        Where two are the same, the second can never be reached.
        In a case it marks a stage, so quoted evidence would point at the wrong place.
    .bad =
        ## What happened { "{" }#incident{ "}" }

        ## At school { "{" }#incident{ "}" }
    .good =
        ## What happened { "{" }#incident{ "}" }

        ## At school { "{" }#school{ "}" }

missing-alt = The image “{ $path }” has no alt text.
    .hint = Write between ![ and ] one sentence for those who cannot see the image.
    .why =
        The alt text is all that readers get who listen to the page, or whose images do not load.
        Not “Figure 1”, but what one should see in it.
    .bad = Look at this figure. ![](../../images/flow.png)
    .good = Look at this figure. ![Arrows lead from the one who was asked to three people at school](../../images/flow.png)

raw-html = HTML tags cannot be used in the text ({ $html }).
    .hint = { $twin ->
        [break] Write a blank line for a new paragraph, or a \ at the end of the line for a line break. In a table cell, use sentences or another row.
        [strong] Write “**words**” for bold; use it instead of underlining and colours too.
        [emphasis] Write “*words*” for emphasis.
        [strike] Write “~~words~~” to strike words out.
        [table] Write a table as a row “| scene | support |”, a row “|---|---|”, and the other rows.
        [list] Start each item with “- ” or “1. ”.
        [heading] Start a heading with “## ”.
        [image] Write a picture as “![what it shows](../images/seat.png)”.
        [link] Write a link as “{ "[" }text](20-facts.md)”.
        [ruby] Write ruby as “｜見立《みた》て”.
        [rule] Write “---” between blank lines for a dividing line.
        [code] Put code between ` and `.
        [quote] Start the lines of a quotation with “> ”.
        [alert] Write “> { "[" }!NOTE]”, and start the lines below it with “> ”.
        [plain] Remove the tags and keep the words.
       *[other] Write **words** for bold, ｜見立《みた》て for ruby, > { "[" }!NOTE] for an alert. To show a tag as text, put it between ` and `.
    }
    .why =
        HTML that looks right on your screen may break on paper, in a screen reader or in the search.
        A tag copied from elsewhere may even track readers.
        What a course needs can be written in Markdown and the few signs of its own.
    .bad = Give the words back <b>as they were</b>.
    .good = Give the words back **as they were**.

undefined-footnote = The footnote [^{ $name }] has no text.
    .hint = At the end, after an empty line, write “[^{ $name }]: ” and the note.
    .why =
        A footnote mark without a note stays in the text as bare signs.
        If it was to name a source, readers cannot follow it.
    .bad = The light of the room matters as well[^room].
    .good =
        The light of the room matters as well[^room].

        { "[" }^room]: Some people suffer from glare.

unused-footnote = Nothing in the text refers to the footnote [^{ $name }].
    .hint = Write [^{ $name }] right behind the words that it belongs to, or delete the footnote.
    .why =
        A footnote that nothing refers to is not shown.
        Perhaps its mark was lost in an edit, or the two names differ.
    .bad =
        The light of the room matters as well.

        { "[" }^room]: Some people suffer from glare.
    .good =
        The light of the room matters as well[^room].

        { "[" }^room]: Some people suffer from glare.

unsafe-link = A link may not lead there ({ $url }).
    .hint = Write an address that begins with https://, or a file of the course.
    .why =
        A link that begins with javascript: or data: can run a foreign program in the reader's browser.
        One that begins with file: points into the writer's own computer and opens for nobody else.
    .bad = [An example](file:///C:/Users/a/example.pdf) is at hand.
    .good = [An example](../../files/example.pdf) is at hand.

remote-image = This image would be loaded from another site ({ $url }).
    .hint = Save it in the folder images and write ![words](../../images/name.png).
    .why =
        An image on another site is missing without a network, and when the other site removes it.
        The other site also learns who reads, and when.
        Make sure that you may use it, and put it into the course.
    .bad = This is the room. ![Desk and chairs](https://example.com/room.png)
    .good = This is the room. ![Desk and chairs](../../images/room.png)

words-lost = { $what ->
        [cells] This row has more cells than the table has columns ({ $fix }). The extra cells are not shown.
        [term-in-cell] The | inside the term divides the cell. The words after it are not shown.
        [exercise] “{ $found }” does not start an exercise. The exercise disappears from the page.
        [indented-fence] The spaces before this line keep it from starting an exercise or a block.
        [fence-wide] Full-width ｀ does not start an exercise or a block.
        [fence] The block that starts here is never closed. Everything after it is treated as code.
        [braces] The words in braces are not shown in the heading.
        [link-title] The words in quotation marks ({ $fix }) are not shown.
        [second-front-matter] There are two front matters. The second is not read.
        [stage-title] The stage's title ({ $fix }) and its heading in the text ({ $found }) differ. The heading is not shown.
        [definition] A line that starts with “[{ $fix }]:” is read as the address of a link and not shown.
       *[other] These words are not shown.
    }
    .hint = { $what ->
        [cells] Write { $fix } cells. For a bar in the words, write \|.
        [term-in-cell] Write this row as “{ $fix }”.
        [exercise] Write “{ $fix }”, then a line with the exercise's id, then a line with ```.
        [indented-fence] Remove the spaces before ```.
        [fence-wide] Write “{ $fix }” in half-width characters.
        [fence] End the block with a line “{ $fix }”.
        [braces] Write “{ $fix }”. Braces are for the name of an anchor: { "{" }#id{ "}" }.
        [link-title] Move the words into the link's text or into the sentence.
        [second-front-matter] Move its lines between the first two lines of ---.
        [stage-title] Change the heading to “{ $fix }”, or the title in the front matter to match the heading.
        [definition] For a sentence, write a \ before the first [.
       *[other] Change how it is written.
    }
    .why =
        Authors can't see that words are missing from the page.
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
        [heading] This is not read as a heading ({ $found }).
        [bullet] This is not read as a list ({ $found }).
        [number] This is not read as a numbered list ({ $found }).
        [indent] The indented list is not part of the item above.
        [quote] This is not read as a quotation ({ $found }).
        [rule] This is not read as a dividing line ({ $found }).
        [table] This is not read as a table ({ $found }).
        [table-rule] This is not read as a table: the line below its head is missing.
        [container] “{ $found }” is shown as it is: this kind of box can't be used.
        [colon] The : at the start makes the line above a term, and this line its definition.
        [underline] The --- below makes the sentence above it a heading.
        [indented] Four spaces at the start make this code.
        [alert] This is not read as an alert ({ $found }).
        [emphasis] The marks of emphasis are shown as they are ({ $found }).
        [emphasis-open] “{ $found }” has no partner and is shown as it is.
        [link] This is not read as a link ({ $found }).
        [term] This is not read as a term ({ $found }).
        [term-open] The brackets of a term don't match and are shown as they are ({ $found }).
        [ruby] This is not read as ruby ({ $found }).
        [ruby-open] The brackets of the ruby are not closed ({ $found }).
        [footnote] This is not read as a footnote ({ $found }).
        [attributes] “{ $found }” can't be used and is shown as it is.
       *[tag] A full-width tag is shown as it is ({ $found }).
    }
    .hint = { $what ->
        [heading] Write “{ $fix }”, with half-width # and a half-width space.
        [bullet] Write one item per line, such as “{ $fix }”, with a hyphen and a space, after a blank line.
        [number] Write one item per line, such as “{ $fix }”, with a number, a full stop and a space, after a blank line.
        [indent] Indent it with half-width spaces: “{ $fix }”.
        [quote] Write “{ $fix }”.
        [rule] Write “{ $fix }”, with blank lines around it.
        [table] Write “{ $fix }” with half-width | and -.
        [table-rule] Below the first row, write “{ $fix }”.
        [container] Write “{ $fix }”, and start the lines below it with “> ”. Remove the lines of :::.
        [colon] For a sentence, write “{ $fix }”, or put a blank line before it.
        [underline] For a dividing line, put a blank line before ---. For a heading, start the line with “## ”.
        [indented] Remove the spaces: “{ $fix }”.
        [alert] Write it in two lines: “{ $fix }”. NOTE, TIP, IMPORTANT, WARNING and CAUTION can be used.
        [emphasis] Write “{ $fix }”.
        [emphasis-open] Put it on both sides of the words, or remove it. To show it, write a \ before it.
        [link] Write “{ $fix }” in half-width characters, without a space between.
        [term] Write “{ $fix }” in half-width characters.
        [term-open] Put { "[[" } and { "]]" } around the term. To show them, write a \ before them.
        [ruby] Write “{ $fix }” with full-width ｜ and 《》.
        [ruby-open] Write “{ $fix }”.
        [footnote] Write “{ $fix }” in half-width characters.
        [attributes] Remove it. The theme decides on sizes and looks.
       *[tag] Remove the tag and write Markdown instead.
    }
    .why =
        Marks on a page look broken, and screen readers read them aloud.
        Full-width and half-width characters are hard to distinguish.
        To show a mark, put it between ` and `, or write a \ before it.
    .bad =
        ##Before waiting

        First, ＊＊choose a seat＊＊.
    .good =
        ## Before waiting

        First, **choose a seat**.

empty-exercise = The place of an exercise holds exactly one id.
    .hint = Below ```exercise write the name of a file of the folder exercises, without “.yaml”.
    .why =
        The id between ```exercise and ``` says which exercise is shown here.
        With no id, or with two, that is unclear.
        For two exercises write two such blocks.
    .bad =
        ```exercise
        ```
    .good =
        ```exercise
        biestek-utterances
        ```

## References

not-a-reference = “{ $value }” does not name a page of the course.
    .hint = Write it as “kind:id”. The kinds are { $known }. A page is written “page:module/page”.
    .why =
        The links of entrances and paths are written as a kind and an id, so that they stay whole when files are moved.
    .bad =
        entrances:
          - title: An interview tomorrow
            links: { "[" }modules/01-first/20-interview.md]
    .good =
        entrances:
          - title: An interview tomorrow
            links: { "[" }"page:first/interview"]

leads-nowhere = “{ $title }” leads nowhere: it has no { $what }.
    .hint = Write at least one of “{ $what }”, or remove “{ $title }”.
    .why =
        Entrances and paths are opened first by those who have little time.
        Where there is a title and nothing behind it, they are stuck.
    .bad =
        entrances:
          - title: An interview tomorrow
            links: { "[" }]
    .good =
        entrances:
          - title: An interview tomorrow
            links: { "[" }"page:first/interview"]

unknown-kind = There are no links that begin with “{ $kind }:”.
    .hint = Links into the course begin with { $known }. Links to other sites begin with https://.
    .why =
        A link written as “kind:id” stays whole when files are moved.
        If the kind is not known, the link cannot be looked up.
    .bad = Ask the [homeroom teacher](person:homeroom-teacher) first.
    .good = Ask the [homeroom teacher](role:homeroom-teacher) first.

unknown-reference = { $kind ->
        [module] There is no module “{ $id }”.
        [page] There is no page “{ $id }”.
        [case] There is no case “{ $id }”.
        [role] There is no role “{ $id }”.
        [principle] There is no set of principles “{ $id }”.
        [process] There is no process “{ $id }”.
        [worksheet] There is no worksheet “{ $id }”.
        [exercise] There is no exercise “{ $id }”.
        [meeting] There is no meeting “{ $id }”.
        [item] There is no syllabus item “{ $id }”.
        [area] There is no syllabus area “{ $id }”.
        [term] There is no term with the id “{ $id }”.
        [glossary] There is no glossary “{ $id }”.
        [syllabus] There is no syllabus “{ $id }”.
       *[course] There is no course “{ $id }”.
    }
    .hint = { $kind ->
        [module] The id is the folder's name in modules without its number: encounter for 01-encounter.
        [page] Write module/page, both without their numbers, such as page:encounter/biestek.
        [case] Write the name of a file in the folder cases, without “.md”.
        [role] Write the name of a file in the folder roles, without “.md”.
        [principle] Write the name of a file in the folder principles, without “.md”.
        [process] Write the name of a file in the folder processes, without “.yaml”.
        [worksheet] Write the name of a file in the folder worksheets, without “.yaml”.
        [exercise] Write the name of a file in the folder exercises, without “.yaml”.
        [meeting] Write the name of a file in the folder meetings, without “.yaml”.
        [item] Write an id from “items” in syllabus.yaml. A new item is added there first.
        [area] Write an id from “areas” in syllabus.yaml. A new area is added there first.
        [term] Write an id from glossary.yaml. To name a term by its words, write [[words]].
       *[course] Check the spelling of the id.
    }
    .why =
        Pages, roles, exercises are named by their id, which is the name of the file.
        A reference that leads nowhere stops a learner in the middle of the way.
        After renaming a file, fix the places that name it.
    .bad =
        process: care-managment
    .good =
        process: care-management

unknown-member = { $kind ->
        [principle] The set of principles “{ $id }” has no principle “{ $member }”.
        [process] The process “{ $id }” has no stage “{ $member }”.
        [case] The case “{ $id }” has no stage or heading “{ $member }”.
        [role] The role “{ $id }” has no heading “{ $member }”.
        [worksheet] The worksheet “{ $id }” has no part “{ $member }”.
       *[page] “{ $id }” has no part “{ $member }”.
    }
    .hint = { $kind ->
        [principle] Write an id from “members” in principles/{ $id }.md.
        [process] Write an id from “stages” in processes/{ $id }.yaml.
        [case] Write an id from “stages” in cases/{ $id }.md.
        [role] Add { "{" }#{ $member }{ "}" } to a heading in roles/{ $id }.md, or delete “#{ $member }”.
       *[worksheet] Write an id that is there, or delete “#{ $member }”.
    }
    .why =
        One principle of a set, one stage of a process, is named by its id within the whole.
        With a wrong name, a link only reaches the top of the page, and what it meant is lost.
        Among the duties of a role, it could not be shown which stage the work belongs to.
    .bad = In doubt, go back to [acceptance](principle:biestek#accept).
    .good = In doubt, go back to [acceptance](principle:biestek#acceptance).

unknown-term = “{ $term }” is not in the glossary.
    .hint = Add “- { "{" } id: { $free }, term: { $term }, definition: meaning { "}" }” to “terms” in glossary.yaml, or remove [[ and ]].
    .why =
        Words between [[ and ]] get the meaning that the glossary gives.
        If the glossary does not have them, a learner who asks for the meaning gets nothing.
    .bad = Do not hurry [[raport]] in the first meeting.
    .good = Do not hurry [[rapport]] in the first meeting.

ambiguous-term = “{ $term }” fits two terms of the glossary ({ $first } and { $second }).
    .hint = Choose one and write [{ $term }](term:{ $first }), or take “{ $term }” out of “also” in glossary.yaml.
    .why =
        Where glossary.yaml has the same words as “term” of one entry and in “also” of another, it is unclear which is meant.
        Rather than show a learner the wrong meaning, you are asked to choose.
    .bad = In the [[intake]], listen before you fill in forms.
    .good = In the [intake](term:intake), listen before you fill in forms.

dead-link = There is no file “{ $path }”.
    .hint = Write the place as seen from this file: 20-interview.md in the same folder, ../name.md one folder up.
    .why =
        Learners read a course in rooms without a network, too.
        They cannot look for what a broken link meant.
        It happens most often after a file was renamed.
    .bad = Read on in [the interview](20-intervew.md).
    .good = Read on in [the interview](20-interview.md).

dead-anchor = There is no heading for “{ $path }#{ $anchor }”.
    .hint = Write { "{" }#{ $anchor }{ "}" } at the end of the heading that is meant, or correct the link's spelling.
    .why =
        What follows the # names a heading of the page.
        Without that heading the link only reaches the top, and what it meant is lost.
        A made name changes with the heading's words, so give headings that you link to a name of their own: { "{" }#name{ "}" }.
    .bad =
        The reason is given [below](#reason).

        ## Why so
    .good =
        The reason is given [below](#reason).

        ## Why so { "{" }#reason{ "}" }

outside-course = “{ $path }” points outside the course's folder.
    .hint = Copy the file into the course, and write its place with fewer “../”.
    .why =
        Only what is inside the course's folder is published.
        A file outside opens on the writer's computer and nowhere else.
    .bad = The form is [here](../../../shared/form.pdf).
    .good = The form is [here](../../files/form.pdf).

weak-alt = The alt text “{ $alt }” does not say what the picture shows.
    .hint = Describe in a few words what readers should see, as in “![An empty seat beside the umbrella stand](../images/seat.png)”.
    .why =
        Readers who can't see the picture, or read on paper, get only these words.
        “Figure 1” or the name that a camera gave says nothing.
    .bad = ![IMG_2043.png](../images/IMG_2043.png)
    .good = ![An empty seat beside the umbrella stand](../images/seat.png)

large-picture = This picture has { $size } MB and takes long to load on a phone or a school network.
    .hint = Scale it to a width of about 1600 pixels and below 2 MB, and replace it.
    .why =
        Photos are often stored many times larger than they are shown.
        Readers who wait for seconds don't read on.
    .bad = images/classroom.png (20 MB)
    .good = images/classroom.jpg (400 KB)

image-not-found = The image “{ $path }” was not found.
    .hint = Put it into the folder images, and write its place as seen from this file, such as ../../images/flow.png.
    .why =
        A missing image leaves an empty frame on the page.
        Capitals count: flow.PNG is not flow.png on a published site.
    .bad = It goes like this. ![The course of a consultation](../../images/folw.png)
    .good = It goes like this. ![The course of a consultation](../../images/flow.png)

image-unreadable = The size of the image “{ $path }” cannot be read.
    .hint = Open it and save it again as PNG, JPEG, WebP or GIF. Give an SVG a width and a height.
    .why =
        Where width and height are known beforehand, the text does not jump while a page loads.
        An image that cannot be read is damaged, or is not what the end of its name says.
    .bad = a PDF that was renamed flow.png
    .good = flow.png, exported as PNG

## Ids and files

duplicate-id = The id “{ $id }” is used twice.
    .hint = Give one of them another id. A file's id is its name without the number in front and without “.md” or “.yaml”.
    .why =
        Links, saved answers and quoted evidence depend on ids.
        Where two are the same, one answer would end up in the other field.
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

duplicate-url = The address of this file's page, “{ $url }”, is taken already.
    .hint = Rename the file or folder. A module cannot be called cases, roles, search and the like.
    .why =
        The address of a page comes from the names of its folder and file.
        Of two pages with the same address, one would overwrite the other.
    .bad = modules/03-cases/index.md (the same address as the list of cases)
    .good = modules/03-case-reading/index.md

missing-module-index = “{ $module }” has no index.md.
    .hint = Make “{ $module }/index.md” with three lines: ---, “title: ” and the module's title, ---.
    .why =
        A module's title and introduction are written in index.md.
        Without it the module cannot be named in the contents, and its pages have no way in.
    .bad = modules/02-listening/10-silence.md alone
    .good = modules/02-listening/index.md and modules/02-listening/10-silence.md

misnamed-file = This file is not read because of its extension or its capitals.
    .hint = Rename it to “{ $name }”.
    .why =
        Files are recognised by their names. Extensions other than .md and .yaml, and names with capitals, are not read.
        Windows hides extensions, so a file may be called .md.txt without showing it.
    .bad = worksheets/visit-note.yml
    .good = worksheets/visit-note.yaml

unportable-name = { $why ->
        [device] Windows reserves “{ $name }” for a device: no file or folder can have this name.
        [character] “{ $name }” has a character that Windows does not allow.
        [end] “{ $name }” starts or ends with a space or a full stop, which Windows does not allow.
        [same] Two files are named “{ $name }”: their names differ only in how the characters are stored. Only one of them can be read.
       *[case] “{ $path }” and “{ $name }” differ only in capitals. Windows and macOS can hold only one of them.
    }
    .hint = { $why ->
        [device] Use another name (not con, prn, aux, nul, com1–com9, lpt1–lpt9).
        [character] Use a name without < > : " | ? * \.
        [end] Remove the spaces or full stops at both ends of the name.
       *[case] Rename one of them, and change the links to it.
    }
    .why =
        The site of a course is often handed out as a zip file.
        A single name that can't be stored keeps it from being opened on other computers.
    .bad = modules/01-start/10-con.md
    .good = modules/01-start/10-contact.md

unused-file = Nothing in the course uses this file, so it is not in the site.
    .hint = Link to an image or a paper from a text; put a page into its folder (modules, cases, roles …). Delete what is not needed.
    .why =
        A file that nothing uses often means a misspelt link or a wrong folder.
        Files that end in .yml, and cases in a folder within the folder, are not read.
        The site holds only files that a text links to or shows, so notes in the course's folder are not published.
    .bad = cases/2026/morning-classroom.md
    .good = cases/morning-classroom.md

unsafe-file = “{ $path }” { $kind ->
        [svg] is an SVG image and can only be shown, not linked to
       *[page] would open as a web page or a program of this site
    }, so a link to it is not allowed.
    .hint = { $kind ->
        [svg] Show it in the text: ![what it shows]({ $path }). To hand it out, save it as PDF or PNG.
       *[page] Write a page in Markdown instead. To hand the file out, save it as PDF, or pack it into a ZIP file.
    }
    .why =
        A web page or a program in the course's folder opens at the same address as the course.
        It could read what learners wrote, and send it to others.
    .bad = [Survey](../../files/survey.html)
    .good = [Survey](../../files/survey.pdf)

placeholder-id = “{ $id }” is the example's id, not an id of this course.
    .hint = Write an id that no other course has, such as the name of your team and a few letters: { $example }.
    .why =
        Answers are kept in the learner's browser under the course's id.
        Two courses with the same id would mix their answers, and deleting those of one would delete those of the other.
    .bad = id: my-course
    .good = id: listening-2026-k7mq

## Cases

missing-fictional = The declaration that this case is fictional (fictional: true) is missing.
    .hint = Make sure that it describes no living person; then write “fictional: true” in the settings at the top.
    .why =
        Cases for training are copied, projected and taken home.
        A true story with a few details changed is recognised by the person, the family, the neighbours.
        Only what its writer can declare to be invented belongs into a course.
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
        A case is read as it comes to be known: bit by bit.
        Stages let learners write a first formulation, read on, and revise it.
        Give even a short case one stage.
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
    .hint = Where the stage begins, write “## ” with its title and { "{" }#{ $id }{ "}" }.
    .why =
        The text of each stage begins at the heading that has its id.
        Without the heading there is nothing to read in that stage, and its text runs on in the one before.
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

stage-order = The heading of the stage “{ $id }” is not in the order given under “stages”.
    .related = its heading is here
    .hint = Move the row in “stages”, or the heading with { "{" }#{ $id }{ "}" }, so that both have the same order.
    .why =
        Learners read stage after stage, in the order of “stages”.
        If the text has another order, they read first what should come to light later.
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
        [mail] This looks like a mail address ({ $found }).
        [postcode] This looks like a post code ({ $found }).
        [address] This looks like a street address ({ $found }).
        [number] This looks like a person's insurance or health service number ({ $found }).
       *[birth-date] This looks like a person's full date of birth ({ $found }).
    }
    .hint = { $what ->
        [phone] Take the number out; write “phone number” or the like.
        [mail] Take the address out; write “mail address” or the like.
        [postcode] Take the code out; write “the city of A”.
        [address] Write “the city of A” or “near the station”, without a number.
        [number] Take the number out; write “insurance number” or the like.
       *[birth-date] Leave year and day open: “April of year X”, or “aged 13”.
    } To keep a public number, write “allow: { "[" }"{ $found }"]” in course.yaml.
    .why =
        Even in an invented case, a number or a date may belong to a real person.
        Readers take what looks real for real, and may look for its owner.
        Learning needs an age and a season, not numbers and dates.
    .bad = A was born on 2012-05-14. The mother's phone is 090-1234-5678.
    .good = A is 13. The mother can only be reached at lunch time.

real-looking-name = { $what ->
        [person] “{ $found }” looks like a real person's name.
        [school] “{ $found }” looks like the name of a real school.
       *[place] “{ $found }” looks like the name of a real place or institution.
    }
    .hint = { $what ->
        [person] Write a letter such as A or B, a given name alone such as Alex, or a role such as “mother” or “class teacher”. To keep a name that may be shown, write “allow: { "[" }{ $found }]” in course.yaml.
        [school] Write a letter for the name, as in “School B”.
       *[place] Write a letter for the name, as in “the city of A” or “Hospital C”.
    }
    .why =
        A name makes readers wonder who that might be.
        A school or a person of the same name may find itself tied to a story it knows nothing of.
        A role says more about what a person does in the case.
    .bad =
        person:
          label: Emma Wilson
    .good =
        person:
          label: A

missing-content-note = The case mentions “{ $word }”, but has no note for readers (content-notes).
    .hint = Write “content-notes:” at the top, and in the next line “  - ” with a few words on what comes up.
    .why =
        Readers have histories of their own.
        A note beforehand lets them choose their time, read with someone else, or skip the case.
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
        [unknown-id] The diagram has nobody and nothing named “{ $id }”.
        [self-union] “{ $id }” is joined to itself.
        [too-many-parents] “{ $id }” has more than two biological parents.
        [twins-apart] “{ $id }” and its twin do not have the same parents.
        [parent-not-older] The parent “{ $parent }” is not older than the child “{ $child }”.
        [dates-outside-life] The age or death of “{ $id }” does not agree with a union or a birth.
        [ancestor-cycle] “{ $id }” is among its own ancestors.
        [two-homes] No single line encloses this household without someone who does not belong to it.
        [duplicate-tie] Two lines lead to “{ $id }” in the same stage.
        [self-tie] “{ $id }” is tied to itself.
        [unreadable-date] This timeline cannot place “{ $date }”.
        [range-reversed] The timeline ends ({ $to }) before it begins ({ $from }).
        [mixed-calendars] “{ $date }” counts years in another way than the others.
        [ambiguous-date] “{ $date }” can be read as the year { $from } and as month { $to } of year X.
        [ends-before-start] It ends ({ $to }) before it begins ({ $from }).
        [outside-range] “{ $date }” lies outside the timeline.
        [feeling-range] “feeling” is a whole number from -2 to 2.
        [too-many-conditions] There are more than 4 different “conditions” in the diagram.
        [too-large] This diagram is too large to draw.
       *[other] This diagram cannot be drawn ({ $problem }).
    }
    .hint = { $problem ->
        [unknown-id] List the person or the system first, and spell its id the same.
        [too-many-parents] For an adopted or foster child write kind: adopted or foster under children.
        [twins-apart] List twins among the children of one union.
        [parent-not-older] Check the ages, or write kind: adopted.
        [two-homes] Divide the household in two, or check who lives there.
        [duplicate-tie] For a tie that changes, give the earlier one “until” and the later one “stage”.
        [unreadable-date] Write it like “13 years 6 months”, “Year 7” or “Grade 5”, “April of year X”, “2019-04”.
        [ambiguous-date] For the year write “year { $from }”; for the month write “X/{ $to }”.
        [mixed-calendars] In a case write every year as “year X” or “year X-3”, and every grade in one school system.
        [outside-range] Widen “start” or “end”, or check the date.
        [too-many-conditions] Keep the 4 that matter in this case, and write the others as a “note”.
        [too-large] Leave out people or places, or divide it into several diagrams.
       *[other] Check the ids and dates.
    }
    .why =
        A diagram of a family or a life is read without doubt.
        A parent younger than the child, or a line to nobody, takes the trust from the whole case.
        The same rules hold for the diagrams that learners draw.
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

unjoined-relative = In the genogram nothing joins “{ $label }” to anyone.
    .hint = Write { $id } as one of the “children” or “partners” of a union; for someone who isn’t related, add a line to “relations”.
    .why =
        Readers cannot know who a symbol without any line is.
        Grandparents, uncles and aunts belong to the unions of the generation above: the lines then say who they are.
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
    .hint = Add a second one, which reads the same facts in another way.
    .why =
        A single formulation looks like the right answer.
        Where several can be held, learners begin to ask what each rests on and what to find out next.
    .bad =
        formulations:
          - id: f1
            title: Noise and lunch do not suit A
            reading: Days off fall on days with school lunch.
            misses: How tired A is at home.
    .good =
        formulations:
          - id: f1
            title: Noise and lunch do not suit A
            reading: Days off fall on days with school lunch.
            misses: How tired A is at home.
          - id: f2
            title: On guard at home, A has no strength left in the morning
            reading: Days off follow the brother's visits to hospital.
            misses: What happens in the classroom.

## Processes and principles

process-one-stage = A process needs at least two stages.
    .hint = List the stages in order under “stages:”, each with id, title and purpose.
    .why =
        A process leads from one stage to the next.
        A single stage leads nowhere, and cannot be drawn.
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

back-to-later-stage = The “{ $id }” of back-to is not an earlier stage.
    .hint = Write the id of an earlier stage. To go on to the next one, no back-to is needed.
    .why =
        back-to shows a way back to an earlier stage.
        If it names a later stage, or its own, the arrow in the diagram says the opposite.
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

duty-without-process = There are duties, but not the process whose stages they belong to.
    .hint = Add a line “process: ” with the name of a file in the folder processes, without “.yaml”.
    .why =
        “intake” means different things in different processes.
        Only when the process is known can one table show who acts when.
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

worksheet-without-fields = This worksheet has no field to write in.
    .hint = Under “sections” write id, title and fields; under “fields” list fields with id, kind and label.
    .why =
        A worksheet without fields prints as a blank sheet.
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
        [matrix] List rows and columns, each with id and label.
        [table] List columns, each with id and label.
       *[choice] List options, each with id and label. For free writing, use the kind text.
    }
    .why =
        A field to choose from, with nothing to choose, prints as nothing at all, and the writer is stuck.
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
    .hint = Write the smaller number as min and the larger as max (for rows: min-rows and max-rows).
    .why =
        With the minimum above the maximum, no number at all can be written.
        A scale could not be drawn.
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

unknown-field = { $by ->
        [for] An example names the field “{ $id }”, which is none of this exercise.
        [sequence] “sequence” names “{ $id }”, which is not in this form.
        [column] This table has no column “{ $id }”.
        [unlike] “unlike” names the field “{ $id }”, which is not in the other form.
       *[when] “when” names the field “{ $id }”, which is no other field of this form.
    }
    .hint = { $by ->
        [for] Write the id of one of this exercise's fields, or delete “for”.
        [sequence] Write the id of a field of the same form; “first” and “later” take sections too.
        [column] Write the id of one of the table's columns.
        [unlike] Write the id of a field of the form that “worksheet” names.
       *[when] Write the id of another field of the same form.
    }
    .why =
        “when” decides by the answer to another field whether this one is asked.
        If that field is not there, this one never opens.
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

condition-needs-choice = “when” names the field “{ $id }”, whose kind ({ $kind }) has no options.
    .hint = Name a field whose kind is choice or choices.
    .why =
        “when” opens a field only while a certain option of another one is chosen.
        Of a field that is written freely, nobody can say which answer opens it.
    .bad =
        - { "{" } id: reason, kind: text, label: Reason { "}" }
        - { "{" } id: more, kind: text, label: More, when: { "{" } field: reason, is: other { "}" } { "}" }
    .good =
        - { "{" } id: reason, kind: choice, label: Reason, options: { "[" }{ "{" } id: self, label: Own wish { "}" }, { "{" } id: other, label: Other { "}" }] { "}" }
        - { "{" } id: more, kind: text, label: More, when: { "{" } field: reason, is: other { "}" } { "}" }

meaningless-key = { $why ->
        [first] The first card has “{ $key }”, but there is no card before it.
        [grid] There are rows and columns, and “{ $key }” as well.
        [start] The beginning of a diagram (“start”) has “{ $key }”, but there are no stages here.
        [case] There is “{ $key }”, but no case.
        [matrix] “{ $key }” means nothing for the column “{ $id }” of a matrix.
        [column] “{ $key }” means nothing for the column “{ $id }”: its kind is { $kind }.
       *[kind] “{ $key }” means nothing for a field of kind { $kind }.
    }
    .hint = { $why ->
        [first] Delete “{ $key }” from the first card.
        [grid] Keep either “{ $key }”, or rows and columns.
        [start] Remove “{ $key }”: only what is there from the beginning is written.
        [case] Remove “{ $key }”, or name the case.
        [matrix] Delete “{ $key }”, or change the kind of the field to table.
        [column] Delete “{ $key }”, or change the kind to one that has it.
       *[kind] Delete “{ $key }”, or change the kind to one that has it.
    }
    .why =
        A key that is not used shows that the page will not be what its author has in mind.
        Were it dropped in silence, options or rows would be missing from the published form.
    .bad = - { "{" } id: why, kind: text, label: Why, lines: 5 { "}" }
    .good = - { "{" } id: why, kind: long-text, label: Why, lines: 5 { "}" }

sequence-needs-kind = “sequence” names “{ $id }”, which is of kind { $kind }; { $wanted } is needed here.
    .hint = Name a field or column of kind { $wanted }, or change the kind of this one.
    .why =
        The rules of taking over go by the kinds of fields.
        Unless the column of ◎○△× is of kind mark, nobody can say which rows end and which go on.
    .bad =
        sequence:
          rows: { "{" } table: needs, mark: person { "}" }   # person is a text column
    .good =
        sequence:
          rows: { "{" } table: needs, mark: mark { "}" }     # mark is of kind mark

not-on-every-sheet = The field “{ $id }” is required before the next sheet, but is { $when ->
        [first] on the first sheet only.
       *[later] on later sheets only.
    }
    .hint = Name only fields that are on every sheet. To require a field on later sheets, give it required: true.
    .why =
        Nobody can go on while something is asked for that has no place to be written.
        Required fields on later sheets are asked for from the second sheet on.
    .bad =
        sequence:
          later: [monitoring]
          before-next: [{ "{" } field: met-on { "}" }]   # a field of monitoring
    .good =
        sequence:
          later: [monitoring]
          before-next: [{ "{" } field: agreed { "}" }]   # a field of every sheet

## meetings

meeting-without-steps = A meeting needs at least one step.
    .hint = List the steps in order under “steps:”, each with id, title, minutes and does.
    .why =
        The run sheet, the presenter's view and the minutes all follow from the steps.
        Without a step there is nothing to make them of.
    .bad =
        steps: []
    .good =
        steps:
          - id: opening
            title: What we keep to
            minutes: 5
            does: Read the rules aloud.

step-without-minutes = The step “{ $id }” does not say how many minutes it takes.
    .hint = Write a number from 1 on, such as “minutes: 10”.
    .why =
        The times of the run sheet and the clock of the presenter's view come from the minutes of each step.
        One step without minutes leaves the times of all later ones open.
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

meeting-overruns = The steps take { $n } minutes together, more than the { $total } of the meeting.
    .hint = Shorten a step, or set “minutes:” to { $n } or more.
    .why =
        The time of the end is a promise to those who come.
        If a run sheet takes too long, its end is cut: the decisions and the next date.
    .bad =
        minutes: 20
        steps:
          - id: incident
            title: Hear the incident
            minutes: 15
            does: Let the teacher tell it.
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
            does: Let the teacher tell it.
          - id: review
            title: Look back
            minutes: 10
            does: Show each other the cards.

card-without-role = The card “{ $id }” does not say whose it is.
    .hint = Write the id of a role of the course under “role:”, or a name under “label:”.
    .why =
        Role cards are handed out, one to each person, when the meeting begins.
        A card that is nobody's cannot be handed out.
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
        In PCAGIP participants take no notes: all look at the board that the recorders write on.
        Those who write look down, and the presenter feels examined.
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

## Exercises

too-few = “{ $what }” holds { $given }; this kind of exercise needs at least { $least }.
    .hint = Add to “{ $what }”, or change the kind of the exercise.
    .why =
        To choose takes two options, to put in order takes three cards.
        With fewer there is nothing to think about.
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

too-many = “{ $what }” is { $given }; { $most } is the most.
    .hint = Make “{ $what }” { $most } or less.
    .why = There is a limit to the cards that one person can handle, and to what fits on paper.
    .bad = own-cards: 60
    .good = own-cards: 20

empty-group = Nothing belongs to “{ $title }” ({ $id }).
    .hint = Add a card or a sentence that belongs there, or delete “{ $id }”.
    .why =
        Where a place stays empty, learners think that the mistake is theirs and go on looking.
        A place that is only a trap teaches nothing.
    .bad =
        groups: { "[" }{ "{" } id: person, title: Person { "}" }, { "{" } id: place, title: Surroundings { "}" }]
        cards:
          - { "{" } id: c1, text: Likes drawing, in: { "[" }person], because: An interest of their own { "}" }
    .good =
        groups: { "[" }{ "{" } id: person, title: Person { "}" }, { "{" } id: place, title: Surroundings { "}" }]
        cards:
          - { "{" } id: c1, text: Likes drawing, in: { "[" }person], because: An interest of their own { "}" }
          - { "{" } id: c2, text: A quiet corridor, in: { "[" }place], because: A trait of the place { "}" }

blank-mismatch = { $problem ->
        [undeclared] The blank “{ $id }” of the text has no answer in “blanks”.
        [twice] The blank “{ $id }” is in the text twice.
       *[unplaced] The blank “{ $id }” is not in the text.
    }
    .hint = { $problem ->
        [undeclared] Add an entry with the id “{ $id }” to “blanks”.
        [twice] Give the second one another id, and add it to “blanks”.
       *[unplaced] Write { "{{" }{ $id }{ "}}" } in the text, or delete this entry.
    }
    .why =
        A mark in the text and its answer are tied together by an id.
        With only one of them, a blank gets no feedback, or an answer is seen by nobody.
    .bad =
        text: We work with persons and { "{{" }family{ "}}" }.
        blanks: { "[" }]
    .good =
        text: We work with persons and { "{{" }family{ "}}" }.
        blanks:
          - { "{" } id: family, answers: { "[" }families], because: They live together { "}" }

bank-without-answer = The answer “{ $answer }” of the blank “{ $id }” is not in “bank”.
    .hint = Add “{ $answer }” to “bank”.
    .why = A blank that is filled from a list cannot be filled by anybody while the list lacks its answer.
    .bad =
        bank: { "[" }community, goals]
        blanks:
          - { "{" } id: family, answers: { "[" }families], because: They live together { "}" }
    .good =
        bank: { "[" }community, goals, families]
        blanks:
          - { "{" } id: family, answers: { "[" }families], because: They live together { "}" }

dialogue-way = { $problem ->
        [dead-end] The interview breaks off here ({ $id }): there is nothing to say next, and no end.
        [end-goes-on] “{ $id }” is an end, and yet goes on.
        [unreachable] No way from the beginning leads to “{ $id }”.
       *[no-exit] From “{ $id }” on the ways go round and never come to an end.
    }
    .hint = { $problem ->
        [dead-end] Add options, or write ends: true.
        [end-goes-on] Delete ends: true, or the options and “own”.
        [unreachable] Write “{ $id }” as the “to” of some option, or delete this turn.
       *[no-exit] Let one of the options lead to a turn from which there is an end.
    }
    .why =
        As ways branch, not even their author sees all of them.
        Ways that break off and turns that nobody meets are found here.
    .bad =
        turns:
          - id: door
            says: The door opens a little
    .good =
        turns:
          - id: door
            says: The door opens a little
            ends: true

staged-order = What is asked after the stage “{ $id }” is not in the order of the case.
    .hint = List every stage of the case under “stages”, in the same order.
    .why =
        A case is read stage by stage, and what one thinks is written down before the next stage opens.
        A stage without a question would open the next one with nothing written down.
    .bad =
        case: morning-classroom
        stages:
          - { "{" } stage: school, ask: Write your formulation { "}" }
    .good =
        case: morning-classroom
        stages:
          - { "{" } stage: incident, ask: Write your formulation { "}" }
          - { "{" } stage: school, ask: What has changed? { "}" }

case-without-diagram = The case “{ $id }” has nothing to compare with ({ $draws }) in this stage.
    .hint = Write the diagram into the case, or name a stage that has one.
    .why =
        What a learner has drawn is shown beside the case's own diagram.
        Without it, nobody has anything to hold their drawing against.
    .bad =
        draws: ecomap
        case: umbrella
        stage: rain
    .good =
        draws: genogram
        case: umbrella
        stage: rain

ledger-view = The view “{ $view }” is listed twice.
    .hint = List questions, five-p and axes once each at most.
    .why =
        A hypothesis has one place in a view, however often the view is listed.
        The second may be a slip for another view.
    .bad = views: { "[" }questions, questions]
    .good = views: { "[" }questions, five-p]

ledger-without-strengths = The case “{ $id }” names no strengths.
    .hint = Write the strengths of the person and of the surroundings under “strengths” in the case.
    .why =
        The ledger asks learners back whether strengths are among their evidence.
        In a case without any, nobody notices a formulation made of difficulties alone.
    .bad =
        stages: { "[" }{ "{" } id: rain, title: Rain { "}" }]
        strengths: { "[" }]
    .good =
        stages: { "[" }{ "{" } id: rain, title: Rain { "}" }]
        strengths: { "[" }Comes on time although it rains]

reserved-field = “{ $id }” is the name of a field that this kind of exercise has by itself.
    .hint = Give the field that you add another id than “{ $id }”.
    .why =
        Answers are kept under the names of fields. With two fields of one name, what is written in one appears in the other.
        The incident process, for example, has problem, response, reason, sure, asked and free by itself.
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
        A level without a descriptor means something else to everyone who chooses it.
        Where it says what such an answer looks like, people rate themselves more truly.
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

missing-examples = A writing exercise needs a good example and a near one.
    .hint = Write under “examples” at least one with level: good and one with level: near.
    .why =
        Without anything to read beside one's own words, writing ends with writing.
        A good example alone looks like the right answer: a near miss and its reason belong there too.
    .bad =
        kind: write
        fields: { "[" }{ "{" } id: reply, kind: long-text, label: Your reply { "}" }]
    .good =
        kind: write
        fields: { "[" }{ "{" } id: reply, kind: long-text, label: Your reply { "}" }]
        examples:
          - { "{" } level: good, text: You came all the way here., because: Begins with what they did { "}" }
          - { "{" } level: near, text: You will be fine., because: It may be the listener who wants to be calm { "}" }

exercise-twice = The exercise “{ $id }” is on the same page twice.
    .hint = Delete one of them, or show another exercise.
    .why = Of two equal fields, what is written in one overwrites the other.
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
        Write “{ $id }” between ```exercise and ``` on the page that is to show it.
    .why = Learners reach an exercise only if a page shows it. This warning is there so that none is forgotten.
    .bad = exercises/first-words.yaml (on no page)
    .good =
        ```exercise
        first-words
        ```

longest-is-best = In { $n } of the { $total } questions with one best option, the best option is the longest.
    .hint = Make the best option shorter, or the others about as long.
    .why =
        If the best option is nearly always the longest, you can pick it without reading.
        Options of similar length make learners think about what they say.
    .bad =
        options:
          - { "{" } say: That must have been hard. Would you tell me what happened?, honours: [acceptance] { "}" }
          - { "{" } say: Cheer up, strains: [acceptance] { "}" }
    .good =
        options:
          - { "{" } say: May I ask what happened?, honours: [acceptance] { "}" }
          - { "{" } say: It happens to everyone. Don’t worry about it., strains: [acceptance] { "}" }

best-in-one-place = In all { $total } questions, the best option is number { $place }.
    .hint = Remove “keep-order: true” to have the order drawn. If the order matters, move the best option in some of the questions.
    .why = If the best option is always in the same place, you can pick it without reading.
    .bad = keep-order: true
    .good = keep-order: false

read-too-early = “{ $found }” is a quotation from a later stage: “{ $stage }”.
    .hint = Don’t use the same words here. Write only what has been read up to this point.
    .why =
        In a case that is read by stages, learners practise thinking without knowing what comes next.
        A summary, question or example that quotes a later stage gives it away.
    .bad = summary: A, who cried in the classroom in the morning, looks after a brother at night.
    .good = summary: A cried in the classroom in the morning.

whole-case-shown =
    The exercise “{ $id }” reads a case by stages, but the same page shows { $by ->
        [case] the whole case
       *[exercise] the exercise “{ $other }”, which contains the whole case
    }.
    .hint = Move the exercise that reads by stages to another page.
    .why = If the later stages can be read on the same page, nobody practises thinking without knowing them.
    .bad =
        ```exercise
        reading-by-stages
        ```

        ```exercise
        ledger-of-the-same-case
        ```
    .good = Put reading by stages and the ledger of hypotheses on two pages.

## Wording

outdated-term = “{ $found }” is no longer used, or is misspelt.
    .hint = Write “{ $use }”. Where the text is about the word itself, add “allow: { "[" }{ $found }]” to course.yaml.
    .why =
        Words have changed as laws and diagnoses were revised.
        One old word makes readers doubt everything around it.
        Some of them have hurt the people they spoke of.
    .bad = The leaflet says that an uncle committed suicide and that the aunt is wheelchair-bound.
    .good = The leaflet says that an uncle died by suicide and that the aunt uses a wheelchair.

mixed-circle = “{ $found }” is used as a mark.
    .hint = Write “{ $use }” instead. A 〇 for a left-out name (〇〇市) or a zero is right.
    .why =
        〇 looks like ○ but is a Chinese zero; x looks like × but is a letter.
        Where they are mixed, the search misses some, and screen readers say “zero” and “x”.
        The marks are ◎ ○ △ ×.
    .bad = 目標の達成は〇、時期の見直しはxとしました。
    .good = 目標の達成は○、時期の見直しは×としました。

## Syllabus

uncovered-item = Nothing in the course covers the syllabus item “{ $title }” ({ $id }).
    .hint = Add “covers: { "[" }{ $id }]” to the page or exercise that does.
    .why =
        syllabus.yaml lists what the course promises to teach.
        An item without a page or an exercise is a promise not kept.
        Write the page, or take the promise back.
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
       *[other] This file of the theme cannot be read: { $reason }
    }
    .hint = Fix the place that is named. If you delete the file, the default theme's file is used.
    .why =
        If a template or a file of words cannot be read, no page can be made of it.
        Until it is fixed, the default theme's templates are used, so that the other checks go on.
    .bad =
        { "{%" } if page.summary { "%}" }{ "{{" } page.summary { "}}" }
    .good =
        { "{%" } if page.summary { "%}" }{ "{{" } page.summary { "}}" }{ "{%" } endif { "%}" }

theme-render = No page can be made with this template: { $reason }
    .hint = Check the spelling of the names in it. Put a value that may be absent between { "{%" } if … { "%}" }.
    .why =
        The template asks for a value that a page does not have, or for words that do not exist.
        Were it left blank, nobody could see what is missing.
    .bad = { "{{" } page.titel { "}}" }
    .good = { "{{" } page.title { "}}" }

theme-unknown-file = Nothing in a theme uses “{ $path }”.
    .hint = Check that it has the name of the file it should replace. Put parts of your own into templates/part, pictures into assets.
    .why =
        A theme folder replaces files of the same name, and no others.
        With one letter wrong, what you changed does not show.
    .bad = my-theme/templates/page.htm
    .good = my-theme/templates/page.html

theme-unknown-key = Nothing in the theme uses the words “{ $key }”.
    .hint = Check that they have the key of the words they should replace. For words of a template of your own, write the key there.
    .why =
        Words of a theme replace those with the same key, and no others.
        With one letter wrong, what you changed does not show.
    .bad = hoome = Home
    .good = home = Home

unknown-language = There are no words for the language “{ $language }”.
    .hint = Use one of { $known }. A theme can add a language: a file “locales/{ $language }.yaml” and its words, “locales/{ $language }.ftl”.
    .why = The language decides the words around the texts, where sentences end, and what the checks look for.
    .bad = language: english
    .good = language: en-GB

unchecked-language = Some checks don't know the language “{ $language }”: { $checks }.
    .hint = Check these by eye, or add them to “locales/{ $language }.yaml” in the theme; “locales/en.yaml” shows how.
    .why = Names, addresses, hard themes and outdated words look different in every language. Without rules for a language nothing is found, and that is easily taken for “nothing is wrong”.
    .bad = language: fr
    .good = language: en

theme-missing-words = Some words of the theme have no translation into “{ $language }”: they will be shown in English.
    .hint = Add to “locales/{ $language }.ftl”, or to a file beside it: { $keys } ({ $n ->
        [one] one is
       *[other] { $n } are
    } missing).
    .why = A learner shouldn't have to read two languages on one page.
    .bad =
        # locales/fr.ftl
        search = Rechercher
    .good =
        # locales/fr.ftl, with every key of the locales/en….ftl files
        search = Rechercher
        settings = Affichage

locale-pattern = This pattern can't be read: { $reason }.
    .hint = Correct the regular expression. Look-around and back-references aren't available, because the program and the browser must read it alike.
    .why = A check with a broken pattern would find nothing.
    .bad = pattern: '(\d+'
    .good = pattern: '(\d+)'
