# ページを投影するときの言葉。

project = 投影する

## Script：スクリプトが出す言葉

project-dialog = 投影
project-end = 終わる
project-back = 研修に戻る
project-prev = 前へ
project-next = 次へ
project-after = このあとに読むもの
project-full = 全画面
project-enter = 答えたら、Enter
project-gate = 「{ $title }」へ進みます
