# 画面の言葉（日本語）。テンプレートは t(key="…") で引く。

## 全体
skip-to-main = 本文へ移動
skip-to-exercise = 演習へ移動
contents = 目次
search = 検索
settings = 表示
you-are-here = 現在の位置
beside-the-text = 本文の補足
on-this-page = このページの内容
terms-on-this-page = このページの用語
covers = このページで扱う項目
prev-and-next = 前後のページ
prev = 前のページ
next = 次のページ
shelf = 資料棚
list-separator = 、
revision = 第{ $n }版
edition-facilitator = 進行役版
for-facilitator = 進行役へ
no-tracking = このサイトは、読む人の記録をとらず、ほかのサイトへ通信しません。
writing-time = 書くのに約{ $n }分
minutes = { $n }分
effort-whole = 全体で約{ $minutes }分
effort-reading = 読む{ $minutes }分
effort-exercises = 演習{ $n }本{ $minutes }分
effort-more = もっと{ $n }本{ $minutes }分
effort-joint = ＋
effort-work = { $kind }・{ $minutes }分
about-minutes = 約{ $n }分
module-number = モジュール{ $n }

## 表示の設定
furigana = ふりがな
text-size = 文字の大きさ
size-1 = 小
size-2 = 中
size-3 = 大
theme = 明るさ
auto = 端末に合わせる
light = 明るい
dark = 暗い
contrast = 色の差
normal = 標準
high = くっきり
sentence-numbers = 事例の文の番号
shortcut-keys = 「/」キーで検索を開く
on = あり
off = なし
settings-not-kept = このブラウザーでは設定を保存できません。ページを移ると元に戻ることがあります。

## 検索
search-site = サイト内の検索
search-label = 探したい言葉
search-none = 見つかりませんでした。別の言い方や、短い言葉でもう一度お試しください。
search-meant = 「{"{name}"}」で探しました。{"{n}"}件見つかりました
search-near = そのままの言葉は見つかりませんでした。近いものを{"{n}"}件示します
search-later = この言葉は、答えたあとや、先の段で読むところに出てきます。
search-part = 入れた言葉の一部だけが出てきます。
search-count = {"{n}"}件見つかりました
search-counting = {"{n}"}件以上見つかりました
search-short = 2文字以上入れてください（漢字は1文字でも探せます）。
search-failed = 検索用の索引を読み込めませんでした。ページを開き直してください。
search-more = 続きを表示
search-needs-scripts = 検索にはJavaScriptが必要です。目次か用語集から探してください。

## 表紙
continue-at = 続きから：{ $title }
begun = 書きかけ
compared = 見比べた
own-file = このブラウザーでパソコンの中の教材を開いているときは、ほかのページに書いたことがここからは見えません。書きかけの印も「続きから」も出せないので、書いたページを開くか、「わたしの答え」で答えのファイルを読み込んでください。
more-exercises = もっとやる
welcome = はじめての方へ（1分）
welcome-write = 書く
welcome-write-how = 演習の欄に、そのまま書きます。書いたものは、すぐに、このブラウザーの中だけに保存されます。
welcome-compare = 見比べる
welcome-compare-how = 「見比べる」を押すと、書き方の例や考え方が開きます。点数はつきません。
welcome-find = また見つける
welcome-find-how = 次に来たときは「続きから」で、書いていた欄に戻れます。書いたものは「わたしの答え」に並びます。
welcome-take = 持って帰る
welcome-take-how = 「わたしの答え」で、ファイルに書き出したり、印刷したりできます。別のパソコンでも続けられます。
welcome-close = わかりました（たたむ）
finish-here = 終えて消す
start-with = 「{ $title }」から読みはじめる
entrances = 今日は、どこから
paths = 日を決めて進む
path-days = { $n }日
path-day = { $n }日め
path-day-takes = この日の目安：{ $effort }
course-map = コースの道すじ
pages-of-module = このモジュールのページ
covers-label = 扱う項目
count = { $n }件
pages-of-station = ページと扱う項目
about-cases = 一つの生活を、段階を追って読む
about-roles = 誰が、どの段階で動くか
about-principles = 守ることばと、損なうことば
about-processes = 支援の流れと、引き返す道
about-worksheets = 印刷して手で書ける様式
about-meetings = 進行表と役割カードのある会議
about-sessions = 一時間から一日の研修を、時刻どおりに進める
about-glossary = 読みと英語のつく用語集
about-map = どの項目を、どのページで学ぶか

## 事例
kind-case = 事例
case-person = 本人
case-setting = 場面
time-needed = 読む時間
age = { $n }歳
fictional = 架空の事例
content-notes = 内容についてのお知らせ
content-notes-lead = この事例には、次のことが出てきます。
content-notes-choose = いま読まないことを選んでもかまいません。途中でやめて、誰かと一緒に読み直すこともできます。
skip-to-questions = 経過を読まずに、話し合う問いへ
other-cases = ほかの事例をさがす
cast = 登場する人
stages-of-case = 事例の経過
stages = 経過
stage-number = 段階{ $n }
knowledge = 誰が何を知っているか
knowledge-hint = はじめの時点で、それぞれに見えているものです。ここにないことは、まだ誰も確かめていません。
who = 立場
knows = 知っていること
does-not-know = まだ知らないこと
strengths = 強み
formulations = 成り立つ見立て
formulations-hint = 正解は一つではありません。自分の見立てを書いてから開いてください。
reading-number = 見立て{ $n }
misses = この見立てが見落とすかもしれないこと
questions = 話し合うための問い
afterwards = 読み終えてから開く
afterwards-hint = 終わりの段まで読み、自分の見立てを書いてから開いてください。誰が何を知っているか、強み、成り立つ見立て、話し合うための問いが入っています。

## 役割
where-it-acts = のどこで動くか
acts = 動く
rests = ほかの人が動く
duties = 段階ごとの動き
with = 一緒に動く人
sight = 見えること、見えにくいこと
role-knows = この立場だから知りうること
role-cannot-know = この立場では見えにくいこと

## 原則
source = 出典：
asks = 求めること
strains = 守りにくくなる場面
honours = 守ることば
breaks = 損なうことば
tensions = 原則がぶつかる場面
tensions-hint = 答えは一つに決まりません。何を確かめ、誰と決めるかを考えます。
and = と
think = 考える筋道

## 過程
what-is-done = すること
ask-oneself = 自分に問うこと
who-acts = 動く人
output = この段階で残るもの
back-to = 「{ $title }」へ戻る

## 様式
instructions = 書き方
form-revision = 様式 第{ $n }版
variants = この用紙を読む言葉
variant-easy = やさしい日本語
required = 必ず書く
example = 例

## 用語集と、学ぶ項目の一覧
initials = 頭文字から引く
also = ほかの言い方
see-also = あわせて読む
used-on = 出てくるページ
item = 項目
taught = 学ぶ
practised = 練習する
assessed = 確かめる
nowhere = まだありません

## 見つからないページ
not-found = ページが見つかりません
not-found-lead = 移したか、なくしたページかもしれません。アドレスの打ち間違いのこともあります。
to-home = ホームへ
to-search = 検索する
all-modules = 全{ $n }モジュールの一覧
