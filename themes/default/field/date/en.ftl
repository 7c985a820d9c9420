# Words of the field type date.

blank-date = Year:          Month:        Day:
