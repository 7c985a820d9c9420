# Excelの用紙の言葉

paper-xlsx = Excelの用紙
workbook-form = 様式
workbook-data = データ
workbook-name = 欄の名前
workbook-label = 欄
workbook-value = 書いたこと
workbook-choose = 一つ選ぶ：
# 必ず書く欄
workbook-required = ［{ $word }］
# 尺度の両端のあいだ
workbook-to = { " 〜 " }
