"""Titles before names: đ/c, ông, Thượng úy, and letters that stand for them in notes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from vnparty_nlp.vietnamese.name_scene import Scene
from vnparty_nlp.vietnamese.name_words import load_name_words
from vnparty_nlp.vietnamese.unicode import strip_marks

TitleKind = Literal["comrade", "kin", "rank", "office"]
_GAP = re.compile(r"\s{0,3}[:\-–]?\s{0,3}")
_POINT_GAP = re.compile(r"\.\s?")
_PLURAL = re.compile(r"(?:các|cac|những|nhung|hai|ba|bốn|năm|\d+)\s+$", re.IGNORECASE)
_LONGEST_ABBREVIATION = 5


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a text; `plural` behind "các" or a number. An office is one, too."""

    start: int
    end: int
    kind: TitleKind
    plural: bool = False

    def reaches(self, scene: Scene, start: int) -> bool:
        """Whether only a gap (or the point of an abbreviation) parts it from what starts there."""
        if _GAP.fullmatch(scene.text, self.end, start):
            return True
        short = self.kind == "rank" and self.end - self.start <= _LONGEST_ABBREVIATION
        # "25/28 đ/c. Vắng 3" ends a sentence there.
        short = short or (not self.plural and scene.bare[self.end - 2 : self.end] == "/c")
        return short and _POINT_GAP.fullmatch(scene.text, self.end, start) is not None


def find_titles(scene: Scene) -> Mapping[int, Title]:
    """The titles of a scene by the offset at which they start."""
    found: dict[int, Title] = {}
    patterns = _patterns()
    for match in patterns["rank"].finditer(scene.bare):
        # "ts" in lower case is an abbreviation of anything, if no name follows.
        if len(match.group()) > 3 or _is_before_name(scene, match):
            found[match.start()] = _title(scene, match, "rank")
    for match in patterns["letter"].finditer(scene.text):
        if _begins_word(scene, match) and _is_letter_title(scene, match):
            found[match.start()] = _title(scene, match, "kin")
    kin = patterns["kin unmarked" if scene.unmarked else "kin"]
    for match in kin.finditer(scene.key):
        if _begins_word(scene, match) and not _is_place(scene, match):
            found.setdefault(match.start(), _title(scene, match, "kin"))
    for match in patterns["comrade"].finditer(scene.bare):
        if _begins_word(scene, match) and not _is_passive(scene, match):
            found[match.start()] = _title(scene, match, "comrade")
    return found


def _title(scene: Scene, match: re.Match[str], kind: TitleKind) -> Title:
    plural = _PLURAL.search(scene.text, max(0, match.start() - 10), match.start()) is not None
    return Title(match.start(), match.end(), kind, plural)


def _is_before_name(scene: Scene, match: re.Match[str]) -> bool:
    if scene.text[match.start()].isupper():
        return True
    behind = scene.tokens[scene.index_from(match.end()) :][:1]
    given = load_name_words().given
    return bool(behind) and behind[0].is_capital and given.holds(behind[0], unmarked=scene.unmarked)


def _begins_word(scene: Scene, match: re.Match[str]) -> bool:
    """Whether no word is cut: the "Me" of "H'Me" is part of a name, and no title."""
    index = scene.index_from(match.start())
    return index < len(scene.tokens) and scene.tokens[index].start == match.start()


def _is_place(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the word belongs to a place or to nobody: "phố Bà Triệu", "huyện Anh Sơn"."""
    words, tokens = load_name_words(), scene.tokens
    index = scene.index_from(match.start())
    if words.never.length_at(tokens, index, unmarked=scene.unmarked):
        return True
    capital = scene.text[match.start()].isupper() and tokens[index].joins
    return capital and words.places.ends_at(tokens, index, unmarked=scene.unmarked)


def _is_letter_title(scene: Scene, match: re.Match[str]) -> bool:
    """Whether "a" stands for anh ("a Chước bận"), not for a number ("điểm a Khoản 2")."""
    words = load_name_words()
    index = scene.index_from(match.start())
    before, behind = scene.tokens[max(index - 1, 0) : index], scene.tokens[index + 1 : index + 2]
    if before and words.not_letters_behind.holds(before[0], unmarked=scene.unmarked):
        return False
    if not behind or not behind[0].joins or behind[0].is_upper:
        return False
    if not behind[0].is_capital and not scene.notes:
        return False
    return words.given.holds(behind[0], unmarked=scene.unmarked) or words.surnames.holds(
        behind[0], unmarked=scene.unmarked
    )


def _is_passive(scene: Scene, match: re.Match[str]) -> bool:
    """Whether "đc" is the verb được: "chưa đc duyệt"."""
    if match.group() != "dc" or scene.text[match.start()].isupper():
        return False
    index = scene.index_from(match.start())
    if index == 0:
        return False
    words, tokens = load_name_words(), scene.tokens
    behind = tokens[index + 1 : index + 2]
    if not tokens[index].joins or not behind or behind[0].is_capital:
        return False
    # Inside a clause an everyday word behind it is what was done: "đc rõ", "đc trong tuần".
    everyday = words.also_words.holds(behind[0], unmarked=scene.unmarked)
    return everyday or words.passive_before.holds(tokens[index - 1], unmarked=True)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load_name_words()
    return {
        "comrade": _pattern(map(strip_marks, words.comrade_titles)),
        "rank": _pattern(map(strip_marks, words.rank_titles)),
        "kin": _pattern(words.kin_titles),
        "letter": _pattern(words.letter_titles),
        "kin unmarked": _pattern(map(strip_marks, words.kin_titles)),
    }


def _pattern(titles: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(titles, key=len, reverse=True)
    forms = "|".join(re.escape(title).replace(r"\ ", r"\s+") for title in ordered)
    return re.compile(rf"(?<![\w/])(?:{forms})(?!\w)")
