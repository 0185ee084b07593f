# Mẫu ghi danh. Chín câu đầu đủ để ghi danh; phần còn lại để làm hồ sơ, lúc nào trả lời cũng được.

# --- Ghi danh ---

registration-consent-data = Để ghi danh, em cần giữ tên, số điện thoại, thông tin cơ sở, sản phẩm, ảnh và giấy tờ anh/chị gửi. Bên chịu trách nhiệm: { $controller }. Bên được xem để làm hồ sơ và báo kết quả: { $receivers }. Thời gian giữ: { $kept-for }. Hỏi về dữ liệu: { $privacy-contact }.
    Muốn xoá, anh/chị nhắn XOÁ DỮ LIỆU hoặc gọi { $phone }; phần nào luật bắt giữ em sẽ nói rõ. Anh/chị đồng ý không ạ?
    .label = Đồng ý lưu thông tin
    .explain = Theo thông tin công bố, Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 yêu cầu hỏi trước khi giữ thông tin. Chưa đồng ý thì em không ghi danh, không giữ gì thêm; anh/chị vẫn gọi điện hoặc tới Sở được ạ.
    .choice-yes = Đồng ý
    .choice-no = Không

registration-contact-name = Em xin họ tên anh/chị, để cán bộ biết gọi ai ạ?
    .label = Người liên hệ
    .explain = Tên này ghi trên phiếu đăng ký và để cán bộ xưng hô cho đúng khi gọi. Anh/chị viết sao, em giữ nguyên như vậy.
    .hint = Dạ em chưa đọc ra tên. Anh/chị gõ họ và tên thôi, không kèm số hay dấu khác ạ.
    .example = Anh/chị viết đủ họ tên giúp em. Ví dụ: Vàng Thị Mỷ.

registration-contact-phone = Số điện thoại nào gọi được cho anh/chị ạ? Cán bộ chỉ gọi khi cần hỏi về sản phẩm.
    .label = Số điện thoại
    .explain = Em xin số để cán bộ gọi khi hồ sơ còn thiếu và để tìm lại ghi danh của anh/chị. Số dùng chung trong nhà cũng được.
    .hint = Dạ em chưa thấy số gọi được trong câu này. Số di động có 10 chữ số, bắt đầu bằng số 0 ạ.
    .example = Anh/chị gõ liền hay cách ra đều được. Ví dụ: 0912 000 111, hoặc máy bàn 0207 3888 000.

registration-est-name = Cơ sở của anh/chị tên là gì ạ?
    .label = Tên cơ sở
    .explain = Anh/chị viết như trên giấy đăng ký kinh doanh, vì tên này in trên phiếu. Chưa có giấy thì viết tên bà con vẫn gọi.
    .hint = Dạ tên này em thấy ngắn quá hoặc dài quá. Anh/chị viết tên cơ sở trong một dòng giúp em ạ.
    .example = Anh/chị viết như thế này giúp em: HTX Lanh Sợi Xanh, hoặc Hộ kinh doanh Giàng Mí Sính.

registration-prod-name = Sản phẩm anh/chị muốn ghi danh tên là gì ạ?
    .label = Tên sản phẩm
    .explain = Mỗi lần em ghi một sản phẩm hoặc một bộ. Còn sản phẩm khác thì xong phần này anh/chị ghi tiếp. Tên nên rõ là món gì, làm từ gì.
    .hint = Dạ em cần tên của một sản phẩm thôi, viết trong một dòng. Những món khác để ghi sau ạ.
    .example = Anh/chị đặt tên ngắn mà rõ giúp em. Ví dụ: Khăn lanh nhuộm chàm, hoặc Chè Shan tuyết sao tay.

registration-topics = Anh/chị có muốn nhận tin của Sở Công Thương không, và nhận tin gì ạ?
    .label = Nhận tin
    .explain = Câu này tách riêng với việc ghi danh: không nhận tin vẫn ghi danh được. Lúc nào muốn dừng, anh/chị nhắn THÔI NHẬN TIN.
    .choice-programme = Tin bình chọn sản phẩm
    .choice-training = Lớp tập huấn
    .choice-fairs = Hội chợ

# --- Liên hệ ---

registration-phone-shared = Số điện thoại này nhiều người dùng chung hay chỉ anh/chị dùng ạ?
    .label = Máy dùng chung
    .explain = Em hỏi để giữ kín cho anh/chị. Máy dùng chung thì em hỏi lại tên trước khi cho xem thông tin đã ghi.
    .choice-no = Chỉ một người dùng
    .choice-yes = Nhiều người dùng chung

