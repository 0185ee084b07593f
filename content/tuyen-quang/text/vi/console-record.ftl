### Trang một đăng ký: tình trạng, lịch sử, việc cán bộ làm.

record-back-one = Về đăng ký { $code }
record-status = Tình trạng
record-steps = Chuyển tình trạng
record-no-steps = Không có bước nào tiếp theo cho vai trò của anh/chị.
record-history = Lịch sử
record-no-history = Chưa có thay đổi nào.
record-producer = cơ sở
record-moved = { $before } → { $after }
record-changed = { $label }: { $before } → { $after }
record-nothing = (trống)
record-at-by = { $at }, { $by }
record-reason = Lý do: { $reason }
record-came = Đã nhận { $label }
record-past-agreed = Đồng ý: { $topic }
record-past-withdrew = Rút: { $topic }

step-complete = Đã kiểm tra, đủ thông tin
step-print = Đã in phiếu
step-file = Đã nhận hồ sơ giấy, đã kiểm tra
step-send = Gửi lên tỉnh
step-judge = Hội đồng đã chấm
step-certify = Được cấp giấy chứng nhận
step-decline = Lần này chưa được chọn
step-return = Trả lại, cần bổ sung
step-hand-back = Trả về xã
step-reconsider = Ghi lại kết quả
step-withdraw = Rút hồ sơ
step-reopen = Mở lại
step-from-to = Từ "{ $before }" sang "{ $after }".
step-reason = Lý do
step-reason-told = Cơ sở đọc được lý do này. Viết ngắn, rõ phải làm gì.
step-reason-kept = Chỉ cán bộ đọc được lý do này.
step-tell = Báo cho cơ sở trong chat
step-text = Tin sẽ gửi:
step-cannot-tell = Cơ sở không có kênh chat đang mở: gọi điện báo giúp.
step-look = Xem tin trước khi gửi
step-do = Chuyển
step-leave = Thôi
step-done = Đã chuyển tình trạng.
step-done-told = Đã chuyển tình trạng và gửi tin cho cơ sở.
step-wrong-reason = Ghi lý do trước khi chuyển.
step-wrong-missing = Hồ sơ còn thiếu câu trả lời hoặc giấy tờ bắt buộc. Bổ sung đủ rồi chuyển.
step-wrong-moved = Người khác vừa chuyển tình trạng của đăng ký này. Mở lại đăng ký để xem.
step-wrong-gone = Đăng ký này không còn ở đây.
step-wrong-failed = Chưa chuyển được. Thử lại sau ít phút.

send-up-title = Gửi danh sách của xã lên tỉnh
send-up-why = Danh sách gồm mọi đăng ký xã đã nhận hồ sơ giấy và kiểm tra. Bấm một lần là gửi cả danh sách.
send-up-no-commune = Chưa rõ xã
send-up-do = Gửi { $count } đăng ký lên tỉnh
send-up-done = Đã gửi { $count } đăng ký lên tỉnh.
send-up-none = Chưa có đăng ký nào xã đã nhận hồ sơ giấy mà chưa gửi lên tỉnh.

refused-later = Chưa ghi được. Thử lại sau ít phút.
