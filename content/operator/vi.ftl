# Lời cho người vận hành chương trình: dòng khởi động, lỗi cài đặt, trợ giúp của lệnh.

mistake-number = phải là một số từ { $least } đến { $most }.
mistake-word = phải là một trong: { $words }.
mistake-url = phải là địa chỉ bắt đầu bằng http:// hoặc https://.
mistake-url-password = không để tên và mật khẩu trong địa chỉ.
mistake-public-url = phải bắt đầu bằng https:// (http:// chỉ dùng được với chính máy này).
mistake-proxy = phải là địa chỉ bắt đầu bằng http:// (máy chủ trung gian).
mistake-database = phải bắt đầu bằng sqlite:/// hoặc postgresql://.
mistake-key = quá ngắn hoặc quá dễ đoán; cần ít nhất 32 ký tự ngẫu nhiên.
mistake-two-secrets = nhiều nhất hai giá trị, cách nhau bằng dấu phẩy (cũ và mới khi thay).
mistake-weak-secret = quá ngắn hoặc là giá trị mẫu; cần ít nhất 8 ký tự, do mình đặt.
mistake-header-secret = chỉ gồm chữ cái không dấu, chữ số, dấu _ và dấu -.
mistake-networks = phải là các địa chỉ IP hoặc dải IP, cách nhau bằng dấu phẩy.
mistake-hosts = phải là các tên máy, cách nhau bằng dấu phẩy, không có http://.
mistake-quiet-hours = phải có dạng 20:00-07:00, hoặc none.
mistake-twice = đặt hai lần: chọn một, giá trị hoặc tệp ({"…_FILE"}).
mistake-file = không đọc được tệp đã nêu.
mistake-telegram-token = không đúng dạng mã của BotFather (dãy số, dấu hai chấm, 35 ký tự).
mistake-webhook-secret = bắt buộc khi BOT_TELEGRAM_MODE=webhook.

setting-unknown = { $name }: không có cài đặt này, bỏ qua (gần giống: { $nearest }).

server-error = Có trục trặc phía chúng tôi (mã { $code }, { $time }). Xin thử lại sau ít phút; nếu vẫn không được, hãy gọi cán bộ và đọc mã này.

help-program = Bot giới thiệu chương trình và nhận đăng ký (outreach and registration bot).
help-serve = chạy bot: trò chuyện trên web, Telegram, trang cán bộ (run everything).
help-demo = dùng thử với thông tin mẫu của cơ quan (try it with made-up office data).
help-talk = nói chuyện với bot ngay trong cửa sổ lệnh, không lưu gì (talk here, nothing is kept).
help-script = đọc cuộc trò chuyện trong tệp và so từng câu (replay a talk and compare).
help-write = ghi cuộc trò chuyện ra tệp (write the talk down).
help-check = tìm mọi lỗi trong nội dung (every mistake in the content).
help-list = in mọi câu, theo từng phần (print every sentence).

settings-wrong = Cài đặt chưa đúng:
content-wrong = Nội dung trong { $folder } chưa dùng được:
content-mistakes = { $count } lỗi.
content-good = Nội dung trong { $folder }: không có lỗi.
no-such-folder = Không có thư mục { $folder }.
no-such-button = Tin vừa rồi không có nút “{ $label }”.
talk-differs = { $file }, dòng { $line }: bot nói khác.
talk-written = trong tệp
talk-said = bot nói
cannot-read = Không đọc được tệp { $file }.
cannot-write = Không ghi được tệp { $file }.

ready = Sẵn sàng: { $address }
telegram-off = Telegram: tắt (chưa đặt BOT_TELEGRAM_TOKEN).
zalo-off = Zalo: tắt (chưa đặt mã Zalo).
zalo-not-yet = Zalo: bản này chưa có kênh Zalo, bỏ qua các cài đặt BOT_ZALO_….
already-serving = Một chương trình khác đang chạy trên cùng tệp dữ liệu này. Dừng chương trình đó trước.
cannot-use-database = Không dùng được cơ sở dữ liệu ({ $reason }). Xem lại BOT_DATABASE_URL, BOT_DATA_DIR và chỗ trống trên đĩa.
cannot-serve = Không chạy được: { $reason }
port-taken = Cổng { $port } đang có chương trình khác dùng. Đặt BOT_PORT sang số khác.

office-missing = Chưa thể phục vụ bà con: { $file } còn thiếu các thông tin mà màn hình đồng ý phải nêu:
office-name = tên cơ quan
office-phone = số điện thoại để bà con gọi
office-hours = giờ làm việc
office-controller = ai chịu trách nhiệm về thông tin của bà con
office-receivers = ai được xem thông tin
office-kept-for = giữ thông tin bao lâu
office-privacy-contact = hỏi ai về thông tin của mình
office-demo = Muốn xem thử với thông tin mẫu: thêm --demo.

