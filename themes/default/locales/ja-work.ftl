# 演習と様式と「わたしの答え」の言葉（日本語）。

## Kinds of exercise
exercise-kind-choice = 選ぶ
exercise-kind-match = 組み合わせる
exercise-kind-order = 並べる
exercise-kind-sort = 分ける
exercise-kind-cloze = 空欄に書く
exercise-kind-tag = 文に印をつける
exercise-kind-write = 書く
exercise-kind-board = カードをまとめる
exercise-kind-rubric = 自分をふり返る
exercise-kind-checklist = 一つずつ確かめる
exercise-kind-worksheet = 様式に書く

## Answering
your-answer = あなたの答え
look = 見比べる
look-hint = 見比べたあと、この答えは書きかえられません。もう一度新しく書くことと、「わたしの答え」で消すことはできます。
again = 新しくもう一度書く
after-summary = 答えたあとで読む
no-scripts-save = このブラウザではスクリプトが動いていないため、書いたことは保存されません。印刷して手で書くことはできます。
choose-here = 選んでください
pick-one = 一つ選びます
pick-several = あてはまるものをすべて選びます
how-match = それぞれに合うものを、上の中から選びます。使わないものや、二度使うものがあってもかまいません。
match-choices = 選べるもの
how-order = 上から順になるように、1から{ $n }の番号をつけます。
place = 順番
how-sort = 一枚ずつ、あてはまるところを一つ選びます。
how-sort-several = 一枚ずつ、あてはまるところをすべて選びます。
how-cloze = 番号のついた空欄に、あてはまる言葉を入れます。
bank = 使える言葉
hint-of = { $label }の手がかり
how-tag = 文ごとに、あてはまる印を一つ選びます。迷う文は、あとに回してかまいません。
how-tag-several = 文ごとに、あてはまる印をすべて選びます。つけない文があってもかまいません。
tag-none = 印なし
how-board = 近いと思うカードに、同じ番号をつけます。ひとりのままのカードがあってもかまいません。
how-board-groups = グループに、短い名前をつけます。
group = グループ
group-n = グループ{ $n }
own-card = 自分のカード{ $n }
own-card-group = 自分のカード{ $n }のグループ
add-card = カードを足す
how-checklist = 一つずつ、いまの様子を選びます。
how-rubric = いまの段を選び、そう思った根拠を自分の答えから一か所書きうつします。点数にはしません。
how-rubric-alone = いまの段を選び、そう思った根拠になる場面を一つ書きます。点数にはしません。
evidence = 根拠
evidence-long = 根拠にした、自分の答えの言葉
open-form = 様式「{ $title }」を開く

## After answering
you = あなた
author = この教材では
or = か、
you-placed = あなたがつけた番号
settled = 定まった答え
same-step = 前と同じ段階
after-choice = 選んだ先に起こりそうなこと
after-match = 組み合わせと、その理由
after-order = 順番と、その理由
after-sort = 分け方と、その理由
differs-here = 人によって分かれる
after-cloze = 空欄の言葉と、その理由
after-tag = つけた印を見比べる
after-tag-lead = ちがったところは、まちがいとはかぎりません。どの言葉からそう読んだかを、話し合う材料にします。
after-board = まとめ方の一例
after-board-lead = ほかのまとめ方もあります。名前のつけ方まで見比べます。
after-checklist = 次にすること
next-step = まだのとき
examples = 書き方の例
example-good = 望ましい例
example-near = 惜しい例
thinking = 考え方
where-differs = 人によって分かれるところ
rubric-self = 自分の答えをふり返る
rubric-next = 次の一手
toward = 上の段へ

## Forms
row-and-column = { $row }、{ $column }
mark-note = ひとこと
add-row = 行を足す
diagram-how = 図は、印刷した紙に手でかけます。ここには、図に入れることを言葉で書きます。
person-label = 呼び名
print-sheet = 書いたまま印刷する
print-blank = 白紙で印刷する

