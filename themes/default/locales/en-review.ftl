# Words of the page on which people read each other’s answers.

review = Read each other’s answers
review-intro = Read someone’s answers as they wrote them, and comment on each answer. Comments that you get appear beside your own answers. Answers that you open here don’t mix with yours.
review-no-scripts = This page needs a browser that runs JavaScript.
review-files = Open files
review-files-about = Choose an answer file (.mitate.json) or review files (.mitate-review.json), as many as you like. Review files alone appear beside your own answers.
review-open = Choose files
review-see-own = See your own answers
review-how = Choose “Write a comment” below an answer. The answer itself doesn’t change. When you’re done, export your comments as a file and give it to the person.
review-name = Your name (you can leave it blank)
review-save = Export comments to a file
review-close = Close
review-forget = Delete unfinished comments

## Script: what scripts show

review-of-file = Answers of “{ $file }”
review-own = Your own answers
review-own-file = In this browser, answers from other pages don’t appear here. Open your own answer file too.
review-nothing = Nothing is written here.
review-write = Write a comment
review-comment-on = Write a comment on “{ $label }”
review-by = { $who } ({ $when })
review-unnamed = Reviewer { $n }
review-changed = The answer has changed since this comment.
review-about = The answer when this was written
review-lost = Comments without an answer
review-left =
    { $n ->
        [one] { $n } comment couldn’t be read and was left out.
       *[other] { $n } comments couldn’t be read and were left out.
    }
review-none = There are no comments yet.
review-kept = Comments stay in this browser until you export them. Open the same answer file to continue.
review-kept-in-tab = Comments are gone when you close this tab. Export them before you close it.
review-leave = There are comments that aren’t exported
review-leave-save = Export them and go on
review-leave-discard = Discard them and go on
review-forget-title = Delete the unfinished comments?
review-forget-about = Your comments on this file are deleted from this browser. Files that you exported stay as they are.
review-forget-yes = Delete
review-forgotten = The unfinished comments are deleted.
review-not-kept = Comments can’t be stored here. Export them before you close the page.
