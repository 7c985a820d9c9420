# 演習の種類 staged の言葉。

exercise-kind-staged = 段階ごとに読む
staged-how = 一つの段階を読んだら、いまの見立てと確信度を書きとめてから、次の段階を開きます。書きとめたものは、あとから変えられません。
staged-commit = 書きとめて、次の段階を開く
staged-commit-last = 書きとめて、読み終える
staged-read-on = 書かずに、読むだけにする
staged-lock = 次の段階を閉じておくのは、自分の見立てを先に書くための工夫です。秘密にしているわけではなく、事例のページではいつでも全部を読めます。
staged-later-how = この段階を読んだときには書いていません。先を読んでから思ったこととして残ります。
asked-reading = 段階{ $n }の見立て
asked-sure = 段階{ $n }の確信度（0〜100）
asked-change = 段階{ $n }で変わったことと、そのわけ
asked-later = 段階{ $n }について、あとから書いたこと

## Script：スクリプトが出す言葉

staged-read = いまの見立て
staged-change = 前の段階から変わったことと、そのわけ
staged-later = あとから書いた
staged-committed = { $when }に書きとめました
staged-passed = 書かずに読んだ段階です
staged-passed-draft = 書きかけのまま先へ進んだ段階です。
staged-added = あとから教材に加わった段階です。
staged-opened = 次の段階を開きました：{ $title }
staged-first = 見立てと確信度を書いてから、次の段階を開きます。
staged-beside = 段階ごとの見立てを並べて
