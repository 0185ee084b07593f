### Phiếu đồng ý bằng giấy, mười người một tờ: in ra, ký, chụp gửi.

slip-title = Phiếu đồng ý cho ghi danh hộ
slip-helper = Người ghi hộ (họ tên, nơi làm việc, chữ ký): ………………………………………………………………… Ngày ……/……/………
slip-said = Khi ghi danh, trợ lý tự động của Sở (xưng "em") nói với bà con thế này:
slip-agree = Tôi đã đọc, hoặc đã nghe đọc, lời trên. Tôi đồng ý. Mỗi người tự ký vào dòng của mình; ai không đồng ý thì để trống.
slip-number = Số
slip-name = Họ và tên
slip-phone = Số điện thoại
slip-maker = Cơ sở, sản phẩm
slip-commune = Xã, phường
slip-signature = Chữ ký
slip-day = Ngày ký
slip-after = Ký xong, người ghi hộ chụp rõ cả tờ và gửi khi ghi danh cho từng người, rồi nộp tờ giấy về { $office }. Không chụp kèm căn cước. Ai đổi ý thì gọi { $phone }.
slip-version = Bản lời đồng ý: { $version }
