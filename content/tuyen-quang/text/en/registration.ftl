# The registration form. The first nine questions make a sign-up; the rest makes the dossier.

# --- Sign-up ---

registration-consent-data = To sign you up I need to keep your name, phone number, details of your establishment and product, and the photos and papers you send. Responsible: { $controller }. May see them, to prepare the dossier and report the result: { $receivers }. Kept: { $kept-for }. Questions about data: { $privacy-contact }.
    To have them erased, write XOÁ DỮ LIỆU or call { $phone }; I will say what the law makes us keep. Do you agree?
    .label = Consent to keep information
    .explain = According to published information, the Law on Personal Data Protection 91/2025/QH15 asks us to have your consent first. Without it I sign nobody up and keep nothing more; you can still call or visit the Department.
    .choice-yes = I agree
    .choice-no = No

registration-contact-name = May I have your full name, so that staff know whom to call?
    .label = Contact person
    .explain = This name goes on the registration form, and staff use it to address you properly. I keep it just as you write it.
    .hint = Sorry, I could not read a name. Please type the name only, without numbers or other signs.
    .example = Please write the full name. For example: Vàng Thị Mỷ.

registration-contact-phone = Which phone number reaches you? Staff call only when they need to ask about the product.
    .label = Phone number
    .explain = Staff call this number when something is missing, and it helps to find your sign-up again. A number shared in the family is fine.
    .hint = Sorry, I see no number to call here. A mobile number has 10 digits and begins with 0.
    .example = With or without spaces, as you like. For example: 0912 000 111, or a landline 0207 3888 000.

registration-est-name = What is the name of your establishment?
    .label = Name of the establishment
    .explain = Write it as on the business registration, because it is printed on the form. Without a registration, write what people call it.
    .hint = Sorry, this name looks too short or too long. Please write it in one line.
    .example = Please write it like this: HTX Lanh Sợi Xanh, or Hộ kinh doanh Giàng Mí Sính.

registration-prod-name = What is the product called that you want to sign up?
    .label = Product name
    .explain = I take one product or one set at a time; you can add others afterwards. The name should say what it is and what it is made of.
    .hint = Please give the name of one product only, in one line. Others can follow later.
    .example = Short and clear, for example: Khăn lanh nhuộm chàm (indigo linen scarf), or Chè Shan tuyết sao tay.

registration-topics = Would you like news from the Department, and about what?
    .label = News
    .explain = This is apart from signing up: you can sign up without news. To stop at any time, write THÔI NHẬN TIN.
    .choice-programme = The product selection
    .choice-training = Training courses
    .choice-fairs = Trade fairs

# --- Contact ---

registration-phone-shared = Is this phone used by several people, or only by you?
    .label = Shared phone
    .explain = I ask to keep your details private. On a shared phone I ask for the name again before showing what was saved.
    .choice-no = Only one person
    .choice-yes = Several people

registration-contact-channel = What is the easiest way for staff to reach you?
    .label = Best way to reach you
    .explain = Some places have a weak signal, and some people cannot write while working, so I ask.
    .choice-zalo = Zalo
    .choice-telegram = Telegram
    .choice-phone = Phone call
    .choice-visit = In person

registration-contact-language = Which language would you like staff to speak with you?
    .label = Preferred language
    .explain = I can only write Vietnamese and English. If you prefer to speak another language, I note it so that the Department can see whether somebody suitable is there.
    .choice-vi = Vietnamese
    .choice-hmn = Mông
    .choice-tyz = Tày
    .choice-dao = Dao
    .choice-other = Another language

registration-contact-email = Do you have an e-mail address? If so, staff can send papers there when needed.
    .label = E-mail
    .explain = E-mail makes sending files easier. Without one nothing changes; just skip this question.
    .hint = An e-mail address has an @ in the middle and a dot after it. Please check it once more.
    .example = Please type it without spaces. For example: lanhsoixanh@example.com.

# --- Establishment ---

registration-est-address-detail = In which village do you make the product? Add the house number if there is one.
    .label = Village, house number
    .explain = So that staff find the place if the Council wants to see how you work. I already have the commune.
    .hint = This address is rather long. Please write only the village, and the house number if there is one.
    .example = Short is fine, for example: thôn Lùng Tám Thấp.

