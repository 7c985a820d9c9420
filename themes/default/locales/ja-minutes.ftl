# 会議録から、計画の表や次の会議の議題へ、ファイルで

take-minutes = 会議録のファイルから取りこむ

## Script：スクリプトが出す言葉
taken-title = 「{ $file }」の決めたこと
taken-about = 選んだ行を、いまある行の下に足します。いまある行は変わりません。
taken-of = どの会議録から
taken-minutes = { $title }（{ $day }）
taken-minutes-n = { $title }（{ $n }枚め）
taken-open = いまはできないこと
taken-row = { $n }行目を取りこむ
taken-room = この表には、あと{ $n }行しか入りません。上から順に入れます。
taken-long = 長すぎる行（一つの欄が{ $most }字を超えるもの）が{ $n }行あり、取りこめません。
taken-take = 選んだ行を足す
taken-undecided = まだ何も決まっていません（「誰が、何を、いつまでに」に何も書かれていません）。
taken-nothing = このファイルの会議録には、決めたことが書かれていません。
taken-no-minutes = このファイルには、会議録がありません。会議のページの「決めたことをファイルにする」で書き出してください。
taken-full = この表には、もう行を足せません。
taken-none = 行が選ばれていません。何も変わっていません。
taken-done = { $n }行を足しました。
taken-over = { $n }行は入りきらず、足していません。
taken-undo = 足した{ $n }行を取り消す
taken-undone = 足した行を取り消しました。
taken-kept = 足したあとに書き直した欄が{ $n }か所あり、そのまま残しました。
