# Bảng điều kiện tham gia: câu nói với bà con, và dòng ngắn (.check) trong bảng kết quả.
# Lời nào cũng là gợi ý; Hội đồng bình chọn mới quyết định.

rule-e1-here = Nơi làm sản phẩm ở trong tỉnh, nên anh/chị tham gia ở Tuyên Quang.
    .check = Làm sản phẩm ở Tuyên Quang
rule-e1-elsewhere = Chương trình tính theo nơi làm sản phẩm, nên anh/chị liên hệ Sở Công Thương của tỉnh đặt nơi làm giúp em ạ.
    .check = Nơi làm ở tỉnh khác
rule-e1-office-elsewhere = Nơi làm ở đây mà trụ sở ở tỉnh khác thì em chưa dám trả lời; cán bộ Sở Công Thương sẽ xác nhận ghi danh ở đâu.
    .check = Trụ sở ở tỉnh khác, chờ xác nhận

rule-e2-enterprise = Doanh nghiệp trực tiếp sản xuất thuộc diện được tham gia, nếu là loại nhỏ và vừa.
    .check = Cơ sở là doanh nghiệp
rule-e2-cooperative = Hợp tác xã trực tiếp sản xuất thuộc diện được tham gia.
    .check = Cơ sở là hợp tác xã
rule-e2-coop-group = Tổ hợp tác trực tiếp sản xuất thuộc diện được tham gia.
    .check = Cơ sở là tổ hợp tác
rule-e2-household = Hộ kinh doanh có giấy đăng ký, trực tiếp sản xuất, thuộc diện được tham gia.
    .check = Cơ sở là hộ kinh doanh
rule-e2-unregistered = Hồ sơ cần bản sao hợp lệ (có chứng thực) của giấy đăng ký kinh doanh, nên chưa có giấy này thì chưa nộp được. Anh/chị nhờ cán bộ gọi lại để được hướng dẫn cách đăng ký và xem tiếp các điều kiện khác.
    .check = Chưa có giấy đăng ký kinh doanh
rule-e2-artisan = Theo thông tin công bố, từ năm 2025 nghệ nhân thuộc diện khuyến công (nhà nước hỗ trợ làm nghề). Nghệ nhân tự đứng tên bình chọn được không thì cán bộ Sở Công Thương sẽ xác nhận.
    .check = Nghệ nhân, người làm nghề: chờ xác nhận
rule-e2-other = Chi nhánh, cơ sở có vốn nước ngoài hay đơn vị công lập thì em chưa dám trả lời; cán bộ Sở Công Thương sẽ xác nhận.
    .check = Loại hình khác, chờ xác nhận

rule-e3-small = Doanh nghiệp nhỏ và vừa thuộc diện được tham gia.
    .check = Doanh nghiệp nhỏ và vừa
rule-e3-larger = Doanh nghiệp lớn hơn thì em chưa dám trả lời; cán bộ Sở Công Thương xem giấy tờ rồi sẽ xác nhận.
    .check = Cỡ doanh nghiệp, chờ xác nhận
rule-e3-unsure = Chưa rõ cỡ doanh nghiệp cũng không sao; cán bộ Sở Công Thương xem giấy tờ rồi sẽ xác nhận.
    .check = Chưa rõ cỡ doanh nghiệp
rule-e3-many-workers = Doanh nghiệp có trên 200 lao động thì còn thuộc loại nhỏ và vừa không, em chưa dám trả lời; cán bộ Sở Công Thương xem giấy tờ rồi sẽ xác nhận.
    .check = Trên 200 lao động, chờ xác nhận

rule-e4-own = Sản phẩm do chính cơ sở làm ra, đúng như quy định cần.
    .check = Tự làm ra
rule-e4-part = Có khâu thuê nơi khác làm thì phải xem khâu nào; cán bộ Sở Công Thương hỏi thêm rồi sẽ xác nhận.
    .check = Thuê làm một phần, chờ xác nhận
rule-e4-resale = Sản phẩm phải do chính cơ sở làm ra và đứng tên, nên hàng mua về bán hoặc đóng gói lại chưa tham gia được. Cơ sở tự làm món nào, anh/chị thử lại với món đó.
    .check = Hàng mua về, chưa phải tự làm

rule-e5-made = Sản phẩm có chế biến, gia công, đúng loại hàng chương trình chọn.
    .check = Có chế biến, gia công
rule-e5-sorted = Hàng chỉ chọn lọc, phơi, sấy hay đóng gói có tính là chế biến không thì cán bộ Sở Công Thương sẽ xác nhận.
    .check = Sơ chế, chờ xác nhận
rule-e5-fresh = Hàng tươi, cây, con giống chưa thuộc nhóm bình chọn. Anh/chị có thể xem OCOP (mỗi xã một sản phẩm) của ngành nông nghiệp, hoặc thử lại với món đã chế biến.
    .check = Hàng tươi, chưa chế biến
rule-e5-service = Chương trình chỉ chọn hàng sản xuất, nên dịch vụ, du lịch chưa tham gia được. Anh/chị có thể xem OCOP của ngành nông nghiệp, hoặc thử lại với món hàng cơ sở tự làm.
    .check = Dịch vụ, chưa phải hàng làm ra

rule-e6-many = Làm lặp lại được nhiều, đúng như quy định cần.
    .check = Làm được nhiều cái giống nhau
rule-e6-single-piece = Chương trình chọn hàng làm được nhiều, nên món chỉ có một bản (độc bản) chưa tham gia được. Mẫu nào anh/chị làm lặp lại được, mời thử lại với mẫu đó.
    .check = Chỉ có một cái duy nhất

rule-e7-own-design = Mẫu mã, nhãn hiệu của cơ sở hoặc nghề của làng, không tranh chấp, đúng như quy định cần.
    .check = Mẫu mã của cơ sở hoặc nghề làng
