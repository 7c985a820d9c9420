# 投影しているページの、進行役の画面の言葉。

## Script：スクリプトが出す言葉

lectern-open = 進行役の画面を開く
lectern-title = 進行役の画面
lectern-place = { $n }／{ $total }
lectern-refused = 新しい窓を開けませんでした。ブラウザーの設定で、このページのポップアップを許してください。
lectern-tied = 投影している窓とつながっています。
lectern-dark = 投影している画面は、いま消してあります。
lectern-none = 投影している窓は、開いていません。
lectern-then = 次：{ $title }
lectern-same = 次：続き
lectern-last = これが最後です
lectern-passed = 始めてから { $time }
lectern-again = 時計を0に
lectern-blank = 画面を消す・戻す
lectern-keys = 次へ：→、↓、PageDown、スペース　前へ：←、↑、PageUp、Shift＋スペース　最初：Home　次の区切り：End　答えたあとに読むもの：Enter　全画面：f　画面を消す：b か .（白くする：w）　終わる：Esc
