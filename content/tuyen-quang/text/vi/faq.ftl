# Câu hỏi hay gặp: trả lời ngắn, hỏi lúc nào cũng được; `.title` là chữ trên nút "anh/chị hỏi …".
# Chưa có văn bản chính thức thì nói là chưa có, và ai sẽ trả lời.

faq-what-is = Đây là chương trình của ngành Công Thương để chọn và tôn vinh hàng làm ra ở nông thôn: chất lượng tốt, bán được, còn phát triển được. Được chọn thì có giấy chứng nhận và được ưu tiên khi xét hỗ trợ.
    .title = Chương trình này là gì

faq-ocop = Hai chương trình khác nhau. Theo thông tin công bố, OCOP do ngành nông nghiệp lo và chấm sao. Chương trình này do ngành Công Thương lo, chỉ chọn hàng có sản xuất, chế biến. Một sản phẩm tham gia cả hai được ạ.
    .title = Khác OCOP thế nào

faq-who = Được tham gia: doanh nghiệp nhỏ và vừa, hợp tác xã, tổ hợp tác, hộ kinh doanh có đăng ký. Cơ sở phải trực tiếp làm ra sản phẩm trong tỉnh. Nghệ nhân tự đứng tên thì cán bộ Sở Công Thương sẽ xác nhận.
    .title = Ai được tham gia

faq-household = Dạ, hộ kinh doanh tham gia được, nếu đã có giấy đăng ký hộ kinh doanh. Hồ sơ cần bản sao hợp lệ (có chứng thực) của giấy đó.
    .title = Hộ kinh doanh có được không

faq-unregistered = Hồ sơ cần bản sao hợp lệ của giấy đăng ký kinh doanh, nên chưa có giấy thì chưa nộp hồ sơ được. Đăng ký ở đâu, cần gì, cán bộ sẽ hướng dẫn; anh/chị nhắn "gọi lại" để cán bộ gọi.
    .title = Chưa đăng ký kinh doanh

faq-products = Tham gia được: hàng thủ công, nông lâm thủy sản đã chế biến và thực phẩm, máy móc và dụng cụ cơ khí, cùng các hàng sản xuất khác. Hàng tươi chưa chế biến và dịch vụ thì không thuộc chương trình này.
    .title = Sản phẩm nào được tham gia

faq-groups = Có bốn nhóm: thủ công mỹ nghệ; chế biến nông, lâm, thủy sản và thực phẩm; thiết bị, máy móc, dụng cụ cơ khí; các sản phẩm khác. Khi ghi danh em hỏi nhóm, chưa chắc thì cán bộ xem lại giúp.
    .title = Có mấy nhóm sản phẩm

faq-how-many = Dạ không giới hạn: một cơ sở ghi danh một hay nhiều sản phẩm đều được. Em ghi từng sản phẩm một.
    .title = Được đăng ký mấy sản phẩm

faq-sets = Bộ là nhiều món do cùng cơ sở làm ra, theo một trong ba kiểu: cùng mẫu, cùng công dụng, khác nguyên liệu; khác mẫu, cùng công dụng, một nguyên liệu; hoặc khác nhau mà ghép lại dùng được nhiều hơn.
    .title = Thế nào là một bộ

faq-fee = Trong quy định em đọc không có khoản phí tham gia nào; anh/chị tự lo ảnh, sao giấy, gửi mẫu. Ai đòi phí, anh/chị báo Sở giúp em.
    .title = Có mất tiền không

faq-dossier = Hồ sơ một bộ: phiếu đăng ký; bản sao hợp lệ giấy đăng ký kinh doanh; bản thuyết minh sản phẩm; 3 ảnh màu; giấy chất lượng, an toàn thực phẩm, bằng khen nếu có. Lên cấp trên thì thêm giấy cấp dưới còn hạn, trừ khi dưới không tổ chức.
    .title = Hồ sơ gồm gì

faq-photos = Cần 3 ảnh màu cỡ từ 10 × 15 cm: mặt trước, bên cạnh, từ trên xuống. Chụp điện thoại được, nếu ảnh rõ, sáng, nền trơn.
    .title = Chụp ảnh thế nào

faq-forms = Anh/chị không phải tự nghĩ mẫu đơn: em hỏi từng câu rồi giữ lại để ghi vào phiếu; bản giấy thì anh/chị xem lại, ký rồi nộp. Mẫu giấy đang dùng do cán bộ Sở Công Thương đưa.
    .title = Xin mẫu đơn, mẫu phiếu

faq-where = Nơi nộp ghi trong kế hoạch của từng kỳ. Theo thông tin công bố, từ 1/7/2025 không còn cấp huyện, có tỉnh nhận ở UBND xã, phường; ở Tuyên Quang thì cán bộ Sở Công Thương sẽ xác nhận. Nhắn ở đây là ghi danh, chưa phải nộp hồ sơ.
    .title = Nộp hồ sơ ở đâu