registration-rep-name = Who is the representative, the person named on the registration of the establishment?
    .label = Representative
    .explain = The form needs the name of the person who signs. That may be you; I only need the name, never a photo of an identity card.
    .hint = Please give one full name only, without a title or a phone number.
    .example = Please write the full name. For example: Giàng Mí Sính.

registration-rep-title = What is the representative's position?
    .label = Position
    .explain = It stands under the signature on the form. For a household business, “Chủ hộ” (owner) will do.
    .hint = Please keep it short: a few words are enough.
    .example = For example: Giám đốc HTX (director), Tổ trưởng (group leader) or Chủ hộ (owner).

registration-reg-number = What is the number on your business registration?
    .label = Business registration number
    .explain = The dossier needs a copy of this paper, so the form must show the right number. Look for “Số” or “Mã số”; if you do not have it at hand, leave it for later.
    .hint = I need 5 to 20 letters and digits, as printed on the registration.
    .example = Copy it as it stands. For example: 5100999994, or 10H-0123456.

registration-reg-date = On which day was that registration issued?
    .label = Registration issued on
    .explain = The day is printed on the paper. If it was changed several times, take the first day or let staff look.
    .hint = Sorry, I could not read a date. Please give day, month and year; a day in the past.
    .example = Type day, month and year with slashes. For example: 15/03/2021.

registration-reg-issuer = Who issued the registration?
    .label = Registration issued by
    .explain = The office is named at the top of the paper or in the stamp. Districts no longer exist, but write it just as it stands.
    .hint = Please write only the name of the office, in one line.
    .example = Copy it from the paper. For example: Phòng Tài chính – Kế hoạch huyện Quản Bạ.

registration-tax-code = What is the tax code of the establishment?
    .label = Tax code
    .explain = It helps staff to check the name. A 12-digit code of a household business is hidden; only the last 3 digits are shown. If you do not remember it, skip.
    .hint = A tax code has 10, 12 or 13 digits. Please count once more.
    .example = Type the digits without spaces. For example: 5100999994.

registration-main-activity = What is the main work of your establishment?
    .label = Main activity
    .explain = It goes on the form, so that the judges know what you do best. Everyday words are fine.
    .hint = This is rather long. Please sum up the main work in one line.
    .example = A few words will do. For example: weaving linen, forging knives, roasting Shan tea.

registration-start-year = In which year did the establishment begin to produce?
    .label = Producing since
    .explain = Many years of work show that it stands firm. If you are not sure, an estimate will do.
    .hint = I need a year with four digits, not after this year.
    .example = Just type the year. For example: 2015.

registration-workers-total = How many people work with you regularly, family included?
    .label = Regular workers
    .explain = The number shows what jobs you create; it goes into the product statement. People who come for a few days in the season do not count.
    .hint = Please give me one number; an estimate is fine.
    .example = Just type how many. For example: 18 people.

registration-workers-women = How many of them are women?
    .label = Women workers
    .explain = It helps staff to know about women's work in the countryside. You can skip it.
    .hint = I need a number, not larger than all your workers together.
    .example = If there are none, type 0; else the number, for example 15.

registration-workers-minority = How many of the workers belong to an ethnic minority?
    .label = Ethnic-minority workers
    .explain = It is counted together for all establishments and not used to judge anybody. You can skip it.
    .hint = I only need how many people, not which group.
    .example = If all 18 weavers are Mông, for example, type 18.

registration-avg-income-vnd = About how much does each worker earn in a month, on average?
    .label = Average monthly income
    .explain = I ask because workers' pay may stand in the product statement. An estimate will do; skip it if you would rather not say.
    .hint = Sorry, the amount is not clear. Please give the pay of one person for one month, below 100 million đồng.
    .example = Type it as you say it: 4tr5, or 4.500.000.

registration-revenue-last-year-vnd = About how much did the establishment sell last year altogether? (revenue)
    .label = Revenue last year
    .explain = Revenue shows how well the goods sell when the Council judges. I mean sales before costs; an estimate will do.
    .hint = Sorry, I could not read the amount. Please give a number with triệu (million) or tỷ (billion).
    .example = Type it as you say it. For example: 850tr, or 1,2 tỷ.

