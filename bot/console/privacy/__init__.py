"""People's rights to their own data, as staff serve them: petitions, breaches, who looked."""
