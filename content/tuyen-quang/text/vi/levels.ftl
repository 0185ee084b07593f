# Cấp bình chọn, các phần của hồ sơ, và tình trạng của một lần ghi danh.

level-commune = cấp xã
level-province = cấp tỉnh
level-region = cấp khu vực
level-nation = cấp quốc gia

section-contact = Liên hệ
section-establishment = Cơ sở
section-product = Sản phẩm
section-quality = Chất lượng
section-papers = Ảnh và giấy tờ

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