registration-est-fax = Does the establishment have a fax number? If not, skip this.
    .label = Fax
    .explain = Forms often have this line. Few people use a fax today; leaving it empty is fine.
    .hint = This is too long for a fax number. Please give one number only.
    .example = With the area code. For example: 0207 3888 001.

registration-est-website = Does the establishment have a website or an online shop?
    .label = Website, online shop
    .explain = If so, the judges can see more of your product. A Facebook page or a shop on a market site counts too; if there is none, skip.
    .hint = This address is too long. Please send one address only.
    .example = Copy the address of the page. For example: lanhsoixanh.example.vn.

# --- Product ---

registration-prod-description = Please tell me about the product in a few sentences: what it is, what it is for, what is good about it.
    .label = About the product
    .explain = Your words are the heart of the product statement (bản thuyết minh). Tell it as you would tell a customer; staff can help with the wording.
    .hint = I need a little more, two or three sentences (at least 30 letters), but not too long.
    .example = For example: “A scarf woven by hand from linen grown in Lùng Tám, dyed with indigo, drawn with beeswax. Cool, strong, softer with each wash.”

registration-prod-specs = How big and how heavy is it, and how is it packed?
    .label = Size, weight, packing
    .explain = The judges need the size and the packing. With several sizes, take the one that sells best.
    .hint = This is rather long. Please give size, weight and packing in a line or two.
    .example = Keep it short. For example: scarf 40 × 160 cm; or tea in boxes of 100 g.

registration-materials = What are the main materials?
    .label = Main materials
    .explain = Materials speak of quality and origin. The few main ones are enough.
    .hint = Please name only a few main materials.
    .example = A linen scarf, for example: linen yarn, indigo. A forged knife: spring steel, longan wood for the handle.

registration-local-material-pct = About how many per cent of these materials come from the province?
    .label = Local materials (%)
    .explain = Using mostly local materials is one thing looked at when support is shared out. An estimate will do.
    .hint = I need a number from 0 to 100.
    .example = If nearly all is local, type 90; if half, type 50.

registration-process = What are the steps of making it, and which machines do you use?
    .label = Process, machines
    .explain = This part of the statement shows your skill and equipment. You need not tell any secret.
    .hint = This is too long. Please sum up the main steps.
    .example = Shan tea, for example: picking, withering, roasting in an iron pan, rolling, machine drying, packing.

registration-annual-output = About how much do you make in a year? (with the unit: pieces, kg, litres)
    .label = Yearly output
    .explain = It shows how much you can make. If years differ, take the last one.
    .hint = I need a number and a unit with it, such as pieces, kg or litres.
    .example = The number first, then the unit. For example: 2000 chiếc (pieces), or 500 kg.

registration-unit-price-vnd = What is the price of one unit? (a piece, a kg…)
    .label = Price
    .explain = The price helps the judges to picture your market. With several prices, take the usual one.
    .hint = I need an amount and a unit: how much for a piece, a kg or a bottle.
    .example = Please type it like this: 350000 /chiếc (piece), or 450k/kg of tea.

registration-prod-revenue-vnd = About how much money does this one product bring in a year?
    .label = Revenue of the product
    .explain = This is about one product, so it is usually not more than all your sales together. An estimate will do.
    .hint = Sorry, the amount is not clear. Please give the yearly sales of this product with triệu (million) or tỷ (billion).
    .example = If knives sold for five hundred million đồng in the year, for example, type: 500tr.

registration-markets = Where is the product sold? You can choose several.
    .label = Markets
    .explain = The market is one of the criteria, so I ask where you sell. For Zalo or Facebook, choose “Online”.
    .choice-local = Around here, local markets
    .choice-province = In the province
    .choice-nationwide = Other provinces
    .choice-export = Export
    .choice-online = Online
    .also-online = online sales

registration-export-countries = To which countries is it exported?
    .label = Export countries
    .explain = The countries go into the statement. Selling through a company that exports counts too, if you know where it goes.
    .hint = Please write only the countries, with commas between them.
    .example = Keep it short. For example: Nhật Bản (Japan), Pháp (France).

