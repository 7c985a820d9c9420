# 記入欄の種類 mark の言葉。

marks-short = ◎ ○ △ ×
marks-one = （一つを丸で囲む）
mark-best = ◎ よくできた
mark-good = ○ できた
mark-part = △ 少しできた
mark-not = × できなかった
mark-note = ひとこと
asked-mark-note = 記号に添える言葉
