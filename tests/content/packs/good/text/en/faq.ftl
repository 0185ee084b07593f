faq-fee = There is no fee.
    .title = Is there a fee
faq-where = Ask { $phone }.
    .title = Where to file
