# Hỏi điều kiện tham gia. Các câu ở đây dùng lại trong mẫu ghi danh, nên viết sao cho hợp cả hai chỗ.

eligibility-prod-group = Sản phẩm của anh/chị thuộc nhóm nào ạ?
    .label = Nhóm sản phẩm
    .explain = Quy định xếp sản phẩm vào bốn nhóm. Vải lanh, khèn là thủ công; chè, mật ong, rượu là chế biến; dao rèn, máy sao chè là cơ khí. Chưa chắc thì anh/chị chọn nhóm gần nhất.
    .choice-craft = Thủ công mỹ nghệ
    .also-craft = thổ cẩm / mây tre đan / chạm bạc / dệt lanh
    .choice-agro-food = Chế biến nông sản, thực phẩm
    .also-agro-food = đồ ăn / đồ uống / chè / mật ong / rượu / miến
    .choice-mechanical = Máy móc, dụng cụ cơ khí
    .also-mechanical = dao rèn / nông cụ / đồ rèn
    .choice-other = Sản phẩm khác

eligibility-est-commune-code = Anh/chị làm sản phẩm ở xã, phường nào ạ? (gõ tên xã, tên cũ cũng được)
    .label = Xã, phường nơi làm sản phẩm
    .explain = Em hỏi để biết nơi làm sản phẩm có thuộc Tuyên Quang không, vì chương trình tính theo nơi sản xuất. Nhiều xã nay đã nhập lại; anh/chị cứ gõ tên cũ, em đổi sang tên mới giúp.
    .hint = Dạ em chưa tìm ra xã này. Anh/chị chỉ gõ tên xã hoặc phường thôi, chưa cần tên thôn, bản ạ.
    .example = Anh/chị gõ giúp em như thế này: Lùng Tám. Tên cũ cũng được, ví dụ: thị trấn Tam Sơn.
    .choice-elsewhere = Ở tỉnh khác
    .choice-office-elsewhere = Làm ở đây, trụ sở tỉnh khác

eligibility-est-type = Cơ sở của anh/chị thuộc loại nào ạ?
    .label = Loại hình cơ sở
    .explain = Em hỏi để biết hồ sơ cần giấy nào. Anh/chị xem trên giấy đăng ký kinh doanh; làm ở nhà mà chưa có giấy thì chọn “Chưa đăng ký kinh doanh”.
    .choice-enterprise = Doanh nghiệp, công ty
    .also-enterprise = dn / doanh nghiệp / công ty / cty / ct / công ty tnhh / cty tnhh / công ty cổ phần / cty cp / doanh nghiệp tư nhân
    .choice-cooperative = Hợp tác xã
    .also-cooperative = htx
    .choice-coop-group = Tổ hợp tác
    .also-coop-group = tht
    .choice-household = Hộ kinh doanh có giấy
    .also-household = hkd có giấy / hộ có giấy / hộ kinh doanh có đăng ký
    .choice-unregistered = Chưa đăng ký kinh doanh
    .also-unregistered = chưa có giấy / chưa có giấy phép / không có giấy / chưa đăng ký / chưa có đăng ký / hộ gia đình chưa đăng ký
    .choice-artisan = Nghệ nhân, người làm nghề
    .choice-other = Loại khác, chi nhánh

eligibility-est-small = Doanh nghiệp của anh/chị thuộc loại nhỏ và vừa (từ 200 lao động trở xuống), phải không ạ?
    .label = Doanh nghiệp nhỏ và vừa
    .explain = Chương trình dành cho doanh nghiệp nhỏ và vừa. Con số 200 chỉ để em hỏi nhanh; chưa chắc thì anh/chị chọn “Chưa rõ”, cán bộ Sở Công Thương sẽ xác nhận.
    .choice-yes = Đúng, nhỏ và vừa
    .choice-no = Không, lớn hơn
    .choice-unsure = Chưa rõ

eligibility-made-by-self = Sản phẩm do chính cơ sở của anh/chị làm ra, phải không ạ?
    .label = Tự làm ra sản phẩm
    .explain = Chương trình chọn sản phẩm do chính cơ sở làm ra và đứng tên. Có khâu thuê nơi khác làm thì anh/chị chọn “Tự làm một phần”.
    .choice-yes = Đúng, tự làm ra
    .choice-part = Tự làm một phần
    .choice-resale = Mua về bán, đóng gói lại

eligibility-processed = Sản phẩm có qua chế biến, gia công hoặc làm thủ công, phải không ạ?
    .label = Có chế biến, gia công
    .explain = Chương trình dành cho hàng sản xuất. Ví dụ chè đã sao, thịt đã treo, vải đã dệt là có chế biến; rau tươi, gà sống, cây giống thì chưa.
    .choice-yes = Đúng, có chế biến, gia công
    .choice-sorted = Chỉ chọn lọc, phơi, đóng gói
    .choice-fresh = Hàng tươi, cây, con giống
    .choice-service = Dịch vụ, du lịch

