# 演習の種類 worksheet の言葉。

exercise-kind-worksheet = 様式に書く
open-form = 様式「{ $title }」を開く

## Script：スクリプトが出す言葉

form-filled = { $total }欄のうち{ $n }欄に書いてあります
form-empty = まだ書いていません
form-unknown = 書いてあるかどうかは、このページからはわかりません
