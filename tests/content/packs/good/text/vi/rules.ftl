rule-here = Ở đây thì được.
    .check = Làm ở đây
rule-no-papers = Chưa có giấy thì hỏi { -office }.
    .check = Chưa có giấy
rule-many = Đông người thì hỏi { -office }.
    .check = Đông
rule-late = Giấy đã hết hạn.
    .check = Hết hạn
