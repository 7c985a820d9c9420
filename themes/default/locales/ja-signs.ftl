## 記号：語と語のあいだ、語のまわり

# 題と題のあいだ（ブラウザーの題）
sign-title = { $page }｜{ $course }
# 語と語のあいだの空き
sign-gap = { "　" }
# 道しるべの題と題のあいだ
sign-crumb = ／
# 語群や札の頭
sign-bullet = ・
# 強みと、問い返しの頭
sign-plus = ＋
sign-ask = ？
# 問いの番号の前
sign-question = 問

# 題と副題を合わせたとき、副題の前に来るかっこ
sign-opening = （
# 選択肢と選択肢のあいだ
sign-slash = ／
# 名前と、その中身のあいだ
sign-colon = ：
# 組み合わせた題のあいだ
sign-dot = ・

## Script: signs

sign-space = { "　" }
sign-list = 、
sign-within-quotes = 」「
sign-label = { $label }：{ $text }
sign-aside = { $text }（{ $more }）
sign-place = { $n }／{ $total }
# 表計算ソフトが数式と読まないための空き
text-blank = { "　" }
text-heading-1 = ■ { $text }
text-heading-2 = ◆ { $text }
text-heading-3 = ● { $text }
text-heading-4 = ・{ $text }
text-label = 【{ $label }】{ $text }
text-row = { $n }　{ $text }
text-label-lines = 【{ $label }】
