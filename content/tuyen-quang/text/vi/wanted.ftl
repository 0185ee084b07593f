### Cán bộ nhờ bổ sung ảnh, giấy tờ, câu trả lời.

wanted = Cán bộ đang xem ghi danh mã { $code } và nhờ anh/chị bổ sung { $count } mục. Làm xong, em quay lại việc đang dở.
wanted-later = Cán bộ nhờ anh/chị bổ sung { $count } mục cho ghi danh mã { $code }. Khi rảnh, anh/chị nhắn "tiếp" để làm ở đây, hoặc gọi { $phone }.
wanted-next = Còn { $count } mục cán bộ nhờ ạ.
wanted-done = Dạ, em đã ghi vào ghi danh để cán bộ xem. Cảm ơn anh/chị.
wanted-left = Dạ, phần cán bộ nhờ, em để sau ạ. Khi rảnh, anh/chị nhắn "tiếp" để làm, hoặc gọi { $phone }.
wanted-crossed = Tin vừa rồi anh/chị gửi trước khi em hỏi câu này, nên em chưa ghi. Anh/chị trả lời câu này giúp em.
