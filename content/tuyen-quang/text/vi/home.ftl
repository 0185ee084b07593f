### Chào hỏi, danh mục, và những câu nói khi chưa hiểu.

home-welcome =
    Chào anh/chị. Em là trợ lý tự động của { $office }. Em giúp bà con tìm hiểu và ghi danh bình chọn sản phẩm công nghiệp nông thôn tiêu biểu.

    Anh/chị cần gì ạ?
home-welcome-back = Chào anh/chị đã quay lại. Phần anh/chị đang làm em vẫn giữ.
home-welcome-ask = Anh/chị làm tiếp hay về danh mục ạ?
home-hello = Dạ, em chào anh/chị.
home-who = Em là trợ lý tự động (máy trả lời) của { $office }. Em giúp bà con tìm hiểu và ghi danh bình chọn sản phẩm công nghiệp nông thôn tiêu biểu. Muốn gặp người thật, anh/chị nhắn "cán bộ".
home-thanks = Dạ, em cảm ơn anh/chị. Khi nào cần, anh/chị cứ nhắn em nhé.
home-nod = Dạ vâng ạ. Anh/chị cần gì thì chọn một việc dưới đây nhé.
home-menu = Anh/chị cần gì ạ?
home-help =
    Anh/chị bấm nút hoặc nhắn số đều được. Lúc nào cũng nhắn được: sửa (quay lại câu trước), hoàn tác, làm lại (từ đầu), giải thích, để sau, tiếp (làm tiếp), cán bộ, danh mục. Ghi danh giúp người khác: ghi hộ.

    Thôi nhận tin: nhắn DỪNG. Xoá thông tin: nhắn XOÁ DỮ LIỆU. Gọi Sở: { $phone } ({ $hours }).
home-lost = Dạ em chưa hiểu ý anh/chị. Anh/chị chọn một việc dưới đây, hoặc nhắn số của việc đó giúp em nhé.
home-lost-again = Em xin lỗi, câu này em vẫn chưa hiểu. Ví dụ, anh/chị nhắn "ghi danh" để ghi danh sản phẩm, nhắn "điều kiện" để xem sản phẩm có hợp không.
home-lost-staff = Câu này chắc phải nhờ cán bộ. Anh/chị nhắn "cán bộ", hoặc gọi { $phone } ({ $hours }).

menu-programme = Chương trình này là gì
menu-eligibility = Sản phẩm của tôi có hợp không
menu-register = Ghi danh sản phẩm
menu-calendar = Lịch và hạn nộp
menu-activities = Lớp tập huấn, hội chợ
menu-mine = Ghi danh của tôi
menu-desk = Gặp cán bộ, nhờ gọi lại
menu-settings = Cài đặt, thông tin của tôi
menu-resume = Làm tiếp
menu-home = Về danh mục
menu-topics = Chọn tin muốn nhận

round-open = Đang có kỳ bình chọn { $level }, theo kế hoạch { $plan } ngày { $plan-date }. Hạn nộp hồ sơ giấy: { $deadline }. Nơi nộp: { $place }.
round-none = Hiện em chưa có lịch của kỳ bình chọn tới. Anh/chị cứ ghi danh trước; có lịch, cán bộ sẽ báo. Muốn hỏi thêm, anh/chị gọi { $phone }.
page-source = Theo { $article }.

question-which = Dạ, anh/chị muốn hỏi điều nào dưới đây ạ?
question-this = Dạ, có phải anh/chị muốn việc này không ạ?
question-none = Không phải
question-none-said = Dạ, câu này em chưa biết trả lời. Anh/chị nhắn "cán bộ" để hỏi người, hoặc gọi { $phone } ({ $hours }).

heard-once = Dạ em nhận được rồi ạ.
edited = Em thấy anh/chị vừa sửa tin cũ. Câu đã trả lời thì anh/chị nhắn "sửa" để đổi nhé.
old-button = Nút này là của câu trước rồi ạ.
phone-not-now = Dạ lúc này em chưa cần số điện thoại.
share-phone = Gửi số điện thoại của tôi
too-fast = Dạ tin đến nhanh quá, em đọc chưa kịp. Anh/chị chờ một phút rồi nhắn tiếp giúp em.
oops = Dạ vừa rồi bên em bị trục trặc, em chưa nhận được câu này. Anh/chị nhắn lại giúp em. Phần đã làm vẫn còn.

way-keep = Giữ nguyên
way-undo = ↩ Để như cũ
way-back = ← Sửa câu trước
way-later = Để sau
way-skip = Bỏ qua
way-explain = ? Giải thích
way-mute = Thôi không nhắc
way-resume = Quay lại với trợ lý
way-staff = ☎ Cán bộ
way-seats = Chỗ của tôi

option-right = Đúng
option-wrong = Không phải
option-unsure = Không rõ, nhờ cán bộ
option-all = Tất cả
option-none = Không chọn mục nào
option-done = Xong
option-chosen = ✔ { $what }
option-answer = Câu trả lời là "{ $said }"

# Việc mà một từ không dấu có thể là; hiện trên nút khi hỏi lại.
command-home = Về danh mục
command-hello = Chào hỏi
command-help = Xem hướng dẫn
command-bot = Hỏi em là ai
command-thanks = Cảm ơn
command-programme = Xem giới thiệu chương trình
command-eligibility = Xem điều kiện
command-register = Ghi danh sản phẩm
command-behalf = Ghi hộ người khác
command-claim = Nhận ghi danh người khác làm hộ
command-calendar = Xem lịch
command-activities = Xem lớp tập huấn, hội chợ
command-seats = Xem chỗ của tôi
command-keep-seats = Xác nhận chỗ của tôi
command-mine = Xem ghi danh của tôi
command-back = Sửa câu trước
command-explain = Nghe giải thích
command-skip = Bỏ qua câu này
command-later = Để sau
command-cancel = Dừng ghi, để sau
command-resume = Làm tiếp
command-undo = Để câu vừa đổi như cũ
command-restart = Làm lại từ đầu
command-mute = Thôi không nhắc
command-ask = Tôi hỏi
command-staff = Gặp cán bộ
command-call = Nhờ gọi lại
command-settings = Mở cài đặt
command-language = Đổi ngôn ngữ
command-topics = Chọn tin muốn nhận
command-stop = Thôi nhận tin
command-erase = Xoá thông tin của tôi
command-privacy = Xem thông tin của tôi giữ ra sao
