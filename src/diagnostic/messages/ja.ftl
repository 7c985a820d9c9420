# 著者に伝える文（日本語）。符号ごとに、何がおかしいか、.hint＝直し方、.why＝なぜ調べるか、.bad＝起きる例、.good＝直した例。

error = エラー
warning = 警告
fix = 直し方
related-here = 先にここで使われています
did-you-mean = 「{ $suggestion }」のことではありませんか。
did-you-mean-alike =
    「{ $suggestion }」のことではありませんか。同じに見えますが、文字が違います（いまは { $alike ->
        [none] 文字なし
       *[other] { $alike }
    }、正しくは { $unlike ->
        [none] 文字なし
       *[other] { $unlike }
    }）。
explain-bad = 起きる例
explain-good = 直した例

## ファイルを読む

not-utf8 = { $line }行目に、UTF-8として読めない文字があります。
    .hint = 文字コードに「UTF-8」を選んで、保存し直してください。
    .why =
        コースのファイルは、どのパソコンでも同じ文字で開けるように、UTF-8で書くことにしています。
        Shift_JISなどで保存したファイルは、ほかの人の画面や公開したサイトで文字化けします。
        読めない文字を推測で置き換えると事例の言葉が変わってしまうので、ここで止めます。
    .bad = Shift_JISで保存した cases/morning-classroom.md
    .good = UTF-8で保存した cases/morning-classroom.md

symlink-outside = コースの外にあるか、もう無いファイルへのリンク（シンボリックリンク）です（{ $target }）。
    .hint = 使いたいファイルそのものを、コースのフォルダーの中へコピーしてください。
    .why =
        コースは、フォルダーごと人に渡したり、別のパソコンで開いたりするものです。
        外のファイルを指すリンクは、渡した先では切れてしまいます。
        見せるつもりのないファイルが公開されることも防ぎます。
    .bad = images/flow.png → /home/a/デスクトップ/flow.png
    .good = images/flow.png（ファイルそのもの）

not-a-file = ふつうのファイルではなく、パイプ、デバイス、またはソケットです。
    .hint = コースのフォルダーから取り除くか、ファイルに置き換えてください。
    .why =
        パイプやデバイスは、読みおわらないことがあります。
        コースに入れられるのは、ふつうのファイルだけです。
    .bad = mkfifoで作った modules/01-start/10-setting.md
    .good = エディターで保存した modules/01-start/10-setting.md

file-too-large = ファイルが大きすぎます（{ $size }。{ $limit }までです）。
    .hint = 小さくしてください。文章は分け、画像は画素数を減らし、録音や録画は短くします。大きな動画は、自分のサーバーに置いてアドレスでリンクするほうが向いています。
    .why =
        学ぶ人は、スマートフォンや遅い回線でも開きます。100 MBを超えるファイルを断るサーバーも多くあります。
        Markdown、YAML、SVGは5 MBまで、ほかのファイルは100 MBまでです。
    .bad = files/interview.mp4（1.2 GB）
    .good = files/interview.mp3（12 MB）

unsafe-svg = このSVG画像の{ $line }行目に、{ $kind ->
        [script] プログラム（スクリプト）を動かす部分（「{ $name }」）があります
        [page] ウェブページを表示する部分（「{ $name }」）があります
        [encoding] UTF-8以外の文字コードの指定（「{ $name }」）があります
       *[outside] 画像の外を参照する部分（「{ $name }」）があります
    }。
    .hint = { $kind ->
        [encoding] UTF-8で保存してください。
        [outside] 参照しているものを画像に埋め込むか、PNGで保存してください。
       *[other] その部分を取り除いてください。多くの描画ソフトでは「プレーンSVG」や「最適化SVG」を選んで保存できます。PNGで保存してもかまいません。
    }
    .why =
        画像の中のプログラムは、学ぶ人の書いた答えを読めてしまいます。ほかのサーバーを参照すると、誰が読んでいるかがそのサーバーに伝わります。
        コースはネットワークなしで開け、書いたものは学ぶ人の手もとから出ません。
    .bad = <svg …><script>…</script></svg>
    .good = <svg …><rect …/></svg>

## YAMLと先頭の設定

yaml-syntax = { $cause ->
        [tab] 字下げにタブが使われています。
        [unclosed] 開いた括弧か引用符が、閉じられていません。
        [indent] 行の頭の字下げがそろっていません。
        [colon] 「:」の使い方が読み取れません。
        [alias] 「*」か「&」で始まる値は読み取れません。
        [deep] 入れ子が深すぎて、読み取れません。
        [merge] 「<<」を使ったまとめ書きはできません。
        [wide-colon] キーのあとのコロンが全角です。
        [colon-blank] キーのコロンのあとに、空白がありません。
        [wide-blank] ここに全角の空白があります。
        [wide-indent] 字下げに全角の空白が使われています。
        [dash-blank] 項目の「-」のあとに、空白がありません。
        [quote] この値は、記号のためにYAMLの書き方として読まれてしまいます。
        [wide-comma] 波括弧の中の区切りが全角です。
       *[other] この行は、設定（YAML）として読み取れません。
    }
    .hint = { $cause ->
        [tab] タブを消して、半角の空白で上の行とそろえてください。上の行の中身なら、2つ多く字下げします。
        [unclosed] 開いた { "[" }、{ "{" }、"、' に合う閉じ側を、同じ値の終わりに打ってください。
        [indent] 同じ段に並ぶ行は、行の頭の半角の空白を同じ数にそろえてください。
        [colon] キーのあとは半角の「:」と空白1つです。値の文に「: 」が入るときは、文全体を " と " で囲んでください。
        [alias] 値の文全体を " と " で囲んでください。
        [deep] 入れ子は浅く書いてください。「{ "[" }」などの記号で始まる文なら、文全体を " と " で囲んでください。
        [merge] 共通の部分も、使う場所ごとに書いてください。
        [wide-colon] 半角の「:」と半角の空白1つに替えてください。
        [colon-blank] 「:」のあとに半角の空白を1つ打ってください。
        [wide-blank] 全角の空白を、半角の空白に替えてください。
        [wide-indent] 半角の空白を2つずつ使って字下げしてください。
        [dash-blank] 「-」のあとに半角の空白を1つ打ってください。
        [quote] 値の全体を引用符で囲み、「{ $fix }」と書いてください。
        [wide-comma] 半角の「,」と半角の空白1つに替えてください。
       *[other] 上下の行と字下げをそろえ、「:」のあとに空白を入れ、記号で始まる文は " と " で囲んでください。
    }
    .why =
        題名や一覧は、「キー: 値」の並び（YAML）で書きます。
        字下げや「:」の空白が一つ違うだけで、どこまでが一つの値なのか決められなくなります。
        推測で読むと、書いたはずの段階や欄が黙って消えることがあるので、止めて場所をお知らせします。
    .bad =
        title: 面接の練習: はじめの5分
        summary: 最初のあいさつを練習する
    .good =
        title: "面接の練習: はじめの5分"
        summary: 最初のあいさつを練習する

no-front-matter = ファイルの先頭に、「---」で囲んだ設定がありません。
    .hint = いちばん上に「---」、次の行に「title: 題名」、その次の行にもう一度「---」と書いてください。
    .why =
        ページの題名や、扱う学習項目は、ファイルの先頭の「---」と「---」の間に書きます。
        題名がないと、目次にもカードにも出せません。
        「# 題名」で始まるページなら、それが題名になります。
    .bad =
        ## 出会いの場面

        はじめて会う日に、何を確かめますか。
    .good =
        ---
        title: 出会いの場面
        ---
        はじめて会う日に、何を確かめますか。

unclosed-front-matter = 先頭の「---」に対応する、終わりの「---」がありません。
    .hint = 設定の最後の行の次に、「---」だけの行を足してください。
    .why =
        先頭の設定は、「---」だけの行で終わります。
        終わりがないと、どこからが本文なのかわからず、本文がすべて設定として読まれてしまいます。
    .bad =
        ---
        title: 出会いの場面

        はじめて会う日に、何を確かめますか。
    .good =
        ---
        title: 出会いの場面
        ---
        はじめて会う日に、何を確かめますか。

duplicate-key = 「{ $key }」が2回書かれています。
    .hint = どちらか一方を消してください。両方の中身が要るときは、1つの「{ $key }」にまとめてください。
    .why =
        同じキーが2つあると、どちらを使えばよいか決められません。
        写して書き足したときに、古い行が残っていることがよくあります。
    .bad =
        title: 初回面接
        summary: 最初の30分の進め方
        title: はじめての面接
    .good =
        title: はじめての面接
        summary: 最初の30分の進め方

unknown-key = 「{ $key }」というキーはありません。
    .hint = { $what ->
        [file-id] idはファイルの名前から決まります。この行を消してください。変えたいときは、ファイルの名前を変えます。
       *[key] ここで使えるのは { $known } です。
    }
    .why =
        つづりの違うキーは、書いた内容ごと読み飛ばすしかありません。
        黙って読み飛ばすと、「書いたのに出ない」理由がどこにも見えません。
        そこで、知らないキーがあればお知らせします。
    .bad =
        title: 学級担任
        sumary: 毎日の様子を、いちばん長く見ている人。
    .good =
        title: 学級担任
        summary: 毎日の様子を、いちばん長く見ている人。

missing-key = 「{ $key }」が書かれていません。
    .hint = { $place ->
        [braces] { "{" } と { "}" } の間に「, { $key }: 」を足して、値を書いてください。
       *[lines] ここに「{ $key }: 」の行を足して、値を書いてください。
    }
    .why =
        省くとページを作れない項目だけを、必ず書くことにしています。
        題名のないページは目次に出せず、idのない欄には学ぶ人の答えを結びつけられません。
    .bad =
        terms:
          - id: rapport
            term: ラポール
    .good =
        terms:
          - id: rapport
            term: ラポール
            definition: 安心して話せるという、互いの信頼。

empty-value = { $expected ->
        [list] 一覧の中身が書かれていません。
        [map] 中身が書かれていません。
        [bool] true か false が書かれていません。
        [integer] 数が書かれていません。
        [count] 数が書かれていません。
       *[text] 値の文字が書かれていません。
    }
    .hint = { $expected ->
        [list] 次の行から「- 」で始まる行を並べてください。何も並べないなら、この行を消してください。
        [map] 次の行から字下げして「キー: 値」を並べてください。要らないなら、この行を消してください。
        [bool] 「:」のあとに true か false と書いてください。
        [integer] 「:」のあとに半角の数字を書いてください。
        [count] 「:」のあとに半角の数字を書いてください。
       *[text] 「:」か「-」のあとに値を書いてください。省ける項目なら、行ごと消してもかまいません。
    }
    .why =
        キーだけがあって値がないときは、書きかけのまま忘れられていることがほとんどです。
        空のまま公開すると、題名のないカードや、中身のない枠がサイトに残ります。
    .bad =
        title: 学級担任
        summary:
    .good =
        title: 学級担任
        summary: 毎日の様子を、いちばん長く見ている人。

