# Words of the exercise kind worksheet.

exercise-kind-worksheet = Fill in a form
open-form = Open the form “{ $title }”

## Script: words that scripts show

form-filled = { $n } of { $total } fields filled in
form-empty = Nothing written yet
form-unknown = This page can’t tell whether anything is written there
form-count = { $n } fields have something in them
