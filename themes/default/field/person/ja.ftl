# 記入欄の種類 person の言葉。

person-name = 呼び名
person-age = 年齢
person-relation = 間柄
person-label = 呼び名