registration-contact-channel = Khi cần, cán bộ liên lạc với anh/chị bằng cách nào tiện nhất ạ?
    .label = Cách liên lạc tiện nhất
    .explain = Có nơi sóng yếu, có người bận tay không nhắn được, nên em hỏi để cán bộ chọn đúng cách.
    .choice-zalo = Zalo
    .choice-telegram = Telegram
    .choice-phone = Gọi điện thoại
    .choice-visit = Gặp trực tiếp

registration-contact-language = Anh/chị muốn cán bộ nói chuyện bằng tiếng gì ạ?
    .label = Tiếng muốn dùng
    .explain = Em chỉ nhắn được tiếng Việt và tiếng Anh. Nếu anh/chị thích nói tiếng khác, em ghi lại để Sở xem có cán bộ phù hợp không.
    .choice-vi = Tiếng Việt
    .choice-hmn = Tiếng Mông
    .choice-tyz = Tiếng Tày
    .choice-dao = Tiếng Dao
    .choice-other = Tiếng khác

registration-contact-email = Anh/chị có email không ạ? Có thì cho em, để cán bộ gửi được giấy tờ khi cần.
    .label = Email
    .explain = Có email thì gửi nhận tệp tiện hơn. Không có email cũng không ảnh hưởng gì, anh/chị bỏ qua câu này ạ.
    .hint = Dạ email có chữ a còng (@) ở giữa và dấu chấm ở phần sau. Anh/chị xem lại giúp em ạ.
    .example = Anh/chị gõ liền, không dấu. Ví dụ: lanhsoixanh@example.com.

# --- Cơ sở ---

registration-est-address-detail = Nơi làm sản phẩm ở thôn, bản nào ạ? Có số nhà thì anh/chị thêm vào.
    .label = Thôn, bản, số nhà
    .explain = Em ghi để cán bộ tìm được chỗ khi Hội đồng muốn đến xem nơi làm. Tên xã em đã có rồi.
    .hint = Dạ địa chỉ này hơi dài. Anh/chị chỉ ghi tên thôn, bản và số nhà nếu có ạ.
    .example = Anh/chị viết ngắn như thế này là được: thôn Lùng Tám Thấp.

registration-rep-name = Ai là người đại diện, tức người đứng tên trên giấy đăng ký của cơ sở ạ?
    .label = Người đại diện
    .explain = Phiếu đăng ký cần tên người ký thay cho cơ sở. Người đó có thể chính là anh/chị; em chỉ cần họ tên, không cần ảnh căn cước.
    .hint = Dạ em chỉ cần họ và tên một người, không kèm chức vụ hay số điện thoại ạ.
    .example = Anh/chị viết đủ họ tên người đứng tên. Ví dụ: Giàng Mí Sính.

registration-rep-title = Người đại diện giữ chức vụ gì trong cơ sở ạ?
    .label = Chức vụ
    .explain = Chức vụ ghi dưới chữ ký trên phiếu. Hộ kinh doanh thì ghi “Chủ hộ” là được.
    .hint = Dạ anh/chị viết ngắn chức vụ thôi, vài chữ là đủ ạ.
    .example = Ví dụ anh/chị viết: Giám đốc HTX, Tổ trưởng, hoặc Chủ hộ.

registration-reg-number = Số trên giấy đăng ký kinh doanh của cơ sở là số nào ạ?
    .label = Số giấy đăng ký kinh doanh
    .explain = Hồ sơ cần bản sao giấy này, nên phiếu phải ghi đúng số. Anh/chị nhìn dòng “Số” hoặc “Mã số” trên giấy; chưa cầm giấy ở tay thì để sau.
    .hint = Dạ em cần một dãy từ 5 đến 20 chữ và số, như in trên giấy đăng ký ạ.
    .example = Anh/chị chép đúng như trên giấy. Ví dụ: 5100999994, hoặc 10H-0123456.