help-doctor = xem cài đặt, dữ liệu, Telegram có ổn không (is everything set up well).
doctor-content-good = Nội dung: không có lỗi.
doctor-content-bad = Nội dung: { $count } lỗi. Chạy lệnh check để xem.
doctor-office-good = Cơ quan: { $name }.
doctor-office-missing = Cơ quan: còn thiếu { $names } trong office.toml; chưa thể phục vụ bà con.
doctor-database-good = Dữ liệu: đọc được, { $count } đăng ký.
doctor-database-bad = Dữ liệu: không đọc được ({ $reason }). Xem lại BOT_DATABASE_URL và BOT_DATA_DIR.
doctor-database-none = Dữ liệu: chưa có tệp { $file }; lần chạy đầu tiên sẽ tạo.
doctor-disk = Đĩa: còn trống { $free } MB (cần ít nhất 500 MB để nhận ảnh).
doctor-no-folder = Thư mục { $folder } chưa có hoặc không ghi được.
doctor-serving = Chương trình đang chạy.
doctor-not-serving = Chương trình hiện không chạy trên dữ liệu này.
doctor-telegram-good = Telegram: nói chuyện được, bot là @{ $name }.
doctor-telegram-bad = Telegram: không nói chuyện được ({ $reason }). Xem lại BOT_TELEGRAM_TOKEN, mạng và BOT_HTTP_PROXY.
doctor-polling = Telegram: hỏi tin mới liên tục (polling), không cần địa chỉ công khai.
doctor-webhook = Telegram: tin được gửi tới webhook của ta.
doctor-no-webhook = Telegram: chưa đặt webhook. Đặt BOT_PUBLIC_URL rồi chạy lại, hoặc dùng BOT_TELEGRAM_MODE=polling.
doctor-webhook-bad = Telegram không gửi được tin tới ta ({ $reason }), { $count } tin đang chờ. Xem lại tên miền, HTTPS và BOT_PUBLIC_URL.

help-export = xuất dữ liệu ra tệp (exports).
help-registrations = xuất danh sách đăng ký ra Excel hoặc CSV (all registrations as a spreadsheet).
help-out = tệp sẽ ghi, đuôi .xlsx hoặc .csv (the file to write).
help-status = chỉ những đăng ký ở trạng thái này; draft là bản nháp (only this status).
help-commune = chỉ xã này: mã hoặc tên (only this commune).
help-since = chỉ từ ngày này, ví dụ 2026-11-01 hoặc 01/11/2026 (only since this day).
help-staff = người dùng trang cán bộ (users of the staff's pages).
help-staff-add = thêm người, in ra đường dẫn đăng nhập dùng một lần (a one-time log-in link).
help-staff-commune = xã mà cán bộ xã được xem; dùng nhiều lần nếu có nhiều xã (an officer's commune).

export-suffix = { $file }: tên tệp phải có đuôi .xlsx hoặc .csv.
exported = Đã ghi { $count } đăng ký vào { $file }.
no-such-status = Không có trạng thái “{ $typed }”. Có: { $known }.
no-such-day = Không hiểu ngày “{ $typed }”. Viết như 2026-11-23 hoặc 23/11/2026.
no-such-commune = Không có xã, phường nào tên “{ $typed }”.
which-commune = “{ $typed }” có thể là: { $names }. Ghi mã xã giúp.
staff-name = Cần tên người dùng.
no-such-role = Không có vai trò “{ $typed }”. Có: { $known }.
officer-communes = Vai trò officer cần ít nhất một --commune: xã mà người đó phụ trách.
staff-link = { $name }: đường dẫn đăng nhập, dùng một lần, trong 30 phút:

help-backup = chép toàn bộ dữ liệu và ảnh ra một tệp, khi bot đang chạy cũng được (back everything up).
help-restore = lấy lại dữ liệu từ tệp đã chép; phải dừng bot trước (put a backup back).
no-such-file = Không có tệp { $file }.
database-damaged = Dữ liệu bị hỏng ({ $reason }); chưa chép gì.
backed-up = Đã chép dữ liệu và { $count } ảnh, giấy tờ vào { $file }.
no-database =
    Chưa có dữ liệu ở { $file }. Dữ liệu ở chỗ khác thì đặt BOT_DATA_DIR như khi chạy serve; mới cài thì chạy serve trước.
restored = Đã lấy lại dữ liệu và { $count } ảnh, giấy tờ từ { $file } vào { $database }. Bản cũ còn ở bên cạnh, tên thêm “{ $aside }”.
erased-again = Từ lúc chép đến nay có { $count } người đã xin xoá thông tin: em đã xoá lại.
erasures-unknown =
    Cơ sở dữ liệu đang dùng không đọc được ({ $reason }), nên không biết ai đã xin xoá thông tin từ lúc chép. Chưa thay đổi gì. Muốn lấy lại bản chép thì chuyển tệp đang dùng đi chỗ khác rồi chạy lại.
not-a-backup = { $file } không phải bản chép dùng được ({ $reason }); chưa thay đổi gì.
backup-postgresql = Dữ liệu ở PostgreSQL: dùng pg_dump và pg_restore.

demo-admin = Dùng thử
staff-pages = Trang cán bộ
help-migrate = đưa dữ liệu lên bản mới của chương trình (bring the database up to date).
migrated = Đã đưa dữ liệu lên bản này.
migrated-before = Dữ liệu đã đúng bản này.
database-too-new = Dữ liệu do bản mới hơn của chương trình ghi (bước { $step }). Dùng bản đó, hoặc lấy lại bản chép cũ.
