# 演習の種類 incident の言葉。

exercise-kind-incident = インシデント・プロセス
incident-how = はじめにわかっているのは、この出来事だけです。知りたいことを選び、知っている人に聞いてから考えます。
incident-how-most = 聞けるのは{ $n }つまでです。何を聞くかも、見立てのうちです。
incident-event = 出来事
incident-bank = 誰に、何を聞くか
incident-free = ほかに聞いておきたいこと
incident-free-how = 上にない問いを、誰に聞くのかと合わせて書きます。聞ける数には入りません。
incident-lock = 答えを閉じておくのは、何を聞くかを先に考えるための工夫で、秘密にしているわけではありません。聞かなかったことも、見比べるときに全部読めます。
incident-open-all = 聞かずに、全部開いて読むだけにする
incident-own = 聞いたことから考える
incident-problem = いま何を決めるか
incident-response = まず何をするか（誰が、いつ）
incident-reason = そう考えるわけ
incident-told = 聞けることと、そこからわかること
incident-readings = 事例を終わりまで読んだ人へ：成り立つ見立て
incident-asked = 聞いたこと（聞いた順に）
incident-unasked = 聞かなかったこと
incident-tells = 見立てがどう変わるか
incident-unknown = ほかの問いには
asked-of = 聞いたこと（{ $of }）

## Script：スクリプトが出す言葉

incident-ask = 聞く
incident-left = あと{ $n }つ聞けます。
incident-none-left = 聞ける数を使い切りました。ここまでにわかったことで考えてみてください。
incident-closed = 聞いていません
incident-reading = 全部開いて読んでいます。番号のあるものが、自分で聞いたことです。
incident-number = { $n }番め
incident-gone = いまの演習にない問い（聞いたときのまま）
incident-asked-none = 何も聞いていません。
