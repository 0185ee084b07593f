programme-about = Chương trình.
    .title = Giới thiệu
programme-contacts = Gọi { $phone }, { $hours }.
    .title = Liên hệ
