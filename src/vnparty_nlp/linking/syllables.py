"""Compares two syllables of names the way writers and scanners confuse them."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from vnparty_nlp.linking.weights import load_weights
from vnparty_nlp.vietnamese.unicode import strip_marks

_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Letters of the Ê Đê and Gia Rai scripts that have no decomposition.
_BARE = str.maketrans({"ƀ": "b", "ŋ": "n"})
# What scanners and fingers confuse; source: the project's domain page and letters side by side.
_LOOKALIKES = (
    ("rn", "m"),
    ("l", "i"),
    ("c", "e"),
    ("o", "c"),
    ("u", "n"),
    ("h", "b"),
    ("t", "l"),
    ("ii", "u"),
)
_SOUNDS = (
    ("x", "s"),
    ("tr", "ch"),
    ("gi", "d"),
    ("r", "d"),
    ("l", "n"),
    ("ngh", "ng"),
    ("kh", "k"),
)
_CODAS = (("ng", "n"), ("nh", "n"), ("c", "t"), ("ch", "t"))


@dataclass(frozen=True, slots=True)
class SyllableMatch:
    """How two syllables differ: a key of [syllable] in weights.toml and its share."""

    kind: str
    share: float


def bare_syllable(syllable: str) -> str:
    """The syllable in lower case without any mark."""
    return strip_marks(syllable).translate(_BARE)


@lru_cache(maxsize=200_000)
def compare_syllables(written: str, registered: str) -> SyllableMatch | None:
    """How `written` can stand for `registered` (both folded); None where it cannot.

    `written` comes from a text with diacritics: a missing mark is a slip there.
    """
    kind = _difference(written, registered)
    return SyllableMatch(kind, load_weights()["syllable"][kind]) if kind else None


def _difference(written: str, registered: str) -> str:
    if written == registered:
        return "same"
    bare_written, bare_registered = bare_syllable(written), bare_syllable(registered)
    if bare_written == bare_registered:
        return _mark_difference(written, registered)
    if bare_written.replace("y", "i") == bare_registered.replace("y", "i"):
        same_marks = _vowels(written).replace("y", "i") == _vowels(registered).replace("y", "i")
        return "i_or_y" if same_marks and _tone(written) == _tone(registered) else ""
    if _sound(bare_written) == _sound(bare_registered) and _tone(written) == _tone(registered):
        return "sound"
    if _letter_differs(bare_written, bare_registered) and _marks_fit(written, registered):
        return "letter"
    return ""


def _letter_differs(written: str, registered: str) -> bool:
    """One letter lost, added or out of place, or two that scanners take for each other."""
    if min(len(written), len(registered)) < 2:
        return False
    for pair, single in _LOOKALIKES:
        if written.replace(pair, single) == registered.replace(pair, single):
            return True
    if DamerauLevenshtein.distance(written, registered, score_cutoff=1) > 1:
        return False
    return len(written) != len(registered) or sorted(written) == sorted(registered)


def _mark_difference(written: str, registered: str) -> str:
    if written == bare_syllable(written):
        return "marks_lost"
    tones = _tone(written), _tone(registered)
    if _vowels(written) == _vowels(registered):
        if not tones[0]:
            return "tone_lost"
        return "hook_or_tilde" if set(tones) == {"\u0303", "\u0309"} else "tone_swapped"
    return "mark_swapped" if tones[0] == tones[1] else "tone_swapped"


def _marks_fit(written: str, registered: str) -> bool:
    # "Hùg" for "Hùng": a misread letter leaves the marks of the others, or loses them.
    return _tone(written) in {_tone(registered), ""}


def _tone(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    return next((mark for mark in decomposed if mark in _TONES), "")


def _vowels(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    return "".join(letter for letter in decomposed if letter not in _TONES)


def _sound(bare: str) -> str:
    for form, plain in _SOUNDS:
        if bare.startswith(form):
            bare = plain + bare[len(form) :]
            break
    for form, plain in _CODAS:
        if bare.endswith(form):
            return bare[: -len(form)] + plain
    return bare
