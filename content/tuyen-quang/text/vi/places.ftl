# How a commune or ward is called in an answer, a review or a list.
place-commune = xã { $name }
place-ward = phường { $name }
place-province = tỉnh { $name }
place-city = thành phố { $name }
place-old = { $name } cũ
