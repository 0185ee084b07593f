"""Training courses and fairs: what is on, who comes, who has come."""
