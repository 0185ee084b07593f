### Gặp cán bộ và nhờ gọi lại.

staff-there = Giờ này cán bộ đang làm việc: { $hours }. Cần gấp, anh/chị gọi { $phone }.
staff-away = Giờ này cán bộ nghỉ. Giờ làm việc: { $hours }. Số của Sở: { $phone }.
staff-ask = Anh/chị nhắn câu hỏi ở đây, em chuyển cho cán bộ; hay anh/chị muốn cán bộ gọi lại ạ?
staff-ask-first = Anh/chị muốn nhắn cho cán bộ, hay nhờ cán bộ gọi lại ạ? Nhắn thì em giữ lời nhắn để cán bộ đọc; anh/chị đồng ý thì bấm "Đồng ý, tôi nhắn".
staff-write = Dạ, anh/chị viết câu hỏi vào đây, em chuyển cho cán bộ.
staff-write-first = Dạ, em chưa ghi lời vừa rồi.
staff-option-write = Đồng ý, tôi nhắn
staff-option-call = Nhờ gọi lại
staff-option-return = Thôi, làm tiếp
staff-question-kept = Em đã ghi câu hỏi để cán bộ xem.
staff-case = Ghi danh { $code } cần cán bộ xem: { $why }
staff-voice = Ghi danh { $code } có tin thoại cần nghe.
staff-voice-answer = Ghi danh { $code }: nghe tin thoại và ghi vào câu "{ $what }".
staff-unplaced = Ghi danh { $code }: nơi làm là { $was } cũ, chưa rõ nay thuộc xã nào.
staff-claim = Xin nhận về ghi danh { $code } do người khác ghi hộ: mã và số điện thoại đều khớp. Hỏi lại rồi xác nhận hoặc từ chối.
staff-undo = Ghi danh { $code } do người khác ghi hộ: người ghi hộ muốn rút hoặc xoá. Hỏi lại bà con trước khi làm.
staff-stuck = Ghi danh { $code } cần cán bộ giúp câu: { $what }

call-known = Trong phần { $title } có sẵn một số, em hỏi lại kẻo nhầm số người khác.
call-requested = Em đã ghi: cán bộ gọi số { $phone } ({ $hour }). Việc này không phải là ghi danh.
call-refused = Dạ được ạ, em không ghi yêu cầu gọi lại. Anh/chị gọi giúp em { $phone } ({ $hours }).
call-left = Dạ, em chưa ghi yêu cầu gọi lại.

# Cán bộ trả lời trực tiếp qua trợ lý.
attended = Dạ, từ lúc này cán bộ { $name } ({ $office }) trả lời anh/chị ở đây, không phải máy. Lời anh/chị nhắn được giữ để cán bộ đọc. Muốn quay lại với em, anh/chị nhắn "tiếp".
attended-reply = Cán bộ { $name }: { $text }
attended-kept = (Anh/chị nhắn lại ở đây, em giữ lời nhắn để cán bộ đọc. Muốn quay lại với em, anh/chị nhắn "tiếp".)
attended-over = Dạ, cán bộ { $name } đã trả lời xong. Em là trợ lý tự động, em giúp anh/chị tiếp ạ.
attended-away = Dạ, cán bộ { $name } chưa kịp trả lời; lời nhắn của anh/chị vẫn ở chỗ cán bộ. Cần gấp, anh/chị gọi { $phone } ({ $hours }).
attended-unreadable = Tệp vừa rồi em không mở được để chuyển cho cán bộ. Anh/chị chụp lại và gửi giúp em.
