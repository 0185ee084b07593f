# Questions that are often asked: short answers, at any moment; `.title` goes on the button of "did
# you mean". Where there is no official text yet, say so, and who will answer.

faq-what-is = It is a programme of the industry and trade sector to choose and honour goods made in the countryside that are good, sell well and can grow. Chosen products get a certificate and priority when support is shared out.
    .title = What is this programme

faq-ocop = They are two programmes. According to published information OCOP belongs to the agriculture sector and grades with stars. This one belongs to industry and trade and chooses only goods that are made or processed. One product may enter both.
    .title = Is it the same as OCOP

faq-who = Small and medium enterprises, cooperatives, cooperative groups and registered household businesses that make their product in the province. Whether artisans may enter in their own name, staff of the Department will confirm.
    .title = Who may take part

faq-household = A household business may take part if it has its household business registration. The dossier needs a certified copy of that paper.
    .title = May a household business enter

faq-unregistered = The dossier needs a certified copy of the business registration, so without one it cannot be filed yet. Where to register and what is needed, staff will explain; write "call me back" and they can call.
    .title = No business registration

faq-products = Handicrafts, processed farm, forest and fish products and food, machines and tools, and other manufactured goods. Fresh produce that is not processed, and services, are not part of this programme.
    .title = Which products may enter

faq-groups = There are four groups: handicrafts; processed farm, forest and fish products and food; equipment, machines and tools; other products. I ask for the group when you sign up; staff look at it where you are not sure.
    .title = What are the product groups

faq-how-many = There is no limit: one establishment may sign up one or several products. I write them down one at a time.
    .title = How many products may I enter

faq-sets = A set is several pieces made by the same establishment, in one of three ways: same design and use, other materials; other designs, same use, one material; or different pieces that are more useful together.
    .title = What counts as a set

faq-fee = I have read of no participation fee in the rules; you pay for your photos, copies and sending the sample. If anybody asks for a fee, please tell the Department.
    .title = Does it cost anything

faq-dossier = One set: the registration form; a certified copy of the business registration; the product statement; 3 colour photos; papers on quality, food safety and awards if you have any. For a higher level also the valid certificate of the level below, unless no round was held there.
    .title = What is in the dossier

faq-photos = 3 colour photos of at least 10 × 15 cm: front, side, from above. A phone is good enough if the photo is sharp and bright on a plain background.
    .title = How to take the photos

faq-forms = You need not look for a form: I ask question by question and keep the answers for it; the paper is for you to look through, sign and file. Staff of the Department give out the paper form in use.
    .title = Forms to fill in

faq-where = The plan of each round says where to file. According to published information there is no district level since 1/7/2025, and some provinces take dossiers at the commune; for Tuyên Quang staff of the Department will confirm. Writing here is signing up, not yet filing.
    .title = Where to file the dossier

faq-deadline = The plan of each round says until when dossiers are taken.
    .title = When is the deadline

faq-how-often = By the rules the basic and the provincial level are held every two years; the province's plan says in which.
    .title = How often is it held

faq-levels = From the basic level (according to published information now the commune) to the province, the northern region and the nation. For the next level a product needs a valid certificate of the one below.
    .title = How many levels are there

faq-no-round = Where no basic round is held, the People's Committee there still looks at the dossier and may propose it to the province directly.
    .title = No round in my commune

faq-scoring = The Council scores out of 100. According to published information: market and room to grow 40; economy, technique, society, environment 40; culture and looks 10; other 10. Only an average of 70 or more is considered.
    .title = How is it scored

faq-pass-mark = Not certain: an average of 70 is needed to be considered, and the Council decides how many products are certified.
    .title = Is 70 points enough

faq-benefits = A certificate, the logo while the certificate is valid, priority when khuyến công support is shared out, being shown in the media, and perhaps a reward. I cannot promise any of it.
    .title = What does one gain

faq-reward = It depends on the level; for the province its own rules of the time hold. I have no official figure for Tuyên Quang, so I say none; staff of the Department will answer.
    .title = How much is the reward

faq-validity = According to published information it is valid until 31 December of the fourth year from the year of issue; what is printed on the paper counts. After that the product may enter again.
    .title = How long is it valid

faq-logo = You may print or stick it on the certified product and its packaging while the certificate is valid, and no longer. Ask staff of the Department for the file.
    .title = Printing the logo

