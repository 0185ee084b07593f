### Ngôn ngữ, tin muốn nhận, thông tin được giữ và xoá thông tin.

settings = Anh/chị muốn chỉnh gì ạ?
settings-option-language = Ngôn ngữ
settings-option-topics = Tin muốn nhận
settings-option-mute = Thôi nhắc phần làm dở
settings-option-unmute = Nhắc phần làm dở
settings-option-behalf = Ghi hộ người khác
settings-option-claim = Nhận ghi danh người khác làm hộ
settings-option-privacy = Thông tin của tôi
settings-option-erase = Xoá thông tin
settings-option-return = Xong, quay lại

language = Anh/chị muốn dùng tiếng nào ạ?
language-vi = Tiếng Việt
language-en = English
language-set = Dạ, từ giờ em nói tiếng Việt.
language-hear = Nghe đọc bằng { $aid }
language-hear-none = Thôi nghe đọc
language-heard = Dạ, câu nào có người đọc sẵn, em gửi kèm lời đọc để anh/chị nghe.
language-unheard = Dạ, từ giờ em chỉ nhắn chữ.

topics = Anh/chị muốn nhận tin gì ạ? Bấm một dòng để bật hoặc tắt.
topic-on = ✔ { $topic }
topic-off = ✘ { $topic }
topic-given = Dạ, em ghi anh/chị nhận tin: { $topic }.
topic-taken = Dạ, em thôi gửi tin: { $topic }.
stopped = Dạ, từ giờ em không gửi tin thông báo nữa. Muốn nhận lại, anh/chị nhắn "nhận tin".

privacy =
    { $controller } giữ tên, số điện thoại, thông tin sản phẩm và câu trả lời của anh/chị để làm hồ sơ bình chọn. Bên nhận: { $receivers }. Thời gian giữ: { $kept-for }.

    Hỏi về dữ liệu: { $privacy-contact }. Muốn xoá, anh/chị nhắn XOÁ DỮ LIỆU. Đừng gửi ảnh căn cước.

erase = Em xoá thông tin nào của anh/chị ạ? Xoá rồi không lấy lại được.
erase-filed = Hồ sơ đã nộp thì cơ quan phải giữ theo quy định lưu trữ: mã, ngày, xã, nhóm sản phẩm và tình trạng. Muốn hỏi, anh/chị gọi { $phone }.
erase-one = Chỉ xoá: { $title }
erase-all = Xoá tất cả
erase-none = Không xoá
erased = Em đã xoá thông tin của anh/chị. Còn lại là số liệu không có tên: mã, ngày, xã, nhóm sản phẩm.
erased-but = Ghi danh anh/chị làm hộ mà bà con đã đồng ý thì em không xoá, chỉ gỡ khỏi máy này: { $codes }. Muốn xoá, bà con gọi cán bộ.
erased-by-office = Theo yêu cầu của anh/chị, cơ quan đã xoá thông tin của anh/chị. Còn lại là số liệu không có tên: mã, ngày, xã, nhóm sản phẩm.
erased-one-by-office = Theo yêu cầu của anh/chị, cơ quan đã xoá ghi danh anh/chị nêu. Còn lại là số liệu không có tên.
erased-one = Em đã xoá ghi danh anh/chị vừa chọn.

whose = Máy này nhiều người dùng chung. Trước khi mở phần đã ghi, em xin họ tên người liên hệ anh/chị đã ghi ạ?
whose-again = Dạ, tên này em chưa thấy khớp. Anh/chị gõ đủ họ tên như lúc ghi danh giúp em, không dấu cũng được.
whose-once-more = Em vẫn chưa mở được ạ. Có khi lúc đó ghi tên người khác trong nhà; anh/chị thử tên ấy xem sao?
whose-other = Ghi danh cho cơ sở khác
whose-staff = Em xin phép giữ kín phần đã ghi. Anh/chị nhắn "cán bộ", hoặc gọi { $phone } ({ $hours }) để cán bộ giúp.
