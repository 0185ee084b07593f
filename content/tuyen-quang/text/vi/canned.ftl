### Câu mẫu để cán bộ trả lời bà con trong hộp thư; sửa được, tên bà con tự điền.

canned-greeting = Chào anh/chị { $name }, em là cán bộ { $office }. Anh/chị cần em giúp gì ạ?
    .title = Chào hỏi
canned-photo = Anh/chị { $name } chụp giúp em ảnh sản phẩm ở chỗ sáng, thấy trọn sản phẩm, rồi gửi vào đây ạ.
    .title = Xin ảnh sản phẩm
canned-paper = Anh/chị { $name } chụp giúp em giấy tờ, chụp thẳng, đủ bốn góc, đọc rõ chữ, rồi gửi vào đây ạ.
    .title = Xin ảnh giấy tờ
canned-call = Việc này em xin gọi điện nói cho rõ. Lúc nào thì em gọi được cho anh/chị { $name } ạ?
    .title = Hẹn gọi điện
canned-later = Câu này em hỏi lại rồi trả lời anh/chị { $name } sau. Cần gấp, anh/chị gọi { $phone } ({ $hours }).
    .title = Hỏi lại rồi trả lời
canned-thanks = Em cảm ơn anh/chị { $name }. Còn gì chưa rõ, anh/chị cứ nhắn ở đây ạ.
    .title = Cảm ơn
