# Levels of the selection (.opens: the level that an earlier certificate opens), parts of the dossier, and how far a sign-up has come.

level-commune = commune level
    .opens = The product begins at the basic (commune) level; where none is held, it may be proposed to the province directly. How it is in your commune, please ask staff.
level-province = province level
    .opens = Level to enter: province level, with a copy of the valid certificate.
level-region = regional level
    .opens = Next level: regional, proposed by the province.
level-nation = national level
    .opens = Next level: national, proposed by the ministry's agency.

section-contact = Contact
section-establishment = Establishment
section-product = Product
section-quality = Quality
    .own = Quality of the establishment
section-papers = Photos, papers
    .own = Papers of the establishment

status-draft = Being filled in
status-interest = Signed up
status-collecting = More details being added
status-complete = All details given
status-printed = Form printed, to be signed and filed
status-filed-commune = Dossier filed at the commune
status-sent-province = Dossier sent to the province
status-judged = Judged by the Council
status-certified = Certificate granted
status-not-certified = Not chosen this time
status-withdrawn = Withdrawn
