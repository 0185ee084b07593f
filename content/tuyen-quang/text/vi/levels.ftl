# Cấp bình chọn (.opens: cấp mà giấy chứng nhận đang có mở ra), các phần của hồ sơ, và tình trạng của một lần ghi danh.

level-commune = cấp xã
    .opens = Sản phẩm vào từ cấp cơ sở (cấp xã); nơi không tổ chức cấp này thì có thể được đề nghị thẳng lên cấp tỉnh. Xã, phường của anh/chị thế nào, anh/chị hỏi cán bộ giúp em.
level-province = cấp tỉnh
    .opens = Cấp có thể đăng ký: cấp tỉnh, nộp kèm bản sao giấy chứng nhận còn hạn.
level-region = cấp khu vực
    .opens = Cấp có thể tham gia tiếp: cấp khu vực, do tỉnh đề nghị.
level-nation = cấp quốc gia
    .opens = Cấp có thể tham gia tiếp: cấp quốc gia, do cơ quan của Bộ Công Thương đề nghị.

section-contact = Liên hệ
section-establishment = Cơ sở
section-product = Sản phẩm
section-quality = Chất lượng
    .own = Chất lượng của cơ sở
section-papers = Ảnh và giấy tờ
    .own = Giấy tờ của cơ sở

status-draft = Đang ghi dở
status-interest = Đã ghi danh
status-collecting = Đang bổ sung thông tin
status-complete = Đã đủ thông tin
status-printed = Đã in phiếu, chờ ký và nộp
status-filed-commune = Đã nộp hồ sơ ở xã
status-sent-province = Hồ sơ đã chuyển lên tỉnh
status-judged = Hội đồng đã chấm
status-certified = Được cấp giấy chứng nhận
status-not-certified = Lần này chưa được chọn
status-withdrawn = Đã rút
