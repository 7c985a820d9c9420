# 演習の種類 cloze の言葉。

exercise-kind-cloze = 空欄に書く
how-cloze = 番号のついた空欄に、あてはまる言葉を入れます。
bank = 使える言葉
hint-of = { $label }の手がかり
after-cloze = 空欄の言葉と、その理由
asked-blank = 空欄{ $n }
