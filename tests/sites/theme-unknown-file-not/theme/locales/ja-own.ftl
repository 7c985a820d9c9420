own-greeting = ようこそ
