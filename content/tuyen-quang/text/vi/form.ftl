### Hỏi từng câu: câu thứ mấy, nói lại điều đã hiểu, và bậc thang khi chưa hiểu.

form-step = Câu { $n }/{ $of }. { $question }
form-step-product = Câu { $n }/{ $of } ({ $product }). { $question }
product-number = sản phẩm thứ { $n }
label-product = { $label } (sản phẩm { $n })
form-now = Đang ghi: { $value }
form-confirm = Dạ em hiểu là: { $value }. Đúng không ạ?
form-confirm-place = Dạ, { $value }, đúng không ạ?
form-confirm-merged = Dạ, { $value } (gồm { $merged } cũ), đúng không ạ?
form-confirm-money = Dạ em ghi { $value }. Đúng chưa ạ?
form-confirm-number = Dạ, là { $value } phải không ạ?
form-confirm-phone = Dạ số { $value }, đúng không ạ?
form-doubt = Dạ, "{ $said }" là câu trả lời, hay anh/chị muốn làm việc khác ạ?
form-which = Dạ, "{ $said }" có mấy nơi giống nhau. Anh/chị chọn giúp em nhé.
form-again = Dạ em xin hỏi lại.
form-changed = Câu vừa rồi nay đã đổi. Em hỏi tiếp câu này ạ.
form-gathered = Dạ em đã chọn: { $value }. Anh/chị chọn thêm, hay xong rồi ạ?
form-gathered-none = Dạ em bỏ chọn rồi. Anh/chị chọn mục nào, hay xong rồi ạ?
form-first = Đây là câu đầu rồi ạ.
form-first-agreed = Câu trước là lời đồng ý, anh/chị đã chọn rồi. Đổi ý thì anh/chị nhắn "huỷ" để dừng, hoặc XOÁ DỮ LIỆU để xoá.
form-needed = Câu này em cần anh/chị trả lời. Chưa tiện, anh/chị chọn "Để sau", em giữ phần đã làm.
form-skipped = Dạ, câu đó để sau ạ.
form-go-on = Giờ làm tiếp nhé.
form-whole = { $what } đang ghi: { $value }.
wrong-more-than-whole = Phần này thường không nhiều hơn số ấy ạ. Anh/chị xem lại giúp em.
form-part-again = Số vừa rồi nhỏ hơn số đã ghi ở "{ $what }", nên em sẽ hỏi lại câu ấy.

ladder-ways = Câu này hơi khó phải không ạ? Anh/chị có thể nghe giải thích, để sau, hoặc nhờ cán bộ hỏi giúp.
ladder-staff = Không sao ạ. Anh/chị bấm "Cán bộ" để cán bộ giúp, hoặc gọi { $phone } ({ $hours }).
ladder-staff-told = Không sao ạ, em đã nhờ cán bộ xem giúp câu này. Anh/chị cứ để câu này lại, hoặc gọi { $phone } ({ $hours }).
ladder-left = Em để câu này lại đã; phần đã làm em vẫn giữ. Lúc nào rảnh, anh/chị nhắn "tiếp", hoặc nhắn "gọi lại" để cán bộ gọi.

wrong-not-a-choice = Dạ, anh/chị chọn một dòng dưới đây, nhắn số của dòng đó cũng được.
wrong-old-number = Số 11 chữ số bắt đầu bằng 01 nay đã đổi rồi ạ. Anh/chị cho em số mới, 10 chữ số.
wrong-future = Ngày này chưa đến ạ. Anh/chị xem lại giúp em.
wrong-too-short = Dạ ngắn quá, em sợ hiểu sai. Anh/chị viết thêm chút nữa giúp em.
wrong-too-long = Dạ dài quá, em không giữ hết được. Anh/chị viết gọn lại giúp em.
wrong-too-big = Tệp này lớn hơn 10 MB nên em không nhận được. Anh/chị chụp lại cỡ nhỏ hơn giúp em.
wrong-heic = Ảnh kiểu HEIC của iPhone em chưa mở được. Anh/chị gửi lại dạng JPG, hoặc chụp màn hình tấm ảnh rồi gửi giúp em.
wrong-not-a-photo = Chỗ này em cần ảnh chụp sản phẩm. Giấy tờ dạng PDF anh/chị gửi ở câu sau nhé.
wrong-not-accepted = Tệp này em không nhận được. Anh/chị gửi ảnh chụp (JPG, PNG) giúp em.
wrong-unreadable = Tấm ảnh vừa rồi em không mở được. Anh/chị chụp và gửi lại giúp em.
wrong-no-room = Máy của Sở đang đầy nên em chưa giữ được ảnh. Anh/chị gửi lại sau, phần chữ em vẫn ghi.

photo-kept = Dạ em nhận được rồi: { $what }.
photo-more = Em đang giữ { $n } tệp. Anh/chị gửi thêm, hay xong rồi ạ?
photo-again = Anh/chị gửi lại { $what } sau cũng được ạ.
photo-not-now = Dạ lúc này em chưa cần ảnh. Đến câu hỏi về ảnh, em sẽ nhắc. Anh/chị đừng gửi ảnh căn cước nhé.

other-voice = Em chưa nghe được tin nhắn thoại. Anh/chị gõ chữ giúp em, không dấu cũng được, hoặc nhắn "gọi lại" để cán bộ gọi.
other-sticker = Dạ, em cảm ơn ạ.
other-video = Em chưa xem được video. Anh/chị gửi ảnh hoặc gõ chữ giúp em.
other-location = Em chưa đọc được vị trí. Anh/chị gõ tên xã giúp em.
other-other = Loại tin này em chưa đọc được. Anh/chị gõ chữ giúp em.
