# How a commune or ward is called in an answer, a review or a list.
place-commune = { $name } commune
place-ward = { $name } ward
place-province = { $name } province
place-city = { $name } city
place-old = { $name } (old name)