registration-culture-story = Does the product have a story, a pattern or something special from your home?
    .label = Culture, story
    .explain = Culture and beauty are a part of the scoring. Tell who taught you, what the pattern means; if there is nothing, skip.
    .hint = This story is too long for me to keep in full. Please make it a little shorter.
    .example = For example: “My grandmother taught my mother to work linen, my mother taught me; we weave it for weddings.”

registration-environment-note = What do you do with waste water, smoke, dust and leftovers?
    .label = Waste, environment
    .explain = The environment is a part of the scoring. If you work at home, just tell what you do every day.
    .hint = This is too long. Please tell one or two main ways.
    .example = For example: indigo residue becomes compost; dye water settles in a tank before it is let out.

# --- Quality, rights, earlier papers ---

registration-trademark-status = Has the product a registered trademark of its own?
    .label = Trademark
    .explain = A trademark is the name and picture by which buyers know your goods. It is not required; if there is one, I add it.
    .choice-none = Not registered
    .choice-filed = Applied for, waiting
    .choice-granted = Granted

registration-trademark-no = What is the number of the trademark application or certificate?
    .label = Trademark number
    .explain = It is printed at the top of the application or the certificate. If you cannot find the paper now, leave it for later.
    .hint = This is too long. Please copy only the number.
    .example = Copy it as it stands. For example: 4-2025-01234.

registration-quality-standard = Is the product made to a standard? If so, which one?
    .label = Quality standard
    .explain = That is the quality you set yourself or a common standard, often printed on the label. If there is none, skip.
    .hint = Please write only the number or the name of the standard, in one line.
    .example = Look at the label, often it says TCCS. For example: TCCS 01:2025.

registration-food-safety-no = What is the number of the quality or food-safety paper?
    .label = Safety paper number
    .explain = Staff compare the number with the copy you hand in. It stands at the top of the paper.
    .hint = This is too long. Please copy only the number of the paper.
    .example = Copy it as it stands. For example: 123/2025/ATTP.

registration-food-safety-expiry = On which day does that paper expire?
    .label = Safety paper valid until
    .explain = The day is printed on the paper. I note it so that staff see how long it can be used.
    .hint = Sorry, I could not read a date. Please give the full day, month and year.
    .example = Type it as on the paper. For example: 30/06/2028.

registration-liquor-licence-no = What is the number of your liquor production licence?
    .label = Liquor licence number
    .explain = The licence goes with the dossier, so I note its number for staff to compare.
    .hint = This is too long. Please copy only the number of the licence.
    .example = Copy it as it stands. For example: 05/GP-UBND.

registration-ocop-stars = How many OCOP stars does the product have?
    .label = OCOP stars
    .explain = OCOP (one commune one product) is another programme and replaces no paper here. If there are stars, I add them to the statement.
    .choice-none = No stars yet
    .choice-3 = 3 stars
    .choice-4 = 4 stars
    .choice-5 = 5 stars

registration-awards = Has the product won awards or certificates of merit?
    .label = Awards
    .explain = If so, copies go with the dossier. Give the name and the year; if there are none, skip.
    .hint = This is too long. Please give only the name of each award and its year.
    .example = One award a line. For example: Certificate of merit, Shan tea fair, 2024.

registration-prev-cert-no = What is the number of the certificate of typical rural industrial product you have?
    .label = Certificate number
    .explain = A higher level needs a copy of the certificate below, so I note the number for staff to compare.
    .hint = This is too long. Please copy only the number of the certificate or the decision.
    .example = Copy it as it stands. For example: 12/GCN-CNNT.

registration-prev-cert-date = On which day was that certificate issued?
    .label = Certificate issued on
    .explain = The day stands near the signature and the stamp.
    .hint = Sorry, I could not read the date. Please give a day, month and year in the past.
    .example = Type it as on the paper. For example: 20/09/2024.

registration-prev-cert-valid-to = Until which day does the certificate say it is valid?
    .label = Certificate valid until
    .explain = Please copy the day printed on it; I cannot work it out. If you see none, leave it for later and staff will look.
    .hint = Sorry, I could not read the last valid day. Please give day, month and year.
    .example = Please type it like this: 31/12/2027.

