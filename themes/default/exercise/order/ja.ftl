# 演習の種類 order の言葉。

exercise-kind-order = 並べる
how-order = 上から順になるように、1から{ $n }の番号をつけます。
place = 順番
you-placed = あなたがつけた番号
same-step = 前と同じ段階
after-order = 順番と、その理由

## Script：スクリプトが出す言葉

move-up = 「{ $card }」を一つ上へ
move-down = 「{ $card }」を一つ下へ
moved-to = 「{ $card }」は{ $n }番目になりました。
order-keep = この順番にする
order-kept = この順番を答えにしました。
