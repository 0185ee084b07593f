level-commune = cấp xã
    .opens = Vào từ cấp xã.
section-contact = Liên hệ
section-product = Sản phẩm
