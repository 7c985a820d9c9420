# コマンドの出力の文（日本語）。

## 続けられないとき

error-read = { $path } を読めません（{ $reason }）。
    .hint = 名前のつづりと、読み取りの許可を確かめてください。
error-write = { $path } に書けません（{ $reason }）。
    .hint = { $cause ->
        [space] ディスクの空きがありません。空きを作ってから、もう一度実行してください。
        [permission] そこに書き込む許可がありません。別のフォルダーを選ぶか、許可の設定を変えてください。
        [name] ファイルやフォルダーの名前が、このディスクには長すぎます。短くしてから、もう一度実行してください。
       *[other] フォルダーとディスクを確かめてから、もう一度実行してください。
    }
error-not-a-file = { $path } はふつうのファイルではないので、読めません。
    .hint = パイプ、デバイス、ソケット、フォルダーは、ファイルとして読めません。取り除くか、別の名前にしてください。
error-leads-outside = 読んでいる間に、{ $path } が外のファイルか隠しファイルへのリンクに入れ替わりました。
    .hint = そこで止まり、リンクの先は読んでいません。使いたいファイルそのものを置いてから、もう一度実行してください。
error-too-large = { $path } は{ $limit }を超えているので、読みません。
    .hint = ファイルを小さくするか、コースの外に置いてください。
error-output-blocked = { $by ->
        [folder] { $path } はフォルダーですが、サイトではそこにファイルを書きます。
        [link] { $path } はリンクですが、サイトではそこにフォルダーを作ります。
        [foreign] { $path } はmitateが書いたものではありませんが、サイトではそこに同じ名前のファイルを書きます。
        [change] { $path } は、mitateが書いたあとで変わっているか、mitateが書いたものではありません。
       *[file] { $path } はファイルですが、サイトではそこにフォルダーを作ります。
    }
    .hint = { $by ->
        [change] 書き込まれた答えかもしれないので、何も書き込みませんでした。よそへ移すか、--out で別のフォルダーを選んでください。
       *[other] mitateが作ったものではないので手をつけず、サイトには何も書き込みませんでした。よそへ移すか、--out で別のフォルダーを選んでください。
    }
error-output-replaced = サイトを書き込んでいる間に、{ $path } がリンクか別のフォルダーに入れ替わりました。
    .hint = そこで止まりました。入れ替わった先には何も書き込んでいません。フォルダーの中身を確かめてから、もう一度実行してください。実行中は、ほかのプログラムが出力フォルダーを動かさないようにしてください。
error-print = 結果を書き出せません（{ $reason }）。
    .hint = { $cause ->
        [space] 書き出し先のディスクに空きがありません。空きを作ってから、もう一度実行してください。
       *[other] 書き出し先を確かめてから、もう一度実行してください。
    }
error-no-course = { $path } に course.yaml がありません。
    .hint = コースのフォルダーの名前を付けてください。{ $near ->
        [none] 新しく作るなら「mitate new フォルダー名」です。
       *[other] 「{ $near }」のことではありませんか。
    }
error-foreign-output = 出力先 { $path } に、mitateの作ったものではないファイルがあります。
    .hint = --out で別のフォルダーを選んでください。中のファイルが上書きされてもよければ、--force を付けてください。
error-other-output = 出力先 { $path } には、{ $contents ->
        [papers] mitate paperの作った用紙
       *[site] mitateの作ったサイト
    }が入っています。失わないように、何も書き込みませんでした。
    .hint = --out で別のフォルダーを選んでください。
error-other-course = 出力先 { $path } に、ほかのコース（id: { $course }）から作ったものが入っています。失わないように、何も書き込みませんでした。
    .hint = 書き出すコースが合っているか確かめ、--out で別のフォルダーを選んでください。入れ替えてよければ、{ $path } を先に消すか、buildに --force を付けてください。
error-not-for-answers = { $path } には、みんなの答えを入れたサイトではないファイルがあります。公開されているかもしれないので、ここには書き出しません。
    .hint = --out で、新しいフォルダーを選んでください。
error-output-holds-course = 出力先 { $path } の中に、コースそのものか、その一部があります。
    .hint = --out で別のフォルダーを選んでください。
error-open-course = { $path } に「edition: open」とあり、このコースの版は一つだけです。--edition { $edition } は使えません。
    .hint = --edition を付けずに実行してください。進行役だけに見せるものを分けるなら、「edition: open」の行を消します。
error-not-empty = { $path } は空ではありません。
    .hint = 新しい名前か、空のフォルダーを選んでください。
error-file-there = { $path } はもうあります。
    .hint = 置き換えてよければ --force を付けてください。残すなら、--out で別の名前にしてください。
error-bind = { $cause ->
        [used] { $address } は、ほかのプログラムが使っています。
       *[other] { $address } では待ち受けを始められません（{ $reason }）。
    }
    .hint = { $cause ->
        [used] 別の画面で動いている「mitate serve」なら、そこで Ctrl+C を押して止めてください。二つ並べるなら、「--port 4001」のように別の番号を付けてください。
       *[other] 「--port 4001」のように別の番号を付けてください。
    }
