### Tin báo cho cơ sở khi cán bộ chuyển tình trạng của đăng ký. Chỉ nêu mã, không nêu tên.

progress-complete = Dạ, cán bộ đã xem phần ghi danh mã { $code }: thông tin đã đủ. Việc tiếp theo là in phiếu để anh/chị ký. Cần hỏi gì, anh/chị nhắn ở đây hoặc gọi { $phone }.
progress-print = Dạ, phiếu của ghi danh mã { $code } đã in. Anh/chị xem lại, ký, rồi nộp cùng giấy tờ theo hướng dẫn của cán bộ. Cần hỏi gì, anh/chị gọi { $phone }.
progress-file = Dạ, xã đã nhận hồ sơ giấy mã { $code } của anh/chị. Muốn biết hồ sơ đến đâu, anh/chị nhắn ở đây hoặc gọi { $phone }.
progress-send = Dạ, xã đã gửi hồ sơ mã { $code } lên tỉnh để Hội đồng bình chọn xem. Muốn biết hồ sơ đến đâu, anh/chị nhắn ở đây hoặc gọi { $phone }.
progress-judge = Dạ, Hội đồng bình chọn đã chấm hồ sơ mã { $code }. Kết quả do Hội đồng quyết định và báo chính thức. Cần hỏi gì, anh/chị gọi { $phone }.
progress-certify = Tin vui ạ: sản phẩm trong hồ sơ mã { $code } được cấp giấy chứng nhận sản phẩm công nghiệp nông thôn tiêu biểu. Cách nhận giấy, anh/chị hỏi cán bộ theo số { $phone }.
progress-decline = Dạ, lần này sản phẩm trong hồ sơ mã { $code } chưa được chọn. Cảm ơn anh/chị đã tham gia; kỳ sau anh/chị vẫn tham gia lại được. Muốn hỏi vì sao, anh/chị gọi { $phone }.
progress-return = Dạ, cán bộ nhờ anh/chị bổ sung hồ sơ mã { $code }: { $reason }

    Anh/chị nhắn "tiếp" để làm ở đây, hoặc gọi { $phone } để cán bộ giúp.
progress-withdraw = Dạ, hồ sơ mã { $code } nay không tham gia kỳ bình chọn này nữa: { $reason }

    Nếu chưa đúng ý anh/chị, anh/chị gọi { $phone } để mở lại.
progress-reopen = Dạ, hồ sơ mã { $code } đã mở lại: { $reason }

    Anh/chị nhắn "tiếp" để làm nốt, hoặc gọi { $phone }.

# Cho cán bộ đọc khi không nhắn được trong chat.
tell-by-phone = Gọi báo cho cơ sở, hồ sơ mã { $code }: { $reason }
