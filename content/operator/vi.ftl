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
