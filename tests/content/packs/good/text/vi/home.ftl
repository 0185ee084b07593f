-office = Sở Công Thương
home-greeting = Chào { $name }.
    .again = Chào lại.
home-count = { $n ->
    [0] chưa có sản phẩm nào
   *[other] { $n } sản phẩm
}
command-back = Quay lại