error-watch = ファイルの変化を見張れません（{ $reason }）。
    .hint = 止めて、もう一度始めてください。続くときは「mitate build」で作れます。
error-unknown = { $what ->
        [code] 「{ $name }」という符号はありません。
        [command] 「{ $name }」というコマンドはありません。
        [kind] 「{ $name }」という種類はありません。
        [format] 「{ $name }」という形式はありません。
        [paper] 「{ $name }」の用紙は、この版にはありません。
       *[other] 「{ $name }」は使えません。
    }
    .hint = { $what ->
        [code] { $known ->
            [none] 「mitate explain」だけで実行すると、一覧が出ます。
           *[other] 「{ $known }」のことではありませんか。
        }
        [paper] { $known ->
            [none] 用紙になるのは、様式、会議、事例、研修の進行案、演習、モジュールです。それぞれのidを付けてください。
           *[other] 「{ $known }」のことではありませんか。
        }
       *[other] 次から選んでください：{ $known }
    }
error-course-above = { $path } に course.yaml がありません。
    .hint = コースは上の { $above } にあります。フォルダーを { $above } と付けるか、そこへ移って、もう一度実行してください。
error-add = { $why ->
        [kind] 「{ $name }」という種類のものは足せません。
        [exercise] 「{ $name }」という種類の演習はありません。
        [no-kind] 演習の種類（--kind）がありません。
        [not-exercise] 「{ $name }」は、演習を足すときにだけ使います。
        [id] 「{ $name }」は、idになりません。
        [there] 「{ $name }」はもうあります（{ $path }）。
        [module] 「{ $name }」というモジュールはありません。
        [no-module] ページ「{ $name }」を入れるモジュールがありません。
        [page] 「{ $name }」というページはないか、一つに決まりません。
        [panel] 「{ $name }」は、情報の重みを考える演習（concordance）ではありません。
       *[glossary] { "glossary.yaml" } の終わりに用語を足せません。
    }
    .hint = { $why ->
        [kind] { $near ->
            [none] 次から選んでください：{ $known }
           *[other] 「{ $near }」のことではありませんか。足せるもの：{ $known }
        }
        [exercise] { $near ->
            [none] 次から選んでください：{ $known }
           *[other] 「{ $near }」のことではありませんか。演習の種類：{ $known }
        }
        [no-kind] 「--kind choice」のように、次から一つ選んでください：{ $known }
        [not-exercise] --kind と --on を外してください。
        [id] { $near ->
            [none] 半角の英小文字で始め、英小文字、数字、ハイフンで書いてください（「first-words」のように）。
           *[other] 「{ $near }」なら使えます（半角の英小文字、数字、ハイフン。番号は付けません）。
        }
        [there] 何も変えていません。別のidにしてください（「{ $near }」なら空いています）。
        [module] { $near ->
            [none] 先に「mitate add module { $name }」で作ってください。いまあるモジュール：{ $known }
           *[other] 「{ $near }」のことではありませんか。新しく作るなら、先に「mitate add module { $name }」を実行してください。
        }
        [no-module] 「モジュール/{ $name }」の形で書いてください。いまあるモジュール：{ $known }。なければ、先に「mitate add module」で作ってください。
        [page] { $near ->
            [none] 「モジュール/ページ」の形で、次から選んでください：{ $known }
           *[other] 「{ $near }」のことではありませんか。
        }
        [panel] { $near ->
            [none] 先に「mitate add exercise { $name } --kind concordance」で演習を足してください。いまある演習：{ $known }
           *[other] 「{ $near }」のことではありませんか。
        }
       *[glossary] 「terms:」がファイルの最後のキーで、用語が「- id:」の行で並んでいるときに足せます。次の行を、用語の並びに書いてください：
            { $text }
    }
