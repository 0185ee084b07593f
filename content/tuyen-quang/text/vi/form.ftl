### Hỏi từng câu: câu thứ mấy, nói lại điều đã hiểu, và bậc thang khi chưa hiểu.

form-step = Câu { $n }/{ $of }. { $question }
form-step-product = Câu { $n }/{ $of } ({ $product }). { $question }
product-number = sản phẩm thứ { $n }
label-product = { $label } (sản phẩm { $n })
form-now = Đang ghi: { $value }
form-confirm = Dạ em hiểu là: { $value }. Đúng không ạ?
form-confirm-place = Dạ, { $value }, đúng không ạ?
form-confirm-merged = Dạ, { $value } (gồm { $merged } cũ), đúng không ạ?
form-confirm-money = Dạ em ghi { $value } ({ $words }). Đúng chưa ạ?
form-confirm-number = Dạ, là { $value } phải không ạ?
form-confirm-phone = Dạ số { $value }, đúng không ạ?
form-confirm-tax-check = Dạ em đọc được { $value }, nhưng chữ số kiểm tra chưa khớp. Anh/chị xem lại số trên giấy giúp em; đúng số này không ạ?
form-doubt = Dạ, "{ $said }" là câu trả lời, hay anh/chị muốn làm việc khác ạ?
form-which = Dạ, "{ $said }" em hiểu được mấy cách. Anh/chị muốn nói cái nào ạ?
form-which-place = Dạ, "{ $said }" có mấy nơi cùng tên. Anh/chị chọn giúp em nhé.
form-which-split = { $was } cũ nay tách về mấy nơi. Thôn của anh/chị nay thuộc nơi nào ạ?
form-which-choice = Dạ, "{ $said }" có thể là mấy dòng dưới đây. Anh/chị chọn một dòng giúp em ạ.
form-which-money = Dạ, "{ $said }" là số tiền nào dưới đây ạ?
form-which-price = Dạ, "{ $said }" là giá nào dưới đây ạ?
form-which-number = Dạ, em ghi được một con số thôi. Số nào gần đúng hơn ạ?
form-which-amount = Dạ, em ghi được một con số thôi. Số nào gần đúng hơn ạ?
form-which-phone = Dạ em thấy hơn một số điện thoại. Cán bộ gọi số nào thì gặp được anh/chị ạ?
form-which-again = Em vẫn chưa rõ là dòng nào ạ. Anh/chị bấm một nút, hoặc nhắn số 1, số 2 theo thứ tự dưới đây giúp em.
form-again = Dạ em xin hỏi lại.
form-changed = Câu vừa rồi nay đã đổi. Em hỏi tiếp câu này ạ.
form-gathered = Dạ em đã chọn: { $value }. Anh/chị chọn thêm, hay xong rồi ạ?
form-gathered-none = Dạ em bỏ chọn rồi. Anh/chị chọn mục nào, hay xong rồi ạ?
form-first = Đây là câu đầu rồi ạ.
form-needed = Câu này em cần anh/chị trả lời. Chưa tiện, anh/chị chọn "Để sau", em giữ phần đã làm.
form-skipped = Dạ, câu đó để sau ạ.
form-go-on = Giờ làm tiếp nhé.

ladder-ways = Câu này hơi khó phải không ạ? Anh/chị có thể nghe giải thích, để sau, hoặc nhờ cán bộ hỏi giúp.
ladder-staff = Không sao ạ. Anh/chị bấm "Cán bộ" để cán bộ giúp, hoặc gọi { $phone } ({ $hours }).

wrong-not-a-choice = Dạ, anh/chị chọn một dòng dưới đây, nhắn số của dòng đó cũng được.
wrong-old-number = Số 11 chữ số bắt đầu bằng 01 nay đã đổi rồi ạ. Anh/chị cho em số mới, 10 chữ số.
wrong-future = Ngày này chưa đến ạ. Anh/chị xem lại giúp em.
wrong-foreign-money = Phiếu ghi bằng tiền Việt Nam ạ. Anh/chị tính ra đồng giúp em, ước chừng cũng được. Ví dụ: 120 triệu.
wrong-too-short = Dạ ngắn quá, em sợ hiểu sai. Anh/chị viết thêm chút nữa giúp em.
wrong-too-long = Dạ dài quá, em không giữ hết được. Anh/chị viết gọn lại giúp em.
wrong-no-answer = Dạ, câu này em cần anh/chị viết ra vài chữ ạ. Chưa tiện thì anh/chị để sau, em vẫn giữ phần đã làm.
wrong-only-digits = Dạ, ở đây em cần tên, chưa cần số ạ. Anh/chị viết tên bằng chữ giúp em.
wrong-phone-too-short = Dạ số này em thấy thiếu chữ số. Di động có 10 chữ số, máy bàn có 11 chữ số bắt đầu bằng 02 ạ.
wrong-phone-too-long = Dạ số này em thấy thừa chữ số. Di động có 10 chữ số, máy bàn có 11 chữ số bắt đầu bằng 02 ạ.
wrong-foreign-number = Dạ em chỉ ghi được số điện thoại Việt Nam. Anh/chị cho em một số trong nước giúp em.
wrong-beyond = Dạ, câu này em ghi được từ { $least } đến { $most }. Anh/chị xem lại giúp em; đúng là con số khác thì nhờ cán bộ ghi ạ.
wrong-not-yearly = Dạ, em cần số làm được trong cả một năm; ước chừng cũng được ạ. Ví dụ: 2.000 chiếc một năm.
wrong-too-big = Tệp này lớn hơn 10 MB nên em không nhận được. Anh/chị chụp lại cỡ nhỏ hơn giúp em.
wrong-heic = Ảnh kiểu HEIC của iPhone em chưa mở được. Anh/chị gửi lại dạng JPG, hoặc chụp màn hình tấm ảnh rồi gửi giúp em.
wrong-not-a-photo = Chỗ này em cần ảnh chụp sản phẩm. Giấy tờ dạng PDF anh/chị gửi ở câu sau nhé.
wrong-not-accepted = Tệp này em không nhận được. Anh/chị gửi ảnh chụp (JPG, PNG) giúp em.
wrong-unreadable = Tấm ảnh vừa rồi em không mở được. Anh/chị chụp và gửi lại giúp em.
wrong-too-much = Dạ ảnh và giấy tờ của anh/chị đã nhiều, em không giữ thêm được. Ảnh này anh/chị mang theo khi nộp hồ sơ giúp em.
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
