"""Users of the console: who is invited, what they may do, and shutting them out."""
