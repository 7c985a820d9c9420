# 記入欄の種類 week の言葉。

day-mon = 月
day-tue = 火
day-wed = 水
day-thu = 木
day-fri = 金
day-sat = 土
day-sun = 日
part-early = 早朝
part-morning = 午前
part-afternoon = 午後
part-evening = 夕方
part-night = 夜
