# 「わたしの答え」のページの「学びの記録」。

learning-about = 何をいつ練習し、自分でどう見たかを、職場や研修の記録に出せる一枚にします。書いた答えの中身は入りません。名前は、刷った紙か書き出した表に、自分で書き入れます。どこにも送られません。
learning-open = 学びの記録をつくる

## Script：スクリプトが出す言葉

learning = 学びの記録
learning-none = まだ、記録に入れるものがありません。演習か様式に何か書くと、ここに並びます。
learning-parts = 入れるもの
learning-by-item = 学習項目ごとの表
learning-ratings = 自分でつけたふりかえりの段階
learning-nothing-chosen = 入れるものを一つ以上選んでください。
learning-print = 印刷する
learning-xlsx = Excelのファイルにする
learning-saved = ファイルに書き出しました。
learning-failed = 学びの記録を開けませんでした。ページを開き直してください。
learning-again = { $title }（{ $n }回め）
learning-rating = { $label }：{ $level }
learning-of = 「{ $course }」　{ $date }に作成
learning-name = 氏名
learning-office = 所属
learning-without-answers = 本人が選んだ記録です。答えの中身は含まれません。
learning-by-day = 練習したこと
learning-day = 日
learning-group = まとまり
learning-work = 演習・様式
learning-kind = 種類
learning-state = 状態
learning-rating-head = 自分でつけた段階
learning-items = 学習項目
learning-item = 学習項目
