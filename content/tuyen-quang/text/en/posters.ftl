# Posters with QR codes, and the sources that people come by.

poster-title = Selection of typical rural industrial products
poster-what = Do you make a product in the countryside? Sign up and take part.
poster-how = Open your phone's camera, point it at a square below, and tap the line that appears.
poster-talk = The Department's automatic assistant asks one question at a time and fills in the rest. For a person, write "staff".
poster-zalo-oa = Zalo
poster-web = Web page
poster-telegram = Telegram
poster-call = For help call { $phone }, { $office }
source-poster = Poster of { $place }
source-none = Source not known
console-posters = Posters
posters-title = Posters and QR codes
posters-why = One page of A4 for each commune or ward, to print and put up. Whoever scans a code is counted for that poster (Zalo does not tell).
posters-commune = Commune, ward
posters-every = All communes and wards (one file of many pages)
posters-make = Download the poster (PDF)
posters-show = Show the links
posters-links = Links of { $place }
posters-links-why = To paste in messages and Zalo groups. A link says nothing about anybody.
posters-no-door = Nothing to print yet: the server has no public address (BOT_PUBLIC_URL) and no Zalo account. Tell the administrator.
