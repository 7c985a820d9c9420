# 記入欄の種類 day の言葉。

hour = 時刻
oclock = { $n }時
day-does = していること
day-notes = 気づいたこと
