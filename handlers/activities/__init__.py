"""Training courses and trade fairs: what is on, taking a seat, and what became of it."""
