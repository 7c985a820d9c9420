# 演習の種類 concordance の言葉。

exercise-kind-concordance = 情報の重みを考える
concordance-how = 新しい情報を一つずつ読みます。その情報で仮説が強まるか弱まるかを選び、わけを書きます。正解はありません。
concordance-round = { $n }つめの情報
concordance-hypothesis = 仮説
concordance-information = 新しくわかったこと
concordance-weigh = これを知って、仮説は
concordance-why = そう考えたわけ
concordance-much-weaker = −2 かなり弱まる
concordance-weaker = −1 やや弱まる
concordance-same = 0 変わらない
concordance-stronger = ＋1 やや強まる
concordance-much-stronger = ＋2 かなり強まる
concordance-commit = 書きとめて、次の情報を読む
concordance-read-on = 書かずに、次の情報を読む
concordance-lock = 次の情報を閉じておくのは、ここまでに知ったことだけで重みを考えるための工夫です。書きとめたあとは、重みもわけも変えられません。
after-concordance = 一つずつふりかえる
asked-weigh = 情報{ $n }の重み
asked-weigh-why = 情報{ $n }をそう見たわけ

## Script：スクリプトが出す言葉

concordance-first = 重みとわけを書いてから、次の情報を開きます。
concordance-opened = 次の情報を開きました：{ $title }
concordance-committed = { $when }に書きとめました
concordance-passed = 書かずに読んだ情報です
concordance-passed-draft = 書きかけのまま先へ進んだ情報です。
concordance-added = あとから教材に加わった情報です。