registration-reg-date = Giấy đăng ký ấy cấp ngày nào ạ?
    .label = Ngày cấp giấy đăng ký
    .explain = Ngày này in trên giấy đăng ký. Giấy đã đổi nhiều lần thì anh/chị lấy ngày cấp lần đầu hoặc để cán bộ xem giúp.
    .hint = Dạ em chưa đọc ra ngày. Anh/chị ghi ngày, tháng, năm giúp em; ngày đã qua rồi, không phải ngày sắp tới ạ.
    .example = Anh/chị gõ ngày, tháng, năm cách nhau bằng dấu gạch chéo. Ví dụ: 15/03/2021.

registration-reg-issuer = Giấy đăng ký do nơi nào cấp ạ?
    .label = Nơi cấp giấy đăng ký
    .explain = Tên cơ quan cấp in ở đầu giấy hoặc chỗ đóng dấu. Huyện nay không còn thì anh/chị cứ ghi đúng như trên giấy.
    .hint = Dạ anh/chị ghi tên cơ quan cấp trong một dòng thôi ạ.
    .example = Anh/chị chép như trên giấy. Ví dụ: Phòng Tài chính – Kế hoạch huyện Quản Bạ.

registration-tax-code = Mã số thuế của cơ sở là số nào ạ?
    .label = Mã số thuế
    .explain = Mã số thuế giúp cán bộ đối chiếu tên cơ sở. Số 12 chữ số của hộ kinh doanh thì em che đi, chỉ hiện 3 số cuối. Không nhớ thì bỏ qua ạ.
    .hint = Dạ mã số thuế có 10, 12 hoặc 13 chữ số. Anh/chị đếm lại giúp em ạ.
    .example = Anh/chị gõ liền các số. Ví dụ: 5100999994.

registration-main-activity = Cơ sở làm nghề gì là chính ạ?
    .label = Ngành nghề chính
    .explain = Em ghi vào phiếu để người chấm biết cơ sở chuyên về gì. Anh/chị nói bằng lời thường ngày là được.
    .hint = Dạ câu này hơi dài. Anh/chị tóm lại nghề chính trong một dòng giúp em ạ.
    .example = Anh/chị viết ngắn gọn thôi. Ví dụ: Dệt vải lanh, rèn dao, sao chè Shan.

registration-start-year = Cơ sở bắt đầu làm từ năm nào ạ?
    .label = Năm bắt đầu sản xuất
    .explain = Làm lâu năm cho thấy cơ sở vững. Không nhớ chính xác thì anh/chị ghi năm ước chừng.
    .hint = Dạ em cần một năm có bốn chữ số, không sau năm nay ạ.
    .example = Anh/chị chỉ gõ con số của năm. Ví dụ: 2015.

registration-workers-total = Cơ sở có bao nhiêu người làm thường xuyên, tính cả người nhà ạ?
    .label = Lao động thường xuyên
    .explain = Con số này cho thấy cơ sở tạo việc làm ra sao, ghi vào bài giới thiệu. Người chỉ làm vài ngày mùa vụ thì chưa tính.
    .hint = Anh/chị cho em xin một con số, ước chừng cũng được ạ.
    .example = Anh/chị chỉ gõ số người. Ví dụ: 18 người.

registration-workers-women = Trong số đó có bao nhiêu chị em phụ nữ ạ?
    .label = Lao động nữ
    .explain = Em hỏi để cán bộ có số liệu về việc làm cho phụ nữ ở nông thôn. Không tiện thì anh/chị bỏ qua.
    .hint = Dạ em cần một con số, không nhiều hơn tổng số người làm ạ.
    .example = Không có ai thì anh/chị gõ 0; có thì gõ số người, ví dụ 15.

registration-workers-minority = Có bao nhiêu người làm là người dân tộc thiểu số ạ?
    .label = Lao động dân tộc thiểu số
    .explain = Con số này để cán bộ tổng hợp việc làm của bà con các dân tộc, không dùng để xét từng người. Anh/chị có thể bỏ qua.
    .hint = Dạ anh/chị cho em số người thôi, chưa cần tên dân tộc ạ.
    .example = Ví dụ cả tổ dệt 18 người đều là người Mông thì anh/chị gõ 18.

registration-avg-income-vnd = Mỗi người làm thu nhập bình quân khoảng bao nhiêu một tháng ạ?
    .label = Thu nhập bình quân tháng
    .explain = Em hỏi vì thu nhập của người làm có thể ghi vào bài giới thiệu sản phẩm. Ước chừng là được, không muốn nói thì bỏ qua ạ.
    .hint = Dạ em chưa rõ số tiền. Anh/chị cho em số tiền một người một tháng, dưới 100 triệu đồng ạ.
    .example = Anh/chị gõ như nói hằng ngày: 4tr5, hoặc 4.500.000.

