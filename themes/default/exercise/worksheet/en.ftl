# Words of the exercise kind worksheet.

exercise-kind-worksheet = Fill in a form
open-form = Open the form “{ $title }”

## Script: words that scripts show

form-filled = { $n } of { $total } fields filled in
form-empty = Not filled in yet
form-unknown = This page can’t tell whether you have filled it in
