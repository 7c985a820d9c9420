# 事例を考える演習（分岐する面接、段階開示）のことば。

print-case-short = 短く印刷する（図は一度だけ）
print-case-stages = 段階ごとに印刷する（一段階ずつ別の紙）
choose = 選んでください

staged-sure-low = （まだわからない）
staged-sure-high = （これで間違いない）

diagram-genogram = 家族の図（ジェノグラム）
diagram-ecomap = つながりの図（エコマップ）
diagram-timeline = 年表
diagram-week = 一週間
diagram-changed = この段階で変わったところがあります
diagram-in-words = 図を言葉で読む

# 面接と段階開示で、スクリプトが出すことば
diagram-new = この段階から
diagram-gone = 前の段階まで
diagram-related = 関係の線も引く
diagram-letters = 名前を出さず、A、Bなどの文字にする
figure-large = 大きく見る
figure-svg = SVGで保存
figure-png = PNGで保存
figure-text = 言葉をコピー
figure-copied = コピーしました
figure-failed = できませんでした。もう一度ためしてください。
figure-close = 閉じる