faq-deadline = Hạn nộp ghi trong kế hoạch của từng kỳ ạ.
    .title = Hạn nộp là ngày nào

faq-how-often = Cấp cơ sở và cấp tỉnh theo quy định hai năm một lần; năm cụ thể do kế hoạch của tỉnh.
    .title = Mấy năm tổ chức một lần

faq-levels = Từ cấp cơ sở (theo thông tin công bố, nay là xã) lên tỉnh, khu vực phía Bắc rồi quốc gia. Muốn lên cấp trên, sản phẩm cần giấy cấp dưới còn hạn.
    .title = Bình chọn có mấy cấp

faq-no-round = Nơi không tổ chức cấp cơ sở thì UBND cấp dưới vẫn xem xét hồ sơ và có thể đề nghị thẳng lên tỉnh ạ.
    .title = Xã không tổ chức thì sao

faq-scoring = Hội đồng chấm theo thang 100. Theo thông tin công bố: thị trường và khả năng phát triển 40; kinh tế, kỹ thuật, xã hội, môi trường 40; văn hóa, thẩm mỹ 10; tiêu chí khác 10. Bình quân từ 70 điểm mới được xét.
    .title = Chấm điểm thế nào

faq-pass-mark = Dạ chưa chắc: từ 70 điểm bình quân mới đủ điều kiện xét, còn số lượng được cấp giấy do Hội đồng quyết định.
    .title = Đạt 70 điểm có chắc không

faq-benefits = Được chọn thì có giấy chứng nhận, được in logo khi giấy còn hạn, được giới thiệu trên báo đài. Ngoài ra được ưu tiên khi xét hỗ trợ khuyến công, và có thể được thưởng. Em không hứa trước được phần nào ạ.
    .title = Được chọn thì có gì

faq-reward = Tiền thưởng tùy cấp, cấp tỉnh theo quy định của tỉnh từng thời kỳ. Mức của Tuyên Quang em chưa có văn bản chính thức nên chưa dám nói; cán bộ Sở Công Thương sẽ trả lời.
    .title = Thưởng bao nhiêu tiền

faq-validity = Theo thông tin công bố, giấy có giá trị đến hết 31/12 của năm thứ tư tính từ năm cấp; đúng nhất là ngày ghi trên giấy. Hết hạn thì sản phẩm tham gia lại được.
    .title = Giấy có giá trị bao lâu

faq-logo = Được in hoặc dán logo lên đúng sản phẩm đã được chứng nhận và bao bì của nó, khi giấy còn hạn; hết hạn thì thôi dùng. Tệp logo, anh/chị xin cán bộ Sở Công Thương.
    .title = In logo lên sản phẩm

faq-machines = Có thể được xét. Máy phải mới, cơ sở bỏ thêm vốn, có đề án được duyệt. Theo thông tin công bố, trần của khuyến công quốc gia là 300 triệu đồng một cơ sở; của tỉnh theo quy định riêng, em không hứa được.
    .title = Hỗ trợ mua máy

faq-trademark = Khuyến công có nội dung giúp xây dựng, đăng ký nhãn hiệu. Hiện nay hỗ trợ bao nhiêu, làm ở đâu, anh/chị hỏi cán bộ Sở Công Thương giúp em.
    .title = Nhãn hiệu, thương hiệu

faq-packaging = Khuyến công có tư vấn mẫu mã, bao bì. Bao bì đẹp, đủ thông tin cũng giúp phần thẩm mỹ khi chấm. Hiện nay hỗ trợ thế nào thì cán bộ Sở Công Thương sẽ trả lời.
    .title = Bao bì, mẫu mã

faq-fairs = Khuyến công có hỗ trợ cơ sở đi hội chợ; mức hỗ trợ và số gian hàng theo kế hoạch từng năm. Anh/chị nhắn "nhận tin" để Sở báo khi có lịch; cần chắc thì gọi { $phone }.
    .title = Hội chợ

faq-training = Khuyến công có các lớp tập huấn (quản lý, thị trường, sản xuất sạch) tùy kế hoạch từng năm. Anh/chị nhắn "nhận tin" để Sở báo khi có lớp; cần chắc thì gọi { $phone }.
    .title = Lớp tập huấn

faq-food-safety = Trong hồ sơ, giấy này là "nếu có", nhưng sản phẩm phải làm đúng quy định an toàn thực phẩm. Có giấy thì nộp bản sao, chưa có nên làm sớm; nơi nào cấp thì hỏi xã hoặc cán bộ Sở Công Thương.
    .title = Giấy an toàn thực phẩm

faq-quality-papers = Quy định này thay đổi trong năm 2026, em không dám hướng dẫn kẻo sai. Anh/chị nhắn "cán bộ" để hỏi, hoặc gọi { $phone } ({ $hours }).
    .title = Công bố chất lượng, kiểm nghiệm

