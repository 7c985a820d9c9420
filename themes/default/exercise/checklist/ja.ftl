# 演習の種類 checklist の言葉。

exercise-kind-checklist = 一つずつ確かめる
how-checklist = 一つずつ、いまの様子を選びます。
after-checklist = 次にすること
next-step = まだのとき