error-rename = { $why ->
        [shape] 「{ $name }」では、何のidを変えるのかわかりません。
        [kind] 「{ $name }」という種類のもののidは変えられません。
        [nothing] ここには、変えられるidがありません。
        [missing] { $name } は、コースにありません。
        [id] 「{ $name }」は、idになりません。
        [taken] { $name } は、もう使われているか、前に使われていました（{ $path }）。
        [there] { $path } は、もうあります。
        [module] ページは、モジュール「{ $name }」から動かせません。
        [twice] 同じidのファイルが二つあります：{ $path } と { $other }
        [unread] { $path } が読めないので、そこで何を指しているのかわかりません。
        [files] このエディターは、ファイルの名前をいっしょに変えられません。
       *[unclear] { $path } の{ $line }行目の書きかたでは、どこを直せばよいか決められません。
    }
    .hint = { $why ->
        [shape] 何も変えていません。「case:first-meeting」のように、種類とidを「:」でつないで書いてください。
        [kind] { $near ->
            [none] 何も変えていません。次から選んでください：{ $known }
           *[other] 何も変えていません。「{ $near }」のことではありませんか。変えられるもの：{ $known }
        }
        [nothing] 「case:」などの後のid、「covers」などに書いたid、用語や学習項目の「id」に、カーソルを置いてください。ファイルの名前がidのものは、それを指している所で変えるか、端末で「mitate rename」を使います。
        [missing] { $near ->
            [none] 何も変えていません。idは、ファイルの名前から、頭の番号と「.md」「.yaml」を除いたものです。
           *[other] 何も変えていません。{ $near } のことではありませんか。
        }
        [id] { $near ->
            [none] 何も変えていません。半角の英小文字で始め、英小文字、数字、ハイフンで書いてください（「first-words」のように）。
           *[other] 何も変えていません。「{ $near }」なら使えます（半角の英小文字、数字、ハイフン。番号は付けません）。
        }
        [taken] 何も変えていません。別のidにしてください。
        [there] 何も変えていません。別のidにするか、そこにあるものをよそへ移してください。
        [module] 何も変えていません。「/」の後だけを書くと、モジュールの中で名前が変わります。
        [twice] 何も変えていません。先に、どちらかのファイルの名前を変えてください。
        [unread] 何も変えていません。先に「mitate check」の知らせる間違いを直してください。
        [files] 何も変えていません。端末で「mitate rename」を使ってください。
       *[unclear] 何も変えていません。そこを、idやファイルの名前がそのまま見える形に書き直してから、もう一度行ってください。
    }
error-internal = mitateの不具合で止まりました（{ $reason }）。
    .hint = あなたのコースの間違いではなく、mitateの不具合です。お手数ですが、上の行と、そのときにしたことを、mitateの作者に知らせてください。
error-render-panicked = { $path } を作っているときに、mitateの不具合で止まりました（{ $reason }）。
    .hint = 何も書き込んでいません。サイトは前のままです。あなたのコースの間違いではなく、mitateの不具合です。お手数ですが、上の行と、最後に書いたところを、mitateの作者に知らせてください。
error-foreign-file = { $path } はもうあり、mitateの作ったものではありません。
    .hint = 手をつけていません。--out で別の名前を選ぶか、そのファイルをよそへ移してください。
error-file-is-folder = { $path } はフォルダーです。パッケージは一つのファイルです。
    .hint = ファイルの名前まで書いてください：--out { $other }
error-file-in-course = { $path } はコースの中にあります。ここに作ると、コースの一部になってしまいます。
    .hint = コースの外に作ってください：--out { $other }
error-file-busy = ほかのmitateが { $path } に書き込んでいます。
    .hint = 何も書き込んでいません。終わるのを待って、もう一度実行してください。
error-packed-path-too-long = { $path } は{ $length }字あり、Windowsでは展開できません。パッケージの中の名前は{ $limit }字までです。
    .hint = コースのファイルやフォルダーの名前を短くしてください。まだ誰も使っていないコースなら、コースのidを短くしてもかまいません。

## まとめ

summary-check = { $count ->
        [0] 調べる文書はありませんでした
       *[other] { $count }件の文書を調べました
    }（{ $time }）：{ $errors ->
        [0] エラーなし
       *[other] エラー{ $errors }件
    }、{ $warnings ->
        [0] 警告なし
       *[other] 警告{ $warnings }件
    }
summary-build = { $path } に{ $edition ->
        [facilitator] 進行役版のサイト（公開しないもの）
        [learner] 学ぶ人に見せるサイト
       *[open] サイト
    }が{ $count }ページできました（{ $time }）：{ $written ->
        [0] 書き直したファイルなし
       *[other] { $written }ファイルを書き込み
    }、{ $removed ->
        [0] 消したファイルなし
       *[other] { $removed }ファイルを削除
    }
summary-package = { $path } に{ $edition ->
        [facilitator] 進行役版（公開しないもの）
        [learner] 学ぶ人に見せる版
       *[open] サイト
    }の{ $count }ページを収めました（{ $size }、{ $time }）
capacity = LMSに預けられる答えの量：{ $kind ->
        [cmi5] LMSに預けるのは{ $room }字までです（cmi5に決まりはありません）。
       *[other] LMSが必ず預かるのは{ $room }字です。
    }すべての演習と様式に短く答えると{ $together }字になり、コースのはじめから数えて{ $works }件のうち{ $fitting }件が入ります。入りきらないときは新しいものから預け、残りは学ぶ人に知らせます。
    それぞれの大きさ（短い答え＝欄ごとに{ $usual }字・表は{ $few }行、長い答え＝欄ごとに{ $long }字・表は{ $many }行）：
capacity-work = 　{ $title }：短い答え{ $usual }字、長い答え{ $long }字
build-waiting = ほかのmitateが { $path } に書き込んでいます。終わるのを待ちます。
summary-paper = { $path } に{ $edition ->
        [facilitator] 進行役版の用紙（学ぶ人に見せないもの）
        [learner] 学ぶ人に見せる用紙
       *[open] 用紙
    }が{ $count }枚できました（{ $time }）：{ $written ->
        [0] 書き直したファイルなし
       *[other] { $written }ファイルを書き込み
    }、{ $removed ->
        [0] 消したファイルなし
       *[other] { $removed }ファイルを削除
    }
