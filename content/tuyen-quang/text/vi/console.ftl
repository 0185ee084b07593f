# Chữ trên trang cán bộ và trong bảng tính xuất ra.

# Bảng tính
export-title = Đăng ký
export-code = Mã
export-status = Tình trạng
export-erased = Đã xoá thông tin theo yêu cầu; trước đó: { $status }
export-round = Kỳ bình chọn
export-round-name = { $level }, kế hoạch { $plan }
export-product = Sản phẩm thứ
export-unmarked = Gõ chưa có dấu
export-channel = Kênh
export-source = Đến từ
export-consented = Đồng ý lưu thông tin lúc
export-agreed = Cách đồng ý
export-twins = Có thể trùng với mã
export-opened = Bắt đầu lúc
export-sent = Gửi lúc

agreed-self = Tự bấm trên máy mình
agreed-present = Có mặt, tự bấm trên máy người ghi hộ
agreed-slip = Ký phiếu, có ảnh
agreed-claim = Tự nhận về, cán bộ xác nhận
agreed-phone = Nói đồng ý qua điện thoại, cán bộ ghi
agreed-paper = Ký phiếu giấy, cán bộ giữ

channel-web = Trang web
channel-telegram = Telegram
channel-zalo-oa = Zalo
channel-zalo-bot = Zalo (bot)
channel-import = Nhập từ tệp
channel-terminal = Cửa sổ lệnh
channel-office = Cán bộ nhập

# Khung trang
console-name = Trang cán bộ
console-skip = Tới nội dung chính
console-menu = Các mục
console-areas = Các mục của trang
console-crumbs = Đang ở đâu
console-error = Lỗi:
console-problems = Có chỗ cần sửa
console-registrations = Đăng ký
console-inbox = Hộp thư
console-hello = Đang vào với tên { $name } ({ $role }).
console-log-out = Thoát
console-language = English
console-times = Mọi giờ trên trang là giờ Việt Nam.

role-admin = quản trị
role-editor = biên tập
role-officer = cán bộ xã
role-viewer = chỉ xem

# Phím tắt
keys-title = Phím tắt
keys-next = Mục sau
keys-before = Mục trước
keys-open = Mở mục đang chọn
keys-reply = Viết câu trả lời
keys-search = Tìm
keys-help = Xem các phím tắt
keys-on = Dùng phím tắt

# Vào trang
login-title = Vào trang cán bộ
login-hello = Chào { $name }.
login-why = Đường dẫn này chỉ vào được một lần. Bấm nút để mở phiên làm việc 12 giờ trên máy này.
login-enter = Vào trang cán bộ
login-dead-title = Đường dẫn không dùng được nữa
login-dead = Mỗi đường dẫn chỉ dùng được một lần, trong 30 phút. Nhờ người quản trị gửi đường dẫn mới.
login-needed = Phiên làm việc chưa mở, đã hết 12 giờ, hoặc để yên quá 30 phút. Vào lại để làm tiếp.
login-command = python -m bot staff add TÊN --role editor
login-out-title = Đã thoát
login-out = Phiên làm việc trên máy này đã đóng.

# Không được
refused-title = Không làm được việc này
refused-role = Vai trò của anh/chị không có quyền làm việc này.
refused-form = Trang này mở quá lâu hoặc được gửi từ nơi khác. Mở lại trang rồi làm lại giúp.
refused-plain = Trang cán bộ chỉ mở qua https, hoặc trên chính máy chủ.
refused-unproven = Việc này cần vào trang bằng mật khẩu và mã xác nhận trên điện thoại. Cài mã ở mục Tài khoản, cuối trang.
form-meanwhile = Người khác vừa lưu trong lúc anh/chị gõ. Đang lưu: “{ $now }”. Vẫn giữ bản của anh/chị thì bấm lưu lần nữa.
form-meanwhile-ticks = Người khác vừa lưu trong lúc anh/chị gõ; phần này khác bản đang lưu. Vẫn giữ bản của anh/chị thì bấm lưu lần nữa.
refused-large = Nội dung hoặc tệp gửi lên lớn quá, nên chưa lưu gì. Quay lại, chọn tệp nhỏ hơn rồi gửi lại.
refused-often = Làm nhiều việc quá trong thời gian ngắn. Chờ ít phút rồi làm tiếp.
refused-missing = Không có mục này, hoặc người khác vừa xử lý xong.
refused-export = Chưa làm được bảng tính. Thử lại sau ít phút; nếu vẫn không được, xem nhật ký của chương trình.
refused-back = Về danh sách