registration-target-level = At which level would you like to enter this time?
    .label = Level
    .explain = Without any certificate you begin at commune level, or go to the province when none is held below. If you are not sure, staff of the Department will confirm.
    .choice-commune = Commune level
    .choice-province = Province level
    .choice-region = Regional level
    .choice-nation = National level
    .choice-unsure = Not sure, ask staff

registration-khuyencong-before = Has the establishment had support from khuyến công (industry promotion) before?
    .label = Earlier khuyến công support
    .explain = Khuyến công is state support for rural production. I ask because the state does not pay twice for the same thing; if there was none, skip.
    .hint = This is too long. Please give only what was supported and the year.
    .example = Keep it short. For example: tea roaster, 2022.

# --- Photos and papers ---

registration-att-reg-paper = Please send a photo or a file of your business registration.
    .label = Business registration
    .explain = Staff look at it beforehand. The paper dossier needs a certified copy. Please do not send a photo of an identity card.
    .hint = I need a photo or a PDF of at most 10 MB. Tap the clip or the camera to send it.
    .example = Lay the paper in good light and photograph it from above with all four corners. If it is not at hand, leave it for later.

registration-att-photo-front = Please send a photo of the product from the front.
    .label = Photo from the front
    .explain = The dossier needs three colour photos: front, side and from above. A phone is fine if the picture is clear, bright, on a plain background and without filters.
    .hint = I have not seen a photo yet. Tap the camera, take the picture and send it here.
    .example = Put the product, say a packet of Shan tea, on a plain cloth near the window and hold the phone level. You can also do it later.

registration-att-photo-side = Now a photo from the side, please.
    .label = Photo from the side
    .explain = It shows the depth and the side of the product. The same background and light are fine.
    .hint = I need a picture here, not words. Choose one from your phone or take a new one.
    .example = Turn the product a quarter round and take the picture; of a forged knife, show the back of the blade. You can also do it later.

registration-att-photo-top = And a photo from above, please.
    .label = Photo from above
    .explain = This is the third view the dossier needs. Put the product on the floor or a table and photograph it straight down.
    .hint = I have not received a photo. Please send it again; with a weak signal it may not have gone out.
    .example = A linen scarf, for example: spread it on the floor, stand up and hold the phone right above it. You can also do it later.

registration-att-photo-set = Do you have a photo of the whole set together? If so, please send it.
    .label = Photo of the set
    .explain = One picture of all pieces helps people to see why they are a set. It is not required.
    .hint = This question needs a photo. If there is none, skip it.
    .example = Put the pieces side by side, for example a linen scarf, bag and skirt of one pattern, and take one picture.

registration-att-certificates = If you have quality or food-safety papers or awards, please send them.
    .label = Quality papers, awards
    .explain = Only if there are any. Send several sheets one after the other; certified copies are needed only with the paper dossier.
    .hint = I need a photo or a PDF of the paper, at most 10 MB.
    .example = Photograph the sheet straight, in good light, with text and stamp readable. For example the food-safety certificate of a tea workshop.

registration-att-prev-cert = Please send a photo of the certificate of typical rural industrial product you have.
    .label = Earlier certificate (paper)
    .explain = A higher level needs a certified copy of the valid certificate below. What you send here lets staff look beforehand.
    .hint = I need a photo or a PDF of the certificate.
    .example = The whole sheet, with number, date and stamp readable. If it hangs on the wall, photograph it there.

registration-att-form-signed = When the registration form is printed and signed, please photograph and send it.
    .label = Signed registration form
    .explain = The form is made from your answers, printed and signed (and stamped if you have a stamp). Sending it here is not filing the dossier; the paper one is.
    .hint = I need a photo or a PDF of the signed form. If it is not printed yet, leave it for later.
    .example = Each page in turn, with the signature clear. If you have no form yet, ask staff.

registration-att-thuyet-minh = Please photograph and send the signed product statement (bản thuyết minh).
    .label = Signed product statement
    .explain = It tells about the product in the official form, also made from your answers. The signed paper goes with the dossier.
    .hint = I need a photo or a PDF of the signed statement. If it is not ready, leave it for later.
    .example = Photograph the pages one after the other, with the signature on the last one clear.