build-stopped = 止めました。{ $path } は前のままです。
summary-nothing-written = エラーが{ $errors }件あるので、サイトには何も書き込みませんでした。上のエラーを直して、もう一度実行してください。

## 書きながら見る

serve-ready = { $url } をブラウザーで開いてください。ファイルを保存すると、画面も新しくなります。
serve-edition = { $edition ->
        [facilitator] 進行役版です。学ぶ人に見える版は、--edition learner で開けます。
        [learner] 学ぶ人に見える版です。進行役版は、--edition facilitator で開けます。
       *[open] 版は一つです（course.yamlの「edition: open」）。すべてが、誰にでも見えます。
    }
serve-rebuilt = 作り直しました（{ $time }）。
serve-failed = エラーが{ $errors }件あります。直して保存するまで、前の画面のまま待ちます。
serve-panic = mitateの不具合で止まりました（{ $reason }）。画面は前のままです。
serve-network = 同じネットワークにつながる誰もが、このサイトと、書きかけの間違いの知らせを見られます。書きかえることはできません。見せ終わったら止めてください。
serve-not-opened = ブラウザーを開けませんでした。上のアドレスを、ブラウザーで開いてください。
serve-stop = 終えるには Ctrl+C を押してください。

## 符号の説明

explain-all = 知らせの符号の一覧です。くわしくは「mitate explain 符号」で見られます。

## 新しいコース

new-made =
    { $path } に新しいコースを作りました。次のように打つと、見ながら書けます。
    { $program } serve { $path }

## 途中の様子

progress-read = ファイルを読んでいます
progress-check = 確かめています
progress-paper = 用紙を作っています（{ $count }/{ $total }）
progress-render = ページを作っています（{ $count }/{ $total }）

## 学習項目の地図

coverage-taught = 学ぶ
coverage-practised = 練習する
coverage-assessed = 確かめる
coverage-none = まだ扱うものがありません
coverage-summary = 学習項目{ $n }のうち{ $count }を扱っています。

## 使い方（--help）。英語の文はコマンドの定義にある

help-mitate = MarkdownとYAMLのフォルダーから、動く研修サイトを作ります
help-new = 書きはじめのための、小さなコースを作ります
help-check = コースのおかしい所をすべて知らせます。何も書き込みません
help-build = コースのサイトを書き出します
help-package = サイトを、そのまま渡せる一つのファイルにします
help-paper = 用紙と文章を、WordとExcelのファイルにします
help-serve = ブラウザーで見せ、保存のたびに新しくします
help-explain = missing-alt などの符号を説明します
help-schema = エディターのために、ファイルの種類ごとのJSON Schemaを出します
help-completions = シェルのために、コマンドの補完を出します
help-man = man のために、コマンドの説明を出します
help-option-lang = 知らせの言葉：ja か en。付けなければパソコンの設定に合わせます
help-option-course = コースのフォルダー。付けなければ、ここに course.yaml があればここ、なければ content
help-option-theme = テーマのフォルダー。中のファイルが、標準のテーマの同じ名前のファイルの代わりになります
help-option-format = 知らせの形：human（行と直し方。ふだんはこれ）、short（1件1行）、json（1件1行のJSON）
help-option-coverage = 学習項目の地図（どの項目を、どこで学び、練習し、確かめるか）を出します
help-option-out = 書き出す先のフォルダー。build では、付けなければ site（進行役版は site-facilitator）、paper では papers（進行役版は papers-facilitator）
help-option-papers-as = 形式：docx（Word）、xlsx（Excel。様式だけ）、all。付けなければ all
help-option-ids = 用紙にするもののid。付けなければすべて
help-option-edition = 誰に見せる版か：learner（学ぶ人）か facilitator（進行役）。付けなければ学ぶ人の版です
help-option-as = パッケージの種類：zip（サイトのフォルダー）、html（すべてのページを収めた一つのファイル）、scorm12、scorm2004、cmi5（LMSに入れるSCORM 1.2、SCORM 2004、cmi5）
help-option-package = 書き出すファイル。付けなければ、いまいるフォルダーの「コースのid.zip」や「コースのid.html」、LMS向けは「コースのid-scorm12.zip」など。進行役版は「コースのid-facilitator」で始まります
help-option-force = mitateの作ったものではないフォルダーにも書き込みます
help-option-port = 番号（ポート）。ふだんは4321。0なら空いている番号を使います
help-option-shell = シェル：bash、elvish、fish、powershell、zsh
help-option-command = コマンド。付けなければ、mitate全体の説明です
help-option-host = ほかの端末（スマートフォンなど）から見るためのアドレス：0.0.0.0 か、このパソコンのアドレス。付けなければ、このパソコンだけで見られます
help-option-open = サイトをブラウザーで開きます
help-option-code = 知らせの角括弧の中にある符号。付けなければ一覧を出します
help-option-dir = 作るフォルダー。空なら、もうあるものでもかまいません
help-option-sample = 見本のコース（英語。すべての種類の演習つき）を作ります
help-option-manual = 教材をつくる人の手引きを、コースの形で作ります（英語）。mitate serve で読めます
help-option-kind = 種類：course、syllabus、glossary、module、page、case、role、principle、process、worksheet、exercise、meeting、session、panel。ほかに answers（答えのファイル）、row（collect の行）、accessibility（点検の結果）
help-option-help = 使い方を出します
help-option-version = 版を出します
help-heading-usage = 使い方
help-heading-commands = コマンド
help-heading-arguments = 対象
help-heading-options = オプション
help-fault-command = 「{ $word }」というコマンドはありません。
help-fault-no-command = コマンドを書いてください（{ $commands }）。
help-fault-argument = 「{ $word }」という指定はありません。
help-fault-value = 「{ $word }」に「{ $value }」は書けません。
help-fault-port = 0から65535までの数を書いてください。
help-fault-host = 0.0.0.0 や 192.168.1.5 のようなアドレスを書いてください。
help-fault-known = 書けるのは次のどれかです：{ $known }
help-fault-no-value = 「{ $word }」のあとに値を書いてください。
help-fault-missing = 「{ $word }」が必要です。
help-fault-twice = 「{ $word }」は一度だけ書いてください。
help-fault-text = 文字として読めない指定があります。
help-fault-more = 使い方は「mitate { $command }--help」で見られます。