registration-revenue-last-year-vnd = Năm ngoái cơ sở bán được tổng cộng khoảng bao nhiêu tiền ạ? (doanh thu)
    .label = Doanh thu năm trước
    .explain = Doanh thu cho thấy hàng bán được tới đâu khi Hội đồng chấm. Em hỏi tiền bán hàng, chưa trừ chi phí; ước chừng cũng được.
    .hint = Dạ em chưa đọc ra số tiền. Anh/chị cho em một con số kèm chữ triệu hoặc tỷ ạ.
    .example = Anh/chị gõ như nói hằng ngày. Ví dụ: 850tr, hoặc 1,2 tỷ.

registration-est-fax = Cơ sở có số fax không ạ? Không có thì anh/chị bỏ qua.
    .label = Fax
    .explain = Mẫu phiếu thường có dòng này. Ngày nay ít nơi dùng fax, để trống cũng không sao ạ.
    .hint = Dạ số fax này dài quá. Anh/chị chỉ ghi một số thôi ạ.
    .example = Anh/chị ghi cả mã vùng. Ví dụ: 0207 3888 001.

registration-est-website = Cơ sở có trang web hay trang bán hàng trên mạng không ạ?
    .label = Trang web, trang bán hàng
    .explain = Có thì người chấm xem thêm được sản phẩm của anh/chị. Trang Facebook hay gian hàng trên mạng cũng được; không có thì bỏ qua.
    .hint = Dạ địa chỉ này dài quá. Anh/chị chỉ gửi một địa chỉ trang thôi ạ.
    .example = Anh/chị chép địa chỉ trang. Ví dụ: lanhsoixanh.example.vn.

# --- Sản phẩm ---

registration-prod-description = Anh/chị kể giúp em vài câu về sản phẩm: là gì, dùng làm gì, hay ở chỗ nào ạ?
    .label = Giới thiệu sản phẩm
    .explain = Lời kể này là phần chính của bản thuyết minh (bài giới thiệu sản phẩm). Anh/chị cứ kể như nói với khách; cán bộ có thể giúp sửa câu chữ.
    .hint = Dạ em cần thêm vài ý nữa, khoảng hai ba câu (ít nhất 30 chữ cái), mà cũng đừng quá dài ạ.
    .example = Ví dụ: “Khăn dệt tay từ sợi lanh trồng ở Lùng Tám, nhuộm chàm, vẽ sáp ong. Khăn mát, bền, càng giặt càng mềm.”

registration-prod-specs = Sản phẩm to nhỏ, nặng nhẹ, đóng gói thế nào ạ?
    .label = Kích thước, quy cách
    .explain = Người chấm cần biết cỡ và cách đóng gói. Có nhiều cỡ thì anh/chị ghi cỡ bán nhiều nhất.
    .hint = Dạ phần này hơi dài. Anh/chị ghi cỡ, cân nặng và cách đóng gói trong một hai dòng ạ.
    .example = Anh/chị ghi ngắn thôi. Ví dụ: khăn 40 × 160 cm; hoặc chè hộp 100 g.

registration-materials = Sản phẩm làm từ nguyên liệu chính gì ạ?
    .label = Nguyên liệu chính
    .explain = Nguyên liệu nói lên chất lượng và nguồn gốc của sản phẩm. Anh/chị kể vài thứ chính là đủ.
    .hint = Dạ anh/chị chỉ kể tên vài nguyên liệu chính thôi ạ.
    .example = Ví dụ khăn lanh: sợi lanh, chàm. Dao rèn: thép nhíp ô tô, gỗ nhãn làm cán.

registration-local-material-pct = Trong nguyên liệu ấy, khoảng bao nhiêu phần trăm là của trong tỉnh ạ?
    .label = Nguyên liệu trong tỉnh (%)
    .explain = Dùng nhiều nguyên liệu tại chỗ là một điều được xem khi xét ưu tiên khuyến công. Anh/chị ước chừng là được.
    .hint = Dạ em cần một con số từ 0 đến 100 ạ.
    .example = Gần hết là của tỉnh thì anh/chị gõ 90; một nửa thì gõ 50.

