# Nhờ cán bộ gọi lại: hỏi đồng ý riêng, không cần ghi danh.

callback-call-consent = Để cán bộ gọi lại, em cần giữ số điện thoại của anh/chị, và tên nếu anh/chị cho. Bên chịu trách nhiệm: { $controller }. Thời gian giữ: { $kept-for }. Hỏi về dữ liệu: { $privacy-contact }. Anh/chị đồng ý không ạ?
    .label = Đồng ý để cán bộ gọi lại
    .explain = Số này chỉ để gọi lại, không thành ghi danh và không dùng gửi tin. Không muốn để số thì anh/chị gọi thẳng { $phone } ạ.
    .choice-yes = Đồng ý
    .choice-no = Không

callback-contact-phone = Cán bộ gọi lại vào số nào thì gặp được anh/chị ạ?
    .label = Số gọi lại
    .explain = Anh/chị cho số đang dùng, gọi là có người nghe. Số của người nhà cũng được.
    .hint = Dạ em chưa thấy số điện thoại. Số di động có 10 chữ số, bắt đầu bằng số 0 ạ.
    .example = Anh/chị gõ số thôi, ví dụ 0912 000 111 hoặc máy bàn 0207 3888 000.

callback-contact-name = Cán bộ gọi thì xin gặp ai ạ? Không muốn nói tên thì anh/chị bỏ qua.
    .label = Tên người nghe máy
    .explain = Có tên thì cán bộ xưng hô cho phải, nhất là khi nhiều người dùng chung máy. Câu này không bắt buộc.
    .hint = Dạ em chưa đọc ra tên. Anh/chị gõ tên bằng chữ thôi ạ.
    .example = Ví dụ anh/chị gõ: chị Mỷ làm vải lanh thì ghi là Vàng Thị Mỷ.

callback-call-hour = Gọi lúc nào tiện cho anh/chị ạ?
    .label = Giờ tiện nghe máy
    .explain = Em ghi lại để cán bộ chọn giờ; cán bộ gọi trong giờ làm việc, có hôm bận nên em chưa hẹn chắc được.
    .choice-any = Lúc nào cũng được
    .choice-morning = Buổi sáng
    .choice-noon = Buổi trưa
    .choice-afternoon = Buổi chiều
    .choice-evening = Buổi tối

callback-contact-language = Anh/chị muốn nói chuyện bằng tiếng gì ạ?
    .label = Tiếng muốn nói
    .explain = Nếu có cán bộ nói được tiếng ấy, Sở sẽ cố sắp xếp; không có thì nói tiếng Việt chậm rãi ạ.
    .choice-vi = Tiếng Việt
    .choice-hmn = Tiếng Mông
    .choice-tyz = Tiếng Tày
    .choice-dao = Tiếng Dao
    .choice-other = Tiếng khác
