# Tình trạng hệ thống.

console-system = Hệ thống
system-title = Tình trạng hệ thống
system-machine = Máy chủ và dữ liệu
system-well = Tốt
system-ill = Cần xem
system-database = Bản chương trình: { $version }. Cơ sở dữ liệu: { $kind }; phiên bản bảng: { $step }.
system-check = Kiểm tra kỹ mọi thứ
system-slow = Kiểm tra lâu quá nên đã dừng. Thử lại sau ít phút, hoặc chạy python -m bot doctor trên máy chủ.
system-queue = Tin chờ gửi
system-waiting = { $count } tin đang chờ gửi; tin lâu nhất từ { $since }.
system-nothing-waits = Không có tin nào đang chờ gửi.
system-workers = Chương trình đang chạy
system-worker = chạy từ { $started }, có mặt lần cuối { $seen }
system-no-workers = Chưa thấy chương trình nào.
system-channels = Các kênh
system-channels-how = Mã truy cập, webhook và đường truyền của từng kênh có dùng được không:
system-channel = Kênh
system-heard = Nghe người nhắn lần cuối
system-failed = Gửi hỏng gần đây
system-unknown = Không rõ đã tới
system-error = Lỗi gần nhất
system-no-channels = Chưa có ai nhắn tin.
