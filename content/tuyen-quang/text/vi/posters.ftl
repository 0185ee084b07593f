# Áp phích có mã QR, và nguồn mà bà con tìm đến.

poster-title = Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu
poster-what = Nhà mình làm ra sản phẩm ở nông thôn? Mời ghi danh tham gia bình chọn.
poster-how = Mở máy ảnh điện thoại, đưa vào ô vuông dưới đây rồi bấm vào dòng chữ hiện ra.
poster-talk = Trợ lý tự động của Sở hỏi từng câu và điền giúp. Muốn gặp người thì nhắn "cán bộ".
poster-zalo-oa = Zalo
poster-web = Trang web
poster-telegram = Telegram
poster-call = Cần người giúp: gọi { $phone }, { $office }
source-poster = Áp phích { $place }
source-none = Không rõ nguồn
console-posters = Áp phích
posters-title = Áp phích và mã QR
posters-why = Mỗi xã, phường một tờ A4 để in và dán. Ai quét mã trên tờ nào thì số liệu biết người ấy đến từ tờ đó (riêng Zalo không cho biết).
posters-commune = Xã, phường
posters-every = Mọi xã, phường (một tệp nhiều trang)
posters-make = Tải áp phích (PDF)
posters-show = Xem đường dẫn
posters-links = Đường dẫn của { $place }
posters-links-why = Dùng để dán vào tin nhắn, nhóm Zalo. Không có gì riêng của ai trong đường dẫn.
posters-no-door = Chưa in được: máy chủ chưa có địa chỉ công khai (BOT_PUBLIC_URL) và chưa nối Zalo. Báo người quản trị.