wrong-type = { $expected ->
        [record] ここには、キーの付いた値を書きます（いまは{ $found ->
            [text] 文字だけ
            [bool] true か false
           *[number] 数だけ
        }です）。
        [map] ここには「キー: 値」の並びを書きます（いまは{ $found ->
            [list] 一覧
            [text] 文字だけ
            [bool] true か false
            [integer] 数
            [number] 数
           *[map] 別の形
        }です）。
        [list] ここには「- 」で始まる一覧を書きます（いまは{ $found ->
            [map] 「キー: 値」の並び
            [text] 文字だけ
            [bool] true か false
            [integer] 数
            [number] 数
           *[list] 別の形
        }です）。
        [bool] ここには true か false を書きます（いまは{ $found ->
            [map] 「キー: 値」の並び
            [list] 一覧
            [text] 文字
            [integer] 数
            [number] 数
           *[bool] 別の形
        }です）。
        [integer] ここには整数を書きます（いまは{ $found ->
            [map] 「キー: 値」の並び
            [list] 一覧
            [text] 文字
            [bool] true か false
            [number] 小数
           *[integer] 大きすぎる数
        }です）。
        [count] ここには0以上の整数を書きます（いまは{ $found ->
            [map] 「キー: 値」の並び
            [list] 一覧
            [text] 文字
            [bool] true か false
            [number] 小数
           *[integer] 負の数か、大きすぎる数
        }です）。
       *[text] ここには1つの言葉か文を書きます（いまは{ $found ->
            [map] 「キー: 値」の並び
            [list] 一覧
           *[text] 別の形
        }です）。
    }
    .hint = { $expected ->
        [record] 「{ $fix }」のように、キーを付けて書いてください。いくつも並べるときは、idを項目ごとに変えます。
        [map] 次の行から字下げして「キー: 値」を並べてください。
        [list] 次の行から「- 」で始まる行を並べるか、1行で「{ $fix }」のように書いてください。
        [bool] 引用符を付けずに true か false と書いてください。
        [integer] 単位を付けずに、半角の数字で書いてください（例: 5、-1）。
        [count] 単位を付けずに、半角の数字で書いてください（例: 15）。
       *[text] 「:」のあとに、値を1つだけ書いてください。{ "[" }、{ "{" } で始まる文や「: 」の入る文は、全体を " と " で囲みます。
    }
    .why =
        文字、数、一覧、「キー: 値」の並びは、書き方で見分けています。
        「15分」は文字なので、合計の時間を計算できません。
        形が違うまま推測で読むと、思わぬ場所に思わぬ値が出ます。
    .bad =
        minutes: 15分
        covers: biestek-7
    .good =
        minutes: 15
        covers: { "[" }biestek-7]

unknown-value = 「{ $value }」は、ここには書けません。
    .hint = ここに書けるのは { $known } です。
    .why =
        決まった言葉から選ぶ項目では、その言葉によって画面や用紙の作りが変わります。
        知らない言葉のときに適当な形で出すと、用紙の欄や図が別のものになってしまいます。
    .bad =
        id: date
        kind: calendar
        label: 面接日
    .good =
        id: date
        kind: date
        label: 面接日

value-cut = { $what ->
        [name] 「{ $found }」は、値の名前や型として読まれ、ページに出ません。
        [name-alone] 「{ $found }」は、値の名前や型として読まれ、ページに出ません。
       *[value] 「{ $found }」は、覚え書きとして読まれ、ページに出ません。
    }
    .hint = { $what ->
        [name-alone] 「{ $found }」を消してください。
        [comment] 覚え書きなら、「#」のあとに空白を入れて「{ $fix }」と書いてください。見せる言葉なら、次の行から書いてください。
       *[value] 値の全体を引用符で囲み、「{ $fix }」と書いてください。
    }
    .why =
        YAMLでは、空白のあとの「#」から先は、書いた人の覚え書きになります。
        「#2」のような言葉は、消えたことに気づきにくいものです。
        覚え書きなら、「#」のあとに空白を入れてください。
    .bad = title: 面接 #2 沈黙のあと
    .good = title: "面接 #2 沈黙のあと"

folded-value = 値が次の行に続くため、つなぎ目（「{ $found }」の前）に空白が入ります。
    .hint = 一行に続けて書くか、「キー: |」の次の行から字下げして書いてください。空行で段落が分かれます。
    .why =
        YAMLは、行をまたぐ値を空白でつなぎます。英語では語の区切りですが、日本語では文の途中に空白が出ます。
        「|」を書けば、改行も空行も書いたとおりに読まれます。
    .bad =
        summary: 一行目の文は、
          二行目に続きます。
    .good =
        summary: |
          一行目の文は、
          二行目に続きます。

shown-quotes = この引用符は、値の一部としてそのまま出ます（{ $found }）。
    .hint = 半角の引用符で「{ $fix }」と書いてください。言葉として見せる引用符なら「」を使います。
    .why =
        値を囲めるのは、半角の " と ' だけです。
        ワープロが自動で変える引用符は、題や選択肢の文字として画面に出ます。
    .bad = title: “声”
    .good = title: "声"

plain-markup = ここではMarkdownは働かず、記号がそのまま出ます（{ $found }）。
    .hint = 記号を消して、言葉だけを書いてください。
    .why =
        題や見出しは、一覧や、ブラウザーのタブや、印刷の欄外にも出ます。
        強調やふりがなの記号は、そこでは記号のまま残ります。
    .bad = title: ｜見立《みた》ての**はじめ**
    .good = title: 見立てのはじめ

marked-answer = 正答にMarkdownの記号があります（{ $found }）。正しい答えが、すべて違うと判定されます。
    .hint = 記号を消して、学ぶ人が書く言葉だけを書いてください。
    .why =
        書いた答えは、ここにある言葉と一字ずつ比べられます。
        記号の付いた正答に、記号なしの答えは合いません。
    .bad = answers: ["**ラポール**"]
    .good = answers: [ラポール]

invalid-id = 「{ $id }」は、idには使えません。
    .hint = 半角の英小文字、数字、ハイフンだけで、60字までで書いてください（例: morning-classroom）。ファイル名も同じきまりです。
    .why =
        idは、リンク、ページのアドレス、学ぶ人の保存した答えを結びつける名前です。
        日本語や大文字や空白は、パソコンやサーバーによって扱いが違い、リンクが切れるもとになります。
        画面に出る題名はtitleに日本語で書けるので、idは短い英語でかまいません。
    .bad =
        id: 初回面接
        title: 初回面接
    .good =
        id: first-interview
        title: 初回面接

## 本文（Markdown）

heading-one = 本文に「#」が1つだけの見出しがあります。
    .hint = 「##」に直してください。ページの題名は、先頭のtitleから自動で付きます。
    .why =
        「#」1つの見出しは、ページ全体の題名を表します。
        題名はtitleから付くので、本文にもう1つあると、読み上げソフトの利用者は二つのページが混じったように感じます。
    .bad =
        # 出会いの場面

        はじめて会う日に、何を確かめますか。
    .good =
        ## 出会いの場面

        はじめて会う日に、何を確かめますか。

heading-jump = 見出しの「#」が、{ $from }つから{ $to }つへ飛んでいます。
    .hint = 「#」の数は、上の見出しより1つだけ多くしてください。題名が「#」1つに当たるので、本文のいちばん上の見出しは「##」です。
    .why =
        見出しの段は、目次と、読み上げソフトでの移動に使われます。
        段が飛ぶと、間に読み落としたものがあるように聞こえます。
        文字を小さく見せたいだけのときも、段は順に使ってください。
    .bad =
        ## 聴く前に

        #### 場所をととのえる
    .good =
        ## 聴く前に

        ### 場所をととのえる

duplicate-anchor = 見出しのid「{ $anchor }」が、同じ本文の中で2回使われています。
    .hint = どちらかの見出しの { "{" }#{ $anchor }{ "}" } を、別の名前にしてください。
    .why =
        見出しのidは、リンクの行き先です。
        同じidが2つあると、あとの見出しへは決して着けません。
        事例では段階の場所を表すので、根拠として引いた文の場所も変わってしまいます。
    .bad =
        ## 出来事 { "{" }#incident{ "}" }

        ## 学校での様子 { "{" }#incident{ "}" }
    .good =
        ## 出来事 { "{" }#incident{ "}" }

        ## 学校での様子 { "{" }#school{ "}" }

missing-alt = 画像「{ $path }」に、画像の代わりになる言葉がありません。
    .hint = ![ と ] の間に、画像が見えない人にも伝わる一文を書いてください。
    .why =
        画面を見ずに音で聞く人、画像の出ない環境で読む人には、この言葉だけが届きます。
        「図1」ではなく、その図から何を読み取ってほしいかを書きます。
    .bad = 次の図を見てください。![](../../images/flow.png)
    .good = 次の図を見てください。![相談を受けた人から、校内の3人へ矢印がのびている図](../../images/flow.png)

raw-html = 本文にHTMLのタグは書けません（{ $html }）。
    .hint = { $twin ->
        [break] 段落を分けるなら空行を、段落の中で行を変えるなら行の終わりに「\」を書いてください。表のセルの中では、文を分けて書くか、行を増やします。
        [strong] 太字は「**言葉**」と書いてください。下線や色の代わりにも使えます。
        [emphasis] 強調は「*言葉*」と書いてください。
        [strike] 取り消し線は「~~言葉~~」と書いてください。
        [table] 表は、「| 場面 | 支え |」の行、「|---|---|」の行、中身の行の順に書いてください。
        [list] 箇条書きは、行のはじめに「- 」か「1. 」と書いてください。
        [heading] 見出しは、行のはじめに「## 」と書いてください。
        [image] 画像は「![何の画像か](../images/seat.png)」と書いてください。
        [link] リンクは「{ "[" }文字](20-facts.md)」と書いてください。
        [ruby] ふりがなは「｜見立《みた》て」と書いてください。
        [rule] 区切り線は、前後に空行を入れて「---」と書いてください。
        [code] コードは ` と ` で囲んでください。
        [quote] 引用は、行のはじめに「> 」と書いてください。
        [alert] 囲みは「> { "[" }!NOTE]」の次の行から、行のはじめに「> 」を付けて書いてください。
        [plain] タグを消し、中の言葉だけを残してください。
       *[other] 太字は **言葉**、ふりがなは ｜見立《みた》て、囲みは > { "[" }!NOTE] と書きます。タグを文字として見せたいときは ` と ` で囲んでください。
    }
    .why =
        HTMLを許すと、画面では整って見えても、印刷や読み上げや検索で崩れることがあります。
        よそから写したタグに、読む人の記録をとる仕掛けが混じることもあります。
        教材に必要な書き方は、Markdownと、mitateの書き方にそろっています。
    .bad = 相手の言葉を<b>そのまま</b>返します。
    .good = 相手の言葉を**そのまま**返します。

undefined-footnote = 脚注 [^{ $name }] の中身がありません。
    .hint = 本文の終わりに、空行を1つ入れてから「[^{ $name }]: 注の文」と書いてください。
    .why =
        印だけがあって中身のない脚注は、本文に記号のまま残ります。
        出典の脚注なら、読む人は根拠をたどれません。
    .bad = 面接の部屋は、明るさにも気を配ります[^room]。
    .good =
        面接の部屋は、明るさにも気を配ります[^room]。

        { "[" }^room]: まぶしさが苦手な人もいます。

unused-footnote = 脚注 [^{ $name }] は、本文のどこにも印がありません。
    .hint = 注を付けたい言葉のすぐうしろに [^{ $name }] と書くか、この脚注を消してください。
    .why =
        本文に印のない脚注は、ページに出ません。
        本文を直したときに印だけ消えたか、名前が食い違っていることがあります。
    .bad =
        面接の部屋は、明るさにも気を配ります。

        { "[" }^room]: まぶしさが苦手な人もいます。
    .good =
        面接の部屋は、明るさにも気を配ります[^room]。

        { "[" }^room]: まぶしさが苦手な人もいます。