## My answers
answers-about = ここに並ぶのは、この教材の演習と様式にあなたが書いたものです。書いたものは、いま使っているブラウザの中だけに保存されます。ほかの人やサイトには送られません。ブラウザの履歴やサイトデータを消すと一緒に消えるので、残したいときはファイルに書き出してください。
answers-no-scripts = この一覧を表示するには、スクリプトが動くブラウザが必要です。演習と様式は、印刷して手で書くことができます。
answers-tools = 答えの取り扱い
export-file = ファイルに書き出す
export-markdown = 文章として書き出す
copy-text = 文章をコピーする
import-file = ファイルを読み込む
print-answers = 印刷する
shared-pc = 共用のパソコンで使う
shared-about = このタブを閉じると消えるようにします。閉じたタブを開き直すと戻ることがあるので、帰る前に「終えて消す」を押してください。
wipe = すべて消す

# 以下はスクリプトの言葉。part/work-words.html が { $… } を残したまま渡す。

## Answering
unanswered = （書いていません）
your-choice = あなたの答え
same = 同じ
differs = ちがう
look-first = まだ何も書かれていません。一つでも書いてから見比べます。
looked = 答えはこのまま残ります。下で見比べられます。
again-begun = 新しい紙にしました。前の答えは下に残っています。
earlier-summary = { $n }回目に書いたもの（{ $when }）
clear-choice = 選んだものを取り消す

## Where answers are kept
save-idle = 書いたことは、このブラウザの中だけに保存されます。
save-saved = このブラウザの中だけに保存しています。最後の保存 { $time }
save-full = 保存できていません。ブラウザの保存場所がいっぱいです。ファイルに書き出してください。
save-blocked = 保存できていません。このブラウザは保存を許していません。ファイルに書き出してください。
save-failed = 保存できていません。もう一度試しています。心配なときは、ファイルに書き出してください。
save-session = 共用のパソコンの使い方にしています。このタブを閉じると、書いたものは消えます。
save-memory = 保存はしていません。このページを閉じると、書いたものは消えます。
save-own-file = このブラウザでは、書いたものはこのページの中だけに残ります。ほかのページへは、ファイルで移せます。
save-too-long = 保存できていません。一つの欄に入る長さ（およそ百万字）を超えました。短くしてください。
save-unread = 前に書いたものを読み出せませんでした。書いたものがあるかどうかは、わかりません。ページを開き直してください。
export = ファイルに書き出す
import = ファイルを読み込む
changed-elsewhere = ほかのタブで書きかえられたので、新しいほうを表示しました。
load-failed = 答えを読み出せませんでした。ページを開き直してください。

## Moving, adding
row-label = { $label }（{ $n }行目）
row-added = { $n }行目を足しました。
move-up = 「{ $card }」を一つ上へ
move-down = 「{ $card }」を一つ下へ
moved-to = 「{ $card }」は{ $n }番目になりました。
order-keep = この順番にする
pile-rest = まだ分けていないもの
card-added = カード{ $n }を足しました。
group-untitled = グループ{ $n }（名前なし）

## Forms
form-filled = { $total }欄のうち{ $n }欄に書いてあります
form-empty = まだ書いていません
sheet-pick = 見ている用紙
sheet-n = { $n }枚目
sheet-name = { $n }枚目（{ $when }）
sheet-new = 新しい用紙に書く
sheet-begun = { $n }枚目の用紙です。前の用紙はそのまま残っています。
lost-title = いまの教材にない欄
lost-about = 教材が改められたあとも、前に書いたことは残しています。

## Answers of another course under the same id
whose-title = 別の教材の答えかもしれません
whose-other = このブラウザには、「{ $theirs }」という教材に書いた答えがあります。いま開いている「{ $title }」と、同じ識別名（id）です。
whose-moved = このブラウザには、「{ $title }」という教材を別の場所（フォルダーやアドレス）で開いたときに書いた答えがあります。
whose-count = 答えは{ $n }件、最後に書いたのは{ $when }です。
whose-kept = どちらを選んでも、答えは消えません。
whose-same = 同じ教材なので、その答えを続けて使う
whose-apart = 別の教材なので、分けておく
whose-beside = このブラウザには、同じ識別名（id）の「{ $theirs }」に書いた答えが{ $n }件あり、この教材の答えとは分けてあります。
whose-bring = その答えを、ここに読み込む
whose-file = 「{ $theirs }」の答え

