### Tin tóm tắt cho cán bộ: chỉ có con số và đường dẫn.

digest-subject = Việc đang chờ cán bộ
digest = Chào anh/chị. Lúc này đang có:
digest-link = Mở hộp thư: { $link }
colleague-linked = Dạ, từ nay em nhắn tin tóm tắt cho cán bộ { $name } ở đây, sáng và đầu giờ chiều. Muốn thôi, anh/chị tắt ở trang cán bộ.
colleague-unknown = Mã này không dùng được, hoặc đã quá 30 phút. Anh/chị lấy mã mới ở trang cán bộ, mục Hộp thư.

digest-title = Tin tóm tắt
digest-why = Mỗi ngày làm việc, em báo có bao nhiêu việc đang chờ, kèm đường dẫn; không có tên hay số điện thoại của bà con. Không có việc gì thì không báo.
digest-parts = Báo lúc nào
digest-morning = Buổi sáng, 7 giờ 30
digest-midday = Đầu giờ chiều, 13 giờ
digest-email = Gửi vào e-mail
digest-email-hint = Để trống nếu không nhận qua e-mail.
digest-email-off = Máy chủ thư chưa được cài, nên chưa gửi e-mail được.
digest-email-wrong = Nhập địa chỉ e-mail dạng ten@noilam.vn, hoặc để trống.
digest-keep = Lưu
digest-kept = Đã lưu.
digest-chat = Nhắn vào cuộc trò chuyện của tôi
digest-chat-on = Đang nhắn vào cuộc trò chuyện của anh/chị trên { $channel }.
digest-chat-off = Lấy mã, rồi nhắn mã đó cho trợ lý từ máy của anh/chị. Mã dùng một lần, trong 30 phút.
digest-code = Lấy mã
digest-code-is = Nhắn cho trợ lý: NV { $code }
digest-forget = Thôi nhắn vào đó
