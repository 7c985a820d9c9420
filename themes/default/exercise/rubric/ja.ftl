# 演習の種類 rubric の言葉。

exercise-kind-rubric = 自分をふりかえる
