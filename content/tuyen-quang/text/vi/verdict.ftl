### Kết quả xem điều kiện: lời gợi ý, không phải quyết định.

verdict-intro = Em hỏi khoảng { $of } câu ngắn để xem sản phẩm có hợp không. Chưa cần tên hay số điện thoại.
verdict-ok = Theo lời anh/chị kể, sản phẩm có thể tham gia bình chọn.
verdict-warn = Theo lời anh/chị kể, sản phẩm có thể tham gia, nhưng nên bổ sung thêm:
verdict-staff = Trường hợp này cán bộ cần xem thêm rồi mới trả lời anh/chị được:
verdict-no = Dạ, với lời anh/chị kể thì lúc này sản phẩm chưa tham gia được:
verdict-redirect = Dạ, trường hợp này thuộc nơi khác ạ:
verdict-check = ✔ { $what }
verdict-because = – { $what } ({ $article })
verdict-hand-over = Anh/chị bấm "Nhờ cán bộ gọi" hoặc "Ghi danh" thì cán bộ mới biết mà trả lời; em chưa giữ tên, số của anh/chị.
verdict-advice = Đây là gợi ý của em; Hội đồng bình chọn mới là bên quyết định. Anh/chị muốn làm gì tiếp ạ?
verdict-sources = Em dựa vào các văn bản này:
verdict-source = – { $article }

verdict-option-register = Ghi danh
verdict-option-sources = Xem căn cứ
verdict-option-call = Nhờ cán bộ gọi
verdict-option-eligibility = Xem sản phẩm khác
verdict-option-home = Để sau
elsewhere-department = Nơi anh/chị cần hỏi là Sở Công Thương { $province } ạ.
elsewhere-department-merged = { $was } nay thuộc { $province }, nên nơi anh/chị cần hỏi là Sở Công Thương { $province } ạ.
