# Ghi hộ người khác: bà con ấy đồng ý bằng cách nào, rồi mới ghi danh.

helping-how = Ghi hộ ai thì người ấy phải tự đồng ý. Bà con đồng ý bằng cách nào ạ?
    .label = Cách bà con đồng ý
    .explain = Theo thông tin công bố, Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 yêu cầu chính người có thông tin đồng ý. Bà con ngồi cạnh thì tự bấm; không thì ký phiếu giấy, anh/chị chụp gửi em. Chưa có thì em giữ tạm, chưa đưa vào danh sách.
    .choice-present = Ngồi cạnh đây, tự bấm
    .choice-slip = Đã ký phiếu, tôi chụp gửi
    .choice-waiting = Chưa có, hỏi sau

helping-consent-slip = Anh/chị chụp rõ cả tờ phiếu đồng ý có chữ ký của bà con ấy rồi gửi vào đây ạ. Chưa có phiếu thì xin Sở hoặc UBND xã.
    .label = Phiếu đồng ý có chữ ký
    .explain = Một tờ phiếu dùng cho mười người: anh/chị chụp một lần, những người sau có ký trên tờ ấy thì bấm nút. Đừng chụp kèm căn cước.
    .hint = Dạ em cần ảnh chụp tờ phiếu ạ. Chưa có thì anh/chị bấm "Bỏ qua", em giữ tạm phần ghi hộ.
    .example = Anh/chị đặt phiếu chỗ sáng, chụp thẳng từ trên xuống cho rõ chữ ký. Ảnh JPG, PNG hoặc tệp PDF đều được.