registration-process = Anh/chị làm ra sản phẩm qua những bước nào, dùng máy móc gì ạ?
    .label = Cách làm, máy móc
    .explain = Phần này vào bài giới thiệu, cho thấy tay nghề và máy móc của cơ sở. Bí quyết riêng thì anh/chị không cần kể.
    .hint = Dạ phần này dài quá. Anh/chị tóm lại vài bước chính giúp em ạ.
    .example = Ví dụ chè Shan: hái, làm héo, sao chảo gang, vò, sấy bằng máy, đóng gói.

registration-annual-output = Một năm anh/chị làm được khoảng bao nhiêu ạ? (ghi cả đơn vị: chiếc, kg, lít)
    .label = Sản lượng một năm
    .explain = Sản lượng cho thấy cơ sở làm được nhiều đến đâu. Năm nhiều năm ít thì anh/chị ghi năm gần nhất.
    .hint = Dạ em cần một con số và một đơn vị đi kèm, như chiếc, kg hay lít ạ.
    .example = Anh/chị gõ số trước, đơn vị sau. Ví dụ: 2000 chiếc, hoặc 500 kg.

registration-unit-price-vnd = Giá bán bao nhiêu tiền một đơn vị ạ? (một chiếc, một kg…)
    .label = Giá bán
    .explain = Giá bán giúp người chấm hình dung thị trường của sản phẩm. Bán nhiều giá thì anh/chị ghi giá hay bán nhất.
    .hint = Dạ em cần số tiền và đơn vị: bao nhiêu tiền cho một chiếc, một kg hay một chai ạ.
    .example = Anh/chị gõ giúp em như thế này: 350000 /chiếc, hoặc 450k/kg chè.

registration-prod-revenue-vnd = Riêng sản phẩm này mỗi năm bán được khoảng bao nhiêu tiền ạ?
    .label = Doanh thu riêng sản phẩm
    .explain = Em hỏi riêng sản phẩm này, nên thường không lớn hơn tổng tiền bán hàng của cả cơ sở. Ước chừng cũng được ạ.
    .hint = Dạ em chưa rõ số tiền. Anh/chị cho em tiền bán sản phẩm này trong một năm, kèm chữ triệu hoặc tỷ ạ.
    .example = Ví dụ bán dao rèn cả năm được năm trăm triệu đồng, anh/chị gõ: 500tr.

registration-markets = Sản phẩm bán ở những đâu ạ? Anh/chị chọn được nhiều nơi.
    .label = Nơi tiêu thụ
    .explain = Thị trường là một tiêu chí khi chấm, nên em hỏi bán ở đâu. Bán qua Zalo, Facebook thì anh/chị chọn “Bán trên mạng”.
    .choice-local = Quanh xã, chợ phiên
    .choice-province = Trong tỉnh
    .choice-nationwide = Tỉnh khác trong nước
    .choice-export = Xuất khẩu
    .choice-online = Bán trên mạng
    .also-online = bán mạng / bán online / bán qua mạng

registration-export-countries = Hàng xuất đi những nước nào ạ?
    .label = Nước xuất khẩu
    .explain = Em ghi tên nước vào bài giới thiệu. Bán qua công ty khác để họ xuất đi cũng ghi được, nếu anh/chị biết nước nào.
    .hint = Dạ anh/chị chỉ ghi tên nước, cách nhau bằng dấu phẩy ạ.
    .example = Anh/chị ghi ngắn thôi. Ví dụ: Nhật Bản, Pháp.

registration-culture-story = Sản phẩm có câu chuyện, hoa văn hay nét riêng nào của quê anh/chị không ạ?
    .label = Nét văn hóa, câu chuyện
    .explain = Văn hóa và vẻ đẹp là một phần khi chấm điểm. Anh/chị kể ai truyền nghề, hoa văn nghĩa là gì; không có thì bỏ qua.
    .hint = Dạ câu chuyện này dài quá, em không giữ hết được. Anh/chị kể gọn hơn giúp em ạ.
    .example = Ví dụ: “Nghề lanh bà truyền cho mẹ, mẹ truyền cho tôi; nhà tôi dệt để mặc ngày cưới.”

registration-environment-note = Nước thải, khói bụi, đồ thừa khi làm, anh/chị xử lý thế nào ạ?
    .label = Xử lý chất thải, môi trường
    .explain = Môi trường là một phần khi chấm điểm. Làm nhỏ ở nhà thì anh/chị kể cách vẫn làm hằng ngày là được.
    .hint = Dạ phần này dài quá. Anh/chị kể một hai cách chính giúp em ạ.
    .example = Ví dụ: bã chàm ủ làm phân; nước nhuộm để lắng trong bể rồi mới thải.

