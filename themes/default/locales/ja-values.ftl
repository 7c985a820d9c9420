# 生成のときにRustの側が使うことば。テンプレートのことばはja.ftlにあります。
home = ホーム
shelf-case = 事例
shelf-role = 役割
shelf-principle = 原則
shelf-process = 過程
shelf-worksheet = 様式
shelf-meeting = 会議
shelf-glossary = 用語集
shelf-map = 学習項目の地図
heading-anchor = 見出し「{ $heading }」へのリンク
count-stages = { $n }段階
count-members = { $n }項目
count-tensions = 原則がぶつかる場面{ $n }つ
count-duties = { $n }つの段階で動く
count-sections = { $n }つの欄組み
count-fields = 記入欄{ $n }
field-when = 「{ $field }」が「{ $answer }」のとき
diagram-title = 「{ $title }」の図
diagram-cycle = 次の順に進み、最後の段階から最初へ戻ります。
diagram-path = 次の順に進みます。
diagram-back = 戻る道：

# 答えの一覧に出る欄の名

my-answers = わたしの答え
asked-choice = 選んだもの
asked-part = { $label }：{ $part }
asked-mark-note = 記号に添える言葉
asked-evidence = { $criterion }：根拠
asked-blank = 空欄{ $n }
asked-group-of = 「{ $card }」を入れたグループ
asked-group-title = グループの名前
asked-own-card = 自分で書いたカード
asked-own-words = 自分の言葉で言ったこと
asked-path = 選んだ道すじ
asked-why-said = そう言ったわけ
asked-reading = 第{ $n }段階の見立て
asked-sure = 第{ $n }段階の確信度（0〜100）
asked-change = 第{ $n }段階で変わったことと、そのわけ
asked-later = 第{ $n }段階について、あとから書いたこと
count-roles = 役割カード{ $n }枚
