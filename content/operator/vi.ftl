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

mistake-digits = phải là một dãy chữ số, đúng như trong trang quản lý của Zalo.
mistake-verifier = phải gồm đúng 43 chữ cái không dấu và chữ số.
mistake-site-proof = phải là mã xác thực tên miền của Zalo, hoặc nội dung tệp zalo_verifier….html tải từ Zalo.
mistake-zalo-oa = bắt buộc khi đã đặt BOT_ZALO_OA_ID.
mistake-zalo-bot-token = không đúng dạng mã của Zalo Bot Creator (dãy số, dấu hai chấm, chữ và số).
mistake-zalo-bot-secret = bắt buộc khi BOT_ZALO_BOT_MODE=webhook.
mistake-zalo-oa-id = bắt buộc khi đã đặt BOT_ZALO_REFRESH_TOKEN.

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

help-against = xem trong cơ sở dữ liệu này ai đang ở câu sẽ đổi (who waits at a question that changes).

against-place = { $place }: { $how }; { $count } người đang ở câu này.
against-gone = không còn
against-renamed = nay là { $now }
against-choices = lựa chọn đã đổi
against-next = {"    "}tiếp theo: { $where } ({ $count } người)
against-stage = không hỏi câu nào ({ $stage })
against-kept = { $place }: không còn hỏi; { $count } câu trả lời vẫn giữ.
against-chosen = { $place }: không còn lựa chọn { $value }; { $count } người đã chọn, vẫn giữ.
against-people = { $people } người đang làm dở; { $moved } người ở câu sẽ đổi.

settings-wrong = Cài đặt chưa đúng:
content-wrong = Nội dung trong { $folder } chưa dùng được:
content-mistakes = { $count } lỗi.
content-hint = Nên viết gọn hơn: { $hint }
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

