### Trang một đăng ký: tình trạng, lịch sử, việc cán bộ làm.

record-steps = Chuyển tình trạng
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
step-each-code = ‹của từng người›
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

# Ghi, sửa câu trả lời
edit-title = Ghi, sửa: { $part }
edit-open = Ghi, sửa
edit-add-product = Thêm sản phẩm
edit-how = Biết từ đâu
edit-how-hint = Ghi lại cùng lịch sử của đăng ký.
edit-how-choose = Chọn một dòng
edit-how-needed = Chọn vì sao biết: gọi điện, phiếu giấy, hay sửa lỗi.
edit-save = Lưu
edit-done = Đã lưu { $count } câu trả lời.
edit-nothing = Không có gì thay đổi.
edit-clash = Người khác vừa đổi vài câu trong lúc anh/chị gõ. Xem từng câu rồi chọn; phần anh/chị gõ còn nguyên.
edit-clash-in = { $label }: có người vừa đổi
edit-theirs = Giữ như bây giờ: { $value }
edit-mine = Lấy chữ tôi gõ trong ô dưới đây
edit-voice = Tin thoại trả lời câu này; nghe rồi gõ vào ô trên:
typed-phone = Gọi điện
typed-paper = Phiếu giấy
typed-mistake = Sửa lỗi

field-none = Chưa có
field-which = Có thể là: { $values }. Gõ rõ hơn.
field-more-than-whole = Không thể nhiều hơn "{ $label }" ({ $most }).
field-hint-phone = 10 chữ số, bắt đầu bằng 0
field-hint-place = Gõ tên xã, phường; tên cũ hoặc không dấu cũng được
field-hint-money = Ví dụ: 850tr, 1,2 tỷ
field-hint-price = Ví dụ: 350k một cái
field-hint-amount = Ví dụ: 2000 chiếc
field-hint-date = ngày/tháng/năm, ví dụ 15/3/2021
field-need-phone = Nhập số điện thoại 10 chữ số, bắt đầu bằng 0; máy bàn có 11 chữ số, bắt đầu bằng 02.
field-need-place = Chưa rõ xã, phường nào trong tỉnh. Gõ tên xã, phường bây giờ.
field-need-money = Nhập số tiền, ví dụ 850tr hoặc 1,2 tỷ.
field-need-price = Nhập giá và đơn vị, ví dụ 350k một cái.
field-need-amount = Nhập số và đơn vị, ví dụ 2000 chiếc.
field-need-date = Nhập đủ ngày, tháng, năm, ví dụ 15/3/2021; ngày chưa đến thì không ghi được.
field-need-number = Nhập một số trong khoảng cho phép.
field-need-name = Nhập họ tên bằng chữ, từ 2 đến 80 chữ cái.
field-need-text = Viết bằng chữ, không quá ngắn hoặc quá dài.
field-need-email = Nhập địa chỉ thư, ví dụ my@example.vn.
field-need-tax-code = Nhập mã số thuế 10, 12 hoặc 13 chữ số.
field-need-choice = Chọn một dòng trong danh sách.
field-need-choices = Chọn trong danh sách.
field-need-topics = Chọn trong danh sách.

# Xin bổ sung trong chat
ask-open = Xin bổ sung
ask-missing = Còn thiếu, hồ sơ cần
ask-nothing-missing = Không thiếu mục bắt buộc nào.
ask-others = Mục khác
ask-others-why = Hỏi thêm, hoặc hỏi lại mục đã có
ask-text = Bot nhắn lời này, rồi hỏi lần lượt từng mục đã chọn:
ask-do = Gửi cho cơ sở
ask-done = Đã nhờ cơ sở bổ sung { $count } mục trong chat.
ask-waits = Đang chờ cơ sở bổ sung: { $what }
ask-none = Chọn ít nhất một mục.
ask-many = Chọn nhiều nhất 10 mục một lần; nhiều hơn thì gọi điện.
ask-cannot = Chưa hỏi được trong chat lúc này. Gọi điện, hoặc thử lại sau.

# Ghi chú, trao đổi
record-assigned = Giao cho { $name }
record-twins = Có thể trùng với:
note-title = Ghi chú của cán bộ
note-none = Chưa có ghi chú.
note-new = Thêm ghi chú
note-hint = Chỉ cán bộ đọc được.
note-add = Lưu ghi chú
note-kept = Đã lưu ghi chú.
note-empty = Ghi chú trống nên chưa lưu.
talk-title = Trao đổi trong chat
talk-person = Bà con
talk-bot = Bot
talk-staff = Cán bộ
talk-file = (ảnh hoặc tệp)

# Nhập nhanh từ điện thoại, phiếu giấy
entry-title = Nhập ghi danh
entry-how = Cách đồng ý
entry-words = Lời xin đồng ý, để đọc cho bà con nghe
entry-agreed = Bà con đã nghe hoặc đọc lời này và đồng ý
entry-save-more = Lưu và thêm người nữa
entry-save = Lưu và mở đăng ký
entry-done = Đã lưu, mã { $code }.
entry-keeps = Chữ đang gõ được giữ lại vài giây một lần.
entry-lost = Chữ đang gõ chưa giữ được: mất mạng, hoặc phiên đăng nhập đã hết. Đừng đóng trang này; chữ vẫn còn đây. Đăng nhập ở thẻ khác rồi quay lại, dòng này mất đi là lưu được.
entry-kept = Đã giữ chữ đang gõ lúc { $at }.
entry-taken-up = Đây là phần lần trước gõ dở, chưa lưu.
entry-need = Điền "{ $label }".
entry-need-how = Chọn bà con đồng ý qua điện thoại hay trên giấy.
entry-need-agreed = Chỉ lưu khi bà con đã đồng ý. Hỏi rồi đánh dấu vào đây.
entry-elsewhere = Xã, phường này không thuộc phần việc của anh/chị.
record-entered = Cán bộ nhập ghi danh
record-agreed-how = { $line }. { $how }.
