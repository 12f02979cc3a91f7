"""Names in notes that are typed in lower case: "dc binh vang", "giao a trịnh phúc khang".

Every syllable of a Vietnamese name is also a word of the language, so a name needs a title or a
whole surname, middle and given name, and behind it a verb, a mark or the end.
"""

from vnparty_nlp.vietnamese.name_scene import Scene
from vnparty_nlp.vietnamese.name_tokens import Token
from vnparty_nlp.vietnamese.name_words import load_name_words

_WOMEN_AND_MEN = frozenset({"văn", "thị", "van", "thi"})


def note_full_name_end(scene: Scene, index: int, *, titled: bool) -> int | None:
    """Index after the lower-case full name at `index`; None where there is none."""
    words, part = load_name_words(), _lower_run(scene, index)
    unmarked = scene.unmarked
    if len(part) < 2 or not words.surnames.holds(part[0], unmarked=unmarked):
        return None
    if words.never.length_at(scene.tokens, index, unmarked=unmarked):
        return None
    double = words.double.length_at(scene.tokens, index, unmarked=unmarked)
    place = index + (double or 1)
    if place + 1 < index + len(part) and _is_middle(scene, scene.tokens[place]):
        last = _last_of_two_given(scene, place + 1)
        if titled and (last > place + 1 or _ends_name(scene, last, strict=False)):
            return last + 1
        if _needs_no_title(scene, index, place) and _ends_name(scene, place + 1, strict=True):
            return place + 2
    frequent = words.frequent.holds(part[0], unmarked=unmarked)
    two = titled and frequent and _ends_name(scene, index + 1, strict=False)
    return index + 2 if two else None


def _last_of_two_given(scene: Scene, index: int) -> int:
    """The index of Hà in "lê thị thu hà": behind Thị two given names may stand."""
    tokens, second = scene.tokens, index + 1
    if tokens[index - 1].bare != "thi" or second >= len(tokens) or not tokens[second].joins:
        return index
    both = _is_given(scene, index) and _is_name_only(scene, second)
    return second if both and _ends_name(scene, second, strict=True) else index


def _needs_no_title(scene: Scene, index: int, place: int) -> bool:
    """Whether surname and middle name can be nothing else, or stand where a person would."""
    words, tokens = load_name_words(), scene.tokens
    if tokens[index].key in words.everyday:
        return False
    if tokens[place].key in _WOMEN_AND_MEN:
        return words.frequent.holds(tokens[index], unmarked=scene.unmarked)
    middle = tokens[place].key in words.middle.marked - words.surnames.marked
    return middle and scene.notes and not scene.unmarked and _stands_free(scene, index)


def note_given_end(scene: Scene, index: int) -> int | None:
    """Index after the lower-case given name behind a title; None where no name follows."""
    words, tokens = load_name_words(), scene.tokens
    if words.compounds.length_at(tokens, index, unmarked=scene.unmarked) > 1:
        return None
    behind = tokens[index + 1 : index + 2]
    goes_on = bool(behind) and behind[0].joins and not behind[0].is_capital
    if goes_on and _is_given(scene, index) and _is_name_only(scene, index + 1):
        return index + 2 if _ends_name(scene, index + 1, strict=False) else index + 1
    return index + 1 if _ends_name(scene, index, strict=False) else None


def _lower_run(scene: Scene, index: int) -> list[Token]:
    part: list[Token] = []
    for token in scene.tokens[index : index + 4]:
        if token.is_capital or (part and not token.joins):
            break
        part.append(token)
    return part


def _is_middle(scene: Scene, token: Token) -> bool:
    words = load_name_words()
    return words.middle.holds(token, unmarked=scene.unmarked) or words.given.holds(
        token, unmarked=scene.unmarked
    )


def _is_given(scene: Scene, index: int) -> bool:
    return load_name_words().given.holds(scene.tokens[index], unmarked=scene.unmarked)


def _is_name_only(scene: Scene, index: int) -> bool:
    """Whether a lower-case word is a given name and no word that would go on behind a name."""
    words, token = load_name_words(), scene.tokens[index]
    return (
        words.given.holds(token, unmarked=scene.unmarked)
        and not words.also_words.holds(token, unmarked=scene.unmarked)
        and not words.follow.holds(token, unmarked=scene.unmarked)
    )


def _ends_name(scene: Scene, index: int, *, strict: bool) -> bool:
    """Whether the word is a given name that the text behind it lets end a name.

    An everyday word (and where `strict`, any) ends a name only where a verb follows, or nothing.
    """
    words, tokens = load_name_words(), scene.tokens
    if not _is_given(scene, index):
        return False
    if words.compounds.length_at(tokens, index, unmarked=scene.unmarked) > 1:
        return False
    behind = tokens[index + 1 : index + 2]
    ends = not behind or not behind[0].joins or behind[0].is_capital
    if ends or words.follow.holds(behind[0], unmarked=scene.unmarked):
        return True
    everyday = words.also_words.holds(tokens[index], unmarked=scene.unmarked)
    return scene.notes and not strict and not everyday


def _stands_free(scene: Scene, index: int) -> bool:
    """Whether a name may begin here without a title: at a clause's start, behind "của", "giao"."""
    token = scene.tokens[index]
    before = scene.tokens[index - 1 : index]
    return (
        not before
        or not token.joins
        or load_name_words().before_note.holds(before[0], unmarked=scene.unmarked)
    )
