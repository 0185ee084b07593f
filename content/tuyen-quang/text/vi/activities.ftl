### Lớp tập huấn, hội chợ: đang mở những gì, giữ chỗ, đổi, bỏ, và lời nhắc.

activities = Các lớp tập huấn, hội chợ đang nhận giữ chỗ:
activities-line = • { $title }: { $when }
activities-none = Hiện em chưa thấy lớp tập huấn hay hội chợ nào đang nhận giữ chỗ. Muốn được báo khi có, anh/chị bấm "Chọn tin muốn nhận", hoặc gọi { $phone } để hỏi.
activities-option-activities = Lớp, hội chợ đang mở
activities-option-seats = Chỗ của tôi
activities-option-topics = Chọn tin muốn nhận
activities-option-calendar = Ghi vào lịch

activity-detail =
    { $title }
    Thời gian: { $when }
    Nơi: { $place }
    { $description }

    { $room } Nhận giữ chỗ đến { $deadline }.
activity-option-take = Giữ chỗ cho tôi
activity-over = Dạ, lớp hoặc hội chợ này không còn nhận giữ chỗ ạ.
activity-free = Hiện còn chỗ.
activity-few = Hiện còn { $left } chỗ.
activity-full = Hiện đã hết chỗ; anh/chị ghi tên chờ được, có chỗ trống em báo theo thứ tự.
activity-closed = Đã hết hạn giữ chỗ.
activity-when = { $begins }, đến { $ends }
activity-when-days = từ { $begins } đến { $ends }
activity-moment = { $clock } { $weekday } { $day }
activity-clock = { $hour } giờ { $minute }
activity-calendar = Anh/chị mở đường dẫn này, máy sẽ hỏi để ghi { $title } vào lịch: { $link }
activity-calendar-words =
    Anh/chị ghi vào lịch giúp em:
    { $title }
    { $when }
    { $place }
weekday-1 = thứ Hai
weekday-2 = thứ Ba
weekday-3 = thứ Tư
weekday-4 = thứ Năm
weekday-5 = thứ Sáu
weekday-6 = thứ Bảy
weekday-7 = Chủ nhật

activity-notice = { $office } mời anh/chị dự { $title }: { $when }, tại { $place }. { $description } Lúc gửi tin còn { $left } chỗ, nhận giữ chỗ đến { $deadline }.
activity-notice-full = { $office } mời anh/chị dự { $title }: { $when }, tại { $place }. { $description } Lúc gửi tin đã hết chỗ; anh/chị ghi tên chờ được, đến { $deadline }.
activity-notice-button = Giữ chỗ

seats = Chỗ anh/chị đã giữ trên máy này:
seats-line = • { $title }: { $name }, { $standing }
seats-none = Anh/chị chưa giữ chỗ nào ạ.
seat-detail =
    { $title }
    Thời gian: { $when }
    Nơi: { $place }
    Người dự: { $name } ({ $standing })
    Mã giữ chỗ: { $code }
seat-ticket = Vé có mã QR để điểm danh: { $link }
seat-standing-held = đã giữ chỗ
seat-standing-offered = có chỗ, chờ anh/chị xác nhận
seat-standing-offered-until = có chỗ, chờ anh/chị xác nhận trước { $until }
seat-standing-waiting = đang chờ, thứ { $line }
seat-option-keep = Xác nhận, tôi đến dự
seat-option-name = Đổi người đi dự
seat-option-leave = Bỏ chỗ này
seat-option-more = Giữ chỗ cho người nữa
seat-leave = Anh/chị bỏ chỗ này ạ? Chỗ sẽ dành cho người đang chờ.
seat-leave-yes = Bỏ chỗ
seat-leave-no = Không, tôi giữ
seat-leave-done = Dạ, em đã bỏ chỗ ấy. Cảm ơn anh/chị đã báo sớm để người khác có chỗ.
seat-leave-gone = Chỗ này không còn trong danh sách ạ.
seat-name-done = Dạ, em đã đổi tên người đi dự.
seat-name-gone = Chỗ này không còn trong danh sách ạ.
seat-keep-done = Dạ, em đã xác nhận. Hẹn gặp anh/chị.
seat-keep-gone = Dạ, hiện không có chỗ nào chờ anh/chị xác nhận.
seat-look-gone = Chỗ này không còn trong danh sách ạ.

