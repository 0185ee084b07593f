# May the product take part? The registration form uses these questions too.

eligibility-prod-group = Which group does your product belong to?
    .label = Product group
    .explain = The rules sort products into four groups. Linen and khèn pipes are handicrafts; tea, honey and liquor are processed food; forged knives and tea roasters are mechanical. Not sure? Choose the nearest.
    .choice-craft = Handicrafts
    .also-craft = textiles / bamboo and rattan / silver work
    .choice-agro-food = Processed farm goods, food
    .also-agro-food = food / drinks / tea / honey / liquor
    .choice-mechanical = Machines, tools
    .also-mechanical = knives / farm tools
    .choice-other = Other products
    .also-other = bricks / clothes / soap / fertiliser / something else

eligibility-est-commune-code = In which commune or ward do you make the product? (type its name; old names work too)
    .label = Commune or ward
    .explain = I ask to know whether it is made in Tuyên Quang, because the programme goes by the place of production. Many communes have been merged; type the old name and I will find the new one.
    .hint = Sorry, I cannot find that commune. Please type only the name of the commune or ward, without the village.
    .example = Please type it like this: Lùng Tám. An old name is fine too, for example: thị trấn Tam Sơn.
    .choice-elsewhere = In another province
    .choice-office-elsewhere = Made here, office elsewhere

eligibility-est-type = What kind of establishment is yours?
    .label = Kind of establishment
    .explain = I ask to know which paper the dossier needs. Look at your business registration; if you work at home without one, choose “Not registered yet”.
    .choice-enterprise = Enterprise, company
    .also-enterprise = enterprise / company / ltd / limited company
    .choice-cooperative = Cooperative
    .also-cooperative = co-op
    .choice-coop-group = Cooperative group
    .also-coop-group = co-op group
    .choice-household = Registered household
    .also-household = registered household / registered family business / family business / household / family / individual / at home
    .choice-unregistered = Not registered yet
    .also-unregistered = no registration / no paper / no licence / family business / household / family / individual / at home
    .choice-artisan = Artisan, craftsperson
    .also-artisan = artisan / craftsman
    .choice-other = Other kind, branch
    .also-other = branch / something else

eligibility-est-small = Is your enterprise small or medium-sized (up to 200 workers)?
    .label = Small or medium enterprise
    .explain = The programme is for small and medium enterprises. The 200 is only my quick question; if you are not sure, choose “Not sure” and staff of the Department will confirm.
    .choice-yes = Yes, small or medium
    .also-yes = small / under 200 / a few people
    .choice-no = No, larger
    .also-no = large / over 200
    .choice-unsure = Not sure

eligibility-made-by-self = Is the product made by your own establishment?
    .label = Made by yourselves
    .explain = The programme chooses products that an establishment makes itself and puts its name to. If others do a part of the work, choose “We make a part”.
    .choice-yes = Yes, we make it
    .also-yes = we make it / i make it / self-made
    .choice-part = We make a part
    .also-part = partly / in part
    .choice-resale = Bought to sell or repack
    .also-resale = we buy and sell it / resale

eligibility-processed = Is the product processed, manufactured or crafted?
    .label = Processed or crafted
    .explain = The programme is for goods that are produced. Roasted tea, smoked meat and woven cloth are processed; fresh vegetables, live chickens and seedlings are not.
    .choice-yes = Yes, it is processed
    .also-yes = processed / handmade / cooked / dried
    .choice-sorted = Only sorted, dried, packed
    .also-sorted = only dried / only packed / sorted
    .choice-fresh = Fresh goods, plants, animals
    .also-fresh = fresh / seedlings
    .choice-service = Service, tourism
    .also-service = service / tourism / homestay

eligibility-mass-producible = Can you make it again, many pieces (or batches) alike?
    .label = Can be made in quantity
    .explain = The programme chooses goods that can be made in quantity. For example, many scarves of one pattern are fine; a painting that exists only once does not fit.
    .choice-yes = Yes, we can make many
    .choice-no = There is only one piece

eligibility-ip-clear = Is the design and the brand your own, or a traditional craft of the village, with no dispute with anyone?
    .label = Own design
    .explain = I ask so that nobody questions your design or brand later. For patterns and methods shared by a craft village, choose “Yes”.
    .choice-yes = Yes
    .choice-no = The design is someone else's
    .choice-unsure = Not sure, or in dispute

eligibility-food-safety-status = Does the product have its quality and safety papers (such as a food-safety certificate)?
    .label = Quality, safety papers
    .explain = The dossier takes such papers if there are any, but food and drink must be made by the food-safety rules. Without papers you can still go on answering.
    .choice-valid = Yes, still valid
    .choice-applying = Applying, or some missing
    .choice-expired = Yes, but expired
    .choice-none = Never applied
    .choice-na = Not needed for this product

eligibility-liquor = Is this product liquor?
    .label = Liquor and its licence
    .explain = According to published information, making craft liquor for sale needs a licence, so I ask about it apart. For tea, honey or juice, choose “Not liquor”.
    .choice-no = Not liquor
    .also-no = no / not liquor
    .choice-licensed = Liquor, licensed
    .also-licensed = licensed / with a licence
    .choice-unlicensed = Liquor, no licence yet
    .also-unlicensed = no licence / unlicensed

eligibility-prod-kind = Is this one product, or a set of several pieces?
    .label = One product or a set
    .explain = A set is several pieces made by one establishment that go together, such as a teapot and cups. Things that have nothing to do with each other are signed up one by one.
    .choice-single = One product
    .also-single = one / single / one product
    .choice-set = A set of pieces
    .also-set = set / a set / several pieces

eligibility-set-basis = In what way do the pieces of the set go together?
    .label = Kind of set
    .explain = There are three kinds of set: same design and use, different materials; different designs, same use, one material; different pieces that are of more use together.
    .choice-a = Same design, other materials
    .choice-b = Other designs, same material
    .choice-c = More useful together
    .choice-none = None of these

eligibility-prev-cert-level = Does this product already have a certificate of typical rural industrial product, and of which level?
    .label = Earlier certificate
    .explain = With a valid certificate of the level below, a product may enter a higher level. OCOP papers and other awards do not count here; I ask about them later.
    .choice-none = No certificate yet
    .also-none = no / none / never / not yet
    .choice-commune = Yes, commune level
    .also-commune = commune
    .choice-district = Yes, former district level
    .also-district = district
    .choice-province = Yes, province level
    .also-province = province / provincial
    .choice-region = Yes, regional level
    .also-region = region / regional
    .choice-nation = Yes, national level
    .also-nation = nation / national

eligibility-prev-cert-valid = Is that certificate still valid?
    .label = Certificate still valid
    .explain = Please look at the last valid day printed on it. If it has expired, that is no problem: the product may enter again.
    .choice-yes = Still valid
    .choice-expired = Expired

eligibility-sample = Can you send a sample when the Council judges?
    .label = Sending a sample
    .explain = The Council looks at the real product and returns it afterwards. If it is big, heavy or hard to keep, choose “Hard to send” and the Council decides how to judge it.
    .choice-yes = Yes, I can
    .also-yes = yes / we can
    .choice-hard = Hard to send (big, perishable)
    .also-hard = difficult / hard / we cannot / too big
