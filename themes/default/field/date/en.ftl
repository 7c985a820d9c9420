# Words of the field type date.

blank-date = Day:        Month:        Year:
