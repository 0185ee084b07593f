# Giới thiệu chương trình, mỗi trang một ý, không quá 600 chữ cái. Căn cứ do chương trình tự thêm ở
# cuối trang; lịch của kỳ đang mở cũng được thêm vào sau trang calendar.

programme-about = Đây là chương trình của ngành Công Thương để chọn và tôn vinh hàng làm ra ở nông thôn (sản phẩm công nghiệp nông thôn tiêu biểu). Hàng được chọn có chất lượng tốt, bán được và còn phát triển được.
    Tham gia là tự nguyện. Được chọn thì có giấy chứng nhận và được ưu tiên khi xét hỗ trợ. Quyết định là của Hội đồng bình chọn.
    .title = Chương trình này là gì

programme-who = Được tham gia: doanh nghiệp nhỏ và vừa, hợp tác xã, tổ hợp tác, hộ kinh doanh có đăng ký. Cơ sở phải trực tiếp làm ra sản phẩm trong tỉnh. Làm nhỏ ở nhà mà có giấy hộ kinh doanh cũng được.
    Một cơ sở có thể tham gia với một hay nhiều sản phẩm. Nghệ nhân tự đứng tên thì cán bộ Sở Công Thương sẽ xác nhận.
    .title = Ai được tham gia

programme-unregistered = Hồ sơ cần bản sao hợp lệ (có chứng thực) của giấy đăng ký kinh doanh, nên chưa có giấy thì chưa nộp hồ sơ được.
    Đăng ký ở đâu, tổ hợp tác thì dùng giấy nào, cán bộ Sở Công Thương sẽ xác nhận. Anh/chị để lại số, cán bộ gọi hướng dẫn.
    .title = Chưa đăng ký kinh doanh

programme-groups = Có bốn nhóm sản phẩm:
    – Thủ công mỹ nghệ: vải lanh, thổ cẩm, chạm bạc, khèn, mây tre đan.
    – Chế biến nông, lâm, thủy sản và thực phẩm: chè Shan, mật ong, thịt treo, rượu ngô, miến dong.
    – Thiết bị, máy móc, dụng cụ và phụ tùng cơ khí: dao rèn, máy tẽ ngô, máy sao chè.
    – Các sản phẩm khác: gạch không nung, mỹ phẩm, đồ gỗ, may mặc.
    .title = Các nhóm sản phẩm

programme-not-eligible = Chương trình chọn hàng do chính cơ sở làm ra, làm được nhiều, mẫu mã của cơ sở hoặc nghề của làng.
    Vì vậy những thứ này chưa tham gia được: hàng tươi chưa chế biến, hàng mua về bán lại, món độc bản chỉ có một cái, dịch vụ và du lịch.
    Hàng tươi hay du lịch thì anh/chị xem thêm OCOP.
    .title = Hàng nào chưa tham gia được

programme-sets = Một bộ (bộ sản phẩm) là nhiều món do cùng cơ sở làm ra, theo một trong ba kiểu:
    – cùng mẫu, cùng công dụng, khác nguyên liệu;
    – khác mẫu, cùng công dụng, cùng một nguyên liệu;
    – khác nhau nhưng ghép lại thì dùng được nhiều hơn.
    Không theo kiểu nào thì ghi danh từng sản phẩm riêng.
    .title = Thế nào là một bộ

programme-food-safety = Giấy chất lượng, an toàn thực phẩm trong hồ sơ là “nếu có”, nhưng sản phẩm phải làm đúng quy định an toàn thực phẩm. Có giấy thì nộp bản sao; chưa có thì nên làm sớm.
    Hàng nào cần giấy gì, nơi nào cấp, năm 2026 có thay đổi; cán bộ Sở Công Thương sẽ xác nhận để anh/chị khỏi làm sai.
    .title = Giấy an toàn thực phẩm

