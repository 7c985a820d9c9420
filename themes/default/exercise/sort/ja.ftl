# 演習の種類 sort の言葉。

exercise-kind-sort = 分ける
how-sort = 一枚ずつ、あてはまるところを一つ選びます。
how-sort-several = 一枚ずつ、あてはまるところをすべて選びます。
after-sort = 分け方と、その理由
differs-here = 人によって分かれる
sort-place = 置くところ
