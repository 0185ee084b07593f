# Nhận về ghi danh mà người khác đã ghi hộ.

claim-claim-code = Mã ghi danh người ghi hộ đưa cho anh/chị là số nào ạ?
    .label = Mã ghi danh
    .explain = Mã có bảy chữ số, như 482-157-3. Không có mã thì anh/chị hỏi người ghi hộ, hoặc nhờ cán bộ.
    .hint = Dạ em cần mã ghi danh, bảy chữ số ạ. Người ghi hộ có mã này.
    .example = Anh/chị gõ số thôi, gạch hay không cũng được. Ví dụ: 482-157-3.

claim-contact-phone = Lúc ghi hộ, người ấy đã ghi số điện thoại nào của anh/chị ạ?
    .label = Số điện thoại đã ghi
    .explain = Em so mã với số này để không đưa nhầm ghi danh của người khác.
    .hint = Dạ em chưa thấy số điện thoại. Số di động có 10 chữ số, bắt đầu bằng số 0 ạ.
    .example = Anh/chị gõ liền hay cách ra đều được. Ví dụ: 0912 000 111.