## Two versions of one answer
conflict-title = 二つの書き方があります
conflict-about = ほかのタブかファイルに、ちがう内容があります。残すほうを選んでください。選ばなかったほうも消えません。
conflict-mine = いまここにあるもの
conflict-theirs = もう一つのもの
keep-mine = ここにあるものを残す
keep-theirs = もう一つのほうにする
keep-both = 両方を残す
attempt-looked = 見比べた答え（{ $when }）
attempt-open = まだ見比べていない答え
attempt-both = 両方を残す（もう一つのほうは、別の回の答えになります）

## What might name a real person
personal-title = 実在の人がわかりそうな書き方
personal-phone = 電話番号のように見えます。実在の人のものなら、消してください。
personal-birth-date = 生年月日のように見えます。実在の人のものなら、学年や年代に変えてください。
personal-address = 住所のように見えます。実在の場所なら、「A市」のように変えてください。
personal-mail = メールアドレスのように見えます。実在の人のものなら、消してください。
personal-postcode = 郵便番号のように見えます。実在の場所のものなら、消してください。
personal-keep = このままにする
personal-before-export = 実在の人がわかりそうな書き方が{ $n }か所あります。渡す前に見直してください。
export-anyway = このまま書き出す

## My answers
answers-none = まだ何も書いていません。演習か様式に書くと、ここに並びます。
state-looked = 見比べた
kind-exercise = 演習
cancel = やめる
exported = 「{ $file }」に書き出しました。
copied = コピーしました。
copy-failed = コピーできませんでした。下の文章を選んで、手でコピーしてください。
import-done = 読み込みました。新しく入ったもの{ $taken }件、同じだったもの{ $same }件。
import-none = 新しい答えはありませんでした。
import-conflicts = ちがう内容の答えが{ $n }件あります。残すほうを一つずつ選んでください。
import-confirm = 選んだとおりに読み込む
import-not-json = 読めないファイルです。この教材から書き出した「.mitate.json」を選んでください。
import-not-ours = この教材の答えのファイルではありません。
import-newer = もっと新しい版で書き出されたファイルなので、読み込めません。
import-other-course = 「{ $theirs }」の答えです。この教材「{ $ours }」には読み込めません。
import-truncated = ファイルが途中で切れています。もう一度書き出してください。
import-too-big = ファイルが大きすぎて読み込めません。
import-malformed = ファイルの中身がこわれていて、読み込めません。
shared-on = 共用のパソコンの使い方にしました。このタブを閉じると、書いたものは消えます。
shared-off = ふつうの使い方にもどしました。これからはこのブラウザに保存されます。
shared-take = いままでの答えもこのタブに移す
wipe-title = この教材の答えをすべて消しますか
wipe-about = 消すと、元にもどせません。残したいものは、先にファイルに書き出してください。
wipe-confirm = すべて消す
wiped = すべて消しました。
remove = この一枚を消す
remove-sheet = この一枚を消す（{ $sheet }）
remove-title = 「{ $title }」を消しますか
remove-about = この一枚に書いたものがすべて消え、元にもどせません。ほかの一枚や、ほかの演習と様式は残ります。書き出してあるファイルからは消えません。
removed = 「{ $title }」を消しました。

