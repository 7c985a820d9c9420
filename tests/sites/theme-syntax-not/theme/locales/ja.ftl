next = 次に読む頁