# --- Chất lượng, quyền, giấy đã có ---

registration-trademark-status = Sản phẩm đã đăng ký nhãn hiệu riêng chưa ạ?
    .label = Đăng ký nhãn hiệu
    .explain = Nhãn hiệu là tên và hình riêng để khách nhận ra hàng của anh/chị. Không bắt buộc; có thì em ghi thêm vào hồ sơ.
    .choice-none = Chưa đăng ký
    .choice-filed = Đã nộp đơn, đang chờ
    .choice-granted = Đã được cấp

registration-trademark-no = Số đơn hoặc số giấy chứng nhận nhãn hiệu là số nào ạ?
    .label = Số đơn, văn bằng nhãn hiệu
    .explain = Số này in ở góc trên của đơn hoặc giấy chứng nhận. Chưa tìm thấy giấy thì anh/chị để sau ạ.
    .hint = Dạ số này dài quá. Anh/chị chỉ chép số đơn hoặc số giấy thôi ạ.
    .example = Anh/chị chép đúng như trên giấy. Ví dụ: 4-2025-01234.

registration-quality-standard = Sản phẩm làm theo tiêu chuẩn nào không ạ? Có số hiệu thì anh/chị ghi ra.
    .label = Tiêu chuẩn áp dụng, công bố
    .explain = Đó là mức chất lượng cơ sở tự đặt ra hoặc theo tiêu chuẩn chung, thường in trên nhãn. Không có thì anh/chị bỏ qua.
    .hint = Dạ anh/chị chỉ ghi số hiệu hoặc tên tiêu chuẩn trong một dòng ạ.
    .example = Anh/chị xem trên nhãn, thường có chữ TCCS. Ví dụ: TCCS 01:2025.

registration-food-safety-no = Số của giấy chất lượng, an toàn thực phẩm là số nào ạ?
    .label = Số giấy an toàn
    .explain = Em ghi số để cán bộ đối chiếu với bản sao anh/chị nộp. Số in ở đầu giấy.
    .hint = Dạ số này dài quá. Anh/chị chỉ chép dòng số của giấy thôi ạ.
    .example = Anh/chị chép đúng như trên giấy. Ví dụ: 123/2025/ATTP.

registration-food-safety-expiry = Giấy ấy hết hạn ngày nào ạ?
    .label = Hạn giấy an toàn
    .explain = Ngày hết hạn in trên giấy. Em ghi lại để cán bộ xem giấy còn dùng được tới khi nào.
    .hint = Dạ em chưa đọc ra ngày. Anh/chị ghi đủ ngày, tháng, năm hết hạn giúp em ạ.
    .example = Anh/chị gõ ngày, tháng, năm như trên giấy. Ví dụ: 30/06/2028.

registration-liquor-licence-no = Số giấy phép sản xuất rượu của anh/chị là số nào ạ?
    .label = Số giấy phép sản xuất rượu
    .explain = Giấy phép này nộp kèm hồ sơ, nên em ghi số để cán bộ đối chiếu.
    .hint = Dạ số này dài quá. Anh/chị chỉ chép số của giấy phép thôi ạ.
    .example = Anh/chị chép đúng như trên giấy. Ví dụ: 05/GP-UBND.

registration-ocop-stars = Sản phẩm đã được xếp hạng OCOP mấy sao ạ?
    .label = Hạng OCOP
    .explain = OCOP là chương trình khác (mỗi xã một sản phẩm), không thay được giấy nào ở đây. Có sao thì em ghi thêm vào bài giới thiệu.
    .choice-none = Chưa có sao nào
    .choice-3 = 3 sao
    .choice-4 = 4 sao
    .choice-5 = 5 sao

registration-awards = Sản phẩm có bằng khen, giải thưởng nào không ạ?
    .label = Giải thưởng, bằng khen
    .explain = Có thì bản sao nộp kèm hồ sơ. Anh/chị ghi tên giải và năm; không có thì bỏ qua.
    .hint = Dạ phần này dài quá. Anh/chị chỉ ghi tên giải và năm thôi ạ.
    .example = Mỗi giải một dòng. Ví dụ: Giấy khen hội chợ chè Shan, năm 2024.

