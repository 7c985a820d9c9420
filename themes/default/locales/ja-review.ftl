# 答えを読み合うページの言葉。

review = 答えを読み合う
review-intro = ほかの人の答えを、その人が書いたとおりに読んで、答えごとにコメントを書けます。もらったコメントは、自分の答えの横に並びます。ここで開いた人の答えは、あなたの答えと混ざりません。
review-no-scripts = このページを使うには、スクリプトが動くブラウザーが必要です。
review-files = ファイルを開く
review-files-about = 答えのファイル（.mitate.json）か、コメントのファイル（.mitate-review.json）を選んでください。コメントのファイルは、いくつでもいっしょに開けます。コメントだけを開くと、自分の答えの横に出ます。
review-open = ファイルを選ぶ
review-see-own = 自分の答えを見る
review-how = 答えの下の「コメントを書く」から書きます。もとの答えは変わりません。書き終えたら、コメントのファイルに書き出して、その人に渡してください。
review-name = 名前（書かなくてもかまいません）
review-save = コメントをファイルに書き出す
review-close = 閉じる
review-forget = 書きかけを消す

## Script：スクリプトが出す言葉

review-of-file = 「{ $file }」の答え
review-own = 自分の答え
review-own-file = このブラウザーでは、ほかのページに書いた答えがここに出ません。自分の答えのファイルも、いっしょに開いてください。
review-nothing = ここには、書いたものがありません。
review-write = コメントを書く
review-comment-on = 「{ $label }」へのコメントを書く
review-by = { $who }（{ $when }）
review-unnamed = レビューした人{ $n }
review-changed = このコメントのあとで、答えを書きかえています。
review-about = コメントしたときの答え
review-lost = 答えの見つからないコメント
review-left = 読めないコメントが{ $n }つあり、除きました。
review-none = コメントがまだありません。
review-kept = 書きかけのコメントは、このブラウザーの中に残ります。同じ答えのファイルを開くと、続きから書けます。
review-kept-in-tab = 書きかけのコメントは、このタブを閉じると消えます。閉じる前に、ファイルに書き出してください。
review-leave = 書き出していないコメントがあります
review-leave-save = ファイルに書き出して進む
review-leave-discard = コメントを捨てて進む
review-forget-title = 書きかけのコメントを消しますか
review-forget-about = このファイルへのコメントを、このブラウザーから消します。書き出したファイルは、そのまま残ります。
review-forget-yes = 消す
review-forgotten = 書きかけのコメントを消しました。
review-not-kept = 書きかけのコメントを残せません。閉じる前に、ファイルに書き出してください。