faq-liquor = Theo thông tin công bố, rượu tham gia được nếu có giấy phép sản xuất rượu thủ công để bán, do UBND xã cấp. Chưa có thì cán bộ hướng dẫn bước đầu.
    .title = Rượu thì cần gì

faq-one-off = Món độc bản, chỉ có một cái, thì chưa tham gia được ạ: sản phẩm phải làm được nhiều cái giống nhau.
    .title = Hàng chỉ có một cái

faq-resale = Hàng mua về bán lại thì chưa tham gia được ạ: sản phẩm phải do chính cơ sở làm ra. Chỉ thuê ngoài một phần việc thì cán bộ xem giúp.
    .title = Hàng mua về bán lại

faq-sample = Gửi mẫu theo hướng dẫn của Hội đồng. Chấm xong mẫu được trả lại; muốn giữ để trưng bày phải được anh/chị đồng ý. Hàng quá to, nặng thì Chủ tịch Hội đồng quyết định cách chấm.
    .title = Gửi mẫu, có trả lại không

faq-help-writing = Em hỏi từng câu rồi ghi giúp anh/chị; cán bộ xã và Trung tâm Khuyến công cũng hướng dẫn làm hồ sơ. Nhờ con cháu nhắn hộ cũng được ạ.
    .title = Ai giúp làm hồ sơ

faq-contacts =
    { $office }
    Điện thoại: { $phone } ({ $hours })
    Địa chỉ: { $address }
    .title = Số điện thoại, địa chỉ của Sở

faq-complaint = Anh/chị gửi đơn tới Hội đồng của cấp đó trong 15 ngày làm việc kể từ ngày thông báo kết quả. Hội đồng trả lời trong 10 ngày làm việc từ khi nhận đơn.
    .title = Không đồng ý kết quả

faq-duties = Giữ đúng chất lượng đã cam kết, và mỗi năm báo cáo ngắn cho Sở Công Thương và UBND nơi tham gia. Không giữ đúng thì giấy có thể bị thu hồi.
    .title = Có giấy rồi phải làm gì

faq-merger = Theo thông tin công bố, từ 1/7/2025 Hà Giang nhập vào Tuyên Quang, không còn cấp huyện. Địa chỉ cũ em đổi sang xã mới giúp; giấy cấp huyện cũ còn dùng được không thì cán bộ Sở Công Thương sẽ xác nhận.
    .title = Sáp nhập, giấy cũ

faq-data = Thông tin chỉ dùng để làm hồ sơ, báo kết quả và gửi những tin anh/chị đã chọn. Nhắn XOÁ DỮ LIỆU để xoá (phần nào luật bắt giữ em nói rõ), THÔI NHẬN TIN để dừng tin. Anh/chị đừng gửi ảnh căn cước.
    .title = Thông tin của tôi

faq-scam = { $office } không thu phí qua tin nhắn, không hỏi mã OTP, không xin ảnh căn cước. Ai đòi tiền, anh/chị đừng chuyển, gọi { $phone } báo giúp em.
    .title = Có phải lừa đảo không

faq-results = Ngày có kết quả theo kế hoạch của từng kỳ, em chưa biết trước ạ. Chấm xong, cơ sở nào cũng được báo. Muốn biết hồ sơ đến đâu, anh/chị nhắn "ghi danh của tôi".
    .title = Bao giờ có kết quả

faq-next-step = Ghi danh xong, anh/chị gửi dần ảnh, giấy tờ ở đây; nhắn "ghi danh của tôi" là thấy còn thiếu gì. Đủ rồi thì ký bản giấy, nộp ở nơi ghi trong kế hoạch của kỳ. Chưa rõ, anh/chị nhắn "gọi lại" để cán bộ gọi.
    .title = Ghi danh rồi làm gì tiếp

faq-change = Dạ sửa được. Đang trả lời dở thì nhắn "sửa" để lùi một câu. Ghi danh rồi thì nhắn "ghi danh của tôi", chọn Làm tiếp rồi sửa. Bản giấy đã nộp thì gọi { $phone }, cán bộ giúp.
    .title = Sửa điều đã khai

faq-lost-code = Không sao ạ. Anh/chị nhắn "ghi danh của tôi" ở đây là thấy lại mã. Mất máy hay đổi máy thì gọi { $phone } để cán bộ tìm giúp.
    .title = Quên mã, mất máy

faq-offline = Mất mạng không mất phần đã trả lời ạ. Có mạng lại, anh/chị nhắn "tiếp" là làm nốt.
    .title = Mất mạng giữa chừng

faq-again = Dạ được. Một sản phẩm tham gia nhiều kỳ được; kỳ này chưa được chọn thì kỳ sau anh/chị ghi danh lại.
    .title = Chưa được chọn thì sao

faq-elsewhere = Dạ việc này không thuộc chương trình bình chọn nên em không dám trả lời. Anh/chị hỏi UBND xã, phường giúp em; chưa rõ nơi nào lo thì gọi Sở: { $phone } ({ $hours }).
    .title = Việc khác, không phải bình chọn
