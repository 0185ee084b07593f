"""What staff do to a registration, as events of its producer's talk."""
