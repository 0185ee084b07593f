"""Checks the sentences read aloud: each is one that is said, always alike, and can be sent."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.forms import NO_KEY, is_key, twice
from content.draft import Draft
from content.limits import payload_problem
from content.problems import Problem
from content.recordings import FOLDER, MOST_BYTES, SOUNDS, Recording, suffix


def check_recordings(draft: Draft) -> Iterator[Problem]:
    """Every mistake in the recordings; that their languages have a name is a matter of words."""
    for language in dict.fromkeys(one.language for one in draft.recordings):
        folder = f"{FOLDER}/{language}".rstrip("/")
        if not is_key(language):
            yield Problem(folder, "", NO_KEY)
        elif message := payload_problem(f"go/hear/{language}"):
            yield Problem(folder, "", message)
        keys = [one.key for one in draft.recordings if one.language == language]
        for key in twice(keys):
            yield Problem(folder, key, "there are two recordings of this sentence")
    for one in draft.recordings:
        for message in (*_about_the_sound(one), *_about_the_sentence(one, draft)):
            yield Problem(one.file, "", message)


def _about_the_sound(one: Recording) -> Iterator[str]:
    sounds = SOUNDS.get(suffix(one.file))
    if sounds is None:
        yield "is no recording: its name ends in .ogg, .mp3 or .m4a"
    elif not sounds(one.content):
        kind = "Ogg with Opus in it" if suffix(one.file) == "ogg" else suffix(one.file).upper()
        yield f"does not sound: what is in it is not {kind}"
    if len(one.content) > MOST_BYTES:
        yield f"has {len(one.content):,} bytes; up to {MOST_BYTES:,} can be sent to any phone"


def _about_the_sentence(one: Recording, draft: Draft) -> Iterator[str]:
    spoken = next(iter(draft.texts.values()), None)
    if spoken is None or one.key.partition(".")[0] in spoken.broken:
        return
    if one.key not in spoken.patterns:
        yield f"no sentence has the key {one.key!r}"
    elif names := sorted(spoken.variables(one.key)):
        told = ", ".join(f"${name}" for name in names)
        yield f"the sentence says something else each time ({told}): it cannot be recorded"
