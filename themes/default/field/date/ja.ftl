# 記入欄の種類 date の言葉。

blank-date = 　　　　年　　　月　　　日（　　）
# 用紙の日付と、Excelの書式
paper-date = { $y }年{ $m }月{ $d }日
workbook-date = yyyy/m/d
