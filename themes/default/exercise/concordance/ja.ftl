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
after-concordance = 一つずつふりかえる
asked-weigh = 情報{ $n }の重み
asked-weigh-why = 情報{ $n }をそう見たわけ