## 用紙を読み返す

help-read = 書きこんだ用紙（Word、Excel）を、答えのファイルにします
help-option-files = 書きこんだ用紙（.docx、.xlsx）、答えのファイル、それらを入れたフォルダー
help-option-into = 書き出す答えのファイル（….json）。フォルダーなら、一つのファイルごとに答えのファイルを一つ書き出します
help-option-replace = もうある答えのファイルを置き換えます
read-between = { "、" }
read-file = { $path }：{ $count ->
        [0] 書きこまれた欄はありません
       *[other] 「{ $titles }」の欄を{ $count }件読みました
    }{ $left ->
        [0] {""}
       *[other] 。どの欄にも入れられなかった言葉が{ $left }件あります：
    }
read-older = この用紙は様式の第{ $revision }版で、いまの版より前のものです。
read-left = { "  " }{ $place }：{ $words }
read-summary = { $count ->
        [0] 読む用紙がありませんでした。
       *[other] { $count }件のうち{ $refused ->
            [0] すべて読み
           *[other] { $refused }件は読めず
        }、{ $written ->
            [0] 答えのファイルは書き出しませんでした。
           *[other] { $path } に{ $written }件の答えのファイルを書き出しました。
        }
    }
read-wrong-course = コースにエラーが{ $errors }件あるので、用紙を読めません。上のエラーを直して、もう一度実行してください。
read-place-paragraph = 本文の{ $n }段落め
read-place-cell = 表{ $table }の{ $row }行{ $column }列
read-place-sheet = シート「{ $sheet }」の{ $cell }
read-place-box = 図形の中
read-place-header = ヘッダーかフッター
read-place-note = 脚注
read-place-comment = コメント
read-two-copies = 「{ $title }」が、{ $other } にもあり、書いてあることが違います。
    .hint = 二人の答えを混ぜないように、何も書き出しません。--out にフォルダーの名前を付けると、用紙ごとに一つずつ、答えのファイルができます。
read-link = リンクなので、読みません。
    .hint = リンクの先のファイルそのものを、このフォルダーに置いてください。
read-not-a-paper = mitateの用紙でも、答えのファイルでもありません。
    .hint = Wordなら .docx、Excelなら .xlsx として保存したものを選んでください。
read-wrong-ending = 中身は { $ending } の用紙ですが、ファイルの名前の終わりが違います。
    .hint = 名前の終わりを { $ending } に直して、もう一度実行してください。
read-damaged = ファイルが壊れているか、途中で切れています（{ $what }）。
    .hint = 書いた人にもう一度送ってもらうか、Word、Excel、LibreOfficeで開いて保存し直してください。
read-encrypted = パスワードがかかっているので、読めません。
    .hint = Word や Excel で開いて、パスワードを外して保存し直してください。
read-old = 古い形式（.doc、.xls）で保存されています。
    .hint = Word や Excel で開いて、.docx か .xlsx として保存し直してください。
read-macro = マクロが入っているので、開きません。
    .hint = mitateの用紙にマクロはありません。誰が入れたのかを確かめ、書かれたことだけを新しい用紙に写してください。
read-document-type = ファイルの中の { $part } に、ほかのファイルを読み込ませる書き方（文書型宣言）があるので、開きません。
    .hint = Word や Excel はこのような書き方をしません。書いた人に、どのプログラムで保存したのかを確かめてください。
read-outside = ほかのファイルを呼び出すリンクがあるので、開きません：{ $address }
    .hint = Word や Excel で開き、ファイルへのリンク（差し込んだ画像、テンプレート、ほかの表への参照）を外して保存し直してください。
