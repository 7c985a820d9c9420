# 記入欄の種類 choices の言葉。

choose-many = あてはまるものすべてに印をつける
