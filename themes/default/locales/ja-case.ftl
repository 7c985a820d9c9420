# 事例を考える演習（分岐する面接、段階開示）のことば。

choose = 選んでください
exercise-kind-dialogue = 面接の分かれ道
exercise-kind-staged = 段階ごとに読む

dialogue-how = { $person }との面接です。言うことを一つ選ぶと、{ $person }の様子が変わります。前の場面に戻って、選び直すこともできます。
dialogue-turn = 場面{ $n }
dialogue-then = こう言うと
dialogue-goes-to = 場面{ $n }へ進む
dialogue-own = 自分の言葉で言う
dialogue-own-examples = ほかの人は、こう言いました
dialogue-end = 面接はここで終わります。
skill-used = 使った技術
reply-honours = 支えた原則
reply-strains = 張りつめた原則

staged-how = 一つの段階を読んだら、いまの見立てと確信度を書きとめてから、次の段階を開きます。書きとめたものは、あとから変えられません。
staged-read = いまの見立て
staged-sure = どのくらい確かだと思うか
staged-sure-low = （まだわからない）
staged-sure-high = （これでまちがいない）
staged-change = 前の段階から変わったことと、そのわけ
staged-commit = 書きとめて、次の段階を開く
staged-commit-last = 書きとめて、読み終える
staged-read-on = 書かずに、読むだけにする
staged-lock = 次の段階を閉じておくのは、自分の見立てを先に書くための工夫です。秘密にしているわけではなく、事例のページではいつでも全部を読めます。

diagram-genogram = 家族の図（ジェノグラム）
diagram-ecomap = つながりの図（エコマップ）
diagram-timeline = 年表
diagram-week = 一週間
diagram-changed = この段階で変わったところがあります
diagram-in-words = 図を言葉で読む
sort-place = 置くところ

# 面接と段階開示で、スクリプトが出すことば
dialogue-step = { $n }回目のやりとり
dialogue-you = あなた
dialogue-back = { $n }回目のやりとりに戻りました
dialogue-rewind = ここからやり直す
dialogue-rewind-to = ここからやり直す（{ $n }回目のやりとり）
dialogue-say-own = この言葉で言う
dialogue-own-empty = 言葉を書いてから押してください。
dialogue-ended = 面接はここで終わりました。「見比べる」を押すと、道すじ全体をふり返れます。
dialogue-lost = この先の場面は、いまの教材にありません。
dialogue-review = 選んだ言葉が相手に何を起こしたかを、はじめから読み返します。そう言ったわけも書きとめられます。
dialogue-why = そう言ったわけ（あとで書いてもかまいません）
dialogue-why-said = そう言ったわけ：{ $why }
dialogue-gone = いまの教材にないやりとりです。
staged-committed = { $when }に書きとめました
staged-passed = 書かずに読んだ段階です
staged-opened = 次の段階を開きました：{ $title }
staged-first = 見立てと確信度を書いてから、次の段階を開きます。
staged-beside = 段階ごとの見立てを並べて
diagram-new = この段階から
diagram-gone = 前の段階まで
diagram-related = 関係の線も引く
diagram-letters = 名前を出さず、A、Bなどの文字にする
figure-large = 大きく見る
figure-svg = SVGで保存
figure-png = PNGで保存
figure-text = 言葉をコピー
figure-copied = コピーしました
figure-failed = できませんでした。もう一度ためしてください。
figure-close = 閉じる
