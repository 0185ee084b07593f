rule-here = Ở đây thì được.
    .check = Làm ở đây
rule-no-papers = Chưa có giấy thì hỏi { -office }.
    .check = Chưa có giấy