read-too-large = { $what ->
        [bytes] 展開すると{ $limit } MBを超えるので、読みません。
        [files] 中のファイルが{ $limit }個を超えるので、読みません。
        [cells] 段落やセルが{ $limit }個を超えるので、読みません。
       *[levels] 表などの入れ子が{ $limit }段を超えるので、読みません。
    }
    .hint = 書かれたことだけを、新しい用紙に写してください。
read-other-course = 別のコース（{ $course }）の用紙です。
    .hint = そのコースのフォルダーを --course に付けてください。
read-no-form = どの用紙なのか、わかりません。
    .hint = このコースの用紙なら、題と欄の名前が消えていないかを確かめてください。新しい用紙に写せば、読めます。
read-unknown-form = このコースに、用紙「{ $key }」がありません。
    .hint = コースから用紙が消えたか、別の版のコースです。用紙を作ったときのコースのフォルダーを --course に付けてください。
read-twice = 一つのファイルに、同じ用紙が二つ以上入っています。
    .hint = 違う人の答えを混ぜないように、読みません。用紙ごとに別のファイルにして保存し直してください。
read-newer = 新しい版のmitateの答えのファイルです。
    .hint = mitateを新しくして、もう一度実行してください。
read-malformed = 答えのファイルに、決まりと違うところがあります：{ $what }
    .hint = 画面の「私の答え」から、もう一度書き出してください。

## 答えを集める

help-collect = みんなの答えのファイルを、数えるための行や、「みんなの答え」のあるサイトにします
help-option-answer-files = 答えのファイル（.mitate.json）、それらを入れたフォルダー
help-option-rows-as = 形式：ndjson、csv、xlsx（Excel）、site（答えの入った進行役版のサイト）。付けなければ、書き出すファイルの名前の終わりに合わせます
help-option-rows-out = 書き出すファイル。--as site ではフォルダー
help-option-rows-force = もうあるファイルやサイトを置き換えます
progress-collect = 答えのファイルを読んでいます（{ $count }/{ $total }）
error-file-is-input = { $path } は、読むファイルのうちの一つです。
    .hint = 何も書き込んでいません。--out で別の名前にしてください。
collect-sheet = 答え
collect-wrong-course = コースにエラーが{ $errors }件あるので、答えを集められません。上のエラーを直して、もう一度実行してください。
collect-nothing = { $count ->
        [0] 答えのファイルがありませんでした。
       *[other] { $count }件のファイルに、行にできる答えがありませんでした。
    }何も書き出していません。
collect-summary = { $people }人の答え{ $rows }件を { $path } に書き出しました。ファイルは{ $count }件で、{ $refused ->
        [0] すべて読みました
       *[other] { $refused }件は読めませんでした
    }{ $older ->
        [0] {""}
       *[other] 。同じ人のファイルのうち、前のもの{ $older }件は数えていません
    }。
collect-site-summary = { $people }人の答えを入れた進行役版のサイトを { $path } に書き出しました。ファイルは{ $count }件で、{ $refused ->
        [0] すべて読みました
       *[other] { $refused }件は読めませんでした
    }{ $older ->
        [0] {""}
       *[other] 。同じ人のファイルのうち、前のもの{ $older }件は数えていません
    }。
collect-site-words = { $path } には、参加した人の書いた言葉が入っています。公開したり、学ぶ人に渡したりしないでください。使い終わったら、フォルダーごと消してください。
collect-site-withheld = 名前を尋ねる欄の答えが{ $count }件あります。サイトには入れていません。
collect-site-too-big = 答えが多すぎて、ブラウザーの一つのページでは開けません。
    .hint = フォルダーを分けて集めるか、--as ndjson で行にして数えてください。
collect-personal = 生きている人の情報（電話番号、メールアドレス、住所など）に見える言葉のある答えが{ $count }件あります。personal が true の行です。人に見せる前に、確かめてください。
collect-withheld = 名前を尋ねる欄の答えが{ $count }件あります。言葉は書き出していません（withheld が true の行）。
collect-cut = Excelの一つのセルに入りきらない言葉が{ $count }件あり、途中までです。全部を残すには、--as ndjson か --as csv を付けてください。
collect-too-many-rows = 答えが{ $count }件あり、Excelのシートに入る{ $limit }行を超えています。
    .hint = --as ndjson か --as csv を付けてください。
collect-same-person = { $other } と同じ人の答えなので、数えません。その人のファイルのうち、いちばん新しいものだけを数えます。
    .hint = 別の人のものなら、書いた人に、画面の「わたしの答え」からもう一度書き出してもらってください。
collect-older = コースの第{ $theirs }版の答えです（いまは第{ $ours }版）。ほかの答えといっしょに数えます。
    .hint = なくなった欄の行は known が false で、ファイルにある欄の名前のままです。
collect-newer-course = コースの第{ $theirs }版の答えですが、--course のコースは第{ $ours }版です。ほかの答えといっしょに数えます。
    .hint = 新しいほうのコースのフォルダーを --course に付けると、欄の名前がそろいます。
