# 演習の種類 dialogue の言葉。

exercise-kind-dialogue = 面接の分かれ道
dialogue-how = { $person }との面接です。言うことを一つ選ぶと、{ $person }の様子が変わります。前の場面に戻って、選び直すこともできます。
dialogue-turn = 場面{ $n }
dialogue-then = こう言うと
dialogue-goes-to = 場面{ $n }へ進む
dialogue-own-examples = ほかの人は、こう言いました
dialogue-end = 面接はここで終わります。
skill-used = 使った技術
reply-honours = 守った原則
reply-strains = 守りにくくなった原則
asked-own-words = 自分の言葉
asked-path = 選んだ道すじ
asked-why-said = そう言ったわけ

## Script：スクリプトが出す言葉

dialogue-own = 自分の言葉で言う
dialogue-step = { $n }回目のやりとり
dialogue-you = あなた
dialogue-back = { $n }回目のやりとりに戻りました
dialogue-rewind = ここからやり直す
dialogue-rewind-to = ここからやり直す（{ $n }回目のやりとり）
dialogue-rewind-title = { $n }回目のやりとりからやり直しますか
dialogue-rewind-about = それから後の{ $n }回分のやりとりが、この答えからなくなります。次の言葉を選ぶか、自分の言葉を書き直すまでは、元に戻せます。
dialogue-rewound = { $n }回分のやりとりを取り消しました。
dialogue-say-own = この言葉で言う
dialogue-own-empty = 言葉を書いてから押してください。
dialogue-ended = 面接はここで終わりました。「見比べる」を押すと、道すじ全体をふりかえれます。
dialogue-lost = この先の場面は、いまの教材にありません。
dialogue-review = 選んだ言葉が相手に何を起こしたかを、はじめから読み返します。そう言ったわけも書きとめられます。
dialogue-why = そう言ったわけ（あとで書いてもかまいません）
dialogue-why-said = そう言ったわけ：{ $why }
dialogue-gone = いまの教材にないやりとりです。
