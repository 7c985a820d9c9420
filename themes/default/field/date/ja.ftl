# 記入欄の種類 date の言葉。

blank-date = 　　　　年　　　月　　　日（　　）
