# Hỏi điều kiện tham gia. Các câu ở đây dùng lại trong mẫu ghi danh, nên viết sao cho hợp cả hai chỗ.

eligibility-prod-group = Sản phẩm của anh/chị thuộc nhóm nào ạ?
    .label = Nhóm sản phẩm
    .explain = Quy định xếp sản phẩm vào bốn nhóm. Vải lanh, khèn là thủ công; chè, mật ong, rượu là chế biến; dao rèn, máy sao chè là cơ khí. Chưa chắc thì anh/chị chọn nhóm gần nhất.
    .choice-craft = Thủ công mỹ nghệ
    .also-craft = thổ cẩm / mây tre đan / chạm bạc / dệt lanh / vải lanh / dệt vải / dệt / thêu / đan lát / đan / gùi / mây tre / đồ bạc / vòng bạc / khèn / gốm / chạm khắc / đồ gỗ mỹ nghệ / gỗ mỹ nghệ / giấy bản / nón / tranh / túi thổ cẩm / khăn thêu / đồ thủ công / hàng thủ công / lưu niệm / quà lưu niệm
    .choice-agro-food = Chế biến nông sản, thực phẩm
    .also-agro-food = đồ ăn / đồ uống / chè / trà / chè shan / chè shan tuyết / mật ong / rượu / miến / miến dong / bánh / bánh chưng / bún khô / phở khô / mì khô / thịt trâu gác bếp / thịt gác bếp / thịt lợn gác bếp / thịt treo / thịt khô / thịt bò khô / lạp xưởng / lạp sườn / giò chả / gạo / măng khô / măng / cà phê / hoa quả sấy / chuối sấy / mứt / ô mai / siro / nước ép / đậu phụ / tương ớt / mắm / tinh bột nghệ / dầu lạc / lạc / vừng / gia vị / hạt dổi / mắc khén / nấm / mộc nhĩ / cá khô / cam / quýt / hoa quả / trái cây / rau / nông sản / lâm sản / thuỷ sản / thực phẩm / đồ khô
    .choice-mechanical = Máy móc, dụng cụ cơ khí
    .also-mechanical = dao rèn / nông cụ / đồ rèn / dao / cuốc / cuốc xẻng / lưỡi cày / rèn / máy móc / máy / máy nông nghiệp / máy xay xát / máy sao chè / máy thái / cơ khí / đồ cơ khí / phụ tùng
    .choice-other = Sản phẩm khác
    .also-other = gạch / ngói / gạch ngói / vật liệu xây dựng / may mặc / quần áo / bao bì / phân bón / viên nén gỗ / than củi / xà phòng / mỹ phẩm / loại khác / nhóm khác / hàng khác / khác

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
    .also-coop-group = tht / tổ nhóm / tổ sản xuất
    .choice-household = Hộ kinh doanh có giấy
    .also-household = hkd có giấy / hộ kd / hộ có giấy / hộ kinh doanh có đăng ký / hộ kinh doanh cá thể / hộ gia đình / cá nhân / cá thể / gia đình / nhà làm / làm ở nhà / làm tại nhà / tự làm ở nhà
    .choice-unregistered = Chưa đăng ký kinh doanh
    .also-unregistered = chưa có giấy / chưa có giấy phép / không có giấy / chưa đăng ký / chưa có đăng ký / hộ gia đình chưa đăng ký / hộ gia đình / cá nhân / cá thể / gia đình / nhà làm / làm ở nhà / làm tại nhà / tự làm ở nhà / chưa có
    .choice-artisan = Nghệ nhân, người làm nghề
    .also-artisan = nghệ nhân / thợ / thợ thủ công / người làm nghề / thợ cả / cá nhân
    .choice-other = Loại khác, chi nhánh
    .also-other = làng nghề / chi nhánh / loại khác / khác

eligibility-est-small = Doanh nghiệp của anh/chị thuộc loại nhỏ và vừa (từ 200 lao động trở xuống), phải không ạ?
    .label = Doanh nghiệp nhỏ và vừa
    .explain = Chương trình dành cho doanh nghiệp nhỏ và vừa. Con số 200 chỉ để em hỏi nhanh; chưa chắc thì anh/chị chọn “Chưa rõ”, cán bộ Sở Công Thương sẽ xác nhận.
    .choice-yes = Đúng, nhỏ và vừa
    .also-yes = dưới 200 / dưới 200 người / nhỏ / vừa / nhỏ và vừa / vài người / mấy người / ít người
    .choice-no = Không, lớn hơn
    .also-no = trên 200 / trên 200 người / hơn 200 / lớn
    .choice-unsure = Chưa rõ

