"""
The space of the talk: every state the machine can be in, seen from afar, and every way between.

`python -m tests.space` walks it with the real `step`, the book that ships and made-up answers, and
ends with a line for each state that cannot be left or comes to nothing, and for each stage or
question that nobody can reach. It is part of `./dev check`.

`sight` says which talks count as one state, `events` what is tried in each, `search` walks, `proof`
says what must hold of all that was seen. One talk stands for all that look alike: this finds dead
ends in the tables, the forms and the rules, not in what one particular word does.
"""
