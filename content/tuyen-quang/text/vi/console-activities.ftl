# Trang cán bộ: lớp tập huấn, hội chợ
console-activities = Lớp, hội chợ

activities-new = Thêm lớp hoặc hội chợ
activities-edit = Sửa
activities-coming = Sắp tới
activities-all = Tất cả
activities-none-yet = Chưa có lớp hay hội chợ nào sắp tới. Bấm “Thêm lớp hoặc hội chợ” để bắt đầu.
activities-title = Tên
activities-title-hint = Ngắn, vì tên hiện trên nút bấm: nhiều nhất 35 ký tự.
activities-kind = Loại
activities-kind-training = Lớp tập huấn
activities-kind-fair = Hội chợ
activities-starts = Bắt đầu
activities-ends = Kết thúc
activities-when = Thời gian
activities-moment-hint = Giờ Việt Nam, ví dụ 10/12/2026 08:00
activities-deadline = Nhận giữ chỗ đến
activities-deadline-hint = Không muộn hơn giờ bắt đầu.
activities-seats = Số chỗ
activities-commune = Xã, phường
activities-commune-hint = Để trống là cho cả tỉnh.
activities-place = Nơi
activities-description = Nội dung, cần mang gì
activities-words = Lời giới thiệu ({ $language })
activities-words-hint = Không có thì để trống cả ba ô.
activities-save = Lưu
activities-edit-hint = Đổi giờ hay nơi thì người đã giữ chỗ được báo một lần.
activities-taken = Đã giữ
activities-waiting = Đang chờ
activities-called-off = Đã huỷ
activities-wrong-moment = Viết ngày giờ như 10/12/2026 08:00.
activities-wrong-ends = Giờ kết thúc phải sau giờ bắt đầu.
activities-wrong-deadline = Hạn giữ chỗ không được muộn hơn giờ bắt đầu.
activities-wrong-seats = Số chỗ từ 1 đến { $most }.
activities-wrong-few = Đã có { $occupied } chỗ được giữ, không bớt xuống ít hơn được.
activities-wrong-commune = Chưa rõ là xã, phường nào. Viết đủ tên.
activities-wrong-title = Đặt tên.
activities-wrong-title-long = Tên nhiều nhất { $most } ký tự.
activities-wrong-place = Viết nơi tổ chức.
activities-wrong-description = Viết nội dung.
activities-wrong-description-long = Nội dung nhiều nhất { $most } ký tự.

# Một lớp, hội chợ
activities-announce = Soạn tin mời
activities-sheet = Tải danh sách để in và ký (XLSX)
activities-cancel = Huỷ lớp, hội chợ
activities-guests = Người đã giữ chỗ ({ $count })
activities-guests-none = Chưa có ai giữ chỗ.
activities-queue = Danh sách chờ, theo thứ tự
activities-attended-hint = Đánh dấu ai có mặt rồi lưu; người không đánh dấu được ghi là vắng.
activities-attended-do = Lưu người có mặt
activities-there-of = { $name } có mặt
activities-by-phone = Trả lời qua điện thoại
activities-by-phone-hint = Mã giữ chỗ của người trả lời, ví dụ 482-157-3
activities-confirm = Xác nhận chỗ
activities-give-up = Bỏ chỗ

# Điểm danh
activities-door = Điểm danh
activities-door-hint = Gõ mã giữ chỗ, hoặc quét mã QR trên vé bằng máy ảnh điện thoại.
activities-door-do = Đã đến
activities-door-of = { $name } đã đến
activities-came-at = đến lúc { $at }
activities-came-count = Đã đến { $came } trên { $taken } người

# Việc vừa làm
activities-created = Đã lưu. Bà con xem và giữ chỗ được ngay.
activities-edited = Đã sửa.
activities-edited-told = Đã sửa. Người đã giữ chỗ được báo giờ, nơi mới trong giờ ban ngày.
activities-cancelled = Đã huỷ. Người đã giữ chỗ được báo trong giờ ban ngày.
activities-off = Lớp, hội chợ này đã huỷ.
activities-attended = Đã ghi { $came } người có mặt.
activities-confirmed = Đã xác nhận chỗ.
activities-given-up = Đã bỏ chỗ; chỗ sang người chờ tiếp.
activities-came = Đã điểm danh: { $name }.
activities-came-already = { $name } đã điểm danh lúc { $at }.
activities-waits = { $name } đang ở danh sách chờ, thứ { $line }; chưa có chỗ.
activities-no-such-code = Không có mã này trong danh sách.