eligibility-made-by-self = Sản phẩm do chính cơ sở của anh/chị làm ra, phải không ạ?
    .label = Tự làm ra sản phẩm
    .explain = Chương trình chọn sản phẩm do chính cơ sở làm ra và đứng tên. Có khâu thuê nơi khác làm thì anh/chị chọn “Tự làm một phần”.
    .choice-yes = Đúng, tự làm ra
    .also-yes = tự làm / nhà làm / nhà tự làm / mình làm / tự tay làm / nhà làm ra / tự sản xuất
    .choice-part = Tự làm một phần
    .also-part = làm một phần / một phần / thuê làm một phần / làm một ít
    .choice-resale = Mua về bán, đóng gói lại
    .also-resale = mua về bán / mua lại / bán lại / mua đi bán lại / nhập về bán / buôn / đi buôn

eligibility-processed = Sản phẩm có qua chế biến, gia công hoặc làm thủ công, phải không ạ?
    .label = Có chế biến, gia công
    .explain = Chương trình dành cho hàng sản xuất. Ví dụ chè đã sao, thịt đã treo, vải đã dệt là có chế biến; rau tươi, gà sống, cây giống thì chưa.
    .choice-yes = Đúng, có chế biến, gia công
    .also-yes = có chế biến / chế biến / gia công / nấu / sấy / sao / dệt / đan / làm thủ công / làm tay
    .choice-sorted = Chỉ chọn lọc, phơi, đóng gói
    .also-sorted = phơi / phơi khô / chỉ phơi / chỉ phơi khô / chọn lọc / phân loại / đóng gói / chỉ đóng gói
    .choice-fresh = Hàng tươi, cây, con giống
    .also-fresh = tươi / hàng tươi / bán tươi / để tươi / hoa quả tươi / rau tươi / cây giống / con giống
    .choice-service = Dịch vụ, du lịch
    .also-service = dịch vụ / du lịch / homestay

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
    .also-no = không / không phải / không phải rượu / không có
    .choice-licensed = Rượu, đã có giấy phép
    .also-licensed = rượu có giấy phép / có giấy phép / có giấy phép rồi / đã có giấy phép
    .choice-unlicensed = Rượu, chưa có giấy phép
    .also-unlicensed = rượu chưa có giấy phép / chưa có giấy phép / chưa giấy phép / rượu không có giấy phép / rượu không phép

eligibility-prod-kind = Đây là một sản phẩm riêng hay một bộ nhiều món ạ?
    .label = Một sản phẩm hay một bộ
    .explain = Một bộ (bộ sản phẩm) là nhiều món do cùng cơ sở làm ra và đi với nhau, như bộ ấm chén. Nhiều thứ chẳng liên quan thì ghi danh từng thứ một.
    .choice-single = Một sản phẩm
    .also-single = một / 1 sản phẩm / một cái / một loại / riêng / đơn lẻ
    .choice-set = Một bộ nhiều món
    .also-set = bộ / một bộ / 1 bộ / nhiều món / cả bộ

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
    .also-none = chưa / chưa có / không / không có / chưa bao giờ / lần đầu / chưa được
    .choice-commune = Có, cấp xã
    .also-commune = xã / cấp xã
    .choice-district = Có, cấp huyện trước đây
    .also-district = huyện / cấp huyện
    .choice-province = Có, cấp tỉnh
    .also-province = tỉnh / cấp tỉnh
    .choice-region = Có, cấp khu vực
    .also-region = khu vực / cấp khu vực
    .choice-nation = Có, cấp quốc gia
    .also-nation = quốc gia / cấp quốc gia / trung ương

eligibility-prev-cert-valid = Giấy chứng nhận ấy còn hạn, phải không ạ?
    .label = Giấy chứng nhận còn hạn
    .explain = Anh/chị xem ngày hết hạn in trên giấy giúp em. Giấy hết hạn cũng không sao, sản phẩm vẫn có thể tham gia lại.
    .choice-yes = Còn hạn
    .choice-expired = Đã hết hạn

eligibility-sample = Khi Hội đồng chấm, anh/chị gửi được sản phẩm mẫu, phải không ạ?
    .label = Gửi sản phẩm mẫu
    .explain = Hội đồng xem sản phẩm thật để chấm, chấm xong trả lại. Hàng to, nặng hay khó giữ thì anh/chị chọn “Khó gửi”, Hội đồng sẽ quyết định cách chấm.
    .choice-yes = Gửi được
    .also-yes = được / gửi được / có gửi được
    .choice-hard = Khó gửi (to, nặng, mau hỏng)
    .also-hard = khó / khó gửi / không gửi được / to quá / nặng quá / mau hỏng / dễ hỏng
