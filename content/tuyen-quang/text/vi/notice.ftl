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
notice-outcome-pending = chưa gửi
notice-outcome-in-flight = đang gửi
notice-outcome-sent = đã gửi
notice-outcome-failed = không gửi được
notice-outcome-skipped = không gửi
notice-outcome-unknown = không rõ đã tới chưa
notice-why-same-person = đã gửi qua kênh khác của cùng người
notice-why-unreachable = đã rời đi hoặc chặn bot trước khi gửi
notice-why-gone = đã rời đi hoặc chặn bot
notice-why-withdrew = đã thôi nhận tin
notice-why-cancelled = tin đã huỷ
notice-why-cut-off = chương trình bị ngắt giữa lúc gửi
notice-why-no-push = trang web không nhận tin khi không mở
notice-why-too-long-ago = quá 7 ngày chưa nhắn cho Zalo OA, Zalo không cho gửi
notice-why-never-wrote = chưa từng nhắn cho Zalo OA
notice-why-stopped = đã ngừng quan tâm Zalo OA