programme-liquor = Theo thông tin công bố, rượu ngô và rượu thủ công khác tham gia được nếu có giấy phép. Đó là giấy phép sản xuất rượu thủ công để bán, do UBND xã cấp.
    Chưa có giấy phép thì anh/chị hỏi cán bộ để được hướng dẫn bước đầu.
    .title = Rượu thì cần gì

programme-ocop = Hai chương trình khác nhau. Theo thông tin công bố, OCOP (mỗi xã một sản phẩm) do ngành nông nghiệp lo, chấm sao, nhận cả hàng tươi và du lịch.
    Chương trình này do ngành Công Thương lo, chỉ chọn hàng có sản xuất, chế biến, không chấm sao. Một sản phẩm có thể tham gia cả hai; sao OCOP không thay giấy nào ở đây.
    .title = Khác OCOP thế nào

programme-levels = Chương trình đi từ dưới lên: cấp cơ sở (trước là huyện; theo thông tin công bố, nay là xã), cấp tỉnh, cấp khu vực phía Bắc, cấp quốc gia.
    Muốn lên cấp trên, sản phẩm cần giấy cấp dưới còn hạn. Nơi không tổ chức cấp cơ sở thì có thể được đề nghị thẳng lên tỉnh.
    Tuyên Quang tổ chức cấp xã thế nào, cán bộ Sở Công Thương sẽ xác nhận.
    .title = Các cấp bình chọn

programme-calendar = Theo quy định, cấp cơ sở (trước đây là huyện) và cấp tỉnh hai năm tổ chức một lần, thường vào năm lẻ; cấp khu vực và quốc gia cũng hai năm một lần, thường vào năm chẵn. Nơi tổ chức có thể chọn năm khác, nên kế hoạch của từng năm mới là chắc nhất.
    .title = Lịch và hạn nộp

programme-steps = Các bước của một kỳ:
    – có kế hoạch và thông báo;
    – cơ sở nộp một bộ hồ sơ;
    – chính quyền cấp dưới xem, gửi danh sách lên;
    – Ban Giám khảo đọc hồ sơ, xem mẫu, có thể đến nơi làm;
    – chấm điểm, Hội đồng trình kết quả;
    – có quyết định, giấy chứng nhận; cơ sở nào cũng được báo kết quả.
    .title = Các bước của một kỳ

programme-where = Nơi nộp hồ sơ ghi trong kế hoạch của từng kỳ. Theo thông tin công bố, từ 1/7/2025 không còn cấp huyện, và có tỉnh nhận hồ sơ ở UBND xã, phường.
    Ở Tuyên Quang nộp tại đâu, mấy bộ, cán bộ Sở Công Thương sẽ xác nhận. Nhắn tin ở đây là ghi danh, chưa phải nộp hồ sơ.
    .title = Nộp hồ sơ ở đâu

programme-scoring = Hội đồng chấm theo thang 100 điểm. Theo thông tin công bố, thị trường và khả năng phát triển tối đa 40; kinh tế, kỹ thuật, xã hội, môi trường 40; văn hóa, thẩm mỹ 10; tiêu chí khác 10.
    Bình quân từ 70 điểm mới đủ điều kiện xét. Đủ 70 chưa chắc được chọn, vì số lượng do Hội đồng quyết định.
    .title = Chấm điểm thế nào

programme-points = Anh/chị có thể kể và chuẩn bị:
    – thị trường: bán được bao nhiêu, bán ở đâu, định làm thêm thế nào;
    – kinh tế, môi trường: nguyên liệu quê nhà, việc làm, máy móc, cách xử lý chất thải, giấy chất lượng;
    – văn hóa: hoa văn, câu chuyện, bao bì;
    – điểm khác: giải thưởng, sao OCOP, nhãn hiệu, xuất khẩu, bán trên mạng.
    .title = Chuẩn bị gì để chấm

