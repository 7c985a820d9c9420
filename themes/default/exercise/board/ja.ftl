# 演習の種類 board の言葉。

exercise-kind-board = カードをまとめる
how-board = 近いと思うカードに、同じ番号をつけます。カードを押してから、下のグループを押しても入ります。ひとりのままのカードがあってもかまいません。
how-board-groups = グループに、短い名前をつけます。
group = グループ
group-n = グループ{ $n }
own-card = 自分のカード{ $n }
own-card-group = 自分のカード{ $n }のグループ
add-card = カードを足す
after-board = まとめ方の一例
after-board-lead = ほかのまとめ方もあります。名前のつけ方まで見比べます。
asked-group-of = 「{ $card }」を入れたグループ
asked-group-title = グループの名前
asked-own-card = 自分で書いたカード

## Script：スクリプトが出す言葉

card-pick = 動かす
card-put = ここに入れる
card-picked = 「{ $card }」を入れるグループを押してください。
group-untitled = グループ{ $n }（名前なし）
