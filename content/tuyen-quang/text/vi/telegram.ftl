# Lời giới thiệu bot trên Telegram: trong cửa sổ trống (≤ 512 ký tự) và ở trang hồ sơ (≤ 120 ký tự).

telegram-description =
    Trợ lý tự động của { $office }.

    Em giúp bà con tìm hiểu chương trình bình chọn sản phẩm công nghiệp nông thôn tiêu biểu. Em giúp xem sản phẩm có hợp không, và ghi danh ngay trên điện thoại. Tham gia là tự nguyện.

    Bấm Bắt đầu để trò chuyện.
telegram-about = Tìm hiểu và ghi danh bình chọn sản phẩm công nghiệp nông thôn tiêu biểu.
