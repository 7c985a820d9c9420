hoome = 家
