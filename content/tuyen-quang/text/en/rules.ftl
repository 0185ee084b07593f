# The eligibility table: what is said to the producer, and the short line (.check) of the verdict.

rule-e1-here = It is made in the province, so you take part in Tuyên Quang.
    .check = Made in Tuyên Quang
rule-e1-elsewhere = The programme goes by the place of production, so please contact the Department of Industry and Trade of the province where you make it.
    .check = Made in another province
rule-e1-office-elsewhere = If you make it here but the office is in another province, I dare not answer; staff of the Department will confirm where to sign up.
    .check = Office elsewhere, to be confirmed

rule-e2-enterprise = An enterprise that produces by itself may take part, if it is small or medium-sized.
    .check = An enterprise
rule-e2-cooperative = A cooperative that produces by itself may take part.
    .check = A cooperative
rule-e2-coop-group = A cooperative group that produces by itself may take part.
    .check = A cooperative group
rule-e2-household = A registered household business that produces by itself may take part.
    .check = A registered household business
rule-e2-unregistered = The dossier needs a certified copy of the business registration, so without one you cannot file yet. Ask staff to call you back, explain how to register and look at the other conditions.
    .check = No business registration yet
rule-e2-artisan = According to published information, artisans have belonged to khuyến công (state support for rural production) since 2025. Whether one may enter in their own name, staff of the Department will confirm.
    .check = Artisan, to be confirmed
rule-e2-other = For branches, foreign-invested or public units I dare not answer; staff of the Department will confirm.
    .check = Other kind, to be confirmed

rule-e3-small = Small and medium enterprises may take part.
    .check = Small or medium enterprise
rule-e3-larger = For a larger enterprise I dare not answer; staff of the Department will look at the papers and confirm.
    .check = Enterprise size, to be confirmed
rule-e3-unsure = Not knowing the size is no problem; staff of the Department will look at the papers and confirm.
    .check = Enterprise size not known
rule-e3-many-workers = Whether an enterprise with more than 200 workers is still small or medium-sized I dare not say; staff of the Department will look at the papers and confirm.
    .check = Over 200 workers, to be confirmed

rule-e4-own = The establishment makes the product itself, as the rules ask.
    .check = Made by yourselves
rule-e4-part = When others do a part of the work, it depends on which part; staff of the Department will ask and confirm.
    .check = Partly made by others, to confirm
rule-e4-resale = The product must be made by the establishment and bear its name, so goods bought to sell or repack cannot enter. Try again with something you make yourselves.
    .check = Bought in, not made yourselves

rule-e5-made = It is processed or crafted, the kind of goods the programme chooses.
    .check = Processed or crafted
rule-e5-sorted = Whether goods only sorted, dried or packed count as processed, staff of the Department will confirm.
    .check = Light processing, to be confirmed
rule-e5-fresh = Fresh goods, plants and animals are not in the groups of the selection. You could look at OCOP, run by the agriculture sector, or try again with something processed.
    .check = Fresh, not processed
rule-e5-service = The programme chooses produced goods only, so services and tourism cannot enter. You could look at OCOP, run by the agriculture sector, or try again with goods you make.
    .check = A service, not a product

rule-e6-many = It can be made again in quantity, as the rules ask.
    .check = Can be made in quantity
rule-e6-single-piece = The programme chooses goods that can be made in quantity, so a single piece cannot enter. Try again with a design you can repeat.
    .check = Only one piece

rule-e7-own-design = Design and brand are your own or the village's craft, with no dispute, as the rules ask.
    .check = Own design or village craft
rule-e7-not-own = Design and brand must be your own or the village's craft. Come back with a design of your own, or try another product; staff can tell you more.
    .check = The design is someone else's
rule-e7-unsure = When the design or brand is not clear, I do not guess; staff of the Department will hear you and advise.
    .check = Design not clear, to be confirmed

rule-e8-valid = You have quality and safety papers; hand in copies with the dossier.
    .check = Quality, safety papers valid
rule-e8-applying = With quality or safety papers still missing you can sign up; better complete them before the last day for dossiers.
    .check = Safety papers in progress
rule-e8-expired = With expired quality or safety papers you can sign up; better renew them before the last day for dossiers.
    .check = Safety papers expired, to renew
rule-e8-past = The food-safety paper's last day is today or has passed. Please check the day; if it is right, better renew the paper before the last day for dossiers.
    .check = Safety papers expired, to renew
rule-e8-none = The dossier says “if any”, but the product must be made by the quality and safety rules. Staff of the Department will confirm which paper is needed and where to ask.
    .check = No safety papers, to be advised
rule-e8-na = As you say, this product needs no food-safety paper; other quality papers can be added.
    .check = Needs no food-safety paper
rule-e8-na-food = Food and drink need different papers, so I do not guess; staff of the Department will confirm.
    .check = Safety papers, to be confirmed

rule-e9-licensed = The liquor has its production licence; hand in a copy with the dossier.
    .check = Liquor with a licence
rule-e9-unlicensed = According to published information, making craft liquor for sale needs a licence from the commune People's Committee. Staff of the Department will tell you the next step.
    .check = Liquor without a licence yet

rule-e10-single = One product, signed up as usual.
    .check = One product
rule-e10-set = The pieces are made by one establishment and form a set, so they are signed up together.
    .check = The pieces form a set
rule-e10-not-a-set = By the rules these pieces are not a set. Sign up each product by itself: try again and choose “One product”.
    .check = Not a set by the rules

rule-e11-none = Without a certificate you begin at the basic (commune) level; where none is held, you may be proposed to the province directly.
    .check = No certificate, first level
rule-e11-expired = With an expired certificate the product enters again from the basic or the province level.
    .check = Certificate expired, first level
rule-e11-basic = With a valid certificate of the level below you may enter at province level; add a copy of it.
    .check = Valid certificate of level below
rule-e11-province = With a valid province certificate, the province may propose the product for the regional level.
    .check = Valid province certificate
rule-e11-region = With a valid regional certificate, the ministry's agency may propose the product for the national level.
    .check = Valid regional certificate
rule-e11-district = Whether an old district certificate still opens the way to the province, staff of the Department will confirm. Please keep the original.
    .check = Old district paper, to confirm
rule-e11-nation = The product has a valid national certificate, the highest level; how to go on, staff of the Department will confirm.
    .check = Valid national certificate
rule-e11-past = The last day on the certificate has passed. Please check the day; if it is right, the product enters again from the basic or the province level.
    .check = Certificate past its last day

rule-e12-sample = You can send a sample; the Council says how, and returns it after judging.
    .check = A sample can be sent
rule-e12-hard = If it is big, heavy or hard to keep, the chair of the Council decides how it is judged; staff of the Department need to look at it first.
    .check = Hard to send, Council decides
