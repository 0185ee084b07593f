level-commune = cấp xã
section-contact = Liên hệ
section-product = Sản phẩm
