# Giữ chỗ ở lớp tập huấn, hội chợ: hỏi đồng ý riêng, rồi ai đi dự.

seat-seat-consent = Để giữ chỗ, em cần giữ tên và số điện thoại của người đi dự, để lập danh sách và báo khi có thay đổi. Bên chịu trách nhiệm: { $controller }. Thời gian giữ: { $kept-for }. Hỏi về dữ liệu: { $privacy-contact }. Anh/chị đồng ý không ạ?
    .label = Đồng ý để giữ chỗ
    .explain = Tên và số này chỉ dùng cho danh sách người dự, không thành ghi danh sản phẩm. Không muốn để lại thì anh/chị gọi { $phone } ạ.
    .choice-yes = Đồng ý
    .choice-no = Không

seat-guest-name = Ai sẽ đi dự ạ? Em xin họ tên.
    .label = Người đi dự
    .explain = Tên để ghi vào danh sách điểm danh. Đi mấy người thì giữ chỗ từng người một.
    .hint = Dạ em chưa đọc ra tên. Anh/chị gõ họ tên bằng chữ thôi ạ.
    .example = Ví dụ anh/chị gõ: Vàng Thị Mỷ.

seat-guest-phone = Số điện thoại nào báo được cho người đi dự ạ?
    .label = Số điện thoại
    .explain = Cán bộ chỉ gọi khi lớp hoặc hội chợ có thay đổi. Số của người nhà cũng được.
    .hint = Dạ em chưa thấy số điện thoại. Số di động có 10 chữ số, bắt đầu bằng số 0 ạ.
    .example = Anh/chị gõ số thôi, ví dụ 0912 000 111.
