faq-fee = Không mất phí.
    .title = Có mất phí không
faq-where = Hỏi { $phone }.
    .title = Nộp ở đâu