# Danh sách đăng ký
list-title = Đăng ký
list-count = { $count } đăng ký
list-search = Tìm
list-search-hint = Tên cơ sở, sản phẩm, người liên hệ, mã hoặc số điện thoại
list-status = Tình trạng
list-status-all = Mọi tình trạng đã gửi
list-commune = Xã, phường
list-commune-all = Mọi xã, phường
list-group = Nhóm sản phẩm
list-group-all = Mọi nhóm
list-filter = Lọc
list-clear = Xoá bộ lọc
list-without = Bỏ lọc { $filter }
list-code = Mã
list-opened = bắt đầu { $at }
list-products = { $count } sản phẩm
list-unmarked = chưa có dấu
list-unmarked-why = Tên này được gõ không dấu. Hỏi lại người ghi danh trước khi in giấy tờ.
list-unnamed = Chưa có tên
list-erased = Đã xoá thông tin theo yêu cầu ({ $at })
list-slip = In phiếu đồng ý cho ghi danh hộ
list-waits = Chờ bà con đồng ý (người khác ghi hộ)
list-next = Trang sau
list-first = Về đầu danh sách
list-none-yet = Chưa có đăng ký nào. Khi bà con ghi danh xong, đăng ký hiện ở đây.
list-none-found = Không có đăng ký nào với bộ lọc này.
list-export = Tải danh sách đang lọc
list-export-what = Tải đúng danh sách đang lọc, theo đúng thứ tự đang sắp. Lần tải nào cũng được ghi lại.
list-export-xlsx = Tải Excel (XLSX)
list-export-csv = Tải CSV

# Một đăng ký
record-title = Đăng ký { $code }
record-back = Về danh sách
record-sent = Gửi lúc { $at }
record-empty = Chưa có
record-needed = Chưa có, hồ sơ cần
record-skipped = Bỏ qua
record-typed = Gõ là: { $text }
record-by-chat = trong chat, { $at }
record-by-eligibility = lúc xem điều kiện, { $at }
record-by-carried = chép từ đăng ký trước, { $at }
record-by-staff = cán bộ ghi, { $at }
record-phones = Xem đủ số điện thoại
record-picture = Ảnh { $n }: { $label }
record-paper = Tải giấy tờ { $n }
record-files = { $count } tệp; mở được khi vào trang bằng mã xác nhận.
record-consents = Đồng ý và rút đồng ý
record-no-consents = Không có dòng nào.
record-agreed = Đồng ý: { $topic } ({ $at }, { $channel }, bản chữ { $version })
record-withdrew = Rút: { $topic } ({ $at }, { $channel }, bản chữ { $version })
record-keeping-dossier = giữ thông tin để làm hồ sơ
record-keeping-call = giữ số điện thoại để gọi lại
record-keeping-seat = giữ tên và số điện thoại để giữ chỗ
record-keeping-question = giữ câu hỏi gửi cán bộ
record-news = nhận tin: { $topic }

# Điều bà con xin, trong hộp thư
requests-done = Đã xong
requests-call = Xin gọi lại
requests-tell = Gọi báo tin
requests-question = Hỏi cán bộ
requests-claim = Xin nhận về ghi danh làm hộ
requests-confirm = Xác nhận, chuyển về máy bà con
requests-refuse = Từ chối
requests-voice = Tin thoại
requests-voice-file = Tải tin thoại về máy
requests-voice-here = Có tin thoại; nghe được khi vào trang bằng mã xác nhận.
requests-voice-coming = Tin thoại đang tải về.
requests-voice-gone = Tin thoại không còn, hoặc không tải về được.
requests-since = Từ { $at }
requests-done-at = Xong lúc { $at }
requests-hour = Gọi lúc: { $hour }
requests-language = Tiếng: { $language }
requests-registered = Mã đã ghi danh: { $codes }
requests-no-phone = Chưa để lại số điện thoại; người hỏi nhắn qua { $channel }.
requests-show-phone = Xem số
requests-mark-done = Đã xong
requests-mark-open = Chưa xong, mở lại
