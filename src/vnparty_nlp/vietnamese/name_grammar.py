"""Where a name ends that starts at a given word."""

import re

from vnparty_nlp.vietnamese.name_notes import note_full_name_end, note_given_end
from vnparty_nlp.vietnamese.name_scene import Scene
from vnparty_nlp.vietnamese.name_tokens import HIGHLAND_MARKS, Token, is_syllable
from vnparty_nlp.vietnamese.name_words import NameWords, load_name_words
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

_MAX_SYLLABLES = 5
# Abbreviations with points that are no initials: T.P., T.M., P.G.S.
_BODIES = frozenset({"tp", "tx", "tt", "tm", "kt", "tl", "tw", "pgs", "gs", "ts", "bs"})
_GENDERED = frozenset({"văn", "thị", "van", "thi"})
_ADDRESS_BEFORE = re.compile(r"\bs(?:ố|o)\s(?:nhà\s)?\d+[A-Za-z]?(?:/\d+)*\s$", re.IGNORECASE)
# An addition stands in the line of its name: below it "Y Bhăm" begins another one.
_LETTER_BEHIND = re.compile(r"[ \u00a0]([A-ZĐ])(?![\w.'’/])")
_BRACKET_BEHIND = re.compile(r"\s?\(\s?([^\W\d_]+)\s?\)")
_WORD_BEHIND = re.compile(r"[ \u00a0]([^\W\d_]+)")


def full_name_end(scene: Scene, index: int, *, titled: bool) -> int | None:
    """Index after the last word of the full name that starts at `index`; None for no full name."""
    first = scene.tokens[index]
    if not first.is_capital:
        return note_full_name_end(scene, index, titled=titled)
    end = _capital_run_end(scene, index)
    if end - index < 2 or not _is_allowed(scene, index, end, titled=titled):
        return None
    if first.is_initials:
        return end if _initials_can_be_a_name(scene, index, titled=titled) else None
    if _is_highland_name(scene, index, end, titled=titled):
        return end
    return end if _is_full_name(scene, index, end, titled=titled) else None


def _capital_run_end(scene: Scene, index: int) -> int:
    words, tokens = load_name_words(), scene.tokens
    end = index + 1
    while end < len(tokens) and end - index < _MAX_SYLLABLES + 1:
        token = tokens[end]
        if not token.is_capital or not (token.joins or _wraps(scene, index, end)):
            break
        # "Buôn" is a hamlet, but in "Y Nguê Buôn Krông" the surname.
        surname = words.double.length_at(tokens, end, unmarked=scene.unmarked)
        if not surname and words.ends.length_at(tokens, end, unmarked=scene.unmarked):
            break
        if token.is_upper and not tokens[index].is_upper and not _is_shouted_name(words, token):
            break
        if _starts_another(scene, index, end):
            break
        end += 1
    return min(end, index + _MAX_SYLLABLES)


def _wraps(scene: Scene, index: int, end: int) -> bool:
    """A line break inside a name: only beside Văn or Thị, which stand between two others."""
    token, before = scene.tokens[end], scene.tokens[end - 1]
    behind = end - index == 2 and before.key in _GENDERED
    return token.gap == "\n" and (behind or (end - index == 1 and token.key in _GENDERED))


def _is_shouted_name(words: NameWords, token: Token) -> bool:
    return is_syllable(token.bare) and token.bare in words.given.bare and len(token.text) > 2


def _starts_another(scene: Scene, index: int, end: int) -> bool:
    """Two names without a comma, as in a signature line: NGUYỄN VĂN AN TRẦN THỊ LAN."""
    words, tokens = load_name_words(), scene.tokens
    if end - index < 2 or end + 1 >= len(tokens):
        return False
    follows = tokens[end + 1].bare in {"van", "thi"} and tokens[end + 1].is_capital
    return follows and words.frequent.holds(tokens[end], unmarked=scene.unmarked)


