helping-how = Bằng cách nào?
    .label = Cách
    .explain = Cách.
    .choice-present = Có mặt
    .choice-waiting = Chưa
