### Ghi hộ người khác, và đang ghi cho ai.

helping-hand-over = Anh/chị đưa máy để bà con tự đọc và tự bấm; không đọc được thì anh/chị đọc to giúp.
helping-present = Dạ em cảm ơn bà con. Em đã ghi: bà con có mặt và tự bấm đồng ý.
helping-slip = Dạ em nhận được ảnh phiếu đồng ý rồi.
helping-waiting = Dạ, em giữ tạm. Chưa có đồng ý thì ghi danh này chưa vào danh sách của Sở; để lâu quá chưa có, em sẽ xoá.
helping-about = Từ đây "anh/chị" trong câu hỏi là người được ghi hộ.
helping-code = Anh/chị đưa mã này cho bà con giữ: có mã và số điện thoại đã ghi, bà con nhắn "nhận ghi danh" là xin về máy mình được.
helping-refused = Dạ được ạ, em không ghi hộ nữa và không giữ gì của bà con ấy.
helping-slip-of = Tờ phiếu đã chụp đang dùng cho: { $names }. Bà con này cũng ký trên tờ ấy thì bấm nút dưới, không phải chụp lại.
helping-same-slip = Có ký trên tờ ấy
helping-slip-again = Ghi danh này lại chờ đồng ý. Anh/chị vào "Ghi danh của tôi", chọn "Ghi nhận đồng ý" để gửi lại ảnh phiếu ạ.
helping-too-many = Hôm nay anh/chị đã ghi hộ ba mươi người, em chưa mở thêm được. Ngày mai ghi tiếp, hoặc gọi { $phone } để cán bộ ghi giúp ạ.
helping-not-yours = Ghi danh này bà con đã đồng ý và đã gửi, nên em chưa rút, chưa xoá. Em đã nhờ cán bộ hỏi lại bà con. Cần gấp, anh/chị gọi { $phone }.

whom-new = người mới
whom-now = Đang ghi cho: { $who }.
form-for = Ghi cho { $who }. { $question }
waiting = Còn chờ bà con đồng ý: Sở chưa xem được ghi danh này.
option-record-consent = Ghi nhận đồng ý

claim-asked = Dạ khớp rồi ạ. Em đã chuyển để cán bộ xác nhận; xong, ghi danh này mở được trên máy của anh/chị. Cần hỏi, anh/chị gọi { $phone } ({ $hours }).
claim-unknown = Dạ, em chưa thấy ghi danh hộ nào khớp cả mã và số điện thoại này. Anh/chị xem lại giúp em nhé.
claim-code-wrong = Dạ, mã này hình như nhầm hoặc thiếu một chữ số. Anh/chị xem lại giúp em ạ.
claim-too-often = Hôm nay anh/chị thử mấy lần rồi, em xin phép dừng ở đây. Anh/chị gọi { $phone } ({ $hours }) để cán bộ giúp, hoặc mai thử lại ạ.
claim-refused = Dạ được ạ, em không giữ gì của anh/chị. Muốn hỏi về ghi danh, anh/chị gọi { $phone } ({ $hours }).
claim-yours = Cán bộ đã xác nhận: ghi danh mã { $code } nay là của anh/chị. Anh/chị nhắn "ghi danh của tôi" để xem và làm tiếp.
claim-handed-over = Ghi danh mã { $code } anh/chị ghi hộ, nay bà con đã nhận về máy của mình và tự làm tiếp. Em cảm ơn anh/chị.
claim-not-yours = Cán bộ chưa xác nhận được ghi danh mã { $code } là của anh/chị. Anh/chị gọi { $phone } ({ $hours }) để cán bộ xem giúp ạ.
