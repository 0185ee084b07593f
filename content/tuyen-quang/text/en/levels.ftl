# Levels of the selection, parts of the dossier, and how far a sign-up has come.

level-commune = commune level
level-province = province level
level-region = regional level
level-nation = national level

section-contact = Contact
section-establishment = Establishment
section-product = Product
section-quality = Quality
section-papers = Photos, papers

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
