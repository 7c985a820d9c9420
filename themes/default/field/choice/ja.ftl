# 記入欄の種類 choice の言葉。

choose-one = 一つに印をつける
