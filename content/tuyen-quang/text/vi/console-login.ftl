# Vào trang cán bộ: mật khẩu, mã xác nhận, tài khoản của mình.

login-invited = Chọn mật khẩu cho mình. Lần sau vào trang bằng tên "{ $name }" và mật khẩu này.
login-choose = Đặt mật khẩu rồi vào
login-password = Đặt mật khẩu ngay để lần sau vào bằng tên

enter-title = Vào trang cán bộ
enter-name = Họ và tên
enter-password = Mật khẩu
enter-code = Mã xác nhận
enter-code-hint = 6 chữ số trên điện thoại, hoặc một mã dự phòng. Chưa cài, hoặc máy này đã được nhớ, thì để trống.
enter-remember = Nhớ máy này 30 ngày, không hỏi mã xác nhận
enter-button = Vào trang
enter-wrong = Tên, mật khẩu hoặc mã xác nhận chưa đúng. Sai từ 5 lần thì mỗi lần phải chờ lâu hơn một chút.
enter-no-password = Chưa có mật khẩu, hoặc quên?
enter-ask = Nhờ người quản trị gửi một đường dẫn mời. Đường dẫn dùng một lần để đặt mật khẩu mới.

password-new = Mật khẩu mới
password-hint = Ít nhất 12 ký tự. Một câu dài dễ nhớ tốt hơn vài ký tự khó nhớ.
password-again = Gõ lại mật khẩu
password-short = Mật khẩu cần ít nhất { $shortest } ký tự.
password-long = Mật khẩu dài nhất { $longest } ký tự.
password-common = Nhiều người dùng mật khẩu này, người khác dễ đoán. Chọn một câu chỉ mình biết.
password-local = Mật khẩu chỉ gồm tên người, tên cơ quan hay tên địa phương thì dễ đoán. Thêm vài từ khác vào.
password-unlike = Hai lần gõ chưa giống nhau.

confirm-title = Gõ lại mật khẩu
confirm-why = Việc này quan trọng nên cần gõ lại mật khẩu. Những gì vừa gửi vẫn còn nguyên.
confirm-button = Làm tiếp
confirm-wrong = Mật khẩu chưa đúng. Sai nhiều lần thì phải chờ ít phút.
confirm-no-password = Việc này cần mật khẩu, mà tài khoản chưa có. Đặt mật khẩu rồi làm lại.

second-title = Mã xác nhận trên điện thoại
second-why = Ngoài mật khẩu, trang hỏi thêm một mã trên điện thoại, để người khác biết mật khẩu cũng không vào được.
second-app = Cài một ứng dụng tạo mã trên điện thoại, như Google Authenticator hoặc Microsoft Authenticator.
second-scan = Trong ứng dụng, chọn thêm tài khoản rồi quét hình dưới đây.
second-type = Gõ 6 chữ số mà ứng dụng đang hiện.
second-picture = Hình QR để ứng dụng tạo mã quét
second-by-hand = Không quét được thì gõ khoá này vào ứng dụng:
second-ask = Gõ mã xác nhận để vào tiếp.
second-code = Mã xác nhận
second-button = Xác nhận
second-wrong = Mã chưa đúng hoặc đã dùng rồi. Xem đồng hồ điện thoại có đúng giờ không, chờ mã mới rồi gõ lại.
second-no-key = Máy chủ chưa có khoá để giữ mã xác nhận. Nhờ người quản trị đặt BOT_SECRET_KEY.

recovery-title = Mã dự phòng
recovery-why = Chép các mã này ra giấy và cất kỹ. Mất điện thoại thì dùng một mã thay cho mã xác nhận; mỗi mã dùng một lần. Trang không hiện lại các mã này.
recovery-kept = Đã chép, vào trang

account-title = Tài khoản
account-password = Mật khẩu
account-has-password = Vào trang bằng tên "{ $name }" và mật khẩu. Đổi mật khẩu thì mọi máy khác phải vào lại.
account-no-password = Tài khoản chưa có mật khẩu. Đặt mật khẩu để vào trang bằng tên "{ $name }".
account-change = Đặt mật khẩu
account-password-set = Đã đặt mật khẩu mới. Các máy khác phải vào lại.
account-has-second = Đã cài. Còn { $left } mã dự phòng chưa dùng.
account-no-second = Chưa cài. Khi không mở trang ngay trên máy chủ, phải có mã này mới xem được đủ số điện thoại.
account-set-up = Cài mã xác nhận
account-other-phone = Đổi sang điện thoại khác
account-new-codes = Lấy mã dự phòng mới
account-devices = Máy được nhớ, không hỏi mã, từ: { $since }.
account-forget = Thôi nhớ mọi máy
account-forgotten = Từ nay máy nào cũng được hỏi mã xác nhận.
account-sessions = Đang vào ở đâu
account-last = Lần trước vào lúc { $at }, từ địa chỉ { $address }. Không phải anh/chị thì đổi mật khẩu và báo người quản trị.
account-first = Đây là lần đầu anh/chị vào trang.
account-since = Vào lúc
account-seen = Dùng lần cuối
account-address = Địa chỉ mạng
account-browser = Trình duyệt
account-act = Việc
account-here = Máy này
account-end = Kết thúc
account-ended = Đã kết thúc phiên làm việc đó.
