"""What staff do to one registration: its status, its answers, what is asked of its producer."""