seat-known-name = Em xin tên người đi dự. Tên em đang có đây ạ.
seat-known-phone = Số để báo khi có thay đổi. Số em đang có đây ạ.
seat-not-taken = Dạ, em chưa giữ chỗ nào.
seat-refused = Dạ được ạ, em không giữ chỗ và không giữ thêm gì của anh/chị. Muốn giữ chỗ bằng cách khác, anh/chị gọi { $phone } ({ $hours }).
seat-taken-held =
    Em đã giữ chỗ cho { $name }, mã { $code }.
    { $title }
    { $when }
    { $place }
    Có thay đổi, anh/chị nhắn "chỗ của tôi", hoặc gọi { $phone }.
seat-taken-waiting = { $title } hiện đã hết chỗ. Em ghi { $name } vào danh sách chờ, thứ { $line }, mã { $code }. Có người nhường chỗ thì đến lượt theo thứ tự; muốn hỏi, anh/chị gọi { $phone }.
seat-taken-closed = { $title } không còn nhận giữ chỗ ạ. Muốn hỏi thêm, anh/chị gọi { $phone } ({ $hours }).
seat-taken-full-hands = Máy này đã giữ nhiều chỗ cho { $title }. Đông người hơn, anh/chị gọi { $phone } ({ $hours }) để cán bộ ghi giúp.
seat-taken-already = { $name } đã có tên ở { $title } rồi ạ, mã { $code }.
seat-taken-gone = { $title } không còn nhận giữ chỗ ạ. Muốn hỏi thêm, anh/chị gọi { $phone } ({ $hours }).

seat-news-offer = { $title } ({ $when }) vừa có chỗ cho { $name }, mã { $code }. Anh/chị nhắn "xác nhận chỗ" trước { $until } để nhận; không đi được thì nhắn "chỗ của tôi" để nhường. Hoặc gọi { $phone }.
seat-news-week = Em nhắc trước: { $title }, { $when }, tại { $place }. Mã giữ chỗ { $code }. Không đi được, anh/chị nhắn "chỗ của tôi" để nhường chỗ nhé.
seat-news-day = Sắp đến ngày rồi ạ: { $title }, { $when }, tại { $place }. Anh/chị nhớ mã giữ chỗ { $code } để điểm danh. Không đi được, anh/chị nhắn "chỗ của tôi".
seat-news-cancelled = Em báo tin: { $title } ({ $when }) không tổ chức như đã hẹn nữa. Chỗ mã { $code } không còn hiệu lực. Muốn hỏi, anh/chị gọi { $phone } ({ $hours }).
seat-news-changed = Em báo thay đổi: { $title } nay là { $when }, tại { $place }. Chỗ mã { $code } vẫn giữ cho anh/chị. Không đi được, anh/chị nhắn "chỗ của tôi" để nhường chỗ, hoặc gọi { $phone }.
seat-news-released = Chưa thấy anh/chị xác nhận nên chỗ mã { $code } ở { $title } đã dành cho người chờ tiếp. Muốn ghi tên lại, anh/chị nhắn "lớp tập huấn", hoặc gọi { $phone }.
seat-news-call = Chưa xác nhận chỗ ở { $title }, mã { $code }: gọi hỏi có đến không. Chỗ chỉ chuyển cho người chờ sau { $until }.

### Danh sách điểm danh, in ra giấy.

attendance-title = Danh sách điểm danh
attendance-number = STT
attendance-name = Họ và tên
attendance-producer = Cơ sở
attendance-commune = Xã, phường
attendance-phone = Điện thoại
attendance-signed = Ký nhận
attendance-code = Mã giữ chỗ
attendance-standing = Tình trạng
attendance-there = Có mặt
attendance-standing-held = đã giữ chỗ
attendance-standing-offered = chờ xác nhận
attendance-standing-waiting = chờ chỗ, thứ { $line }
attendance-head = { $title }. { $when }, tại { $place }

### Giấy mời, in ra giấy.

letter-title = GIẤY MỜI
letter-dear = Kính gửi: { $name }
letter-body = { $office } trân trọng kính mời dự { $title }. Thời gian: { $when }. Địa điểm: { $place }.
letter-code = Khi đến, xin cho biết mã giữ chỗ: { $code }. Có thay đổi, xin gọi { $phone }.
letter-signed = { $office }

### Vé

ticket-about =
    { $name }
    { $when }
    { $place }
