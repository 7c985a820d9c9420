# 書きながら見るときに、ページの上に出る文（日本語）。

overlay-title = 直すところが{ $count }件あります
overlay-behind = 直して保存すると、この知らせは消えます。後ろに見えているのは、最後にうまくできたときの画面です。
overlay-nothing-behind = 直して保存すると、ここにページが出ます。
overlay-more = ほかの{ $count }件は、端末（ターミナル）に出ています。
overlay-warnings = 警告が{ $count }件あります
overlay-warnings-note = サイトはできています。このままでも公開できますが、一度見てください。
overlay-hide = 閉じる（Esc）
overlay-panic = mitateの中で不具合が起きました：{ $reason }
overlay-panic-hint = 直前の変更を取り消すと、続けられることがあります。この文を添えて、mitateの作者に知らせてください。
