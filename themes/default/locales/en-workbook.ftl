# Words of forms in Excel

paper-xlsx = Excel file
workbook-form = Form
workbook-data = Data
workbook-name = Field name
workbook-label = Field
workbook-value = Answer
workbook-choose = {"Choose one: "}
# A field that must be filled in
workbook-required = ({ $word })
# Between the two ends of a scale
workbook-to = { " – " }