help-doctor = xem cài đặt, dữ liệu, Telegram, Zalo có ổn không (is everything set up well).
doctor-content-good = Nội dung: không có lỗi.
doctor-content-bad = Nội dung: { $count } lỗi. Chạy lệnh check để xem.
doctor-office-good = Cơ quan: { $name }.
doctor-office-missing = Cơ quan: còn thiếu { $names } trong office.toml; chưa thể phục vụ bà con.
doctor-database-good = Dữ liệu: đọc được, { $count } đăng ký.
doctor-database-bad = Dữ liệu: không đọc được ({ $reason }). Xem lại BOT_DATABASE_URL và BOT_DATA_DIR.
doctor-database-none = Dữ liệu: chưa có tệp { $file }; lần chạy đầu tiên sẽ tạo.
doctor-disk = Đĩa: còn trống { $free } MB (cần ít nhất 500 MB để nhận ảnh).
doctor-copy = Bản sao hằng đêm: mới nhất cách đây { $hours } giờ (không nên quá 36 giờ).
doctor-no-copy = Bản sao hằng đêm: chưa có bản nào trong { $folder }; chương trình tự sao khi chạy (serve).
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
help-questions = xuất các câu người dân hỏi mà bot chưa trả lời được, không ghi ai hỏi (questions not answered yet).
help-registrations = xuất danh sách đăng ký ra Excel hoặc CSV (all registrations as a spreadsheet).
help-out = tệp sẽ ghi, đuôi .xlsx hoặc .csv (the file to write).
help-status = chỉ những đăng ký ở trạng thái này; draft là bản nháp (only this status).
help-commune = chỉ xã này: mã hoặc tên (only this commune).
help-since = chỉ từ ngày này, ví dụ 2026-11-01 hoặc 01/11/2026 (only since this day).
help-staff = người dùng trang cán bộ (users of the staff's pages).
help-staff-add = thêm người, in ra đường dẫn đăng nhập dùng một lần (a one-time log-in link).
help-staff-commune = xã mà cán bộ xã được xem; dùng nhiều lần nếu có nhiều xã (an officer's commune).

export-suffix = { $file }: tên tệp phải có đuôi .xlsx hoặc .csv.
exported-questions = Đã ghi { $count } câu hỏi vào { $file }.
questions-title = Câu hỏi chưa trả lời
questions-text = Câu hỏi (đã che thông tin riêng)
questions-times = Số lần
questions-first = Lần đầu
questions-last = Lần cuối
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

help-zalo = việc của Zalo Official Account (Zalo Official Account).
help-zalo-grant = in đường dẫn để quản trị viên OA cấp quyền cho bot (a link to grant access by).
help-zalo-retry = thử lại một lần với mã refresh đang lưu (try the stored refresh token once more).
zalo-oa-off = Zalo OA: chưa đặt BOT_ZALO_OA_ID.
zalo-no-public-url = Cần BOT_PUBLIC_URL: địa chỉ https của bot, đã xác thực với Zalo, để Zalo gửi quyền về.
zalo-no-key = Cần BOT_SECRET_KEY (ít nhất 32 ký tự ngẫu nhiên) để cất mã Zalo trong PostgreSQL.
zalo-wrong-key = BOT_SECRET_KEY không mở được mã Zalo đang lưu. Đặt lại khoá cũ (hoặc cũ,mới), hay chạy: python -m bot zalo grant.
zalo-grant-fields = Trong developers.zalo.me, mục Official Account → Thiết lập chung, ô Callback URL phải đúng là: { $callback }
zalo-grant-challenge = và ô Code challenge là: { $challenge }
zalo-grant-link = Quản trị viên OA mở đường dẫn này trong 30 phút, khi bot đang chạy, rồi bấm đồng ý:
zalo-retried = Bot sẽ thử mã refresh đang lưu thêm một lần. Xem kết quả: python -m bot doctor.
zalo-nothing-to-retry = Không có gì để thử lại. Chạy: python -m bot zalo grant.
zalo-callback-done = Xong. Bot đã được cấp quyền và bắt đầu dùng Zalo OA. Có thể đóng trang này.
zalo-callback-strange = Zalo không gửi kèm quyền nào. Nếu vừa bấm từ chối, hãy mở lại đường dẫn và bấm đồng ý.
zalo-callback-other = Quyền này của một Official Account khác, không phải OA trong cài đặt (BOT_ZALO_OA_ID). Chưa thay đổi gì.
zalo-callback-old = Đường dẫn đã dùng rồi hoặc quá 30 phút. Chạy lại lệnh python -m bot zalo grant và mở đường dẫn mới.
zalo-callback-denied = Zalo không cấp mã (lỗi { $code }). Xem lại BOT_ZALO_APP_ID, BOT_ZALO_APP_SECRET, Callback URL và Code challenge, rồi chạy lại lệnh python -m bot zalo grant.
zalo-callback-lost = Không nhận được trả lời của Zalo. Chạy lại lệnh python -m bot zalo grant và mở đường dẫn mới.

zalo-bot-off = Zalo Bot: tắt (chưa đặt BOT_ZALO_BOT_TOKEN).
doctor-zalo-address = Zalo OA: Zalo gửi tin tới { $url }/zalo/webhook.
doctor-zalo-no-address = Zalo OA: chưa có địa chỉ để Zalo gửi tin tới. Đặt BOT_PUBLIC_URL là địa chỉ https của bot.
doctor-zalo-no-oa-secret = Zalo OA: chưa đặt BOT_ZALO_OA_SECRET_KEY (“OA Secret Key” ở trang Webhook, không phải App Secret); mọi tin Zalo gửi tới đều bị từ chối.
doctor-zalo-no-proof = Zalo OA: nếu Zalo đòi xác thực tên miền bằng tệp, đặt BOT_ZALO_SITE_PROOF (mã, hoặc nội dung tệp zalo_verifier….html).
doctor-zalo-terms = Zalo OA: bảng giá và hạn mức chưa dùng được: { $reason }
doctor-zalo-package = Zalo OA: gói { $name }: { $minute } tin mỗi phút, { $month } tin ngoài 48 giờ mỗi tháng, thêm thì { $price } đồng một tin.
doctor-zalo-package-unknown = Zalo OA: không có gói “{ $name }” (BOT_ZALO_PACKAGE). Có: { $known }.
doctor-zalo-package-closed = Zalo OA: gói { $name } không mở OpenAPI, bot không gửi tin được. Nâng gói rồi sửa BOT_ZALO_PACKAGE.
doctor-zalo-own-key = Zalo OA: mã được cất bằng khoá secret.key trong { $folder }; tệp này không có trong bản sao lưu, hãy giữ riêng, hoặc đặt BOT_SECRET_KEY.
doctor-zalo-no-grant = Zalo OA: chưa được cấp quyền. Chạy: python -m bot zalo grant, hoặc lấy refresh token ở API Explorer và đặt BOT_ZALO_REFRESH_TOKEN.
doctor-zalo-pasted = Zalo OA: sẽ dùng BOT_ZALO_REFRESH_TOKEN ở lần chạy tới.
doctor-zalo-granted = Zalo OA: đã được cấp quyền; mã hiện tại dùng được tới { $time }, bot tự đổi trước lúc đó.
doctor-zalo-dead = Zalo OA: quyền đã hết ({ $reason }); bot ngừng gửi. Chạy: python -m bot zalo grant. Nếu chỉ là mất trả lời (“no answer twice”), thử trước: python -m bot zalo retry.
doctor-zalo-ambiguous = Zalo OA: chưa biết Zalo đã đổi mã hay chưa ({ $reason }); bot tạm ngừng gửi và tự thử lại một lần sau vài giây. Chạy lại lệnh này sau một phút.
doctor-zalo-refused = Zalo OA: lần đổi mã gần nhất không xong ({ $reason }); bot sẽ thử lại. Xem lại mạng, BOT_HTTP_PROXY, và ứng dụng ở developers.zalo.me có đang bật không.
doctor-zalo-ends = Zalo OA: quyền sẽ hết lúc { $time }. Cho bot chạy để tự gia hạn, hoặc chạy: python -m bot zalo grant.
doctor-zalo-seen = Zalo OA: nói chuyện được, là “{ $name }”, gói { $package }.
doctor-zalo-silent = Zalo OA: không nói chuyện được ({ $reason }). Xem lại mạng và BOT_HTTP_PROXY.
doctor-zalo-error = Zalo OA: Zalo báo lỗi { $code } với mã đang lưu. -216, -220: bot sẽ tự đổi mã; -204, -209, -212, -219, -221, -224: xem lại OA, ứng dụng và gói ở trang quản lý của Zalo; -242: xem lại BOT_ZALO_APP_SECRET.
doctor-zalo-other = Zalo OA: quyền đang lưu là của “{ $name }” ({ $id }), không phải của BOT_ZALO_OA_ID.
doctor-zalo-bot-good = Zalo Bot: nói chuyện được, bot là { $name }.
doctor-zalo-bot-bad = Zalo Bot: không nói chuyện được ({ $reason }). Xem lại BOT_ZALO_BOT_TOKEN, mạng và BOT_HTTP_PROXY.
doctor-zalo-bot-polling = Zalo Bot: hỏi tin mới liên tục (polling). Cách này có thể mất một tin khi mạng đứt giữa chừng, chỉ nên dùng để thử; khi chạy thật đặt BOT_ZALO_BOT_MODE=webhook.
doctor-zalo-bot-webhook = Zalo Bot: tin được gửi tới webhook của ta.
doctor-zalo-bot-no-webhook = Zalo Bot: chưa đặt webhook. Đặt BOT_PUBLIC_URL rồi chạy lại, hoặc dùng BOT_ZALO_BOT_MODE=polling.

help-notice = tin thông báo: soạn, xem trước, gửi, theo dõi (announcements).
help-notice-create = tạo bản nháp từ tệp TOML, in ra “notice ID” (a draft from a file).
help-notice-plan = ai nhận được lúc này, ai không và vì sao, mất bao lâu (who would get it).
help-notice-send = gửi ngay, hoặc từ giờ đã hẹn (send now, or at a time).
help-notice-at = giờ Việt Nam, ví dụ “2026-11-23 08:00” hoặc “23/11/2026 08:00” (Vietnam time).
help-notice-wait = ở lại xem đến khi gửi xong (watch until it is over).
help-notice-test = gửi thử cho một người, thành một tin riêng (to one person, as a notice of its own).
help-notice-to = mã đăng ký của người nhận thử; người ấy phải đã đồng ý nhận tin (whose registration).
help-notice-pause = tạm dừng (pause).
help-notice-resume = gửi tiếp (go on).
help-notice-cancel = huỷ phần chưa gửi (cancel what is not sent).
help-notice-retry = gửi lại cho những người gửi hỏng; --unknown: những người không rõ đã nhận chưa (once more).
help-notice-unknown = gửi lại cho người không rõ đã nhận chưa; có thể nhận hai lần (may get it twice).
help-notice-report = kết quả; --out: ghi thêm tệp CSV, mỗi người một dòng (how many got it).
help-notice-out = tệp CSV sẽ ghi (the file to write).
help-notice-list = các tin gần đây (the latest notices).
notice-mistakes = { $file } chưa dùng được:
notice-no-room = Đĩa gần đầy nên chưa cất được ảnh của tin; dọn bớt rồi làm lại.
no-such-notice = Không có tin số { $number }.
notice-not-now = Tin này đang ở bước “{ $status }” nên không làm được việc đó.
notice-scheduled = Tin sẽ được gửi từ { $at }, khi chương trình đang chạy (serve).
notice-test = Gửi thử cho người có đăng ký { $code }, nếu người ấy đã đồng ý nhận tin. Xem kết quả bằng report.
notice-paused = Đã tạm dừng. Gửi tiếp: notice resume.
notice-resumed = Gửi tiếp.
notice-cancelled = Đã huỷ phần chưa gửi.
notice-again = Gửi lại cho { $count } người.
notice-progress = Đã xử lý { $over }/{ $of }
notice-report-file = Đã ghi { $file }.
notice-reason-late = quá giờ hẹn khi chương trình không chạy; muốn gửi thì resume
notice-reason-errors = hỏng quá nhiều nên tự dừng; xem report rồi resume
notice-plan = { $account }: chọn { $chosen }, chưa đồng ý nhận tin { $without-consent }, không liên lạc được { $unreachable }, đã tính ở kênh khác của cùng người { $same-person }, kênh không cho gửi lúc này { $outside }, nhận được ngay { $now } (khoảng { $minutes } phút).
notice-plan-paid = Trong đó { $paid } tin có thể mất phí, nhiều nhất { $most } đồng.
notice-plan-sum = Nhận được ngay: { $now } người.
no-such-moment = Không hiểu giờ “{ $typed }”. Viết như “2026-11-23 08:00” hoặc “23/11/2026 08:00”.

help-activity = lớp tập huấn, hội chợ: tạo, báo tin, danh sách, điểm danh (training courses and fairs).
help-activity-create = tạo từ tệp TOML, in ra “activity ID” (an activity from a file).
help-activity-list = các lớp, hội chợ gần đây và số chỗ đã giữ (the latest ones).
help-activity-announce = soạn tin mời, in ra “notice ID”; rồi dùng notice plan, notice send (the draft of its notice).
help-activity-seats = danh sách người dự: XLSX để in và ký, CSV để điền (who comes).
help-activity-letters = giấy mời từng người, một tệp HTML để in (letters of invitation).
help-activity-checkin = điểm danh một người theo mã giữ chỗ (somebody has come).
help-activity-attended = ghi ai có mặt, từ tệp CSV của lệnh seats đã điền cột cuối (who was there).
help-activity-confirm = xác nhận chỗ giúp người trả lời qua điện thoại (a seat confirmed by phone).
help-activity-giveup = bỏ chỗ giúp người trả lời qua điện thoại; chỗ sang người chờ tiếp (given up by phone).
help-activity-cancel = huỷ lớp, hội chợ; người đã giữ chỗ được báo (call it off).
activity-mistakes = { $file } chưa dùng được:
no-such-activity = Không có lớp hay hội chợ số { $number }.
activity-listed = { $taken }/{ $seats } chỗ đã giữ, { $waiting } người chờ
activity-off = đã huỷ
activity-off-already = Lớp, hội chợ này đã huỷ từ trước.
activity-cancelled = Đã huỷ. Người đã giữ chỗ được báo trong giờ ban ngày, khi chương trình đang chạy (serve).
activity-seats = Đã ghi { $count } người vào { $file }.
activity-no-such-code = Không có mã giữ chỗ { $code } trong danh sách này.
activity-waits = { $name } đang ở danh sách chờ, thứ { $line }; chưa có chỗ.
activity-came = Đã điểm danh: { $name }.
activity-came-already = { $name } đã điểm danh lúc { $at }.
activity-attended = Đã ghi: { $came } người có mặt, { $missed } người vắng.
activity-nothing-offered = Mã { $code } không có chỗ nào chờ xác nhận.
activity-confirmed = Đã xác nhận.
activity-given-up = Đã bỏ chỗ; người chờ tiếp theo được mời.
attended-mistakes = { $file } chưa dùng được, chưa ghi gì:
attended-encoding = Tệp không phải UTF-8. Trong Excel, lưu dạng “CSV UTF-8”.
attended-column = Thiếu cột “{ $name }”. Dùng tệp CSV của lệnh “activity seats”.
attended-code = dòng { $line }: không có mã giữ chỗ “{ $code }” trong danh sách này
attended-mark = dòng { $line }: không hiểu “{ $said }”; ghi x (có mặt) hoặc - (vắng)
help-claim = ghi danh làm hộ mà bà con xin nhận về (what helpers made and producers claim).
help-claim-list = những yêu cầu đang chờ (the claims that wait).
help-claim-confirm = xác nhận: ghi danh về máy của bà con, hai bên được báo (hand it over).
help-claim-refuse = từ chối, người xin được báo (refuse, and say so).
claim-line = { $number } · mã { $code } · số đã ghi { $phone } · xin lúc { $at }
claim-none = Không có yêu cầu nào đang chờ.
claim-missing = Không có yêu cầu số { $number } đang chờ, hoặc ghi danh ấy không còn chuyển được.
claim-confirmed = Đã xác nhận yêu cầu { $number }. Hai bên sẽ được báo.
claim-refused = Đã từ chối yêu cầu { $number }. Người xin sẽ được báo.

help-slip = phiếu đồng ý cho ghi danh hộ, mười người một tờ A4, để in (the consent slip).
help-slip-out = tệp sẽ ghi ra; mở bằng trình duyệt rồi in hoặc lưu thành PDF (the file to write).
slip-suffix = { $file }: phiếu là một trang .html; mở bằng trình duyệt rồi in, hoặc lưu thành PDF.
slip-missing = chưa in phiếu được: thiếu { $what } trong office.toml, mà bà con ký là ký về những điều ấy.
slip-written = Đã ghi { $file }. Mở bằng trình duyệt và in ra giấy A4.

help-dossier = hồ sơ của một đăng ký: phiếu, thuyết minh (Word, PDF), ảnh, giấy tờ, danh mục (the papers of one registration).
help-dossier-out = thư mục sẽ tạo; nếu đã có thì phải trống (the folder to make).
dossier-no-code = “{ $code }” không phải mã đăng ký (mã như 482-157-3). Xem lại từng chữ số.
dossier-no-such = Không có đăng ký mã { $code }.
dossier-waits = Đăng ký { $code } đang chờ bà con đồng ý: chưa làm hồ sơ được.
dossier-erased = Thông tin của đăng ký { $code } đã xoá theo yêu cầu.
dossier-occupied = Thư mục { $folder } đã có tệp. Chọn thư mục mới, để hồ sơ không lẫn nhau.
dossier-bad-form = Một mẫu Word trong thư mục papers của nội dung không dùng được: { $reason }
dossier-written = Đã ghi hồ sơ { $code } vào { $folder }.
dossier-lacking = Còn thiếu { $count } mục; xem danh mục trong thư mục ấy. Hồ sơ chưa nộp cho cơ quan nào.
dossier-unmarked-name = Tên gõ chưa có dấu, hỏi lại trước khi in: { $name }