## My answers and files, more
state-answered = 答えた
state-open = まだ
answers-loading = 答えを読み出しています。
answers-of = { $course }：わたしの答え
answers-as-of = { $date }の時点
answers-aside = ほかのタブかファイルにあったもの
answers-lost = いまの教材にない答え
answers-lost-about = 教材が改められて、なくなった問いに書いたものです。消さずに残しています。
answers-search = 書いたことから探す
answers-found = { $n }件見つかりました
answers-found-none = 見つかりませんでした。
answers-open = まだ書いていないものも並べる（{ $n }）
answers-more = 続きを表示
answers-rest = 残りの{ $n }字も表示
answers-own-file = このブラウザでは、ほかのページに書いた答えはここに並びません。書いたページでファイルに書き出し、そのファイルをここで読み込むと並びます（Webサーバーに置いた教材では、そのまま並びます）。
catalogue-failed = 教材の一覧を読み込めませんでした。問いの名前なしで並べています。
answers-tool-failed = うまくいきませんでした。答えは変わっていません。ページを開き直して、もう一度お試しください。
copy-title = 文章をコピーする
print-preparing = 印刷の準備をしています。
personal-more = ほか{ $n }か所
personal-kind-phone = 電話番号？
personal-kind-birth-date = 生年月日？
personal-kind-address = 住所？
personal-kind-mail = メールアドレス？
personal-kind-postcode = 郵便番号？
import-title = 「{ $file }」を読み込む前に
import-fresh = 新しく入る答え：{ $n }件
import-same = 同じ答え：{ $n }件（そのまま）
import-kept = ファイルでは空の答え：{ $n }件（ここにあるものを残します）
import-write = 読み込む
import-cancelled = 読み込みをやめました。何も変わっていません。
import-unreadable = ファイルを開けませんでした。もう一度選んでください。
import-working = 読み込んでいます（{ $n }件）
import-failed = 保存できなかったため、読み込みませんでした。何も変わっていません。
import-several = ファイルは一つずつ読み込んでください。
import-drop-here = ここに放すと、ファイルを読み込みます。
choose-all-mine = すべて、ここにあるものを残す
choose-all-theirs = すべて、ファイルのほうにする
shared-title = 共用のパソコンで使う
shared-what = 書いたことを、ブラウザには残さず、このタブの中だけに置きます。タブを閉じると消えます。
shared-honest = ただし、閉じたタブをすぐに開き直すと、書いたものが戻ることがあります。帰る前に「終えて消す」を押すと、戻りません。書き出したファイルは消えないので、ダウンロードの場所も確かめてください。
shared-some = このブラウザには、いままでに書いた答えがあります。このタブに移すと、ブラウザからは消えます。移さないと、ブラウザに残り、このあいだは並びません。
shared-start = この使い方にする
shared-start-empty = 移さずに、空の状態から始める
shared-end-title = ふつうの使い方にもどす
shared-end-what = これから書くことは、このブラウザに保存されます。自分のパソコンでだけ使ってください。
shared-take-back = このタブの答えをブラウザに移して、もどす
shared-end = もどす
finish = 終えて消す
finish-title = 終えて、書いたものを消しますか
finish-about = このタブと、このブラウザにある、この教材の答えをすべて消します。元にはもどせません。持ち帰るものは、先にファイルに書き出してください。書き出したファイルは消えません。
finish-confirm = 終えて消す
wipe-own-file = このブラウザでは、消えるのはこのページで読み込んだ答えだけです。ほかのページに書いたものは、そのページごとに残っています。ブラウザの設定でサイトデータを消すと、すべて消えます。
wipe-export-first = 先に書き出す
wipe-failed = 消しきれませんでした。ほかのタブを閉じて、もう一度お試しください。それでも残るときは、ブラウザの設定でサイトデータを消してください。
order-kept = この順番を答えにしました。
choice-used = { $choice }（ほかで選択中）
clear-row = { $n }行目を空にする
row-cleared = { $n }行目を空にしました。
row-restore = { $n }行目を元に戻す
goal-hint = 「{ $words }」は、まわりの人が本人を動かす書き方です。本人が主語なら、どう書けるでしょう。
card-remove = カード{ $n }を消す
card-removed = カードを消しました。
undo = 元に戻す
card-moved = 「{ $card }」を「{ $group }」に入れました。
card-unmoved = 「{ $card }」をグループから出しました。
form-count = { $n }欄に書いてあります