registration-prev-cert-no = Số của giấy chứng nhận công nghiệp nông thôn tiêu biểu đã có là số nào ạ?
    .label = Số giấy chứng nhận đã có
    .explain = Lên cấp trên cần bản sao giấy cấp dưới, nên em ghi số để cán bộ đối chiếu.
    .hint = Dạ số này dài quá. Anh/chị chỉ chép số giấy hoặc số quyết định thôi ạ.
    .example = Anh/chị chép đúng như trên giấy. Ví dụ: 12/GCN-CNNT.

registration-prev-cert-date = Giấy chứng nhận ấy cấp ngày nào ạ?
    .label = Ngày cấp giấy chứng nhận
    .explain = Ngày cấp in gần chữ ký và con dấu trên giấy.
    .hint = Dạ em chưa đọc ra ngày cấp. Anh/chị ghi ngày, tháng, năm đã qua giúp em ạ.
    .example = Anh/chị gõ như trên giấy. Ví dụ: 20/09/2024.

registration-prev-cert-valid-to = Trên giấy ghi có giá trị đến ngày nào ạ?
    .label = Hạn giấy chứng nhận
    .explain = Anh/chị chép ngày in trên giấy, em không tự tính được. Trên giấy không thấy ngày thì để sau, cán bộ sẽ xem giúp.
    .hint = Dạ em chưa đọc ra ngày hết giá trị. Anh/chị ghi đủ ngày, tháng, năm ạ.
    .example = Anh/chị gõ giúp em như thế này: 31/12/2027.

registration-target-level = Lần này anh/chị muốn tham gia ở cấp nào ạ?
    .label = Cấp đăng ký
    .explain = Chưa có giấy cấp nào thì bắt đầu từ cấp xã, hoặc lên tỉnh khi dưới không tổ chức. Chưa rõ thì cán bộ Sở Công Thương sẽ xác nhận.
    .choice-commune = Cấp xã
    .choice-province = Cấp tỉnh
    .choice-region = Cấp khu vực
    .choice-nation = Cấp quốc gia
    .choice-unsure = Chưa rõ, nhờ cán bộ

registration-khuyencong-before = Trước đây cơ sở đã được khuyến công hỗ trợ gì chưa ạ?
    .label = Từng được khuyến công hỗ trợ
    .explain = Khuyến công là nguồn nhà nước hỗ trợ làm nghề ở nông thôn. Em hỏi vì nhà nước không chi hai lần cho cùng một khoản; chưa có thì bỏ qua.
    .hint = Dạ phần này dài quá. Anh/chị chỉ ghi được hỗ trợ gì và năm nào ạ.
    .example = Anh/chị ghi ngắn thôi. Ví dụ: máy sao chè, năm 2022.

# --- Ảnh và giấy tờ ---

registration-att-reg-paper = Anh/chị gửi em ảnh chụp hoặc tệp giấy đăng ký kinh doanh nhé?
    .label = Bản chụp giấy đăng ký
    .explain = Em giữ bản này để cán bộ xem trước. Khi nộp hồ sơ giấy cần bản sao hợp lệ (có chứng thực). Đừng gửi ảnh căn cước giúp em.
    .hint = Dạ em cần một tấm ảnh hoặc một tệp PDF, không quá 10 MB. Anh/chị bấm hình kẹp giấy hoặc máy ảnh để gửi ạ.
    .example = Trải giấy ra chỗ sáng, chụp thẳng từ trên xuống cho thấy đủ bốn góc. Chưa có giấy ở tay thì để sau cũng được.

registration-att-photo-front = Anh/chị gửi em ảnh chụp thẳng mặt trước của sản phẩm nhé?
    .label = Ảnh mặt trước
    .explain = Hồ sơ cần ba ảnh màu: mặt trước, bên cạnh, từ trên xuống. Chụp điện thoại được, miễn rõ, sáng, nền trơn, không chỉnh màu.
    .hint = Dạ em chưa thấy ảnh. Anh/chị bấm hình máy ảnh, chụp rồi gửi vào đây ạ.
    .example = Đặt sản phẩm, như gói chè Shan, trên nền vải trơn gần cửa sổ, cầm máy ngang tầm rồi chụp. Chưa tiện thì để sau ạ.

