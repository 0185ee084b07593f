"""
What can be a Vietnamese syllable, and what cannot be one as long as it has no mark.

A syllable is a beginning and a rime. A rime whose bare letters are no rime ("iên", "ươi") needs its
marks, and one that ends in c, ch, p or t is never said without a tone.
"""

from __future__ import annotations

from collections.abc import Collection

from content.folding import fold

BEGINNINGS = tuple(
    "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p q r s t v x".split()  # noqa: SIM905  # one line to read
)
"""The longest first; a syllable may also begin with its rime."""

_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oa oac oach oai oan oang oanh oap oat oay oăc oăm oăn oăng oăt
oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ
uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu
ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
"""
RIMES = frozenset(_RIMES.split())
"""With the marks of their vowels, without a tone."""

STOPS = ("c", "ch", "p", "t")
_OF_GI = frozenset(("", "ê", "êt", "êng"))
"""What may follow "gi" beside whole rimes: gì, giết, giêng."""


def _syllables(rimes: Collection[str]) -> frozenset[str]:
    """All that these rimes make, folded."""
    begun = {fold(beginning) for beginning in ("", *BEGINNINGS)}
    return frozenset(beginning + fold(rime) for beginning in begun for rime in rimes) | {"gi"}


_TYPED = _syllables(RIMES)
_BARE = _syllables([rime for rime in RIMES if rime.isascii() and not rime.endswith(STOPS)])


def parts(syllable: str) -> tuple[str, str]:
    """The beginning and the rime of a small syllable without its tone; two empty ones of none."""
    for beginning in BEGINNINGS:
        rime = syllable.removeprefix(beginning)
        if rime != syllable and (rime in RIMES or (beginning == "gi" and rime in _OF_GI)):
            return beginning, rime
    return ("", syllable) if syllable in RIMES else ("", "")


def is_bare(word: str) -> bool:
    """Whether a folded word may be a syllable whose marks were left off, or that has none."""
    return word in _TYPED


def needs_a_mark(word: str) -> bool:
    """Whether a folded word is a syllable only with a mark: "hop", "viet", "nguyen", "duong"."""
    return word in _TYPED and word not in _BARE
