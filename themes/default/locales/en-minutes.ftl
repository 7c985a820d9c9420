# From minutes into the table of a plan or the agenda of the next meeting, by a file

take-minutes = Take rows from a file of minutes

## Script: words that scripts show
taken-title = What was decided in “{ $file }”
taken-about = The rows you choose are added below the rows that are there. Those don’t change.
taken-of = Minutes
taken-minutes = { $title } ({ $day })
taken-minutes-n = { $title } (sheet { $n })
taken-open = Can’t be done now
taken-row = Take row { $n }
taken-room = { $n ->
        [one] This table has room for one more row. Rows are added from the top.
       *[other] This table has room for { $n } more rows. Rows are added from the top.
    }
taken-long = { $n ->
        [one] One row is too long to take (more than { $most } characters in a cell).
       *[other] { $n } rows are too long to take (more than { $most } characters in a cell).
    }
taken-take = Add the chosen rows
taken-undecided = Nothing has been decided yet: “Who does what, by when” is empty.
taken-nothing = The minutes in this file contain no decisions.
taken-no-minutes = This file contains no minutes. Save it on the page of a meeting with “Save what was decided as a file”.
taken-full = No more rows fit into this table.
taken-none = No row was chosen. Nothing has changed.
taken-done = { $n ->
        [one] One row added.
       *[other] { $n } rows added.
    }
taken-over = { $n ->
        [one] One row didn’t fit and wasn’t added.
       *[other] { $n } rows didn’t fit and weren’t added.
    }
taken-undo = { $n ->
        [one] Remove the added row
       *[other] Remove the { $n } added rows
    }
taken-undone = The added rows were removed.
taken-kept = { $n ->
        [one] One cell that was changed afterwards was kept.
       *[other] { $n } cells that were changed afterwards were kept.
    }