rule-e7-not-own = Mẫu mã, nhãn hiệu cần là của cơ sở hoặc nghề của làng. Anh/chị làm mẫu riêng rồi quay lại, hoặc thử với sản phẩm khác; muốn hỏi thêm thì gặp cán bộ.
    .check = Mẫu mã của nơi khác
rule-e7-unsure = Chuyện mẫu mã, nhãn hiệu còn chưa rõ thì em không đoán; cán bộ Sở Công Thương nghe anh/chị kể rồi sẽ hướng dẫn.
    .check = Mẫu mã chưa rõ, chờ xác nhận

rule-e8-valid = Đã có giấy chất lượng, an toàn; anh/chị nộp bản sao kèm hồ sơ.
    .check = Giấy chất lượng, an toàn còn hạn
rule-e8-applying = Giấy chất lượng, an toàn còn thiếu thì vẫn ghi danh được; anh/chị nên bổ sung trước hạn nộp hồ sơ.
    .check = Giấy an toàn đang làm, nên bổ sung
rule-e8-expired = Giấy chất lượng, an toàn đã hết hạn thì vẫn ghi danh được; anh/chị nên làm lại trước hạn nộp hồ sơ.
    .check = Giấy an toàn hết hạn, nên làm lại
rule-e8-past = Ngày hết hạn của giấy an toàn thực phẩm đã đến hoặc đã qua. Anh/chị xem lại ngày; đúng vậy thì nên làm lại giấy trước hạn nộp hồ sơ.
    .check = Giấy an toàn hết hạn, nên làm lại
rule-e8-none = Hồ sơ chỉ ghi “nếu có” giấy, nhưng sản phẩm phải làm đúng quy định chất lượng, an toàn. Cán bộ Sở Công Thương sẽ xác nhận cần giấy gì và hỏi ở đâu.
    .check = Chưa có giấy an toàn, chờ hướng dẫn
rule-e8-na = Theo anh/chị, hàng này không cần giấy an toàn thực phẩm; có giấy chất lượng khác thì nộp thêm.
    .check = Không phải hàng cần giấy an toàn
rule-e8-na-food = Hàng ăn uống có thứ cần giấy này, có thứ cần giấy khác, nên em không đoán; cán bộ Sở Công Thương sẽ xác nhận.
    .check = Giấy an toàn, chờ xác nhận

rule-e9-licensed = Rượu đã có giấy phép sản xuất; anh/chị nộp bản sao kèm hồ sơ.
    .check = Rượu đã có giấy phép
rule-e9-unlicensed = Theo thông tin công bố, làm rượu thủ công để bán cần giấy phép do UBND xã cấp. Cán bộ Sở Công Thương sẽ hướng dẫn anh/chị bước tiếp theo.
    .check = Rượu chưa có giấy phép

rule-e10-single = Một sản phẩm riêng, ghi danh như thường.
    .check = Một sản phẩm riêng
rule-e10-set = Các món do cùng cơ sở làm và hợp thành một bộ, được ghi danh chung.
    .check = Các món hợp thành một bộ
rule-e10-not-a-set = Các món này chưa hợp thành một bộ theo quy định. Anh/chị ghi danh từng sản phẩm riêng nhé: thử lại và chọn “Một sản phẩm”.
    .check = Chưa hợp thành một bộ

rule-e11-none = Chưa có giấy chứng nhận thì bắt đầu từ cấp cơ sở (xã); nơi không tổ chức cấp này có thể được đề nghị thẳng lên tỉnh.
    .check = Chưa có giấy, vào từ cấp đầu
rule-e11-expired = Giấy cũ đã hết hạn thì sản phẩm tham gia lại từ cấp cơ sở hoặc cấp tỉnh.
    .check = Giấy cũ hết hạn, vào lại từ đầu
rule-e11-basic = Có giấy cấp dưới còn hạn thì có thể tham gia cấp tỉnh; anh/chị nộp kèm bản sao giấy.
    .check = Có giấy cấp dưới còn hạn
rule-e11-province = Có giấy cấp tỉnh còn hạn thì tỉnh có thể đề nghị tham gia cấp khu vực.
    .check = Có giấy cấp tỉnh còn hạn
rule-e11-region = Có giấy cấp khu vực còn hạn thì cơ quan của Bộ Công Thương có thể đề nghị tham gia cấp quốc gia.
    .check = Có giấy cấp khu vực còn hạn
rule-e11-district = Giấy cấp huyện cũ còn dùng để lên tỉnh được không thì cán bộ Sở Công Thương sẽ xác nhận. Anh/chị giữ bản gốc giúp em.
    .check = Giấy cấp huyện cũ, chờ xác nhận
rule-e11-nation = Sản phẩm đã có giấy cấp quốc gia còn hạn, là cấp cao nhất; tham gia tiếp thế nào thì cán bộ Sở Công Thương sẽ xác nhận.
    .check = Có giấy cấp quốc gia còn hạn
rule-e11-past = Ngày hết hạn trên giấy chứng nhận đã qua. Anh/chị xem lại ngày; đúng vậy thì sản phẩm tham gia lại từ cấp cơ sở hoặc cấp tỉnh.
    .check = Giấy chứng nhận đã quá ngày

rule-e12-sample = Gửi được sản phẩm mẫu; Hội đồng hướng dẫn cách gửi, chấm xong trả lại.
    .check = Gửi được sản phẩm mẫu
rule-e12-hard = Hàng to, nặng hay khó giữ thì Chủ tịch Hội đồng quyết định cách chấm; cán bộ Sở Công Thương xem rồi mới trả lời được.
    .check = Khó gửi mẫu, Hội đồng quyết định
