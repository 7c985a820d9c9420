# Words of the field type date: what differs in American English.

blank-date = Month:        Day:        Year:
# A date on paper, and its format in Excel
paper-date = { $m }/{ $d }/{ $y }
workbook-date = m/d/yyyy
