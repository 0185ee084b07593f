seat-agreed = { $office } giữ chỗ cho bạn nhé?
    .label = Đồng ý giữ chỗ
    .explain = Để lập danh sách.
    .choice-yes = Có
    .choice-no = Không
