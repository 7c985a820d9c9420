# 演習の種類 write の言葉。

exercise-kind-write = 書く
