# The programme, one thought a page, at most 600 characters. The program adds the source below each
# page, and the open round below the calendar page.

programme-about = This is a programme of the industry and trade sector to choose and honour goods made in the countryside (typical rural industrial products): good quality, selling well, able to grow.
    Taking part is voluntary. Chosen products get a certificate and priority when support is shared out. The selection Council decides.
    .title = What is this programme

programme-who = Small and medium enterprises, cooperatives, cooperative groups and registered household businesses that make their products in the province may take part. A small home business with a household registration may too.
    One establishment may enter one or several products. Whether artisans may enter in their own name, staff of the Department will confirm.
    .title = Who may take part

programme-unregistered = The dossier needs a certified copy of the business registration, so without one it cannot be filed yet.
    Where to register, and what paper a cooperative group uses, staff of the Department will confirm. Leave your number and they can call and explain.
    .title = No business registration

programme-groups = There are four product groups:
    – Handicrafts: linen, brocade, silver work, khèn pipes, bamboo and rattan.
    – Processed farm, forest and fish products and food: Shan tea, honey, smoked meat, corn liquor, vermicelli.
    – Equipment, machines, tools and spare parts: forged knives, corn shellers, tea roasters.
    – Other products: unfired bricks, cosmetics, woodwork, garments.
    .title = Product groups

programme-not-eligible = The programme chooses goods that the establishment makes itself and can make in quantity, to its own design or the craft of its village.
    So these cannot enter: fresh goods, goods bought to sell on, single pieces, services and tourism.
    For fresh goods or tourism, have a look at OCOP.
    .title = What cannot take part

programme-sets = A set is several pieces made by one establishment, in one of three ways:
    – same design and use, different materials;
    – different designs, same use, one material;
    – different pieces that are of more use together.
    Otherwise each product is signed up by itself.
    .title = What is a set

programme-food-safety = Quality and food-safety papers go into the dossier “if any”, but the product must be made by the food-safety rules. If you have papers, add copies; if not, better get them early.
    Which product needs which paper, and from whom, has changed in 2026; staff of the Department will confirm so that you do not do it wrong.
    .title = Food-safety papers

programme-liquor = According to published information, corn liquor and other craft liquor may take part with a licence to make craft liquor for sale, given by the commune People's Committee.
    Without a licence, please ask staff about the first step.
    .title = What liquor needs

programme-ocop = They are two programmes. According to published information, OCOP (one commune one product) is run by the agriculture sector, gives stars, and takes fresh goods and tourism too.
    This one is run by the industry and trade sector, takes only goods that are produced or processed, and gives no stars. A product may enter both; OCOP stars replace no paper here.
    .title = How OCOP differs

programme-levels = The programme goes upwards: basic level (once the district; according to published information, now the commune), province, northern region, nation.
    To enter a higher level, a product needs a valid certificate of the level below. Where no basic level is held, it may be proposed to the province directly.
    How Tuyên Quang holds the commune level, staff of the Department will confirm.
    .title = The levels

programme-calendar = By the rules, the basic level (once the district) and the province hold it every two years, usually in odd years; the region and the nation too, usually in even years. Other years may be chosen, so the plan of the year is what counts.
    .title = Calendar and deadlines

programme-steps = The steps of a round:
    – a plan and a notice;
    – the establishment files one dossier;
    – the authority below checks and sends up a list;
    – the jury reads dossiers, looks at samples, may visit;
    – scores, and the Council submits the results;
    – decision and certificate; every entrant is told the result.
    .title = Steps of a round

programme-where = The plan of each round says where to file. According to published information, districts ended on 1/7/2025, and some provinces take dossiers at the commune People's Committee.
    Where to file in Tuyên Quang, and how many sets, staff of the Department will confirm. Writing to me is signing up, not filing the dossier.
    .title = Where to file the dossier

programme-scoring = The Council scores out of 100. According to published information: market and room to grow up to 40; economy, technology, society, environment 40; culture and beauty 10; other 10.
    Only from an average of 70 can a product be considered. 70 does not mean being chosen: the Council decides how many are.
    .title = How it is scored

programme-points = You can tell and prepare:
    – market: how much you sell, where, how you plan to grow;
    – economy, environment: local materials, jobs, machines, waste, quality papers;
    – culture: patterns, story, packaging;
    – other: awards, OCOP stars, trademark, export, online sales.
    .title = What to prepare for scoring

programme-benefits = A chosen product gets a certificate, and may bear the programme logo while it is valid.
    It is also shown in the media, and has priority when khuyến công (state support for rural production) is shared out.
    There may also be a reward by the rules of each level. I can promise none of this in advance.
    .title = What the chosen get

