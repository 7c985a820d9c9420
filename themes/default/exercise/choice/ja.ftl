# 演習の種類 choice の言葉。

exercise-kind-choice = 選ぶ
pick-one = 一つ選びます
pick-several = あてはまるものをすべて選びます
settled = 定まった答え
after-choice = 選んだ先に起こりそうなこと
asked-choice = 選んだもの
