# 記入欄の種類 number の言葉。

range = （{ $min }〜{ $max }）