programme-benefits = Sản phẩm được chọn thì có giấy chứng nhận, được in logo chương trình khi giấy còn hạn.
    Sản phẩm còn được giới thiệu trên báo đài, được ưu tiên khi xét hỗ trợ khuyến công (nhà nước hỗ trợ làm nghề).
    Ngoài ra có thể được thưởng theo quy định từng cấp. Em không hứa trước được phần nào.
    .title = Được chọn thì có gì

programme-rewards = Tiền thưởng tùy cấp. Cấp cơ sở và cấp tỉnh theo quy định của tỉnh từng thời kỳ.
    Mức của Tuyên Quang em chưa có văn bản chính thức nên chưa dám nói con số; cán bộ Sở Công Thương sẽ xác nhận.
    .title = Tiền thưởng

programme-support = Khuyến công có thể xét hỗ trợ máy móc, làm mẫu công nghệ mới, nhãn hiệu, bao bì, hội chợ, tập huấn. Máy phải mới và tốt hơn máy đang dùng; cơ sở bỏ thêm vốn, có đề án được duyệt; một khoản không hỗ trợ hai lần.
    Mức hỗ trợ theo quy định từng thời kỳ, em không hứa được; cán bộ Sở Công Thương sẽ xác nhận.
    .title = Hỗ trợ khuyến công

programme-brand = Khuyến công có nội dung giúp xây dựng, đăng ký nhãn hiệu và tư vấn mẫu mã, bao bì. Bao bì đẹp, đủ thông tin cũng giúp phần văn hóa, thẩm mỹ khi chấm.
    Mức hỗ trợ hiện nay, anh/chị hỏi cán bộ Sở Công Thương giúp em.
    .title = Nhãn hiệu, bao bì

programme-fairs = Khuyến công có hỗ trợ cơ sở đi hội chợ; năm nào đi đâu, mấy gian, hỗ trợ bao nhiêu là theo kế hoạch của năm đó.
    Anh/chị chọn nhận tin hội chợ thì Sở gửi tin khi có lịch; cần chắc thì gọi { $phone }.
    .title = Hội chợ

programme-training = Khuyến công có các lớp tập huấn, như quản lý, thị trường, sản xuất sạch, tùy kế hoạch từng năm.
    Anh/chị chọn nhận tin tập huấn thì Sở gửi tin khi có lớp; cần chắc thì gọi { $phone }.
    .title = Lớp tập huấn

programme-logo = Cơ sở được in hoặc dán logo chương trình lên đúng sản phẩm đã được chứng nhận và bao bì của nó, trong thời hạn của giấy. Hết hạn thì thôi dùng.
    Tệp logo, anh/chị xin cán bộ Sở Công Thương.
    .title = In logo lên sản phẩm

programme-validity = Theo thông tin công bố, giấy chứng nhận có giá trị đến hết ngày 31/12 của năm thứ tư tính từ năm cấp. Đúng nhất là ngày ghi trên giấy của anh/chị.
    Giấy hết hạn thì sản phẩm có thể tham gia lại.
    .title = Giấy có giá trị bao lâu

programme-dossier = Hồ sơ một bộ, gồm:
    – phiếu đăng ký;
    – bản sao hợp lệ giấy đăng ký kinh doanh;
    – bản thuyết minh (bài giới thiệu sản phẩm);
    – 3 ảnh màu;
    – bản sao giấy chất lượng, an toàn thực phẩm, bằng khen, nếu có.
    Lên tỉnh thì thêm bản sao giấy cấp dưới còn hạn, trừ khi dưới không tổ chức. Bản sao hợp lệ là bản có chứng thực.
    .title = Hồ sơ gồm gì

programme-photos = Hồ sơ cần 3 ảnh màu, cỡ từ 10 × 15 cm: chụp mặt trước, bên cạnh và từ trên xuống.
    Chụp điện thoại được. Anh/chị đặt sản phẩm trên nền trơn, chỗ sáng, lau ống kính, không chỉnh màu, mỗi góc một tấm.
    .title = Chụp ảnh thế nào

