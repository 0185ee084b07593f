callback-consent = Cho { $office } gọi nhé?
    .label = Đồng ý gọi
    .explain = Để gọi lại.
    .choice-yes = Đồng ý
    .choice-no = Không
