### Dưới mỗi tin thông báo.

notice-stop = Trả lời THÔI NHẬN TIN để dừng.
notice-way-stop = Thôi nhận tin

### Bảng kết quả của một tin.

notice-column-number = STT
notice-column-channel = Kênh
notice-column-name = Người liên hệ
notice-column-phone = Điện thoại
notice-column-commune = Xã, phường
notice-column-outcome = Kết quả
notice-column-reason = Lý do
notice-column-at = Lúc
notice-column-delivered = Tới máy lúc
notice-column-seen = Xem lúc
notice-column-called = Đã gọi lúc
notice-outcome-pending = chưa gửi
notice-outcome-in-flight = đang gửi
notice-outcome-sent = đã gửi
notice-outcome-failed = không gửi được
notice-outcome-skipped = không gửi
notice-outcome-unknown = không rõ đã tới chưa
notice-why-same-person = đã gửi qua kênh khác của cùng người
notice-why-called = cán bộ đã gọi điện báo
notice-why-unreachable = đã rời đi hoặc chặn bot trước khi gửi
notice-why-gone = đã rời đi hoặc chặn bot
notice-why-withdrew = đã thôi nhận tin
notice-why-cancelled = tin đã huỷ
notice-why-cut-off = chương trình bị ngắt giữa lúc gửi
notice-why-no-push = trang web không nhận tin khi không mở
notice-why-too-long-ago = quá 7 ngày chưa nhắn cho Zalo OA, Zalo không cho gửi
notice-why-never-wrote = chưa từng nhắn cho Zalo OA
notice-why-stopped = đã ngừng quan tâm Zalo OA

# Dán vào nhóm, và đọc trên loa
paste-notice = { $title }

    { $text }

    Bà con cần hỏi hay ghi danh, nhắn hoặc gọi cho cán bộ: { $phone }.
    { $links }
aloud-begin = Loa truyền thanh xin thông báo. Tin của { $office }.
aloud-again = Xin nhắc lại.
aloud-end = Bà con cần hỏi thêm, xin gọi số { $phone }, hoặc hỏi cán bộ xã. Xin cảm ơn bà con đã lắng nghe.
# Chữ viết trước ngày, và giữa giờ với phút, trong lời của tin.
aloud-written-day = ngày
aloud-written-hour = giờ
aloud-date = ngày { $day } tháng { $month } năm { $year }
aloud-hour = { $hour } giờ
aloud-hour-minutes = { $hour } giờ { $minutes }
aloud-word-ubnd = Uỷ ban nhân dân
aloud-word-htx = hợp tác xã
aloud-word-nvh = nhà văn hoá
aloud-word-cnnt = công nghiệp nông thôn
