"""Compares a name as written with a registered name: how often the one stands for the other."""

from dataclasses import dataclass, replace
from functools import lru_cache

from vnparty_nlp.linking.name_form import NameForm, Style
from vnparty_nlp.linking.syllables import SyllableMatch, bare_syllable, compare_syllables
from vnparty_nlp.linking.weights import load_weights
from vnparty_nlp.vietnamese.name_words import load_name_words

_LEAST_SHARE = 1e-9
_REPEATED = 0.2
_SWAPPED = {"tone_swapped", "mark_swapped"}
_ABBREVIATIONS = {
    "ng": "nguyen",
    "ngt": "nguyen",
    "tr": "tran",
    "ph": "pham",
    "hg": "hoang",
    "th": "thi",
}


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How often the registered name is written so (`share`), and the `doubt` that it is another.

    `doubt` is a key of [doubt] in weights.toml; `difference` tells in Vietnamese what differs.
    """

    share: float
    doubt: str
    difference: str


def compare_names(written: NameForm, registered: NameForm, style: Style) -> NameMatch | None:
    """How `written` stands for `registered`; None where it cannot.

    A form without any mark is compared without marks throughout.
    """
    if written.addition and registered.addition and written.addition != registered.addition:
        return None
    match = _compare_style(written, registered, style)
    if match is None or written.addition == registered.addition:
        return match
    # The one side tells namesakes apart and the other does not.
    return replace(match, share=match.share * load_weights()["name"]["addition_missing"])


def _compare_style(written: NameForm, registered: NameForm, style: Style) -> NameMatch | None:
    if style == "given":
        # An alias may be written whole: "Ba Lành".
        whole = _pairwise(written, written.keys, registered.keys)
        return whole or _compare_spoken(written, registered)
    if style == "initials":
        return _compare_initials(written, registered)
    full = _compare_full(written, registered)
    if full is None and len(written.keys) == 2:
        return _compare_spoken(written, registered)
    return full


def _compare_full(written: NameForm, registered: NameForm) -> NameMatch | None:
    if len(written.keys) < 2 or len(registered.keys) < 2:
        return _pairwise(written, written.keys, registered.keys)
    middle = _middle(written.bares[1:-1], registered.bares[1:-1])
    if middle == "same":
        return _pairwise(written, written.keys, registered.keys)
    ends = _pairwise(
        written, (written.keys[0], written.keys[-1]), (registered.keys[0], registered.keys[-1])
    )
    if not middle or ends is None or not _middle_marks_fit(written, registered):
        return None
    share = ends.share * load_weights()["name"][middle]
    words = {"middle_added": "sổ không ghi tên đệm đó", "middle_part": "thiếu một phần tên đệm"}
    difference = "; ".join(filter(None, (ends.difference, words.get(middle, "không ghi tên đệm"))))
    return NameMatch(share, "shortened" if ends.doubt == "exact" else ends.doubt, difference)


@lru_cache(maxsize=100_000)
def _middle(written: tuple[str, ...], registered: tuple[str, ...]) -> str:
    """How the middle names differ: "same" length, a key of [name], or "" for other ones."""
    if len(written) == len(registered):
        return "same"
    if not written:
        return "middle_dropped"
    if len(written) < len(registered):
        return "middle_part" if _is_subsequence(written, registered) else ""
    known = load_name_words().middle.bare
    added = _is_subsequence(registered, written) and known.issuperset(written)
    return "middle_added" if added else ""


def _is_subsequence(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    remaining = iter(whole)
    return all(syllable in remaining for syllable in part)


def _middle_marks_fit(written: NameForm, registered: NameForm) -> bool:
    """Whether the shared middle names carry the same marks: Thị Thu is not Thị Thư."""
    if written.unmarked or len(written.keys) == 2 or len(registered.keys) == 2:
        return True
    shorter, longer = sorted((written.keys[1:-1], registered.keys[1:-1]), key=len)
    return _is_subsequence(shorter, longer)


def _pairwise(
    written: NameForm, keys: tuple[str, ...], registered: tuple[str, ...]
) -> NameMatch | None:
    if len(keys) != len(registered):
        return None
    share, doubt, differences = 1.0, "exact", []
    for place, (key, other) in enumerate(zip(keys, registered, strict=True)):
        if key == other:
            continue
        match = _compare_syllable(key, other, unmarked=written.unmarked)
        if match is None:
            return None
        # Losses come together: a scanner or a keyboard that loses one mark loses the next.
        share *= (
            max(match.share, _REPEATED) if doubt == _doubt(match.kind) == "slip" else match.share
        )
        if match.kind != "same":
            slip = _doubt(match.kind)
            other_name = (
                slip in {"slip", "letter"}
                and not written.unmarked
                and _is_name(key, place, len(keys))
            )
            doubt = _worse(doubt, "swapped" if other_name else slip)
            differences.append(f"viết '{key}', sổ ghi '{other}'")
    if share < _LEAST_SHARE:
        return None
    return NameMatch(share, doubt, ", ".join(differences))


def _compare_syllable(key: str, other: str, *, unmarked: bool) -> SyllableMatch | None:
    return compare_syllables(key, bare_syllable(other) if unmarked else other)


def _is_name(key: str, place: int, count: int) -> bool:
    """Whether a syllable as written is a name of its own there: Dung is not a slip for Dũng."""
    words = load_name_words()
    if place == count - 1:
        return key in words.given.marked
    return key in (words.middle if place else words.surnames).marked


def _doubt(kind: str) -> str:
    if kind in _SWAPPED:
        return "swapped"
    return {"i_or_y": "i_or_y", "letter": "letter", "sound": "letter"}.get(kind, "slip")


def _worse(first: str, second: str) -> str:
    doubts = load_weights()["doubt"]
    return max(first, second, key=lambda doubt: doubts[doubt])


def _compare_spoken(written: NameForm, registered: NameForm) -> NameMatch | None:
    """A name without surname: "Bình", "Thu Hà", "Y Bhăm"."""
    spoken = len(registered.spoken)
    start = 0 if registered.spoken == registered.bares[:spoken] else len(registered.keys) - spoken
    keys = registered.keys[start : start + spoken]
    if len(written.keys) > len(keys):
        return None
    return _pairwise(written, written.keys, keys[len(keys) - len(written.keys) :])


def _compare_initials(written: NameForm, registered: NameForm) -> NameMatch | None:
    """N.V. Hùng, Ng. Văn Hùng, Nguyễn V. Hùng; middle initials may be missing."""
    last = _pairwise(written, written.keys[-1:], registered.keys[-1:])
    if last is None or len(registered.keys) < 2:
        return None
    heads, others = written.bares[:-1], registered.bares[:-1]
    if not _stands_for(heads[0], others[0]):
        return None
    share = 1.0
    if len(heads) != len(others):
        if len(heads) > 1:
            return None
        share = load_weights()["name"]["middle_dropped"]
    elif not all(map(_stands_for, heads, others)):
        return None
    difference = "; ".join(filter(None, ("họ, đệm viết tắt", last.difference)))
    return NameMatch(share * last.share, _worse(last.doubt, "shortened"), difference)


def _stands_for(head: str, syllable: str) -> bool:
    if head in _ABBREVIATIONS and len(head) > 1:
        return syllable == _ABBREVIATIONS[head]
    return syllable == head or (len(head) == 1 and syllable.startswith(head))