collect-not-ours = mitateの答えのファイルではありません。
    .hint = 画面の「わたしの答え」から書き出した、名前が .mitate.json で終わるファイルを選んでください。
collect-empty = 何も入っていません。
    .hint = 書いた人に、画面の「わたしの答え」からもう一度書き出してもらってください。
collect-paper = Word か Excel のファイルです。
    .hint = 書きこんだ用紙なら、先に「mitate read 用紙.docx --out 答え.mitate.json」で答えのファイルにしてください。
collect-review = 答えのファイルではなく、読んだ人のコメントのファイルです。
    .hint = コメントは数えません。答えのファイル（.mitate.json）を選んでください。
collect-encoding = 文字の保存のしかたがUTF-8ではありません（UTF-16やShift_JISかもしれません）。
    .hint = 書き出したときのファイルをもらってください。なければ、エディターで開き、文字コードをUTF-8にして保存し直してください。
collect-newer = 新しい版のmitateの答えのファイルです。
    .hint = mitateを新しくして、もう一度実行してください。
collect-truncated = ファイルが途中で切れています。
    .hint = 写すときに切れたのかもしれません。書いた人にもう一度もらってください。
collect-unreadable = 答えのファイルの形になっていません。
    .hint = 手で書きかえたなら、元に戻してください。でなければ、書いた人に、画面の「わたしの答え」からもう一度書き出してもらってください。
collect-malformed = 答えのファイルに、決まりと違うところがあります：{ $what }
    .hint = 書いた人に、画面の「わたしの答え」からもう一度書き出してもらってください。
collect-other-course = 別のコース「{ $title }」の答えです。いま集めているのは「{ $ours }」の答えです。
    .hint = そのコースの答えを集めるなら、そのコースのフォルダーを --course に付けてください。
collect-link = リンクなので、読みません。
    .hint = リンクの先のファイルそのものを、このフォルダーに置いてください。
collect-changed = 読んでいる間に、中身が変わりました。この人の答えは入っていません。
    .hint = ファイルが書きかわらないようにして、もう一度実行してください。
## 配布資料を取り込む

help-import = 配布資料（Word、Excel、Markdown）を、コースのページや様式にします
help-option-handouts = 取り込むファイル（.docx、.xlsx、.md）
help-option-import-into = 取り込む先のコースのフォルダー
help-option-import-as = 何にするか：page（ページ）、worksheet（様式の案）。付けなければ page
read-place-line = { $n }行め
import-file = { $path } を { $target } にしました。{ $total ->
        [0] {""}
       *[other] 画像は{ $total }枚です。
    }{ $left ->
        [0] {""}
       *[other] そのままでは取り込めなかったものが{ $left }件あります：
    }
import-left = { "  " }{ $place }：{ $said }
import-left-comment = コメントは取り込みません：{ $words }
import-left-deleted = 変更履歴で消されている言葉：{ $words }
import-left-hidden = 表示されない設定の言葉：{ $words }
import-left-header = 用紙の上下に入る言葉：{ $words }
import-left-contents = 目次は、サイトが自動で作ります：{ $words }
import-left-picture = 取り込めない画像（PNG、JPEGで入れ直してください）：{ $words }
import-left-form-picture = 様式には入らない画像（ページとして取り込むと、入ります）：{ $words }
import-left-formula = 数式は、言葉だけを本文に入れました：{ $words }
import-left-field = 読めないフィールド：{ $words }
import-left-symbol = 記号用のフォントにしかない文字：{ $words }
import-left-drawing = 図形やグラフの中の言葉：{ $words }
import-left-prompt = 入力欄の案内や選択肢：{ $words }
import-left-merged = 結合したセルを分けました。縦の結合は言葉を繰り返し、横の結合は最初の列に入れました
import-left-nested = 表の中の表を、外側の表のすぐ後に置きました
import-left-page-break = 改ページは、ページでは要らないので外しました（{ $words }か所）
import-left-sheet = 表示されないシート：{ $words }
import-left-not-a-field = どの欄でもない言葉：{ $words }
import-left-key = ページにない設定：{ $words }
import-left-tag = 書けないHTML：{ $words }
import-left-shortcode = ほかの道具のための書き方：{ $words }
import-left-link = リンクの行き先を外しました：{ $words }
import-left-embedded = 中に埋めこまれた別のファイル：{ $words }
import-summary = { $count }件を取り込みました。{ $errors ->
        [0] { $warnings ->
            [0] 直すところはありません。
           *[other] 見直すところが{ $warnings }件あります。上の知らせを読んでください。
        }
       *[other] サイトを作る前に直すところが{ $errors }件あります。上の知らせのとおりに、書き足してください。
    }
import-nothing = 読めないファイルが{ $count }件あるので、何も書き込みませんでした。
import-not-a-handout = Word（.docx）、Excel（.xlsx）、Markdown（.md）のどれでもありません。
    .hint = もとのプログラムで開き、.docx か .xlsx として保存し直してください。PDFからは取り込めません。
