# WordとExcelの用紙の言葉。

paper-rest = このほかに書いたこと
paper-exercise = 演習「{ $title }」
paper-docx = Wordの用紙
paper-part = { $paper }：{ $part }
paper-whole = 全体
papers-of = 用紙
save-word = Wordで保存
save-word-failed = Wordのファイルを作れませんでした。もう一度押してください。
paper-number = 番号
paper-sure = どのくらい確かだと思うか（0〜100）
paper-how-match = 上の中からそれぞれに合うものを選び、番号を書きます。使わないものや、二度使うものがあってもかまいません。
paper-how-board = 近いと思うカードに、同じ番号を書きます。ひとりのままのカードがあってもかまいません。
paper-how-dialogue = { $person }との面接です。場面1から始めます。言うことを一つ選んだら、おわりのページから、選んだ番号のところだけを読んで先へ進みます。選んだ番号は「たどった道すじ」に書きます。
paper-dialogue-way = たどった道すじ
paper-dialogue-then = 選んだ言葉のあと
paper-dialogue-then-how = 選んだ番号のところだけを読みます。切り分けておいて、選ばれたものを渡すこともできます。
paper-how-staged = 一つの段階を読んだら、いまの見立てと確信度を書いてから、次のページへ進みます。
paper-incident-facts = 聞かれたら渡す紙
paper-incident-facts-how = このページから先は、進行する人が持ちます。切り分けておいて、聞かれたものだけを渡します。
paper-how-ledger = 事例の文を読み、仮説を支える根拠と、合わない根拠を書きぬきます。仮説は一つに決めなくてかまいません。
paper-how-draw = 枠の中に、図を描きます。次のページの表は、図のかわりに言葉で書くときに使います。
paper-draw-tables = 言葉で書くとき
paper-use-form = 様式「{ $title }」の用紙に書きます。
