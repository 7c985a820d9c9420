# 実践者のパネルの言葉。

panel-source-example = 教材の書き手が考えた例です。実際に集めた回答ではありません。
panel-source-collected = この演習に取り組んだ実践者の回答です。載せることに同意した人のものだけで、名前はありません。
panel-how = 実践者の答えのちらばりと、そのわけです。多いほうが正解なのではありません。自分が考えなかったわけを探します。
panel-none = 実践者の答えは、まだ集まっていません。
panel-few = 答えた人が三人に満たないので、ちらばりは出しません。
panel-people = { $n }人
panel-sum = { $n }人のうち、弱まる{ $weaker }人、変わらない{ $same }人、強まる{ $stronger }人です。
panel-split = 実践者のあいだでも、強まるか弱まるかが分かれています。
panel-reasons = 実践者が挙げたわけ
panel-stages = 段階ごとに、実践者の答えと並べて
panel-beside = 実践者の仮説と並べて
panel-information = もし、これがわかったら
panel-round = { $n }つめの情報
panel-terms = 共通の言葉
panel-terms-how = 実践者の仮説やわけに出てくる用語です。同じ言葉で同じことを言っているかを確かめます。
