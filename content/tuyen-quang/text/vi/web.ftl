# Chữ của chính trang web; lời trợ lý nói trong trang nằm ở các tệp khác.

web-title = Trợ lý tự động
web-office = Sở Công Thương Tuyên Quang
web-description = Hỏi về bình chọn sản phẩm công nghiệp nông thôn tiêu biểu, ghi danh sản phẩm, xem lớp tập huấn và hội chợ.
web-skip = Tới ô nhắn tin
web-log = Cuộc nói chuyện
web-field = Tin nhắn của anh/chị
web-placeholder = Nhắn ở đây
web-send = Gửi
web-attach = Gửi ảnh hoặc giấy tờ PDF
web-menu = Menu
web-call = Gọi cán bộ
web-language-vi = Tiếng Việt
web-language-en = English
web-down = Xem tiếp ↓
web-noscript = Trình duyệt này đang tắt JavaScript nên chưa nói chuyện ở đây được. Anh/chị bật lên, hoặc gọi cho Sở giúp em:

# Khi máy còn người khác dùng
web-end = Máy dùng chung: kết thúc
web-end-title = Kết thúc trên máy này?
web-end-why = Máy này sẽ quên cuộc nói chuyện, người dùng sau không xem được. Phần đã ghi danh thì Sở vẫn giữ. Muốn làm tiếp phần dở, anh/chị nhờ cán bộ giúp.
web-end-unsent = Còn tin chưa gửi đi. Kết thúc bây giờ thì tin đó mất.
web-end-yes = Kết thúc
web-end-no = Ở lại
web-over-title = Đã kết thúc
web-over-why = Máy này không còn giữ gì của cuộc nói chuyện.
web-over-again = Nói chuyện mới

# Tên gọi và trạng thái hiện trong trang
web-assistant = Trợ lý
web-me = Tôi
web-staff = Cán bộ
web-photo = Ảnh
web-paper = Giấy tờ
web-recording = Nghe đọc câu này
web-today = Hôm nay
web-sending = Đang gửi…
web-waiting = Chờ có mạng để gửi
web-connecting = Đang nối lại…
web-offline = Đang mất mạng. Anh/chị cứ nhắn, có mạng em gửi ngay.
web-no-cookie = Trình duyệt đang chặn cookie nên em không giữ được cuộc nói chuyện. Anh/chị cho phép cookie rồi mở lại trang này.

# Vì sao một tin hay một tệp không nhận được
web-too-long = Tin này dài quá, anh/chị chia làm hai tin giúp em.
web-too-big = Tệp này lớn quá (hơn 10 MB). Anh/chị gửi ảnh khác nhỏ hơn giúp em.
web-heic = Ảnh này ở dạng HEIC của iPhone, em chưa mở được. Anh/chị chụp màn hình tấm ảnh rồi gửi ảnh chụp ấy.
web-unreadable = Ảnh này em không mở được, có thể bị hỏng. Anh/chị chụp lại hoặc chọn ảnh khác giúp em.
web-not-accepted = Em chỉ nhận ảnh (JPG, PNG) hoặc tệp PDF. Anh/chị chụp ảnh giấy tờ rồi gửi cũng được.
web-no-room = Máy của Sở đang hết chỗ để ảnh. Anh/chị cứ nhắn tiếp bằng chữ, ảnh gửi sau giúp em.
