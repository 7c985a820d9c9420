# Words of the field type date.

blank-date = Day:        Month:        Year:
# A date on paper, and its format in Excel
paper-date = { $d }/{ $m }/{ $y }
workbook-date = d/m/yyyy
