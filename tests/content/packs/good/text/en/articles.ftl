article-six = Article 6
