"""
Questions asked at any moment: what was asked, by likeness, and the answer before the talk goes on.

`plain` makes comparable words of what was typed, `index` holds all that can be asked, `likeness`
compares them, `answering` says what was found.
"""
