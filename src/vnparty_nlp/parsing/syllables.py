"""What a Vietnamese syllable looks like: onset, vowels with a tone, coda.

Source: the inventory of Vietnamese orthography as schools teach it; every syllable that can be
written is accepted, also those that no word uses.
"""

import re
import unicodedata
from functools import lru_cache

_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?"
_OPEN = (
    "(?:iêu|yêu|oai|oay|oeo|uao|uây|uôi|uya|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua"
    "|ui|ưa|ưi|ưu)"
)
_CLOSED = "(?:iê|yê|uyê|uô|ươ|oă|uâ|ă|â)(?:ch|ng|nh|c|m|n|p|t)"
_EITHER = "(?:oa|oe|oo|ôô|uê|uơ|uy|a|e|ê|i|o|ô|ơ|u|ư|y)(?:ch|ng|nh|c|m|n|p|t)?"
_SYLLABLE = re.compile(f"{_ONSET}(?:{_OPEN}|{_CLOSED}|{_EITHER})")
# The "ñ" of a legacy code decodes as n with a tilde.
_TONED_CONSONANT = re.compile("[b-df-hj-np-tv-xz][\u0300\u0301\u0303\u0309\u0323]")
_STOP = re.compile(".*(?:ch|c|p|t)")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# Syllables that end in a stop are sharp or heavy; without marks the tone is unknown.
_STOP_TONES = frozenset("\u0301\u0323")
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether a word (letters only, any case) can be a Vietnamese syllable."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(decomposed)
    bare = unicodedata.normalize("NFC", _TONES.sub("", decomposed))
    toned_vowel = len(tones) < 2 and _TONED_CONSONANT.search(decomposed) is None
    if not toned_vowel or _SYLLABLE.fullmatch(bare) is None:
        return False
    return not tones or tones[0] in _STOP_TONES or _STOP.fullmatch(bare) is None


def has_tone(word: str) -> bool:
    """Whether a word carries a tone mark; abbreviations such as ĐU or TƯ never do."""
    return _TONES.search(unicodedata.normalize("NFD", word)) is not None


def share_of_syllables(text: str) -> float:
    """Among the words with a letter beyond ASCII, the share that can be syllables; 1 for none."""
    marked = [word for word in _LETTERS.findall(text) if not word.isascii()]
    return sum(map(is_syllable, marked)) / len(marked) if marked else 1.0
