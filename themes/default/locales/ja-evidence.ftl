## 導入の検討のための資料（mitate evidence）。行は、数えたこと、著者の記載、未確認のどれかだけを言う

evidence-title = 「{ $title }」についての資料
evidence-lead = 書き出したサイトのファイルと教材の記載から、mitate { $version } が作りました。数は、ファイルを調べて数えたものです。「記載」は書いた人の申告、「未確認」は記載や裏づけがないこと、「未実施」は行った記録がないことを表します。
evidence-part-what = 教材
evidence-part-time = 学ぶことと時間
evidence-part-rights = 出典と利用の条件
evidence-part-data = 書いたことと個人情報
evidence-part-network = 外との通信
evidence-part-access = アクセシビリティと動作
evidence-part-cases = 事例

evidence-name-course = 教材の名前
evidence-name-audience = 対象
evidence-name-authors = 書いた人
evidence-name-contact = 問い合わせ先
evidence-name-date = 版の日付
evidence-name-version = 版
evidence-name-contents = 中身
evidence-name-hash = 指紋（SHA-256）
evidence-name-hours = かかる時間
evidence-name-syllabus = 学習項目
evidence-name-sources = 出典
evidence-name-licence = 利用の条件
evidence-name-forms = 用紙の著作権
evidence-name-program = プログラムの利用の条件
evidence-name-cost = 費用
evidence-name-stored = 回答の置き場所
evidence-name-sent = 送るもの
evidence-name-cookies = Cookie
evidence-name-account = 利用者の登録
evidence-name-delete = 消し方
evidence-name-scanned = 調べたファイル
evidence-name-outside = 外のアドレス
evidence-name-links = リンク
evidence-name-policy = 通信の制限
evidence-name-server = 配るサーバー
evidence-name-offline = ネットワークなし
evidence-name-checks = 機械での点検
evidence-name-people = 人による点検
evidence-name-browsers = ブラウザー
evidence-name-fictional = 架空かどうか
evidence-name-personal = 個人情報の点検
evidence-name-notes = 内容の注意書き

evidence-unstated = 未確認（course.yamlに記載がありません）
evidence-stated = { $text }（記載）
evidence-and-more = { $text }、ほか{ $n }
evidence-not-done = 未実施
evidence-none = なし

evidence-course = { $title }（id：{ $id }）
evidence-version = 第{ $n }版、{ $edition }。mitate { $version } で書き出し
evidence-edition-learner = 学ぶ人に見せる版
evidence-edition-facilitator = 進行役版
evidence-edition-open = 全員に見せる版
evidence-pages = { $n }ページ
evidence-exercises = 演習{ $n }題
evidence-forms = 用紙{ $n }種
evidence-case-count = 事例{ $n }件
evidence-meetings = 模擬会議{ $n }件
evidence-hash = { $hash }（全{ $n }ファイル）

evidence-minutes = { $minutes }分
evidence-hours = { $hours }時間
evidence-hours-minutes = { $hours }時間{ $minutes }分
evidence-no-time = 未確認（{ $n }件に時間の記載なし）
evidence-some-time = { $text }（ほかに時間の記載のないもの{ $n }件）
evidence-time = 読む { $reading }、演習{ $n }題 { $exercises }（書いた人の見積もりの合計。資料の棚を除く）
evidence-no-syllabus = 未確認（学習項目の一覧、syllabus.yaml がありません）
evidence-syllabus = { $total }項目のうち{ $n }項目に、扱うと記載されたページか演習がある：{ $text }
evidence-area = { $title } { $n }/{ $total }
evidence-column-module = モジュール
evidence-column-reading = 読む
evidence-column-exercises = 演習
evidence-exercise-time = { $n }題 { $text }
evidence-elsewhere = モジュールの外の演習
evidence-more-modules = ほか{ $n }モジュール

evidence-source = { $title }（{ $date }）
evidence-source-undated = { $title }
evidence-checked = { $text }［{ $date }］
evidence-sources-checked = 原文と照らした日の記載があるもの{ $n }件：{ $text }
evidence-sources-unchecked = 原文と照らした日が未確認のもの{ $n }件：{ $text }
evidence-no-forms = 用紙はありません
evidence-forms-licence = 用紙{ $n }種も教材の一部です。上の「利用の条件」の記載によります
evidence-program = 画面を動かすスクリプト（mitate）は { $licence }

evidence-unknown-programs = 未確認（標準のものと違うプログラムがあります：{ $text }）
evidence-nothing-to-write = 学ぶ人が書き込むページはありません
evidence-writable = 未確認（書き込める欄のあるページがありますが、答えのページがありません）
evidence-stored = 書いた人のブラウザーの保存領域（IndexedDBとlocalStorage）。サーバーには置きません
evidence-not-sent = ページが書いたことを外に送る命令はありません（送信先のあるフォーム 0件）。ファイルへの書き出しと、それを誰かに渡すことは、本人が行います
evidence-forms-sent = 未確認（送信先のあるフォームが{ $n }件あります）
evidence-cookies = { $n ->
        [0] 使いません（Cookieを扱う命令 0件）
       *[other] Cookieを扱う命令が{ $n }件あります
    }
evidence-passwords = { $n ->
        [0] ありません（パスワードの欄 0件）
       *[other] パスワードの欄が{ $n }件あります
    }
evidence-delete = 「{ $page }」のページの「{ $button }」で、そのブラウザーにある回答が消えます。ブラウザーのサイトデータを消しても消えます
evidence-no-button = 未確認（消すボタンが見つかりません）

evidence-scanned = { $total }ファイルのうち、文字で書かれた{ $n }ファイルのアドレスをすべて調べました
evidence-not-scanned = 。調べていない文書：{ $text }
evidence-active = ページやスクリプトが読み込みや送信に使いうる、外のアドレス { $n }件
evidence-those = ：{ $text }
evidence-links = 読む人が選ぶと開く外へのリンク { $n }件
evidence-words = 。文章や名前として書かれているだけのアドレス { $n }件
evidence-policy = { $total }ページのうち{ $n }ページが、よそのホストからの読み込みと、よそへの送信を、ブラウザーに禁じています（Content-Security-Policy）
evidence-server = サイトを置くサーバーが残すアクセスの記録は、この資料では未確認です。置く先の管理者に確かめてください
evidence-offline = 学ぶ人が端末に保存すると、ネットワークなしでも読めます
evidence-no-offline = 端末に保存して読む仕組みは入っていません
evidence-from-folder = 。フォルダーをそのまま端末に置けば、ネットワークなしで開けます

evidence-check = { $tool }（{ $date }、{ $browser }）：{ $total }ページのうち{ $count }ページを調べ、問題 { $n }件（結果のファイルの記載）
evidence-other-site = 未実施（渡された結果は、別の指紋のサイトのものです：{ $hash }…）
evidence-people = 読み上げの順、言葉のわかりやすさ、キーボードだけでの使い心地は、人が確かめる必要があります。その記録は、この資料にありません
evidence-browsers = 点検に使ったもの：{ $text }（結果のファイルの記載）

evidence-no-cases = 事例はありません
evidence-fictional = 事例{ $n }件のすべてに、架空であるという記載があります（記載がないと、サイトを書き出せません）
evidence-personal = 電話番号など個人情報の形をした文字は0件（あると、サイトを書き出せません）。実在の名前に見える語 { $n }件
evidence-no-notes = 注意書きのある事例はありません
evidence-notes = 事例{ $n }件にあります：{ $text }
evidence-without-note = 。重いテーマの語があるのに注意書きのない事例 { $n }件