unsafe-link = このリンク先は使えません（{ $url }）。
    .hint = https:// で始まるアドレスか、コースの中のファイルを書いてください。
    .why =
        javascript: や data: で始まるリンクは、押した人のブラウザーで知らない処理を動かせます。
        file: で始まるリンクは、書いた人のパソコンの中を指していて、ほかの人には開けません。
    .bad = 記入例は[こちら](file:///C:/Users/a/rei.pdf)です。
    .good = 記入例は[こちら](../../files/rei.pdf)です。

remote-image = 画像を、ほかのサイトから読み込もうとしています（{ $url }）。
    .hint = 画像をimagesフォルダーに保存し、![説明](../../images/名前.png) のように書いてください。
    .why =
        ほかのサイトの画像は、通信のない場所や、向こうが消したときに見えなくなります。
        読んだ人がいつ開いたかも、向こうのサイトに伝わります。
        使ってよい画像かどうかを確かめてから、コースの中に置いてください。
    .bad = 相談室の図です。![机といすの並び](https://example.com/room.png)
    .good = 相談室の図です。![机といすの並び](../../images/room.png)

words-lost = { $what ->
        [cells] この行のセルは、表の列（{ $fix }列）より多く書かれています。多い分は表に出ません。
        [term-in-cell] セルの中の用語の「|」が、セルの区切りになっています。うしろの言葉が表に出ません。
        [exercise] 「{ $found }」では、演習になりません。演習がページから消えます。
        [indented-fence] 行のはじめに空白があるため、演習や囲みになりません。
        [fence-wide] 全角の「｀」では、演習や囲みになりません。
        [fence] ここで始まった囲みが、閉じられていません。ここから先が、すべてコードとして扱われます。
        [braces] 見出しの波括弧の中の言葉は、ページに出ません。
        [link-title] リンクの引用符の中の言葉（{ $fix }）は、ページに出ません。
        [second-front-matter] 先頭の設定が二つあります。二つめは設定として読まれません。
        [stage-title] 段階の題（{ $fix }）と本文の見出し（{ $found }）が違います。見出しの言葉はページに出ません。
        [definition] 「[{ $fix }]:」で始まる行は、リンク先を決める行として読まれ、ページに出ません。
       *[other] この言葉は、ページに出ません。
    }
    .hint = { $what ->
        [cells] セルの数を{ $fix }つにそろえてください。言葉としての「|」は「\|」と書きます。
        [term-in-cell] この行を「{ $fix }」と書いてください。
        [exercise] 「{ $fix }」と書いてください。次の行に演習のid、その次の行に ``` を書きます。
        [indented-fence] 行のはじめの空白を消して、``` から書きはじめてください。
        [fence-wide] 半角で「{ $fix }」と書いてください。
        [fence] 囲みの終わりの行に「{ $fix }」と書いてください。
        [braces] 丸括弧で「{ $fix }」と書いてください。波括弧は、リンク先の名前（{ "{" }#id{ "}" }）のためのものです。
        [link-title] 引用符の中の言葉を、リンクの文字か前後の文に入れてください。
        [second-front-matter] 二つめの設定の行を、一つめの「---」のあいだに移してください。
        [stage-title] 見出しを「{ $fix }」に合わせるか、先頭の設定のtitleを見出しに合わせてください。
        [definition] 文なら「［{ $fix }］：」のように全角で書くか、はじめの「[」の前に「\」を付けてください。
       *[other] 書き方を直してください。
    }
    .why =
        書いた言葉がページから消えると、書いた人は気づけません。
        消えた一言が、大事な断りや、演習そのものであることもあります。
    .bad =
        | 場面 | 支え |
        |---|---|
        | 初めて会う日 | { "[[" }ラポール|信頼の芽{ "]]" } |
    .good =
        | 場面 | 支え |
        |---|---|
        | 初めて会う日 | { "[[" }ラポール\|信頼の芽{ "]]" } |

raw-mark = { $what ->
        [heading] 見出しになっていません（{ $found }）。
        [bullet] 箇条書きになっていません（{ $found }）。
        [number] 番号の箇条書きになっていません（{ $found }）。
        [indent] 字下げした箇条書きが、上の項目の中に入っていません。
        [quote] 引用になっていません（{ $found }）。
        [rule] 区切り線になっていません（{ $found }）。
        [table] 表になっていません（{ $found }）。
        [table-rule] 表になっていません。見出しの行の下に、区切りの行がありません。
        [container] 「{ $found }」という囲みの書き方は使えません。記号がそのまま出ます。
        [colon] 行のはじめの「:」で、上の行が用語、この行が説明として並びます。
        [underline] すぐ下の「---」で、上の文が見出しになっています。
        [indented] 行のはじめに空白が4つあるため、コードとして出ています。
        [alert] 囲みになっていません（{ $found }）。
        [emphasis] 強調などの記号が、そのまま出ています（{ $found }）。
        [emphasis-open] 強調の記号「{ $found }」の片方が見つからず、そのまま出ています。
        [link] リンクになっていません（{ $found }）。
        [term] 用語のリンクになっていません（{ $found }）。
        [term-open] 用語の括弧がそろわず、そのまま出ています（{ $found }）。
        [ruby] ふりがなになっていません（{ $found }）。
        [ruby-open] ふりがなの括弧が閉じていません（{ $found }）。
        [footnote] 脚注になっていません（{ $found }）。
        [attributes] 「{ $found }」という指定は使えません。そのまま出ます。
       *[tag] 全角のタグが、そのまま出ています（{ $found }）。
    }
    .hint = { $what ->
        [heading] 半角の#と半角の空白で「{ $fix }」と書いてください。
        [bullet] 一行に一つずつ「{ $fix }」のように、半角の「-」と半角の空白で書きはじめてください。前に空行を入れます。
        [number] 一行に一つずつ「{ $fix }」のように、半角の数字と「.」と半角の空白で書きはじめてください。前に空行を入れます。
        [indent] 半角の空白で「{ $fix }」と字下げしてください。
        [quote] 「{ $fix }」と書いてください。
        [rule] 前後に空行を入れて、半角で「{ $fix }」と書いてください。
        [table] 半角の「|」と「-」で「{ $fix }」のように書いてください。
        [table-rule] 一行めの下に「{ $fix }」と書いてください。
        [container] 「{ $fix }」の次の行から、行のはじめに「> 」を付けて書いてください。「:::」の行は消します。
        [colon] 文なら「{ $fix }」と書くか、前に空行を入れて書き方を変えてください。
        [underline] 区切り線なら、「---」の前に空行を入れてください。見出しなら、行のはじめに「## 」と書きます。
        [indented] 行のはじめの空白を消して「{ $fix }」と書いてください。
        [alert] 二行に分けて「{ $fix }」と書いてください。NOTE、TIP、IMPORTANT、WARNING、CAUTION が使えます。
        [emphasis] 「{ $fix }」と書いてください。
        [emphasis-open] 言葉の両側に付けるか、消してください。記号として見せたいときは、前に「\」を付けます。
        [link] 半角で、あいだを空けずに「{ $fix }」と書いてください。
        [term] 半角で「{ $fix }」と書いてください。
        [term-open] 半角の「{ "[[" }」と「{ "]]" }」で用語を囲んでください。記号として見せたいときは、前に「\」を付けます。
        [ruby] 全角の「｜」と「《》」で「{ $fix }」と書いてください。
        [ruby-open] 「{ $fix }」と書いてください。
        [footnote] 半角で「{ $fix }」と書いてください。
        [attributes] この指定を消してください。大きさや見た目は、テーマが決めます。
       *[tag] タグを消し、Markdownで書いてください。
    }
    .why =
        記号がそのまま出ると、読む人は壊れていると思い、読み上げでは記号まで読まれます。
        全角と半角、空白のあるなしは、見ただけでは区別がつきにくいものです。
        記号を見せたいときは、` と ` で囲むか、前に「\」を付けてください。
    .bad =
        ##待つ前に

        はじめに＊＊席を選ぶ＊＊こと。
    .good =
        ## 待つ前に

        はじめに**席を選ぶ**こと。

empty-exercise = 演習の場所には、演習のidを1つだけ書きます。
    .hint = ```exercise の次の行に、exercisesフォルダーのファイル名から「.yaml」を除いたものを書いてください。
    .why =
        本文に演習を出す場所は、```exercise と ``` の間に書いたidで決まります。
        idがなかったり、2つ以上あったりすると、どの演習を出せばよいかわかりません。
        2つ出したいときは、場所を2つに分けます。
    .bad =
        ```exercise
        ```
    .good =
        ```exercise
        biestek-utterances
        ```

## 参照

not-a-reference = 「{ $value }」は、コースの中の行き先になっていません。
    .hint = 「種類:id」の形で書いてください。種類に使えるのは { $known } です。ページは「page:モジュール/ページ」のように書きます。
    .why =
        入口（entrances）や道順（paths）の行き先は、種類とidで書きます。ファイルの場所が変わっても切れません。
    .bad =
        entrances:
          - title: 明日が面接
            links: { "[" }modules/01-first/20-interview.md]
    .good =
        entrances:
          - title: 明日が面接
            links: { "[" }"page:first/interview"]

leads-nowhere = 「{ $title }」に行き先（{ $what }）が一つもありません。
    .hint = 「{ $what }」に行き先を一つ以上書くか、「{ $title }」を消してください。
    .why =
        入口や道順は、時間のない人が最初に開くところです。
        題だけがあって行き先がないと、そこで止まってしまいます。
    .bad =
        entrances:
          - title: 明日が面接
            links: { "[" }]
    .good =
        entrances:
          - title: 明日が面接
            links: { "[" }"page:first/interview"]

unknown-kind = 「{ $kind }:」で始まるリンクはありません。
    .hint = コースの中へのリンクで使えるのは { $known } です。ほかのサイトへは https:// から書いてください。
    .why =
        「種類:id」の形のリンクは、ファイルの場所が変わっても切れません。
        種類の言葉が違うと、何を探せばよいかわからないので、リンクを作れません。
    .bad = まず[学級担任](person:homeroom-teacher)に聞きます。
    .good = まず[学級担任](role:homeroom-teacher)に聞きます。

unknown-reference = { $kind ->
        [module] 「{ $id }」というモジュールはありません。
        [page] 「{ $id }」というページはありません。
        [case] 「{ $id }」という事例はありません。
        [role] 「{ $id }」という役割はありません。
        [principle] 「{ $id }」という原則の組はありません。
        [process] 「{ $id }」という過程はありません。
        [worksheet] 「{ $id }」という様式はありません。
        [exercise] 「{ $id }」という演習はありません。
        [meeting] 「{ $id }」という会議はありません。
        [item] 「{ $id }」という学習項目はありません。
        [area] 「{ $id }」という学習項目の領域はありません。
        [term] 「{ $id }」というidの用語はありません。
        [glossary] 「{ $id }」という用語集はありません。
        [syllabus] 「{ $id }」という学習項目の一覧はありません。
       *[course] 「{ $id }」というコースはありません。
    }
    .hint = { $kind ->
        [module] idは、modulesの中のフォルダー名から頭の番号を除いたものです（01-encounter なら encounter）。
        [page] 「モジュール/ページ」の形で、頭の番号を除いて書いてください（例: page:encounter/biestek）。
        [case] casesフォルダーのファイル名から「.md」を除いたものを書いてください。
        [role] rolesフォルダーのファイル名から「.md」を除いたものを書いてください。
        [principle] principlesフォルダーのファイル名から「.md」を除いたものを書いてください。
        [process] processesフォルダーのファイル名から「.yaml」を除いたものを書いてください。
        [worksheet] worksheetsフォルダーのファイル名から「.yaml」を除いたものを書いてください。
        [exercise] exercisesフォルダーのファイル名から「.yaml」を除いたものを書いてください。
        [meeting] meetingsフォルダーのファイル名から「.yaml」を除いたものを書いてください。
        [item] syllabus.yamlのitemsにあるidを書いてください。新しい学習項目なら、先にitemsに足します。
        [area] syllabus.yamlのareasにあるidを書いてください。新しい領域なら、先にareasに足します。
        [term] glossary.yamlにあるidを書いてください。用語の言葉で引くときは、[[言葉]] と書きます。
       *[course] idのつづりを確かめてください。
    }
    .why =
        ほかのページや演習は、ファイル名から付くidで呼び出します。
        行き先のないリンクは、学ぶ人を途中で立ち止まらせます。
        ファイルの名前を変えたあとは、そのファイルへのリンクも直してください。
    .bad =
        process: care-managment
    .good =
        process: care-management

unknown-member = { $kind ->
        [principle] 原則の組「{ $id }」に、「{ $member }」という原則はありません。
        [process] 過程「{ $id }」に、「{ $member }」という段階はありません。
        [case] 事例「{ $id }」に、「{ $member }」という段階や見出しはありません。
        [role] 役割「{ $id }」に、「{ $member }」という見出しはありません。
        [worksheet] 様式「{ $id }」に、「{ $member }」という部分はありません。
       *[page] 「{ $id }」に、「{ $member }」という部分はありません。
    }
    .hint = { $kind ->
        [principle] principles/{ $id }.mdのmembersにあるidを書いてください。
        [process] processes/{ $id }.yamlのstagesにあるidを書いてください。
        [case] cases/{ $id }.mdのstagesにあるidを書いてください。
        [role] roles/{ $id }.mdの見出しに { "{" }#{ $member }{ "}" } を付けるか、「#{ $member }」を消してください。
       *[worksheet] リンク先にあるidを書くか、「#{ $member }」を消してください。
    }
    .why =
        原則の一つや、過程の一段階は、組の中のidで指します。
        行き先の名前が違うと、リンクはページの頭に着くだけで、どこを見てほしいのかが伝わりません。
        役割の動きでは、どの段階の仕事なのかが表に出せなくなります。
    .bad = 返答に迷ったら[受容](principle:biestek#accept)に戻ります。
    .good = 返答に迷ったら[受容](principle:biestek#acceptance)に戻ります。

unknown-term = 「{ $term }」は用語集にありません。
    .hint = glossary.yamlのtermsに「- { "{" } id: { $free }, term: { $term }, definition: 意味 { "}" }」を足すか、[[ と ]] を外してください。
    .why =
        「[[」と「]]」で囲んだ言葉には、用語集の意味が付きます。
        用語集にない言葉を囲むと、学ぶ人が意味を知りたいときに、何も出ません。
    .bad = 初回は[[ラポル]]を急がないことにします。
    .good = 初回は[[ラポール]]を急がないことにします。

ambiguous-term = 「{ $term }」は、用語集の2つの用語に当てはまります（{ $first } と { $second }）。
    .hint = どちらかを選んで [{ $term }](term:{ $first }) のように書くか、glossary.yamlで一方のalsoから「{ $term }」を消してください。
    .why =
        glossary.yamlで、ある用語のtermと別の用語のalsoに同じ言葉があると、どちらの意味を出せばよいか決められません。
        学ぶ人に違う意味を示してしまわないように、書いた人に選んでもらいます。
    .bad = 初回の[[インテーク]]では、手続きより先に話を聴きます。
    .good = 初回の[インテーク](term:intake)では、手続きより先に話を聴きます。

dead-link = リンク先のファイル「{ $path }」がありません。
    .hint = いま書いているファイルから見た場所を書いてください（同じフォルダーなら 20-interview.md、1つ上なら ../名前.md）。
    .why =
        学ぶ人は、通信のない部屋でもこのコースを読みます。
        切れたリンクは、その場で探し直すことができません。
        ファイルの名前を変えたあとに、いちばんよく起きます。
    .bad = 続きは[面接の進め方](20-intervew.md)で読みます。
    .good = 続きは[面接の進め方](20-interview.md)で読みます。

dead-anchor = リンク先「{ $path }#{ $anchor }」の見出しがありません。
    .hint = 行き先の見出しの行の終わりに { "{" }#{ $anchor }{ "}" } と書くか、リンクのつづりを直してください。
    .why =
        「#」のあとの名前は、行き先の見出しを指します。
        その見出しがないと、リンクはページの頭に着くだけで、どこを見てほしいのかが伝わりません。
        見出しの言葉を直すと名前も変わるので、リンクする見出しには { "{" }#名前{ "}" } を付けておくと安心です。
    .bad =
        理由は[あとの節](#reason)に書きました。

        ## 理由
    .good =
        理由は[あとの節](#reason)に書きました。

        ## 理由 { "{" }#reason{ "}" }

outside-course = 「{ $path }」は、コースのフォルダーの外を指しています。
    .hint = ファイルをコースの中へコピーし、「../」を減らして書き直してください。
    .why =
        公開されるのは、コースのフォルダーの中だけです。
        外のファイルは、書いた人のパソコンでしか開けません。
    .bad = 様式は[こちら](../../../共有/yoshiki.pdf)です。
    .good = 様式は[こちら](../../files/yoshiki.pdf)です。

weak-alt = 画像の代わりの言葉「{ $alt }」では、何の画像かわかりません。
    .hint = 「![傘立ての横に空いた席](../images/seat.png)」のように、画像から読み取ってほしいことを短く書いてください。
    .why =
        画像が見えない人、画像の出ない紙で読む人には、この言葉だけが届きます。
        「図1」やカメラの付けた名前では、何も伝わりません。
    .bad = ![IMG_2043.png](../images/IMG_2043.png)
    .good = ![傘立ての横に空いた席](../images/seat.png)

large-picture = この画像は{ $size }MBあり、スマートフォンや学校の回線では出るまでに時間がかかります。
    .hint = 横幅を1600ピクセルほどに縮め、2MBより小さくしてから置き直してください。
    .why =
        写真は、画面に出る大きさの何倍もの大きさで保存されていることがあります。
        何秒も待たされると、読む人はその先へ進めません。
    .bad = images/classroom.png（20MB）
    .good = images/classroom.jpg（400KB）

image-not-found = 画像「{ $path }」が見つかりません。
    .hint = imagesフォルダーに画像を置き、いま書いているファイルから見た場所を書いてください（例: ../../images/flow.png）。
    .why =
        見つからない画像は、ページに空の枠だけを残します。
        大文字と小文字（.PNGと.png）が違うだけでも、公開したサイトでは見つかりません。
    .bad = 流れは次の図です。![相談の流れ](../../images/folw.png)
    .good = 流れは次の図です。![相談の流れ](../../images/flow.png)

image-unreadable = 画像「{ $path }」の大きさを読み取れません。
    .hint = 画像を開いてPNG、JPEG、WebP、GIFのどれかで保存し直してください。SVGなら、widthとheightを付けてください。
    .why =
        画像の縦と横の長さが前もってわかると、読み込みの途中で文章が動きません。
        読み取れない画像は、壊れているか、名前の終わり（.pngなど）と中身が違っています。
    .bad = 中身がPDFなのに、名前だけ flow.png にしたファイル
    .good = PNGで書き出した flow.png

## idとファイル

duplicate-id = id「{ $id }」が2回使われています。
    .hint = どちらかを別のidにしてください。ファイルのidは、名前から頭の番号と「.md」「.yaml」を除いたものです。
    .why =
        リンク、保存した答え、引いた根拠は、idで結びついています。
        同じidが2つあると、一方の答えがもう一方の欄に入ってしまいます。
    .bad =
        fields:
          - id: words
            kind: text
            label: 本人の言葉
          - id: words
            kind: text
            label: 家族の言葉
    .good =
        fields:
          - id: words
            kind: text
            label: 本人の言葉
          - id: family-words
            kind: text
            label: 家族の言葉

duplicate-url = このファイルのページのアドレス「{ $url }」は、ほかですでに使われています。
    .hint = ファイルかフォルダーの名前を変えてください。cases、roles、search などは、モジュールの名前に使えません。
    .why =
        ページのアドレスは、フォルダーとファイルの名前から決まります。
        同じアドレスのページが二つあると、一方がもう一方を上書きしてしまいます。
    .bad = modules/03-cases/index.md（事例の一覧と同じアドレスになる）
    .good = modules/03-case-reading/index.md

missing-module-index = 「{ $module }」に index.md がありません。
    .hint = 「{ $module }/index.md」を作り、「---」「title: モジュールの題名」「---」の3行を書いてください。
    .why =
        モジュールの題名と紹介は、index.mdに書きます。
        これがないと、目次にモジュールの名前を出せず、ページの並びの入口がなくなります。
    .bad = modules/02-listening/10-silence.md だけがある
    .good = modules/02-listening/index.md と modules/02-listening/10-silence.md がある

misnamed-file = このファイルは、名前の終わり（拡張子）か大文字のせいで、読まれません。
    .hint = ファイルの名前を「{ $name }」に変えてください。
    .why =
        読むファイルは、名前で決まります。.mdと.yamlのほかの終わりや、大文字の名前は読まれません。
        Windowsでは終わりの文字が隠れていて、.md.txtのようになっていることに気づけないことがあります。
    .bad = worksheets/visit-note.yml
    .good = worksheets/visit-note.yaml

unportable-name = { $why ->
        [device] 「{ $name }」は、Windowsが機械の名前に使うため、ファイルやフォルダーの名前にできません。
        [character] 「{ $name }」には、Windowsで使えない文字があります。
        [end] 「{ $name }」は、空白か「.」で始まるか終わるため、Windowsに置けません。
        [same] 「{ $name }」という名前のファイルが二つあります。見た目は同じでも、文字の記録のしかたが違います。読めるのは片方だけです。
       *[case] 「{ $path }」と「{ $name }」は、大文字と小文字だけが違います。WindowsとmacOSには、片方しか置けません。
    }
    .hint = { $why ->
        [device] 別の名前に変えてください（con、prn、aux、nul、com1〜com9、lpt1〜lpt9は使えません）。
        [character] < > : " | ? * \ を使わない名前に変えてください。
        [end] 名前のはじめと終わりの空白や「.」を消してください。
       *[case] 片方の名前を変え、そこへのリンクも直してください。
    }
    .why =
        コースのサイトは、zipにして配られることがあります。
        一つでも置けない名前があると、配られた先のパソコンで開けません。
    .bad = modules/01-start/10-con.md
    .good = modules/01-start/10-contact.md

unused-file = このファイルはコースのどこにも使われていないので、サイトには入っていません。
    .hint = 画像や配布物なら本文からリンクし、ページなら決まったフォルダー（modules、cases、rolesなど）に置いてください。要らなければ消してください。
    .why =
        使われないファイルは、リンクのつづりが違っているか、置く場所が違っていることがよくあります。
        名前の終わりが .yml のファイルや、フォルダーの中のフォルダーに置いた事例も、読まれません。
        サイトに入るのは、本文からリンクするか、見せているファイルだけです。フォルダーに残った覚え書きが公開されることはありません。
    .bad = cases/2026/morning-classroom.md
    .good = cases/morning-classroom.md

unsafe-file = 「{ $path }」は、{ $kind ->
        [svg] SVG画像です。見せることはできますが、リンクはできません
       *[page] このサイトのページやプログラムとして開いてしまうので、リンクできません
    }。
    .hint = { $kind ->
        [svg] 「![何の図か]({ $path })」と書いて本文の中で見せてください。配るときは、PDFかPNGで保存してください。
       *[page] ページはMarkdownで書いてください。ファイルとして配るときは、PDFで保存するか、ZIPにまとめてください。
    }
    .why =
        コースのフォルダーにあるウェブページやプログラムは、コースと同じ場所のものとして開きます。
        学ぶ人の書いた答えを読んで、ほかへ送ることもできてしまいます。
    .bad = [アンケート](../../files/survey.html)
    .good = [アンケート](../../files/survey.pdf)

placeholder-id = 「{ $id }」は見本のidで、このコースのidではありません。
    .hint = ほかのコースと重ならないidを書いてください。学校や部署の名前に、何文字か足すとよいでしょう。例：{ $example }
    .why =
        学ぶ人の答えは、コースのidごとに、その人のブラウザーの中に保存されます。
        二つのコースが同じidだと、答えがまざり、一方の答えを消すともう一方も消えます。
    .bad = id: my-course
    .good = id: listening-2026-k7mq

## 事例

missing-fictional = 架空の事例であることの宣言（fictional: true）がありません。
    .hint = 実在の人をもとにしていないことを確かめてから、先頭の設定に「fictional: true」と書いてください。
    .why =
        研修の事例は、写され、映され、持ち帰られます。
        実在の人の話を少し変えただけのものは、本人や家族や近所の人が読めばわかります。
        架空であると書いた人が言い切れるものだけを、コースに入れます。
    .bad =
        title: 朝の教室が遠い
        person:
          label: A
    .good =
        title: 朝の教室が遠い
        fictional: true
        person:
          label: A

case-without-stages = 事例に段階（stages）がありません。
    .hint = 先頭の設定に「stages:」と段階のid・titleを書き、本文に「## 出来事 { "{" }#incident{ "}" }」のような見出しを付けてください。
    .why =
        事例は、少しずつわかっていく順に読むものです。
        段階があると、途中で見立てを書き、次を読んで書き直すことができます。
        短い事例でも、段階を1つ付けてください。
    .bad =
        ---
        title: 朝の教室が遠い
        fictional: true
        person:
          label: A
        ---
        Aは火曜の朝、校門の前で止まった。
    .good =
        ---
        title: 朝の教室が遠い
        fictional: true
        person:
          label: A
        stages:
          - id: incident
            title: 出来事
        ---
        ## 出来事 { "{" }#incident{ "}" }

        Aは火曜の朝、校門の前で止まった。

stage-without-heading = 段階「{ $id }」の見出しが、本文にありません。
    .hint = 本文のその段階が始まる場所に「## 題名 { "{" }#{ $id }{ "}" }」と書いてください。
    .why =
        段階ごとの本文は、同じidの見出しから始まります。
        見出しがないと、その段階には読むものがなく、文章は前の段階に続いてしまいます。
    .bad =
        stages:
          - id: home
            title: 家での様子
        ---
        ## 家での様子
    .good =
        stages:
          - id: home
            title: 家での様子
        ---
        ## 家での様子 { "{" }#home{ "}" }

stage-order = 段階「{ $id }」の見出しが、stagesに書いた順と違う場所にあります。
    .related = 見出しはここにあります
    .hint = stagesの並びか、本文の「## 題名 { "{" }#{ $id }{ "}" }」の場所を動かして、同じ順にしてください。
    .why =
        学ぶ人は、stagesの順に一段階ずつ読み進めます。
        本文の順と違うと、あとでわかるはずのことを先に読ませてしまいます。
    .bad =
        stages:
          - id: incident
            title: 出来事
          - id: home
            title: 家での様子
        ---
        ## 家での様子 { "{" }#home{ "}" }

        ## 出来事 { "{" }#incident{ "}" }
    .good =
        stages:
          - id: incident
            title: 出来事
          - id: home
            title: 家での様子
        ---
        ## 出来事 { "{" }#incident{ "}" }

        ## 家での様子 { "{" }#home{ "}" }

personal-data = { $what ->
        [phone] 電話番号のように見えるものがあります（{ $found }）。
        [mail] メールアドレスのように見えるものがあります（{ $found }）。
        [postcode] 郵便番号のように見えるものがあります（{ $found }）。
        [address] 番地まである住所のように見えるものがあります（{ $found }）。
        [number] 保険や医療の個人の番号のように見えるものがあります（{ $found }）。
       *[birth-date] 生年月日のように見える日付があります（{ $found }）。
    }
    .hint = { $what ->
        [phone] 番号を消して「電話番号」のような言葉に替えてください。
        [mail] アドレスを消して「メールアドレス」のような言葉に替えてください。
        [postcode] 番号を消して「A市」のように書いてください。
        [address] 「A市」や「駅の近く」のように、番地を書かずに書いてください。
        [number] 番号を消して「保険の番号」のような言葉に替えてください。
       *[birth-date] 「X年4月」や「13歳」のように、年と日を伏せて書いてください。
    }公にしてよい窓口の番号などは、course.yamlに「allow: { "[" }"{ $found }"]」と書けば残せます。
    .why =
        話は架空でも、電話番号や日付は、誰かの本物と一致することがあります。
        そして、本物らしいものは本物だと受け取られ、持ち主を探す人が出ます。
        学びに要るのは年齢や季節であって、番号や日付ではありません。
    .bad = Aは2012年5月14日に生まれた。母の電話は090-1234-5678。
    .good = Aは13歳。母の携帯電話には、昼休みだけつながる。

real-looking-name = { $what ->
        [person] 「{ $found }」は、実在の人の名前のように見えます。
        [school] 「{ $found }」は、実在の学校の名前のように見えます。
       *[place] 「{ $found }」は、実在の場所や機関の名前のように見えます。
    }
    .hint = { $what ->
        [person] 「A」「B」のような1文字か、「母」「担任」のような立場の言葉に替えてください。名を挙げてよい人なら、course.yamlに「allow: { "[" }{ $found }]」と書きます。
        [school] 「B中学校」のように、ローマ字1文字に替えてください。
       *[place] 「A市」「C病院」のように、ローマ字1文字に替えてください。
    }
    .why =
        名前があると、読む人は「誰のことだろう」と考えはじめます。
        同じ名前の学校や人に、覚えのない話が結びつくこともあります。
        立場の言葉で呼ぶほうが、その人の役割も伝わります。
    .bad =
        person:
          label: 佐藤さくら
    .good =
        person:
          label: A

missing-content-note = 「{ $word }」の出てくる事例ですが、読む前の知らせ（content-notes）がありません。
    .hint = 先頭の設定に「content-notes:」を書き、次の行に「  - 」に続けて、何が出てくるかを短く書いてください。
    .why =
        読む人の中にも、似た経験をした人がいるかもしれません。
        前もって知らせがあれば、読むときを選んだり、誰かと一緒に読んだり、読まないことにしたりできます。
    .bad =
        title: 夜の電話
        fictional: true
        ---
        Aは「死にたい」と小さな声で言った。
    .good =
        title: 夜の電話
        fictional: true
        content-notes:
          - 死にたい気持ちが語られます
        ---
        Aは「死にたい」と小さな声で言った。

impossible-diagram = { $problem ->
        [unknown-id] 図の中に「{ $id }」という人や場、時間帯はありません。
        [self-union] 「{ $id }」が、自分自身と結ばれています。
        [too-many-parents] 「{ $id }」の生みの親が、二人より多くなっています。
        [twins-apart] ふたごの「{ $id }」ときょうだいの親が、同じではありません。
        [parent-not-older] 親の「{ $parent }」が、子の「{ $child }」より年上ではありません。
        [dates-outside-life] 「{ $id }」の年齢や亡くなった年と、結婚や子どもの生まれた時期とが合いません。
        [ancestor-cycle] 「{ $id }」が、自分の先祖になっています。
        [two-homes] この同居の人たちを、ほかの人を入れずに一つの線で囲めません。
        [duplicate-tie] 「{ $id }」への線が、同じ段階に二本あります。
        [self-tie] 「{ $id }」が、自分自身とつながっています。
        [unreadable-date] 「{ $date }」がいつなのか、この年表の単位では読み取れません。
        [range-reversed] 年表の終わり（{ $to }）が、始まり（{ $from }）より前です。
        [mixed-calendars] 「{ $date }」は、ほかの年と別の数え方（X年と西暦）です。
        [ambiguous-date] 「{ $date }」は、{ $from }年とも、X年{ $to }月とも読めます。
        [ends-before-start] 終わり（{ $to }）が、始まり（{ $from }）より前です。
        [outside-range] 「{ $date }」は、年表の範囲の外です。
        [feeling-range] feelingは、-2から2までの整数です。
        [too-many-conditions] conditions が、図全体で4種類より多くあります。
        [too-large] この図は大きすぎて、描けません。
       *[other] この図は、このままでは描けません（{ $problem }）。
    }
    .hint = { $problem ->
        [unknown-id] 先に人や場、時間帯を書き、そのidと同じつづりにしてください。
        [too-many-parents] 養子や里子なら、childrenに kind: adopted か foster と書いてください。
        [twins-apart] ふたごは、同じ一組の children に並べてください。
        [parent-not-older] 年齢を確かめるか、養子なら kind: adopted と書いてください。
        [two-homes] householdsを二つに分けるか、同居の人を確かめてください。
        [duplicate-tie] 段階で変わるつながりは、前の線に until、あとの線に stage を書いてください。
        [unreadable-date] 「中1の2学期」「小6の冬」「13歳6か月」「X年4月」のように書いてください。
        [ambiguous-date] 年なら「{ $from }年」、月なら「X年{ $to }月」と書いてください。
        [mixed-calendars] 事例では、どの年も「X年」「X-3年」の形にそろえてください。
        [outside-range] startかendを広げるか、時期を確かめてください。
        [too-many-conditions] 事例に大事な4種類までにし、ほかは note に書いてください。
        [too-large] 人や場を減らすか、いくつかの図に分けてください。
       *[other] 書いたidと時期を確かめてください。
    }
    .why =
        家族や暮らしの図は、見る人がそのまま信じます。
        親が子より若かったり、いない人へ線がのびていたりすると、事例全体が信用されなくなります。
        学ぶ人が自分で描く図にも、同じ決まりを使います。
    .bad =
        genogram:
          persons:
            - { "{" } id: a, label: A, age: 13 { "}" }
            - { "{" } id: mother, label: 母, age: 12 { "}" }
          unions:
            - { "{" } partners: { "[" }mother], kind: married, children: { "[" }a] { "}" }
    .good =
        genogram:
          persons:
            - { "{" } id: a, label: A, age: 13 { "}" }
            - { "{" } id: mother, label: 母, age: 41 { "}" }
          unions:
            - { "{" } partners: { "[" }mother], kind: married, children: { "[" }a] { "}" }

unjoined-relative = 「{ $label }」が、ジェノグラムの中で誰ともつながっていません。
    .hint = 親子なら unions の children に、夫婦や一人親なら partners に { $id } を書いてください。血のつながりのない人なら、relations に書きます。
    .why =
        どこにも線のない記号は、見る人には、誰なのかわかりません。
        祖父母やおじ・おばは、親の親やきょうだいとして結ぶと、続柄が線で伝わります。
    .bad =
        genogram:
          persons:
            - { "{" } id: a, label: A, age: 13 { "}" }
            - { "{" } id: mother, label: 母, age: 41 { "}" }
            - { "{" } id: grandmother, label: 祖母, age: 70 { "}" }
          unions:
            - { "{" } partners: { "[" }mother], kind: married, children: { "[" }a] { "}" }
    .good =
        genogram:
          persons:
            - { "{" } id: a, label: A, age: 13 { "}" }
            - { "{" } id: mother, label: 母, age: 41 { "}" }
            - { "{" } id: grandmother, label: 祖母, age: 70 { "}" }
          unions:
            - { "{" } partners: { "[" }mother], kind: married, children: { "[" }a] { "}" }
            - { "{" } partners: { "[" }grandmother], kind: married, children: { "[" }mother] { "}" }

single-formulation = 見立て（formulations）が1つしかありません。
    .hint = 同じ事実を別の筋道で説明する見立てを、もう1つ書いてください。
    .why =
        見立てが1つだけだと、それが正解に見えます。
        いくつも成り立つとわかると、学ぶ人は、それぞれの根拠は何か、次に何を確かめるかを考えはじめます。
    .bad =
        formulations:
          - id: f1
            title: 音と給食の環境が体に合っていない
            reading: 休む日は給食のある日に重なる。
            misses: 家での疲れ。
    .good =
        formulations:
          - id: f1
            title: 音と給食の環境が体に合っていない
            reading: 休む日は給食のある日に重なる。
            misses: 家での疲れ。
          - id: f2
            title: 家で気を張りつづけて、朝には力が残っていない
            reading: 弟の通院の翌日に休みが多い。
            misses: 教室で起きていること。

## 過程と原則

process-one-stage = 過程には、段階（stages）が2つ以上必要です。
    .hint = 「stages:」の下に、段階を順に並べてください（それぞれにid、title、purpose）。
    .why =
        過程は、ある段階から次の段階へ進む流れです。
        段階が1つでは流れにならず、図にも表にも描けません。
    .bad =
        stages:
          - id: intake
            title: インテーク
            purpose: 出会い、困りごとを聴く。
    .good =
        stages:
          - id: intake
            title: インテーク
            purpose: 出会い、困りごとを聴く。
          - id: assessment
            title: アセスメント
            purpose: 生活の全体を一緒に見る。

back-to-later-stage = back-toの「{ $id }」は、これより前の段階ではありません。
    .hint = 前に並んでいる段階のidを書いてください。先へ進むだけなら、back-toの行は要りません。
    .why =
        back-toは、前の段階へ引き返す道を表します。
        先の段階や自分自身を指すと、図の矢印が流れと逆の意味になります。
    .bad =
        - id: assessment
          title: アセスメント
          purpose: 生活の全体を一緒に見る。
          back-to: planning
        - id: planning
          title: 計画
          purpose: 何から始めるかを決める。
    .good =
        - id: assessment
          title: アセスメント
          purpose: 生活の全体を一緒に見る。
        - id: planning
          title: 計画
          purpose: 何から始めるかを決める。
          back-to: assessment

duty-without-process = 段階ごとの動き（duties）がありますが、どの過程の段階なのか書かれていません。
    .hint = dutiesの前に「process: 」の行を足し、processesフォルダーのファイル名から「.yaml」を除いたものを書いてください。
    .why =
        同じ「intake」でも、過程によって意味が違います。
        誰がどの段階で動くかを表に並べるには、どの過程かがわかる必要があります。
    .bad =
        title: 学級担任
        duties:
          - stage: intake
            does: 最初の相談を受ける
    .good =
        title: 学級担任
        process: care-management
        duties:
          - stage: intake
            does: 最初の相談を受ける

## 様式

worksheet-without-fields = この様式には、記入欄が1つもありません。
    .hint = sectionsの下にid、title、fieldsを書き、fieldsに「- id: 」「kind: 」「label: 」の欄を並べてください。
    .why =
        記入欄のない様式は、印刷しても白い紙になります。
        書き方だけを伝えたいときは、様式ではなくページに書いてください。
    .bad =
        title: 初回面接の控え
        revision: 1
        sections: { "[" }]
    .good =
        title: 初回面接の控え
        revision: 1
        sections:
          - id: before
            title: 面接の前に
            fields:
              - id: date
                kind: date
                label: 面接日

field-without-options = { $kind ->
        [matrix] 欄「{ $id }」に、行（rows）か列（columns）がありません。
        [table] 欄「{ $id }」に、列（columns）がありません。
       *[choice] 欄「{ $id }」に、選択肢（options）がありません。
    }
    .hint = { $kind ->
        [matrix] rowsとcolumnsに、それぞれidとlabelを並べてください。
        [table] columnsに、列のidとlabelを並べてください。
       *[choice] optionsに、選択肢のidとlabelを並べてください。自由に書く欄なら、kindをtextにしてください。
    }
    .why =
        選ぶ欄に選択肢がないと、印刷した紙に何も出ず、書く人は手が止まります。
        欄のkindによって、必ず要るものが決まっています。
    .bad =
        - id: place
          kind: choice
          label: 面接の場所
    .good =
        - id: place
          kind: choice
          label: 面接の場所
          options:
            - id: school
              label: 学校
            - id: home
              label: 家庭

field-bounds = 欄「{ $id }」の下限（{ $min }）が、上限（{ $max }）より大きくなっています。
    .hint = 小さいほうをminに、大きいほうをmaxに書いてください（行の数なら、min-rowsとmax-rows）。
    .why =
        下限が上限より大きいと、書ける数が一つもありません。
        目盛りの欄では、目盛りを描けません。
    .bad =
        id: tiredness
        kind: scale
        label: 疲れ
        min: 10
        max: 1
    .good =
        id: tiredness
        kind: scale
        label: 疲れ
        min: 1
        max: 10

unknown-field = { $by ->
        [for] 例が指す欄「{ $id }」は、この演習の欄（fields）にありません。
        [sequence] sequenceが指す「{ $id }」は、この様式にありません。
        [column] 「{ $id }」という列は、この表にありません。
        [unlike] unlikeが指す欄「{ $id }」は、相手の様式にありません。
       *[when] whenが指す欄「{ $id }」は、この様式のほかの欄にありません。
    }
    .hint = { $by ->
        [for] forには、この演習のfieldsにある欄のidを書くか、forを消してください。
        [sequence] 同じ様式にある欄のid（firstとlaterでは節のidも可）を書いてください。
        [column] その表のcolumnsにある列のidを書いてください。
        [unlike] unlikeのworksheetに書いた様式にある欄のidを書いてください。
       *[when] fieldには、同じ様式にある別の欄のidを書いてください。
    }
    .why =
        whenは、別の欄の答えによって、この欄を書くかどうかを決めます。
        指す欄がないと、この欄は決して開きません。
    .bad =
        - id: with-whom
          kind: text
          label: 誰と
          when:
            field: alone
            is: 'no'
    .good =
        - id: alone
          kind: choice
          label: 一人で来たか
          options:
            - id: 'yes'
              label: はい
            - id: 'no'
              label: いいえ
        - id: with-whom
          kind: text
          label: 誰と
          when:
            field: alone
            is: 'no'

condition-needs-choice = whenが指す欄「{ $id }」は、選択肢のない種類（{ $kind }）です。
    .hint = whenのfieldには、kindが choice か choices の欄のidを書いてください。
    .why =
        whenは、「その欄でこの選択肢が選ばれたとき」だけ、欄を開きます。
        自由に書く欄では、どの答えなら開くのかを決められません。
    .bad =
        - { "{" } id: reason, kind: text, label: きっかけ { "}" }
        - { "{" } id: more, kind: text, label: くわしく, when: { "{" } field: reason, is: other { "}" } { "}" }
    .good =
        - { "{" } id: reason, kind: choice, label: きっかけ, options: { "[" }{ "{" } id: self, label: 本人 { "}" }, { "{" } id: other, label: そのほか { "}" }] { "}" }
        - { "{" } id: more, kind: text, label: くわしく, when: { "{" } field: reason, is: other { "}" } { "}" }

meaningless-key = { $why ->
        [first] 最初のカードに「{ $key }」がありますが、前のカードがありません。
        [grid] 行と列（rows、columns）があるのに、「{ $key }」もあります。
        [start] 演習のはじめの図（start）に「{ $key }」がありますが、ここには段階がありません。
        [case] 事例（case）がないのに、「{ $key }」があります。
        [matrix] 「{ $key }」は、matrixの列「{ $id }」では使われません。
        [column] 「{ $key }」は、列「{ $id }」（種類は { $kind }）では使われません。
       *[kind] 「{ $key }」は、種類が { $kind } の欄では使われません。
    }
    .hint = { $why ->
        [first] 最初のカードの「{ $key }」を消してください。
        [grid] 仲間分けなら「{ $key }」だけに、表への配置なら rows と columns だけにしてください。
        [start] 「{ $key }」を消してください。はじめからある人や場だけを書きます。
        [case] 「{ $key }」を消すか、事例をcaseに書いてください。
        [matrix] 「{ $key }」を消すか、欄のkindをtableに変えてください。
        [column] 「{ $key }」を消すか、kindを「{ $key }」のある種類に変えてください。
       *[kind] 「{ $key }」を消すか、kindを「{ $key }」のある種類に変えてください。
    }
    .why =
        使われないキーがあると、たいてい、ページは思ったとおりになりません。
        知らせずに無視すると、選択肢や行が抜けたまま公開されてしまいます。
    .bad = - { "{" } id: why, kind: text, label: わけ, lines: 5 { "}" }
    .good = - { "{" } id: why, kind: long-text, label: わけ, lines: 5 { "}" }

sequence-needs-kind = sequenceが指す「{ $id }」の種類は { $kind } ですが、ここには { $wanted } が必要です。
    .hint = kindが { $wanted } の欄か列のidを書くか、その欄のkindを直してください。
    .why =
        引き継ぎの決まりは、欄の種類をたよりに働きます。
        ◎○△×の列がmarkでないと、どの行を終え、どの行を引き継ぐのかを決められません。
    .bad =
        sequence:
          rows: { "{" } table: needs, mark: person { "}" }   # personはtextの列
    .good =
        sequence:
          rows: { "{" } table: needs, mark: mark { "}" }     # markはkind: markの列

not-on-every-sheet = 次へ進む前に要る欄「{ $id }」が、{ $when ->
        [first] 一枚目にしかありません。
       *[later] 二枚目からしかありません。
    }
    .hint = before-nextとrowsには、どの用紙にもある欄を書いてください。二枚目からの欄を必ず書いてもらうには、その欄にrequired: trueを付けます。
    .why =
        書く場所のないものを求められると、誰も次の用紙へ進めません。
        laterの欄でrequiredのものは、二枚目から、次へ進む前に求められます。
    .bad =
        sequence:
          later: [monitoring]
          before-next: [{ "{" } field: met-on { "}" }]   # met-onはmonitoringの欄
    .good =
        sequence:
          later: [monitoring]
          before-next: [{ "{" } field: agreed { "}" }]   # どの用紙にもある欄

unknown-variant = { $what ->
        [same] 「{ $variant }」はこのコースの言語そのものです。
       *[unknown] 「{ $variant }」は、言語のしるしではありません。
    }
    .hint = { $what ->
        [same] やさしい言葉にするなら、ファイル名を「{ $name }」にしてください。
       *[unknown] やさしい言葉なら「{ $name }」、ほかの言語なら en、pt-BR、zh-Hans のようなしるしをファイル名に書きます。日本語は jp でなく ja、中国語は cn でなく zh です。
    }
    .why =
        しるしは、言葉を選ぶところに出す名前と、読み上げの声、文字の向きを決めます。
        読み上げソフトは、知らないしるしの文を、違う言語の発音で読みます。
    .bad = worksheets/visit.jp.yaml
    .good = worksheets/visit.easy.yaml

variant-without-form = もとの様式「{ $id }」がありません。
    .hint = もとの様式をworksheets/{ $name }に置くか、ファイル名のはじめを様式のidに直してください。
    .why =
        ほかの言葉の用紙には、言葉しかありません。
        何を書く欄か、答えをどこにしまうかは、もとの様式が決めます。
    .bad = worksheets/visti.easy.yaml（様式はvisit.yaml）
    .good = worksheets/visit.easy.yaml

variant-differs = { $what ->
        [missing] もとの様式にある{ $part ->
            [section] 節
            [field] 欄
            [option] 選択肢
            [row] 行
           *[column] 列
        }「{ $id }」の言葉がありません。
        [extra] もとの様式に、「{ $id }」という{ $part ->
            [section] 節
            [field] 欄
            [option] 選択肢
            [row] 行
           *[column] 列
        }はありません。
        [twice] 「{ $id }」の言葉が、二度書かれています。
        [needless] もとの様式に「{ $id }」はありません。
       *[unsaid] もとの様式にある「{ $id }」の言葉がありません。
    }
    .hint = { $what ->
        [missing] 同じidで、この言葉のlabel（節ならtitle）を書いてください。
        [extra] idをもとの様式と同じにするか、消してください。
        [twice] 一つにしてください。
        [needless] 消してください。
       *[unsaid] この言葉での「{ $id }」を書いてください。
    }
    .related = もとの様式のここです
    .why =
        ほかの言葉で書いた答えを、相談の人はもとの様式で読みます。
        欄や選択肢が一つでも違うと、書く人と読む人が、別の用紙を見ていることになります。
    .bad =
        options: [{ "{" } id: yes-please, label: ほしい { "}" }]   # もとの様式ではid: wanted
    .good =
        options: [{ "{" } id: wanted, label: ほしい { "}" }]

## 会議

meeting-without-steps = 会議には、段（steps）が1つ以上必要です。
    .hint = 「steps:」の下に、段を順に並べてください（それぞれにid、title、minutes、does）。
    .why =
        進行表、投影用の画面、会議録は、どれも段の並びからできます。
        段がない会議では、そのどれも作れません。
    .bad =
        steps: []
    .good =
        steps:
          - id: opening
            title: 約束を確かめる
            minutes: 5
            does: 約束を読み上げる。

step-without-minutes = 段「{ $id }」に、かかる分（minutes）がありません。
    .hint = 「minutes: 10」のように、1以上の数で書いてください。
    .why =
        進行表の時刻と、投影用の画面の時計は、段ごとのわから出ます。
        分のない段があると、あとの段の時刻がすべて決まりません。
    .bad =
        steps:
          - id: facts
            title: たずねて事実を集める
            does: 一人一問ずつ回す。
    .good =
        steps:
          - id: facts
            title: たずねて事実を集める
            minutes: 18
            does: 一人一問ずつ回す。

meeting-overruns = 段の分を合わせると{ $n }分で、会議の{ $total }分に収まりません。
    .hint = 段のどれかを短くするか、「minutes:」を{ $n }以上にしてください。
    .why =
        終わりの時刻は、参加する人との約束です。
        はじめから収まらない進行表では、終わりにある「決めること」と「次の日」が削られます。
    .bad =
        minutes: 20
        steps:
          - id: incident
            title: 出来事を聞く
            minutes: 15
            does: 担任に話してもらう。
          - id: review
            title: ふりかえる
            minutes: 10
            does: カードを見せ合う。
    .good =
        minutes: 30
        steps:
          - id: incident
            title: 出来事を聞く
            minutes: 15
            does: 担任に話してもらう。
          - id: review
            title: ふりかえる
            minutes: 10
            does: カードを見せ合う。

card-without-role = カード「{ $id }」が、誰のものか書かれていません。
    .hint = コースの役割なら「role:」に役割のidを、ほかの人なら「label:」に呼び名を書いてください。
    .why =
        役割カードは、会議の始めに一人に一枚ずつ配ります。
        誰のものかわからないカードは、配れません。
    .bad =
        roles:
          - id: nurse
            card: 来室は19回。
    .good =
        roles:
          - id: nurse
            label: 養護教諭
            card: 来室は19回。

pcagip-notes = PCAGIP法の会議なのに、段「{ $id }」で書きとめてよいことになっています。
    .hint = 「notes: true」を消すか、「notes: false」にしてください。書くのは板書係だけです。
    .why =
        PCAGIP法では、参加者はメモを取らず、板書係の書いた黒板を全員で見ます。
        手元に書きはじめると顔が下がり、提供者は調べられているように感じます。
    .bad =
        procedure: pcagip
        steps:
          - id: first-round
            title: 一巡目の問い
            minutes: 20
            does: 一人一問ずつ回す。
            notes: true
    .good =
        procedure: pcagip
        steps:
          - id: first-round
            title: 一巡目の問い
            minutes: 20
            does: 一人一問ずつ回す。
            notes: false

## 演習

too-few = { $what ->
        [questions] 問い（questions）
        [options] 選択肢（options）
        [choices] 組み合わせる相手（choices）
        [items] 項目（items）
        [answers] 答え（answers）
        [cards] カード（cards）
        [groups] グループ（groups）
        [rows] 行（rows）
        [columns] 列（columns）
        [blanks] 空欄（blanks）
        [tags] 印（tags）
        [sentences] 文（sentences）
        [states] 状態（states）
        [levels] 段階（levels）
        [turns] 場面（turns）
        [fields] 書く欄（fields）
        [hypotheses] 仮説の欄（hypotheses）
        [facts] 聞ける問い（facts）
        [most] 聞ける数（most）
       *[other] { $what }
    }が{ $given }個しかありません。この種類の演習には{ $least }個以上必要です。
    .hint = 「{ $what }」に書き足すか、演習の種類（kind）を変えてください。
    .why =
        選ぶには二つ以上の選択肢が、並べるには三つ以上のカードが必要です。
        足りないままでは、考える余地のない演習になります。
    .bad =
        kind: choice
        questions:
          - id: q1
            options:
              - { "{" } id: a, text: 待つ, leads: 相手が話しはじめる { "}" }
    .good =
        kind: choice
        questions:
          - id: q1
            options:
              - { "{" } id: a, text: 待つ, leads: 相手が話しはじめる { "}" }
              - { "{" } id: b, text: 問う, leads: 答えは返るが、話はそこで止まる { "}" }

too-many = 「{ $what }」が{ $given }になっています。{ $most }までにしてください。
    .hint = 「{ $what }」の数を{ $most }以下にしてください。
    .why = 一人で扱えるカードの数には限りがあり、印刷した紙にも収まらなくなります。
    .bad = own-cards: 60
    .good = own-cards: 20

empty-group = 「{ $title }」（{ $id }）に入るものが、一つもありません。
    .hint = ここに入るカードや文を足すか、「{ $id }」を消してください。
    .why =
        何も入らないグループがあると、学ぶ人は自分が間違えたのだと思って探し続けます。
        引っかけのためのグループは、考える力を育てません。
    .bad =
        groups: { "[" }{ "{" } id: person, title: 本人 { "}" }, { "{" } id: place, title: 環境 { "}" }]
        cards:
          - { "{" } id: c1, text: 絵が好き, in: { "[" }person], because: 本人の関心だから { "}" }
    .good =
        groups: { "[" }{ "{" } id: person, title: 本人 { "}" }, { "{" } id: place, title: 環境 { "}" }]
        cards:
          - { "{" } id: c1, text: 絵が好き, in: { "[" }person], because: 本人の関心だから { "}" }
          - { "{" } id: c2, text: 静かな廊下, in: { "[" }place], because: 場の性質だから { "}" }

blank-mismatch = { $problem ->
        [undeclared] 本文の空欄「{ $id }」の答えが、blanksにありません。
        [twice] 空欄「{ $id }」が、本文に2回あります。
       *[unplaced] 空欄「{ $id }」が、本文のどこにもありません。
    }
    .hint = { $problem ->
        [undeclared] blanksに、idが「{ $id }」の項目を足してください。
        [twice] 2つ目に別のidをつけ、blanksにも足してください。
       *[unplaced] 本文に { "{{" }{ $id }{ "}}" } と書くか、この項目を消してください。
    }
    .why =
        本文の空欄とその答えは、同じidで結びつきます。
        どちらかがないと、書いても何も返ってこない空欄や、誰にも見えない答えができます。
    .bad =
        text: 相談援助の対象は、個人と{ "{{" }family{ "}}" }です。
        blanks: { "[" }]
    .good =
        text: 相談援助の対象は、個人と{ "{{" }family{ "}}" }です。
        blanks:
          - { "{" } id: family, answers: { "[" }家族], because: 暮らしをともにする人だから { "}" }

bank-without-answer = 言葉の一覧（bank）に、空欄「{ $id }」の答え「{ $answer }」がありません。
    .hint = bankに「{ $answer }」を足してください。
    .why = 一覧から選ぶ空欄は、一覧に答えがなければ、誰にも埋められません。
    .bad =
        bank: { "[" }地域, 目標]
        blanks:
          - { "{" } id: family, answers: { "[" }家族], because: 暮らしをともにする人だから { "}" }
    .good =
        bank: { "[" }地域, 目標, 家族]
        blanks:
          - { "{" } id: family, answers: { "[" }家族], because: 暮らしをともにする人だから { "}" }

dialogue-way = { $problem ->
        [dead-end] ここ（{ $id }）で会話が途切れます。次に言えることも、終わりのしるしもありません。
        [end-goes-on] 終わりとされた「{ $id }」に、まだ続きがあります。
        [unreachable] 「{ $id }」には、はじめからどう進んでもたどり着けません。
       *[no-exit] 「{ $id }」から先は同じところを回り、終わりにたどり着けません。
    }
    .hint = { $problem ->
        [dead-end] optionsを書き足すか、ends: true と書いてください。
        [end-goes-on] ends: true を消すか、optionsとownを消してください。
        [unreachable] どこかの選択肢のtoに「{ $id }」と書くか、この場面を消してください。
       *[no-exit] 選択肢の一つのtoを、終わりへ続く場面に変えてください。
    }
    .why =
        分かれ道が増えると、書いた人にも全部の道は見えなくなります。
        途中で途切れる道や、誰もたどり着かない場面を、この点検で見つけます。
    .bad =
        turns:
          - id: door
            says: 戸が少しだけ開く
    .good =
        turns:
          - id: door
            says: 戸が少しだけ開く
            ends: true

staged-order = 段階「{ $id }」のあとの問いが、事例の順に並んでいません。
    .hint = stagesに、事例のすべての段階を、事例と同じ順に書いてください。
    .why =
        この演習では、一つの段階を読むたびに、見立てを書きとめてから次を開きます。
        問いのない段階があると、何も書かないまま次が開いてしまいます。
    .bad =
        case: morning-classroom
        stages:
          - { "{" } stage: school, ask: いまの見立てを書いてください { "}" }
    .good =
        case: morning-classroom
        stages:
          - { "{" } stage: incident, ask: いまの見立てを書いてください { "}" }
          - { "{" } stage: school, ask: どこが変わりましたか { "}" }

case-without-diagram = 事例「{ $id }」のこの段階には、比べる図（{ $draws }）がありません。
    .hint = 事例に図を書くか、図のある段階をstageに書いてください。
    .why =
        学ぶ人が図をつくったあと、事例の図をとなりに並べます。
        事例の図がないと、自分の図と比べるものがありません。
    .bad =
        draws: ecomap
        case: umbrella
        stage: rain
    .good =
        draws: genogram
        case: umbrella
        stage: rain

ledger-view = 見方「{ $view }」が、二度書かれています。
    .hint = viewsには、questions、five-p、axesを、それぞれ一度だけ書いてください。
    .why =
        同じ見方を二度書いても、何も変わりません。
        別の見方を書くつもりだったのかもしれません。
    .bad = views: { "[" }questions, questions]
    .good = views: { "[" }questions, five-p]

ledger-without-strengths = 事例「{ $id }」に、強み（strengths）が一つも書かれていません。
    .hint = 事例のstrengthsに、本人と周りの強みを書いてください。
    .why =
        仮説の帳面は、強みが根拠に入っているかを学ぶ人に問い返します。
        強みの書かれていない事例では、困りごとだけの見立てに気づけません。
    .bad =
        stages: { "[" }{ "{" } id: rain, title: 雨 { "}" }]
        strengths: { "[" }]
    .good =
        stages: { "[" }{ "{" } id: rain, title: 雨 { "}" }]
        strengths: { "[" }濡れても、約束の時刻に来ている]

reserved-field = 「{ $id }」は、この種類の演習がはじめから持っている欄の名前です。
    .hint = 足す欄には、「{ $id }」でないidをつけてください。
    .why =
        書いた答えは、欄の名前で保存されます。同じ名前の欄が二つあると、一方に書いたものが、もう一方の欄に入ってしまいます。
        たとえばインシデント・プロセスには、problem、response、reason、sure、asked、freeが、はじめからあります。
    .bad =
        kind: incident
        fields:
          - { "{" } id: reason, kind: long-text, label: 話し合いで考えたこと { "}" }
    .good =
        kind: incident
        fields:
          - { "{" } id: after-talk, kind: long-text, label: 話し合いで考えたこと { "}" }

rubric-descriptors = 観点「{ $id }」の説明は{ $given }個ですが、段階は{ $levels }個です。
    .hint = descriptorsに、段階と同じ数の説明を、低いほうから順に書いてください。
    .why =
        説明のない段階は、人によって違う意味で選ばれます。
        どんな答えがその段階なのかが書いてあると、自分の段階を選びやすくなります。
    .bad =
        levels: { "[" }これから, 半分, できた]
        criteria:
          - id: words
            text: 本人の言葉から出発しているか
            descriptors: { "[" }引いていない, 引いている]
    .good =
        levels: { "[" }これから, 半分, できた]
        criteria:
          - id: words
            text: 本人の言葉から出発しているか
            descriptors: { "[" }引いていない, 一つ引いている, 出発点になっている]

missing-examples = 書く演習に、望ましい例（good）と惜しい例（near）がそろっていません。
    .hint = examplesに、level: good と level: near の例を、少なくとも一つずつ書いてください。
    .why =
        書いたあとに並べて読むものがなければ、書きっぱなしになります。
        よい例だけでは正解に見えてしまうので、惜しい例と、その理由も必要です。
    .bad =
        kind: write
        fields: { "[" }{ "{" } id: reply, kind: long-text, label: 返す言葉 { "}" }]
    .good =
        kind: write
        fields: { "[" }{ "{" } id: reply, kind: long-text, label: 返す言葉 { "}" }]
        examples:
          - { "{" } level: good, text: 「今日は、ここまで来てくれたんですね」, because: したことから始めている { "}" }
          - { "{" } level: near, text: 「もう大丈夫ですよ」, because: 早く安心したいのは、聞く側かもしれない { "}" }

exercise-twice = 演習「{ $id }」が、同じページに2回あります。
    .hint = 片方を消すか、別の演習にしてください。
    .why = 同じ欄が二つあると、片方に書いた答えがもう片方を上書きします。
    .bad =
        ```exercise
        first-words
        ```

        ```exercise
        first-words
        ```
    .good =
        ```exercise
        first-words
        ```

unplaced-exercise = 演習「{ $id }」は、どのページにも出ていません。
    .hint =
        出したいページに、```exercise と ``` で囲んで「{ $id }」と書いてください。
    .why = 演習は、ページに置いてはじめて学ぶ人の目に触れます。置き忘れがないように、お知らせしています。
    .bad = exercises/first-words.yaml（どのページにもない）
    .good =
        ```exercise
        first-words
        ```

longest-is-best = いちばんよい選択肢が一つある問い{ $total }つのうち、{ $n }つで、それがいちばん長い文です。
    .hint = よい選択肢を短くするか、ほかの選択肢も同じくらいの長さにしてください。
    .why =
        よいものがいつも長いと、読まずに長いものを選ぶだけで進めてしまいます。
        どれももっともらしい長さにすると、中身で考えてもらえます。
    .bad =
        options:
          - { "{" } say: 大変でしたね。よかったら、そのときのことを聞かせてください, honours: [acceptance] { "}" }
          - { "{" } say: がんばって, strains: [acceptance] { "}" }
    .good =
        options:
          - { "{" } say: そのときのことを、聞いてもいいですか, honours: [acceptance] { "}" }
          - { "{" } say: 誰にでもあることなので、気にしなくていいですよ, strains: [acceptance] { "}" }

best-in-one-place = いちばんよい選択肢が、問い{ $total }つのどれでも{ $place }番目にあります。
    .hint = keep-order: trueを消すと、並び順が自動で混ざります。並びに意味があるときは、いくつかの問いで、いちばんよい選択肢の位置を変えてください。
    .why = よいものがいつも同じところにあると、読まずに選べてしまいます。
    .bad = keep-order: true
    .good = keep-order: false

read-too-early = 「{ $found }」は、あとの段階「{ $stage }」に出てくる文です。
    .hint = 同じ文を使わずに、ここまでに読んだことだけで書いてください。
    .why =
        段階に分けた事例では、先を知らずに考えることが学びになります。
        要約や問いや例に、先の段階の文が出ていると、読む前にわかってしまいます。
    .bad = summary: 朝の教室で泣いていたAには、夜に弟の世話をする役目があった。
    .good = summary: 朝の教室で、Aが泣いていた。

whole-case-shown =
    段階に分けて読む演習「{ $id }」と同じページに、{ $by ->
        [case] その事例の全文
       *[exercise] 事例の全文を載せる演習「{ $other }」
    }があります。
    .hint = 段階に分けて読む演習を、別のページに移してください。
    .why = 同じページで先の段階が読めると、先を知らずに見立てる練習になりません。
    .bad =
        ```exercise
        reading-by-stages
        ```

        ```exercise
        ledger-of-the-same-case
        ```
    .good = 段階に分けて読むページと、仮説の帳面のページを分ける。

## 言葉づかい

outdated-term = 「{ $found }」は、いまは使わない言い方か、誤った書き方です。
    .hint = 「{ $use }」に替えてください。言葉そのものを話題にするときは、course.yamlに「allow: { "[" }{ $found }]」と書きます。
    .why =
        言葉は、制度や診断名の見直しとともに変わってきました。
        古い言葉が一つあると、読む人はほかの記述も古いのではないかと疑います。
        当事者や家族を傷つけてきた言葉も、この中にあります。
    .bad = 登校拒否の相談を、父兄から受けました。
    .good = 不登校の相談を、保護者から受けました。

course-wording = この教材では「{ $found }」と書かず、「{ $use }」と書きます。{ $explained ->
        [yes] { $why }
       *[no] { "" }
    }
    .hint = 「{ $use }」に替えてください。この文書でだけ「{ $found }」のままにするときは、wording.yamlのその決まりに「except: { "[" }{ $path }]」を足します。
    .related = この決まりによります
    .why =
        同じことに二つの書き方があると、読む人は、別のことかもしれないと考えます。
        検索でも、片方で書いたところしか見つかりません。
        何人で書いても一つの教材として読めるように、書き方の決まりをwording.yamlに置いています。
    .bad = 次の手立てを、本人に尋ねます。（wording.yamlに「avoid: 手立て, use: 手だて」があるとき）
    .good = 次の手だてを、本人に尋ねます。

wording-rule = { $what ->
        [same] avoidとuseが、同じ「{ $word }」です。
        [twice] 「{ $word }」を避ける決まりが、二つあります。
        [avoided] 替える先の「{ $word }」は、避ける言葉としても書かれています。
        [form] 「{ $word }」は「{ $avoid }」の変化した形として読めません。替える先を決められません。
       *[except] 「{ $word }」というファイルもフォルダーもありません。
    }
    .hint = { $what ->
        [same] avoidに直したい書き方を、useに教材で使う書き方を書いてください。
        [twice] どちらかを消して、一つにまとめてください。
        [avoided] どの書き方にそろえるかを決めて、useをそれに直してください。
        [form] formsには、「{ $avoid }」と「{ $use }」の違うところまでが「{ $avoid }」と同じ形だけを書きます。ほかの形は、avoidとuseの決まりを別に足してください。
       *[except] course.yamlのあるフォルダーから見た場所を書いてください。例：cases/morning.md、modules/90-authoring
    }
    .why =
        言葉の決まりは、見つけた所と直し方を一つに決められて、はじめて働きます。
        自分自身や、ほかの決まりが避ける言葉に替えると、直すたびにまた知らせが出ます。
    .bad =
        wording:
          - { "{" } avoid: 手だて, use: 手だて { "}" }
    .good =
        wording:
          - { "{" } avoid: 手立て, use: 手だて { "}" }

mixed-circle = 印に「{ $found }」が使われています。
    .hint = 「{ $use }」に置き換えてください。「〇〇市」のような伏せ字や漢数字の〇は、そのままでかまいません。
    .why =
        ○によく似た〇は漢数字のゼロで、×によく似たxは英字です。
        混じっていると、検索で見つからず、読み上げでは「ゼロ」「エックス」と読まれます。
        評価の印は ◎ ○ △ × にそろえます。
    .bad = 目標の達成は〇、時期の見直しはxとしました。
    .good = 目標の達成は○、時期の見直しは×としました。

## 学習項目

uncovered-item = 学習項目「{ $title }」（{ $id }）を扱うものが、コースにありません。
    .hint = 扱うページや演習の設定に「covers: { "[" }{ $id }]」と書いてください。
    .why =
        syllabus.yamlは、このコースで学べると約束した項目の一覧です。
        扱うページも演習もない項目は、約束しただけになっています。
        ページを書くか、この項目を消してください。
    .bad =
        items:
          - id: genogram
            title: ジェノグラム
            area: m2
    .good =
        ---
        title: 家族を図に描く
        covers: { "[" }genogram]
        ---

## テーマ

theme-syntax = { $what ->
        [unclosed] 「{ $reason }」が閉じられていません。あとの規則が、すべてこの中に入ります。
       *[other] テーマのこのファイルを読み取れません：{ $reason }
    }
    .hint = 示された場所の書き方を直してください。ファイルを消せば、標準のテーマのものが使われます。
    .why =
        テンプレートや言葉のファイルが読めないと、それを使うページを作れません。
        直すまでは標準のテーマのものを使い、ほかの点検を続けます。
    .bad =
        { "{%" } if page.summary { "%}" }{ "{{" } page.summary { "}}" }
    .good =
        { "{%" } if page.summary { "%}" }{ "{{" } page.summary { "}}" }{ "{%" } endif { "%}" }

theme-render = このテンプレートでは、ページを作れません：{ $reason }
    .hint = テンプレートの中の名前のつづりを確かめてください。無いことのある値は、{ "{%" } if … { "%}" } で囲みます。
    .why =
        テンプレートが、ページにない値や、用意のない言葉を使おうとしています。
        空白のまま公開すると、抜けていることに誰も気づけません。
    .bad = { "{{" } page.titel { "}}" }
    .good = { "{{" } page.title { "}}" }

theme-unknown-file = 「{ $path }」というファイルは、テーマにありません。
    .hint = 置き換えたいファイルと同じ名前か確かめてください。自分の部品は templates/part、画像などは assets に置きます。
    .why =
        テーマのフォルダーは、同じ名前のファイルだけを置き換えます。
        名前が一文字違うと、直したはずの見た目が変わりません。
    .bad = my-theme/templates/page.htm
    .good = my-theme/templates/page.html

theme-unknown-key = 「{ $key }」という言葉は、テーマのどこにも使われません。
    .hint = 置き換えたい言葉と同じキーか確かめてください。自分のテンプレートで使うなら、そのテンプレートに書いてください。
    .why =
        テーマの言葉は、同じキーのものだけが置き換わります。
        キーが一文字違うと、直したはずの言葉が変わりません。
    .bad = hoome = 家
    .good = home = 家

unknown-language = 「{ $language }」という言語の語がありません。
    .hint = { $known } のどれかを書いてください。テーマに「locales/{ $language }.yaml」と、語のファイル「locales/{ $language }.ftl」を置けば、言語を足せます。
    .why = 画面の語、文の切れ目、点検で探す語は、言語によって決まります。
    .bad = language: japanese
    .good = language: ja

unchecked-language = 「{ $language }」では、まだできない点検があります：{ $checks }
    .hint = ここは目で確かめてください。テーマの「locales/{ $language }.yaml」に書き足せば、点検できるようになります（書き方は「locales/ja.yaml」にあります）。
    .why = 氏名、住所、重い主題、古い言葉の形は、言語ごとに違います。その言語の決まりがないと何も見つからず、「問題なし」に見えてしまいます。
    .bad = language: fr
    .good = language: ja

theme-missing-words = テーマの語の一部に「{ $language }」の訳がなく、そこは英語で表示します。
    .hint = 「locales/{ $language }.ftl」か、その隣のファイルに足してください（足りない語は{ $n }個）：{ $keys }
    .why = 学ぶ人に、一つの画面で二つの言語を読ませないためです。
    .bad =
        # locales/fr.ftl
        search = Rechercher
    .good =
        # locales/fr.ftl（locales/en….ftl にあるキーを、すべて書く）
        search = Rechercher
        settings = Affichage

locale-pattern = このパターン（正規表現）は読めません：{ $reason }
    .hint = 正規表現を直してください。先読み・後読みと後方参照は使えません（プログラムとブラウザーが同じように読むためです）。
    .why = パターンが読めないと、その点検では何も見つかりません。
    .bad = pattern: '(\d+'
    .good = pattern: '(\d+)'