faq-machines = It can be considered. The machine must be new, you put in money of your own, and a project must be approved. According to published information the national ceiling is 300 million đồng for an establishment; the province has rules of its own and I cannot promise.
    .title = Support for machines

faq-trademark = Khuyến công can help to build and register a trademark. How much it gives today, and where, please ask staff of the Department.
    .title = Trademark and brand

faq-packaging = Khuyến công gives advice on design and packaging. Good packaging with all the information also helps with the points for looks. What support there is today, staff of the Department will answer.
    .title = Packaging and design

faq-fairs = Khuyến công helps establishments to go to fairs; how much and how many booths is in each year's plan. Choose news about fairs to hear when there is a date; to be sure call { $phone }.
    .title = Fairs

faq-training = Khuyến công holds courses (management, markets, clean production) as each year's plan says. Choose news about training to hear of them; to be sure call { $phone }.
    .title = Training courses

faq-food-safety = In the dossier this paper is "if there is one", but the product must be made by the rules of food safety. Hand in a copy if you have it, else get it soon; ask the commune or staff of the Department who issues it.
    .title = Food safety paper

faq-quality-papers = These rules change during 2026, and I would rather not lead you wrong. Write "staff" to ask, or call { $phone } ({ $hours }).
    .title = Declaring and testing quality

faq-liquor = According to published information liquor may enter if there is a licence to make craft liquor for sale, given by the commune. Without one, staff help with the first step.
    .title = What liquor needs

faq-one-off = A piece of which there is only one cannot enter: the product must be one that can be made many times over.
    .title = There is only one of it

faq-resale = Goods bought in and resold cannot enter: the establishment itself must make the product. If only part of the work is done elsewhere, staff will look at it.
    .title = Bought in and resold

faq-sample = Send it as the Council says. After judging it is given back; keeping it for display needs your consent. If it is too big or heavy, the Council's chair decides how it is judged.
    .title = Samples, and getting them back

faq-help-writing = I ask question by question and write it down for you; commune staff and the Khuyến công centre also help with the dossier. Your children may type for you, too.
    .title = Who helps with the papers

faq-contacts =
    { $office }
    Phone: { $phone } ({ $hours })
    Address: { $address }
    .title = Phone and address

faq-complaint = Send it to the Council of that level within 15 working days of the notice of the result. The Council answers within 10 working days of receiving it.
    .title = I disagree with the result

faq-duties = Keep the quality that was declared, and report shortly every year to the Department and the People's Committee where you took part. Otherwise the certificate may be withdrawn.
    .title = After getting the certificate

faq-merger = According to published information Hà Giang has been part of Tuyên Quang since 1/7/2025 and there is no district level. I turn old addresses into new ones; whether an old district certificate still counts, staff of the Department will confirm.
    .title = The merger, old papers

faq-data = Your details are used for the dossier, to tell the result and to send the news you chose. Write XOÁ DỮ LIỆU to erase them (I say what the law makes us keep), THÔI NHẬN TIN to stop the news. Please send no photo of an identity card.
    .title = My details

faq-scam = { $office } takes no fee by message and asks for no OTP code and no photo of an identity card. If anybody asks for money, do not send it, and please call { $phone }.
    .title = Is this a scam

faq-results = The day of the results follows the plan of each round, I do not know it beforehand. Once judged, every establishment is told. Write "my sign-up" to see how far yours is.
    .title = When are the results

faq-next-step = After signing up, send photos and papers here little by little; "my sign-up" shows what is missing. Then sign the paper form and file it where the plan of the round says. If in doubt write "call me back" and staff will call.
    .title = Signed up, what next

faq-change = Yes. While answering, write "back" to go back one question. After signing up write "my sign-up", choose Go on, then change it. If the paper dossier is filed, call { $phone } and staff will help.
    .title = Change what I wrote

faq-lost-code = No matter. Write "my sign-up" here and you see the code again. With a lost or another phone call { $phone } and staff will look it up.
    .title = Lost code or phone

faq-offline = Losing the network loses none of your answers. When it is back, write "continue" and we go on.
    .title = No network half way

faq-again = Yes. A product may enter many rounds; if it is not chosen this time, sign up again for the next.
    .title = Not chosen this time

faq-elsewhere = This is not part of the selection, so I would rather not answer. Please ask the commune's People's Committee; if you do not know who does it, call the Department: { $phone } ({ $hours }).
    .title = Something else
