### Ghi danh: cho ai, xem lại, gửi, và phần hồ sơ làm dần.

signup-intro = Ghi danh gồm { $of } câu, khoảng 3 phút. Phần hồ sơ làm sau cũng được.
signup-thanks = Dạ em cảm ơn. Anh/chị bận lúc nào thì nhắn "để sau", em giữ phần đã làm.
signup-refused = Dạ được ạ, em không ghi danh, và không giữ thêm gì của anh/chị. Muốn ghi danh bằng cách khác, anh/chị gọi { $phone } ({ $hours }) hoặc đến { $address }.
signup-too-many = Hôm nay anh/chị đã mở ba lượt ghi danh, em chưa mở thêm được. Ngày mai anh/chị ghi tiếp, hoặc gọi { $phone } để cán bộ ghi giúp.
signup-go-on = Làm tiếp: { $title }.
signup-untitled = ghi danh đang làm dở
signup-more = Dạ, em hỏi thêm về sản phẩm thứ { $n }. Phần về cơ sở em giữ như cũ.
signup-full = Mỗi lượt ghi danh được tối đa 20 sản phẩm. Nhiều hơn, anh/chị nhờ cán bộ giúp nhé.

whom = Lần này anh/chị ghi danh cho ai ạ?
whom-draft = Làm tiếp: { $title }
whom-same = Thêm sản phẩm cho { $title }
whom-all = Xem tất cả ghi danh
whom-other = Cơ sở khác của tôi
whom-helped = Ghi hộ người khác
whom-chosen = Dạ, thêm sản phẩm cho { $title }, đúng không ạ?

review = Anh/chị xem lại giúp em:
review-line = { $label }: { $value }
review-ask = Đúng hết thì anh/chị bấm "Gửi ghi danh" nhé?
review-option-send = Gửi ghi danh
review-option-edit = Sửa một câu
review-option-add-product = Thêm sản phẩm nữa
review-option-later = Để sau
review-incomplete = Còn câu này nữa là gửi được ạ.
review-sent = Em đã ghi danh, mã { $code }. Anh/chị giữ mã này để hỏi cán bộ. Đây mới là ghi danh, chưa phải nộp hồ sơ.
review-verdict-warn = Anh/chị vẫn ghi danh được, giấy tờ bổ sung sau.
review-verdict-staff = Anh/chị vẫn ghi danh được. Muốn biết sớm, anh/chị bấm "☎ Cán bộ" để hỏi hoặc nhờ gọi lại.
review-verdict-no = Anh/chị vẫn ghi danh được. Muốn hỏi trước, anh/chị bấm "☎ Cán bộ" để hỏi hoặc nhờ gọi lại.
review-verdict-redirect = Ở đây em chỉ nhận ghi danh cho nơi làm trong tỉnh, nên em chưa gửi gì. Nếu chọn nhầm, anh/chị bấm "Sửa một câu" nhé.

edit-which = Anh/chị muốn sửa câu nào ạ?
edit-none = Không sửa gì
edit-which-part = Anh/chị muốn sửa ở phần nào ạ?
product-drop = Bỏ sản phẩm: { $product }
product-drop-ask = Anh/chị muốn bỏ { $product } khỏi lượt ghi danh này phải không ạ? Bỏ rồi thì những gì đã ghi về sản phẩm ấy cũng mất.
product-drop-yes = Bỏ
product-drop-no = Không bỏ, làm tiếp
product-dropped = Dạ, em đã bỏ { $product }. Các sản phẩm khác vẫn giữ nguyên.
product-given-up = Dạ, em không ghi sản phẩm thứ { $n } nữa.

sections-missing-intro = Hồ sơ còn thiếu:
sections-missing = ✘ { $what }
sections-missing-more = Và { $n } mục khác.
sections-complete = Phần trả lời đã đủ. Cán bộ sẽ xem và hướng dẫn anh/chị in, ký, nộp hồ sơ giấy.
sections-ask = Anh/chị làm phần nào trước cũng được, hoặc để sau ạ?
sections-progress = { $part } ({ $n }/{ $of })
sections-part = Dạ, em hỏi từng câu. Câu nào chưa có, anh/chị bấm "Bỏ qua".
sections-part-done = Phần này anh/chị đã trả lời xong.
sections-option-add-product = Thêm sản phẩm
sections-option-edit = Sửa câu đã trả lời
sections-option-home = Để sau, về danh mục

mine = Ghi danh của anh/chị đây ạ. Anh/chị xem cái nào?
mine-none = Anh/chị chưa có ghi danh nào. Muốn bắt đầu, anh/chị chọn "Ghi danh sản phẩm".
mine-one = { $title }: { $status }
mine-detail =
    { $title }
    Mã: { $code }
    Tình trạng: { $status }
mine-detail-draft =
    { $title }
    Tình trạng: { $status }. Gửi rồi em mới có mã cho anh/chị.
mine-further = Xem thêm ghi danh cũ hơn
mine-option-go-on = Làm tiếp
mine-option-withdraw = Rút ghi danh này
mine-withdraw = Anh/chị muốn rút ghi danh { $title } phải không ạ? Sau này ghi danh lại vẫn được.
mine-withdraw-yes = Rút
mine-withdraw-no = Không rút
mine-withdrawn = Em đã rút ghi danh { $title }.

left = Dạ, em giữ phần đã làm. Khi nào rảnh, anh/chị nhắn "tiếp" là làm nốt.
left-half = Em giữ phần đã làm ({ $n }/{ $of } câu). Khi nào rảnh, anh/chị nhắn "tiếp" là làm nốt.
left-nothing = Dạ được ạ. Lúc nào muốn ghi danh, anh/chị nhắn "ghi danh".
nothing-half-done = Anh/chị không có việc gì đang dở ạ.