programme-statement = Bản thuyết minh là bài giới thiệu sản phẩm: làm từ gì, làm thế nào, bán ở đâu, bán được bao nhiêu, có nét gì riêng.
    Anh/chị trả lời từng câu ở đây là có đủ ý. Viết chưa hay cũng không sao, cán bộ xem và góp ý được.
    .title = Bản thuyết minh

programme-forms = Anh/chị không phải tự nghĩ mẫu đơn. Em hỏi từng câu, giữ lại để ghi vào phiếu; bản giấy thì anh/chị xem lại, ký rồi nộp.
    Mẫu giấy đang dùng do cán bộ Sở Công Thương đưa.
    .title = Mẫu phiếu, mẫu đơn

programme-sample = Hội đồng hướng dẫn khi nào gửi mẫu và gửi ở đâu. Chấm xong mẫu được trả lại; muốn giữ để trưng bày phải được anh/chị đồng ý.
    Hàng quá to, nặng, khó chở hay khó giữ thì Chủ tịch Hội đồng quyết định cách chấm.
    .title = Gửi sản phẩm mẫu

programme-costs = Trong quy định em đọc không có khoản phí tham gia nào. Anh/chị tự lo tiền ảnh, sao giấy tờ, gửi mẫu.
    Ai đòi phí thì anh/chị đừng đưa, báo { $office } theo số { $phone } giúp em.
    .title = Có mất tiền không

programme-help = Em hỏi từng câu rồi ghi lại giúp anh/chị. Không biết viết đơn cũng không ngại: cán bộ xã và Trung tâm Khuyến công và Xúc tiến công thương cũng hướng dẫn làm hồ sơ.
    Anh/chị nhờ con cháu nhắn hộ cũng được.
    .title = Ai giúp làm hồ sơ

programme-after = Có giấy rồi thì anh/chị giữ đúng chất lượng đã cam kết, và mỗi năm báo cáo ngắn cho Sở Công Thương và UBND nơi tham gia: được hỗ trợ gì, làm ăn ra sao.
    Không giữ đúng thì giấy có thể bị thu hồi.
    .title = Có giấy rồi phải làm gì

programme-complaints = Chưa đồng ý với kết quả, anh/chị gửi đơn tới Hội đồng của cấp đó trong 15 ngày làm việc kể từ ngày thông báo. Hội đồng trả lời trong 10 ngày làm việc từ khi nhận đơn.
    .title = Chưa đồng ý kết quả

programme-merger = Theo thông tin công bố, từ 1/7/2025 Hà Giang nhập vào tỉnh Tuyên Quang, không còn cấp huyện, nhiều xã nhập lại. Anh/chị cứ nói tên xã cũ, em đổi sang tên mới.
    Giấy chứng nhận cấp huyện cũ còn dùng được không thì cán bộ Sở Công Thương sẽ xác nhận.
    .title = Sáp nhập, giấy tờ cũ

programme-contacts = { $office }
    Điện thoại: { $phone }
    Giờ làm việc: { $hours }
    Địa chỉ: { $address }
    .title = Liên hệ

programme-privacy = Thông tin của anh/chị chỉ dùng để làm hồ sơ, báo kết quả và gửi những tin anh/chị đã chọn. Trước khi giữ, em hỏi anh/chị có đồng ý không.
    Nhắn XOÁ DỮ LIỆU để xoá (phần nào luật bắt giữ em nói rõ), THÔI NHẬN TIN để dừng tin. Anh/chị đừng gửi ảnh căn cước.
    .title = Thông tin của anh/chị

programme-scams = { $office } không thu phí qua tin nhắn, không hỏi mã OTP, không xin ảnh căn cước.
    Ai gọi đòi tiền để được chọn, anh/chị đừng chuyển, gọi { $phone } báo giúp em.
    .title = Coi chừng lừa đảo