import-not-utf8 = { $line }行めに、UTF-8ではない文字があります。
    .hint = エディターで開き、文字コードをUTF-8にして保存し直してください（Windowsのメモ帳では「名前を付けて保存」の「エンコード」）。
import-no-form = Markdownから様式の案は作れません。
    .hint = --as page を付けるか、Word、Excelのファイルを選んでください。
import-no-field = 書きこむ所（空いたセル、下線、□）が見つからないので、様式の案を作れません。
    .hint = 読むための資料なら、--as page を付けてください。

## パネル

help-panel = 実践者の答えのファイルを、コースのパネルにします
panel-wrong-course = コースにエラーが{ $errors }件あるので、パネルを作れません。上のエラーを直して、もう一度実行してください。
panel-nothing = { $count ->
        [0] 答えのファイルがありませんでした。
       *[other] { $count }件のファイルに、情報の重みを考える演習（concordance）の、見比べ終えた答えがありませんでした。
    }何も書き込んでいません。
panel-unasked = { $id }：演習が同意を尋ねていないので、答えを使いません。kind: consent の欄を足して、もう一度取り組んでもらってください。
panel-without-consent = { $id }：同意のない{ $without }人の答えは、使っていません。
panel-unchanged = { $id }：新しい答えはありません。パネルはそのままです。
panel-has-example = { $id }：{ $path } は、書き手が考えた例です。集めた答えとは混ぜません。このファイルを消してから、もう一度実行してください。
panel-too-few = { $id }：同意のある答えは{ $people }人分です。パネルには{ $least }人以上が必要です。何も書き込んでいません。
panel-other-form = { $id }：{ $path } の終わりがpeopleの一覧ではないので、書き足せません。peopleをファイルの終わりに移し、一人ずつ行を分けて書いてください。
panel-personal = { $id }：個人の情報に見える言葉のあるわけ{ $personal }件を、書き込んでいません。重みは入れました。答えのファイルを読み、言い換えてパネルに書き足してください。
panel-summary = { $id }：{ $path } に{ $added }人を加え、{ $people }人になりました。公開する前に、わけをすべて読んでください。

## 導入の検討のための資料

help-evidence = 教材について役所に尋ねられることを、1〜2ページの資料にします
help-option-evidence-as = 形式：md か docx（Word）。付けなければ、書き出すファイルの名前の終わりで決まり、フォルダーなら両方
help-option-evidence-results = アクセシビリティの点検の結果（JSON。形は mitate schema accessibility で見られます）
help-option-evidence-out = 書き出すファイル、または「コースのid-evidence.md」と「.docx」を入れるフォルダー。付けなければ、いまのフォルダー
help-option-evidence-force = すでにあるファイルを置き換えます
summary-evidence = { $path } に資料を書き出しました。渡す前に「未確認」と「未実施」の行を見てください。
evidence-results-broken = 点検の結果として読めません（{ $what }）。
    .hint = 形は mitate schema accessibility で見られます。
evidence-results-wrong = 点検の結果の { $what } が、その形ではありません。
    .hint = 形は mitate schema accessibility で見られます。名前は英数字で、「compliant」のような判定の言葉は使えません。
evidence-results-other = この結果は、別のサイトのものです。資料には「未実施」と書きました。
    .hint = このサイトの指紋は { $hash } です。同じ版を書き出して、点検をやり直してください。

## mitate add
help-add = コースに、ひな形からファイルを一つ足します
help-option-add-what = 足すもの：page（ページ）、module（モジュール）、case（事例）、role（役割）、principle（原則の組）、process（過程）、worksheet（様式）、exercise（演習）、meeting（会議）、session（進行案）、panel（実践者の答え）、term（用語）
help-option-add-id = そのid。ページは「モジュール/ページ」、実践者の答えは演習のid
help-option-add-kind = 演習の種類（choice、write、dialogue など）
help-option-add-on = 演習を出すページ（「モジュール/ページ」）
help-option-add-course = コースのフォルダー［付けなければ、いまいるフォルダー］
add-made = { $path } を足しました。
add-changed = { $path } の終わりに書き足しました。
add-place = 演習をページに出すには、出したい所に、次の3行を書きます（--on を付けると、ページの終わりに書き足します）。
    ```exercise
    { $id }
    ```

## mitate rename
help-rename = idを変え、それを指している所もすべて直します
help-option-rename-what = 変えるもの（「種類:id」）。case:first-meeting、page:start/facts、exercise:first-words、term:rapport、item:listening など
help-option-rename-new = 新しいid
help-option-rename-course = コースのフォルダー［付けなければ、いまいるフォルダー］
rename-changed = { $path } を直しました。
rename-moved = { $path } の名前を { $new } にしました。
rename-kept = 前のid「{ $id }」を was に残しました。消さなければ、前に書かれた答えも見つかります。

## エディターとの対話

help-lsp = Language Server Protocolで話すエディターに、コースの点検や補完をします
desk-replace = 「{ $text }」に直す
desk-remove = 取り除く
