# Words of the field type day.

hour = Time
oclock = { $n }:00
day-does = What the person does
day-notes = What you noticed