def _is_allowed(scene: Scene, index: int, end: int, *, titled: bool) -> bool:
    words, tokens = load_name_words(), scene.tokens
    unmarked = scene.unmarked
    if words.never.length_at(tokens, index, unmarked=unmarked):
        return False
    if titled:
        return True
    if words.never_untitled.length_at(tokens[:end], index, unmarked=unmarked) >= min(
        end - index, 3
    ):
        return False
    if words.openers.length_at(tokens, index, unmarked=unmarked) > 1:
        return False
    if words.places.ends_at(tokens, index, unmarked=unmarked) and tokens[index].gap in {" ", ". "}:
        return False
    return not _ADDRESS_BEFORE.search(
        scene.text, max(0, tokens[index].start - 25), tokens[index].start
    )


def _is_full_name(scene: Scene, index: int, end: int, *, titled: bool) -> bool:
    words, part = load_name_words(), scene.tokens[index:end]
    exact = words.surnames.holds(part[0], unmarked=scene.unmarked)
    double = words.double.length_at(scene.tokens, index, unmarked=scene.unmarked)
    if (
        len(part) > 2
        and part[1].key in _GENDERED
        and not words.compounds.length_at(scene.tokens, index + 1, unmarked=scene.unmarked)
    ):
        # Văn and Thị make a name of nearly any three capitals: "Ngạc Văn Thái".
        return exact or _can_be_surname(scene, index)
    if not exact and not double and part[0].key not in words.frequent_worn:
        return False
    last = part[-1]
    last_is_given = last.bare in words.given.bare or len(last.text) == 1
    if len(part) == 2:
        known = words.frequent.holds(part[0], unmarked=scene.unmarked)
        # "Lưu Văn phòng" is no Lưu Văn.
        opener = words.openers.length_at(scene.tokens, index + 1, unmarked=scene.unmarked) > 1
        return exact and (titled or (known and last_is_given and not opener))
    middle = part[1].bare in words.middle.bare or part[1].is_initials
    if titled and exact:
        return True
    if exact and (double or words.minority.holds(part[0], unmarked=scene.unmarked)):
        return last_is_given or middle or not is_syllable(last.bare)
    if exact and words.frequent.holds(part[0], unmarked=scene.unmarked):
        return last_is_given or (middle and is_syllable(last.bare))
    return middle and last_is_given


def _can_be_surname(scene: Scene, index: int) -> bool:
    words, token = load_name_words(), scene.tokens[index]
    lists = (words.openers, words.ends, words.places)
    known = any(
        phrases.length_at(scene.tokens, index, unmarked=scene.unmarked) for phrases in lists
    )
    return not known and is_syllable(token.bare) and len(token.text) > 1


def _is_highland_name(scene: Scene, index: int, end: int, *, titled: bool) -> bool:
    """Y Bhăm Niê, H'Lan Êban, K'Brêu, Ksor H'Blin, Rơ Châm Hyéo, A Thút."""
    words, part = load_name_words(), scene.tokens[index:end]
    first = part[0].bare
    marker = first in {"y", "h", "k", "ka", "a"} or (
        first[:1] in {"h", "k"} and first[1:2] in HIGHLAND_MARKS
    )
    foreign = any(
        token.bare in words.minority.bare or not is_syllable(token.bare) for token in part[1:]
    )
    if marker:
        return foreign or titled
    if not is_syllable(first):
        return first in words.minority.bare
    surname = words.minority.holds(part[0], unmarked=scene.unmarked)
    return surname and len(part[-1].text) > 1 and not is_syllable(part[-1].bare)


def _initials_can_be_a_name(scene: Scene, index: int, *, titled: bool) -> bool:
    """N.V. Hùng, Ng. Văn Hùng; one initial ("N. Hùng") only behind a title."""
    words, tokens = load_name_words(), scene.tokens
    letters = tokens[index].bare.replace(" ", "").rstrip(".").split(".")
    if titled:
        return True
    told = letters[0] == "ng" or (len(letters) > 1 and "".join(letters) not in _BODIES)
    return told and tokens[index + 1].bare in words.given.bare | words.middle.bare


