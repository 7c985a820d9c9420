# 記入欄の種類 mark の言葉。

marks-short = ◎ ○ △ ×
marks-one = （一つを丸で囲む）
mark-best = ◎ 達成
mark-good = ○ 順調
mark-part = △ 課題がある
mark-not = × むずかしい・中止
mark-note = ひとこと
asked-mark-note = 記号に添える言葉
