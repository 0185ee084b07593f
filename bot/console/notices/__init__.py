"""Notices: what is said, to whom, what became of it, and who is to be called instead."""