eligibility-mass-producible = Anh/chị làm lặp lại được nhiều cái (nhiều mẻ) giống nhau, phải không ạ?
    .label = Làm được nhiều
    .explain = Chương trình chọn hàng có thể làm ra nhiều (sản xuất hàng loạt). Ví dụ dệt được nhiều khăn cùng một mẫu là được; bức tranh chỉ có một bản thì chưa hợp.
    .choice-yes = Đúng, làm được nhiều
    .choice-no = Chỉ có một cái duy nhất

eligibility-ip-clear = Mẫu mã, nhãn hiệu này là của anh/chị hoặc nghề truyền thống của làng, không tranh chấp với ai, phải không ạ?
    .label = Mẫu mã của cơ sở
    .explain = Em hỏi để sau này không ai thắc mắc về mẫu mã, nhãn hiệu của anh/chị. Hoa văn, cách làm chung của làng nghề thì cứ chọn “Đúng vậy”.
    .choice-yes = Đúng vậy
    .choice-no = Mẫu của nơi khác
    .choice-unsure = Chưa rõ, đang tranh chấp

eligibility-food-safety-status = Sản phẩm đã có giấy tờ chất lượng, an toàn (như giấy an toàn thực phẩm), phải không ạ?
    .label = Giấy chất lượng, an toàn
    .explain = Hồ sơ ghi có giấy thì nộp kèm, nhưng hàng ăn uống phải làm đúng quy định an toàn thực phẩm. Chưa có giấy, anh/chị vẫn trả lời tiếp được ạ.
    .choice-valid = Có, còn hạn
    .choice-applying = Đang làm, còn thiếu
    .choice-expired = Có nhưng đã hết hạn
    .choice-none = Chưa làm bao giờ
    .choice-na = Hàng không cần giấy này

eligibility-liquor = Sản phẩm này có phải là rượu không ạ?
    .label = Rượu và giấy phép
    .explain = Theo thông tin công bố, làm rượu thủ công để bán cần giấy phép sản xuất, nên em hỏi riêng. Chè, mật ong, nước cam thì anh/chị chọn “Không phải rượu”.
    .choice-no = Không phải rượu
    .choice-licensed = Rượu, đã có giấy phép
    .choice-unlicensed = Rượu, chưa có giấy phép

eligibility-prod-kind = Đây là một sản phẩm riêng hay một bộ nhiều món ạ?
    .label = Một sản phẩm hay một bộ
    .explain = Một bộ (bộ sản phẩm) là nhiều món do cùng cơ sở làm ra và đi với nhau, như bộ ấm chén. Nhiều thứ chẳng liên quan thì ghi danh từng thứ một.
    .choice-single = Một sản phẩm
    .choice-set = Một bộ nhiều món

eligibility-set-basis = Các món trong bộ đi với nhau theo kiểu nào ạ?
    .label = Kiểu bộ sản phẩm
    .explain = Có ba kiểu bộ: cùng mẫu, cùng công dụng mà khác nguyên liệu; khác mẫu nhưng cùng công dụng, cùng một nguyên liệu; khác nhau nhưng ghép lại dùng tiện hơn.
    .choice-a = Cùng mẫu, khác nguyên liệu
    .choice-b = Khác mẫu, cùng nguyên liệu
    .choice-c = Ghép lại dùng tiện hơn
    .choice-none = Không theo kiểu nào

eligibility-prev-cert-level = Sản phẩm này đã có giấy chứng nhận công nghiệp nông thôn tiêu biểu cấp nào chưa ạ?
    .label = Giấy chứng nhận đã có
    .explain = Đã có giấy cấp dưới còn hạn thì sản phẩm có thể vào cấp cao hơn. Giấy OCOP hay bằng khen khác không tính ở câu này, em hỏi sau ạ.
    .choice-none = Chưa có giấy này
    .choice-commune = Có, cấp xã
    .choice-district = Có, cấp huyện trước đây
    .choice-province = Có, cấp tỉnh
    .choice-region = Có, cấp khu vực
    .choice-nation = Có, cấp quốc gia

eligibility-prev-cert-valid = Giấy chứng nhận ấy còn hạn, phải không ạ?
    .label = Giấy chứng nhận còn hạn
    .explain = Anh/chị xem ngày hết hạn in trên giấy giúp em. Giấy hết hạn cũng không sao, sản phẩm vẫn có thể tham gia lại.
    .choice-yes = Còn hạn
    .choice-expired = Đã hết hạn

eligibility-sample = Khi Hội đồng chấm, anh/chị gửi được sản phẩm mẫu, phải không ạ?
    .label = Gửi sản phẩm mẫu
    .explain = Hội đồng xem sản phẩm thật để chấm, chấm xong trả lại. Hàng to, nặng hay khó giữ thì anh/chị chọn “Khó gửi”, Hội đồng sẽ quyết định cách chấm.
    .choice-yes = Gửi được
    .choice-hard = Khó gửi (to, nặng, mau hỏng)
