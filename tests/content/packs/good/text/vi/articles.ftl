article-six = Điều 6
