"""The Council's list as it comes back: looked through, then told to everybody who entered."""
