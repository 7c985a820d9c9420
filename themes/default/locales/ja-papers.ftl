# WordとExcelの用紙の言葉。

paper-date = { $y }年{ $m }月{ $d }日
paper-rest = このほかに書いたこと
paper-exercise = 演習「{ $title }」
paper-docx = Wordの用紙
paper-part = { $paper }：{ $part }
paper-whole = 全体
papers-of = 用紙
save-word = Wordで保存
save-word-failed = Wordのファイルを作れませんでした。もう一度押してください。