programme-rewards = Rewards differ by level. At basic and province level they follow the province's rules of the time.
    I have no official document with the amount in Tuyên Quang, so I name none; staff of the Department will confirm.
    .title = Rewards

programme-support = Khuyến công may consider support for machines, models of new technology, trademarks, packaging, fairs and training. A machine must be new and better than the one in use; you add your own money, and the project must be approved; the same thing is not paid twice.
    How much follows the rules of the time, and I cannot promise it; staff of the Department will confirm.
    .title = Khuyến công support

programme-brand = Khuyến công includes help to build and register a trademark, and advice on design and packaging. Good, complete packaging also helps the beauty part of the score.
    For the rates today, please ask staff of the Department.
    .title = Trademark, packaging

programme-fairs = Khuyến công helps establishments to join trade fairs; which ones, how many stands and how much help follow the plan of the year.
    If you choose news about fairs, the Department writes when there is a date; to be sure, call { $phone }.
    .title = Trade fairs

programme-training = Khuyến công holds training courses, such as management, markets and cleaner production, by the plan of each year.
    If you choose news about training, the Department writes when there is a course; to be sure, call { $phone }.
    .title = Training courses

programme-logo = You may print or stick the programme logo on the certified product and its packaging while the certificate is valid. After that, stop using it.
    Please ask staff of the Department for the logo file.
    .title = Logo on the product

programme-validity = According to published information, the certificate is valid to 31 December of the fourth year, counted from the year of issue. The date on your certificate is what counts.
    After it expires, the product may enter again.
    .title = How long it is valid

programme-dossier = One set of papers:
    – registration form;
    – certified copy of the business registration;
    – product statement (bản thuyết minh);
    – 3 colour photos;
    – certified copies of quality and food-safety papers and awards, if any.
    For the province, also a copy of the valid certificate of the level below, unless none was held there.
    .title = What the dossier holds

programme-photos = The dossier needs 3 colour photos, at least 10 × 15 cm: from the front, from the side and from above.
    A phone is fine. Use a plain background and good light, wipe the lens, no filters, one photo for each view.
    .title = How to take the photos

programme-statement = The product statement tells about the product: what it is made of, how it is made, where and how much it sells, what is special about it.
    Answering my questions gives all you need. It need not be well written; staff can read it and advise.
    .title = The product statement

programme-forms = You need not invent any form. I ask one question at a time and keep the answers for the form; you check the paper, sign it and file it.
    The current paper forms come from staff of the Department.
    .title = Forms

programme-sample = The Council says when and where to send the sample. It is returned after judging; it may be kept for display only if you agree.
    If it is too big, heavy, or hard to move or keep, the chair of the Council decides how it is judged.
    .title = Sending a sample

programme-costs = In the rules I have read there is no fee for taking part. You pay for photos, copies and sending the sample.
    If anybody asks for a fee, do not pay; please tell { $office } at { $phone }.
    .title = Does it cost anything

programme-help = I ask one question at a time and write it down for you. If you are not used to forms, do not worry: commune staff and the Centre for Industry and Trade Promotion also help with the dossier.
    A younger relative may write to me for you.
    .title = Who helps with the dossier

programme-after = With a certificate, keep the quality you declared, and send a short report every year to the Department and the People's Committee where you took part: what support you had, how business goes.
    If this is not kept, the certificate may be withdrawn.
    .title = Duties with a certificate

programme-complaints = If you disagree with the result, write to the Council of that level within 15 working days of the notice. The Council answers within 10 working days of receiving it.
    .title = If you disagree

programme-merger = According to published information, Hà Giang became part of Tuyên Quang on 1/7/2025, districts ended and many communes were merged. Just say the old commune name and I find the new one.
    Whether an old district certificate is still good, staff of the Department will confirm.
    .title = Merger, old papers

programme-contacts = { $office }
    Phone: { $phone }
    Hours: { $hours }
    Address: { $address }
    .title = Contact

programme-privacy = Your details are used only to prepare the dossier, to tell you the result and to send the news you chose. I ask for your consent before keeping them.
    Write XOÁ DỮ LIỆU to have them erased (I will say what the law makes us keep), THÔI NHẬN TIN to stop news. Please never send a photo of an identity card.
    .title = Your personal details

programme-scams = { $office } takes no fee by message, asks for no OTP code and no photo of an identity card.
    If somebody asks for money to have you chosen, do not pay; call { $phone } and tell us.
    .title = Beware of fraud
