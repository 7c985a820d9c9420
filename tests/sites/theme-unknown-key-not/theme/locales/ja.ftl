home = 家
own-words = 言葉
