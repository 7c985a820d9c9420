# Words of the field type date: what differs in American English.

blank-date = Month:        Day:        Year:
