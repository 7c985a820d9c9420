# 演習の種類 match の言葉。

exercise-kind-match = 組み合わせる
how-match = それぞれに合うものを、上の中から選びます。使わないものや、二度使うものがあってもかまいません。欄では、番号のキーを押しても選べます（10番は0）。
match-choices = 選べるもの
after-match = 組み合わせと、その理由

## Script：スクリプトが出す言葉

choice-used = { $choice }（ほかで選択中）