def order_name_end(scene: Scene, index: int, *, titled: bool) -> int | None:
    """Index after a name that begins with the order of birth: "Ba Lành", "Hai Đồng Hồ"."""
    words, tokens = load_name_words(), scene.tokens
    first = tokens[index]
    # Without marks "Tu", "Nam", "Bay" are names and words of their own.
    if not words.order.holds(first, unmarked=False) or not first.is_capital or first.is_upper:
        return None
    if not _is_allowed(scene, index, index + 2, titled=titled):
        return None
    if words.never_untitled.length_at(tokens, index, unmarked=False) > 1:
        return None
    if index and first.joins and words.not_order_behind.holds(tokens[index - 1], unmarked=False):
        return None
    end = index + 1
    while end < len(tokens) and end - index < 3 and _goes_on(scene, end):
        end += 1
    return end if end - index > 1 else None


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether a word is part of a nickname: "Kế Toán", "Phường Đội", but not "Kế toán"."""
    words, tokens = load_name_words(), scene.tokens
    token = tokens[index]
    if not token.is_capital or token.is_upper or not token.joins:
        return False
    behind = tokens[index + 1 : index + 2]
    together = bool(behind) and behind[0].is_capital and behind[0].joins
    phrase = words.ends.length_at(tokens, index, unmarked=False)
    phrase = phrase or (words.openers.length_at(tokens, index, unmarked=False) > 1)
    return together or not phrase


def given_end(scene: Scene, index: int) -> int | None:
    """Index after the given name (1–4 words) behind a title; None where no name follows."""
    words, tokens = load_name_words(), scene.tokens
    first = tokens[index]
    unmarked = scene.unmarked
    if words.never.length_at(tokens, index, unmarked=unmarked):
        return None
    if not first.is_capital:
        return note_given_end(scene, index)
    opener = words.openers.length_at(tokens, index, unmarked=unmarked)
    if opener > 1 or (opener and not words.given.holds(first, unmarked=unmarked)):
        return None
    if (
        words.ends.length_at(tokens, index, unmarked=unmarked)
        and first.bare not in words.given.bare
    ):
        return None
    if words.places.length_at(tokens, index, unmarked=unmarked) and not _stands_alone(scene, index):
        return None
    if first.is_upper and not _is_shouted_name(words, first):
        return None
    return min(_capital_run_end(scene, index), index + 4)


def _stands_alone(scene: Scene, index: int) -> bool:
    following = scene.tokens[index + 1 : index + 2]
    return not following or not following[0].is_capital


def addition_end(scene: Scene, index: int) -> int:
    """Offset after the addition that tells namesakes apart ("Hùng B", "Lan (Thìn)", "Hùng lớn").

    `index` is the word behind the name; the offset is the name's own end where it has none.
    """
    words, end = load_name_words(), scene.tokens[index - 1].end
    letter = _LETTER_BEHIND.match(scene.text, end)
    if letter:
        return letter.end()
    bracket = _BRACKET_BEHIND.match(scene.text, end)
    if bracket and _is_addition(scene, bracket.group(1)):
        return bracket.end()
    behind = _WORD_BEHIND.match(scene.text, end)
    if behind and fold(behind.group(1)) in words.additions.marked and behind.group(1).islower():
        following = scene.tokens[index + 1 : index + 2]
        if not following or following[0].key not in words.addition_stops.marked:
            return behind.end()
    return end


def _is_addition(scene: Scene, word: str) -> bool:
    words = load_name_words()
    if len(word) == 1:
        return word.isupper()
    if fold(word) in words.additions.marked:
        return True
    name_like = (
        word[0].isupper() and word[1:].islower() and strip_marks(fold(word)) in words.given.bare
    )
    return name_like and (fold(word),) not in words.ends.marked and not scene.unmarked