registration-att-photo-side = Giờ đến ảnh chụp từ bên cạnh sản phẩm ạ, anh/chị gửi em nhé?
    .label = Ảnh bên cạnh
    .explain = Ảnh này cho thấy bề dày và cạnh bên của sản phẩm. Vẫn nền ấy, ánh sáng ấy là được.
    .hint = Dạ em cần một tấm ảnh, chưa phải chữ. Anh/chị chọn ảnh trong máy hoặc chụp mới ạ.
    .example = Xoay sản phẩm một phần tư vòng rồi chụp, ví dụ con dao rèn thì chụp thấy sống dao. Chưa tiện thì để sau ạ.

registration-att-photo-top = Còn ảnh chụp từ trên xuống, anh/chị gửi em nhé?
    .label = Ảnh từ trên xuống
    .explain = Đây là góc chụp thứ ba mà hồ sơ cần. Đặt sản phẩm dưới đất hay trên bàn rồi chụp thẳng xuống.
    .hint = Dạ em chưa nhận được ảnh. Anh/chị gửi lại giúp em, có khi sóng yếu nên ảnh chưa đi ạ.
    .example = Ví dụ khăn lanh: trải phẳng dưới sàn, đứng thẳng, giơ máy ngay phía trên rồi chụp. Chưa tiện thì để sau ạ.

registration-att-photo-set = Anh/chị có ảnh chụp chung cả bộ sản phẩm không ạ? Có thì gửi em.
    .label = Ảnh cả bộ
    .explain = Một ảnh đủ các món giúp người xem hiểu vì sao chúng là một bộ. Không bắt buộc ạ.
    .hint = Dạ câu này cần một tấm ảnh. Không có thì anh/chị bỏ qua ạ.
    .example = Xếp các món cạnh nhau, ví dụ khăn, túi, váy lanh cùng mẫu, rồi chụp một tấm cho đủ.

registration-att-certificates = Anh/chị có giấy chất lượng, an toàn thực phẩm, bằng khen thì gửi em xem nhé?
    .label = Giấy chất lượng, bằng khen
    .explain = Những giấy này có thì nộp, không có thì thôi. Nhiều tờ thì anh/chị gửi lần lượt từng tờ; khi nộp hồ sơ giấy mới cần bản sao hợp lệ.
    .hint = Dạ em cần ảnh chụp hoặc tệp PDF của giấy, không quá 10 MB ạ.
    .example = Chụp thẳng tờ giấy chỗ sáng, đọc được chữ và con dấu. Ví dụ giấy an toàn thực phẩm của lò chè.

registration-att-prev-cert = Anh/chị gửi em ảnh giấy chứng nhận công nghiệp nông thôn tiêu biểu đã có nhé?
    .label = Bản chụp giấy chứng nhận
    .explain = Lên cấp trên cần bản sao hợp lệ của giấy cấp dưới còn hạn. Bản gửi đây để cán bộ xem trước.
    .hint = Dạ em cần ảnh hoặc tệp PDF của giấy chứng nhận ạ.
    .example = Chụp cả tờ, thấy rõ số giấy, ngày cấp và con dấu. Giấy đang treo tường thì chụp luôn trên tường cũng được.

registration-att-form-signed = Khi đã in và ký phiếu đăng ký, anh/chị chụp gửi em nhé?
    .label = Phiếu đăng ký đã ký
    .explain = Phiếu làm từ những gì anh/chị đã trả lời, in ra rồi ký (có dấu thì đóng dấu). Gửi ảnh ở đây chưa phải nộp hồ sơ; bản giấy mới là bản nộp.
    .hint = Dạ em cần ảnh hoặc tệp PDF của phiếu đã ký. Chưa in thì anh/chị để sau ạ.
    .example = Chụp lần lượt từng trang, thấy rõ chữ ký. Chưa có phiếu thì anh/chị hỏi cán bộ.

registration-att-thuyet-minh = Bản thuyết minh (bài giới thiệu sản phẩm) đã ký, anh/chị chụp gửi em nhé?
    .label = Bản thuyết minh đã ký
    .explain = Bài này kể về sản phẩm theo mẫu, cũng làm từ những câu anh/chị đã trả lời. Bản giấy đã ký nộp cùng hồ sơ.
    .hint = Dạ em cần ảnh hoặc tệp PDF của bài đã ký. Chưa có thì để sau cũng được ạ.
    .example = Nhiều trang thì anh/chị chụp lần lượt từng trang rồi gửi, thấy rõ chữ ký ở trang cuối.
