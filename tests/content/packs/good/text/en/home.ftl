-office = the Department
home-greeting = Hello { $name }.
    .again = Hello again.
home-count = { $n ->
    [0] no product yet
    [one] one product
   *[other] { $n } products
}
command-back = Back
