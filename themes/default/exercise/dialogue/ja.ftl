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
dialogue-map = 面接の地図（書く人と進行する人へ）
dialogue-map-how = すべての場面と、言葉の行き先です。このブラウザーで通った道すじも出ます。線は、1回めが太い線、2回めが破線です。学ぶ人の画面には出ません。
dialogue-map-drawing = 面接の地図。同じことを、下の一覧に言葉で書いています
dialogue-map-turn = 場面{ $n }
dialogue-map-way = { $say } → 場面{ $n }
dialogue-map-start = ここから始める
dialogue-map-start-at = 場面{ $n }から始める
dialogue-map-started = 場面{ $n }から始めました
dialogue-map-looked = 見比べた答えは変えられません。「もう一度」を押してから選んでください。
dialogue-map-ends = 面接の終わり
dialogue-map-dead = 行き止まり
dialogue-map-lost = はじめの場面から来る道がありません
dialogue-map-unmet = まだ通っていません
dialogue-map-runs = 通った回：{ $runs }
