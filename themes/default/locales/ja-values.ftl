# 生成のときにRustの側が使うことば。テンプレートのことばはja.ftlにあります。
home = ホーム
shelf-case = 事例
shelf-role = 役割
shelf-principle = 原則
shelf-process = 過程
shelf-worksheet = 様式
shelf-meeting = 会議
shelf-session = 研修の進行案
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
asked-part = { $label }：{ $part }
asked-evidence = { $criterion }：根拠
session-people = { $sizes }人
count-roles = 役割カード{ $n }枚
