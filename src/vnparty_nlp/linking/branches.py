"""Which registered branch a document's branch is, whatever the two call it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from vnparty_nlp.records import Member
from vnparty_nlp.vietnamese.unicode import compose, fold, strip_marks

Rows = np.ndarray[tuple[int], np.dtype[np.int32]]
Fit = Literal["same", "part"]
Words = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+")
# Words that say only that it is a branch, and short forms of the places it is named after.
_EMPTY = {"chi", "bộ", "bo", "cb", "số", "so", "cơ", "co", "sở", "thuộc", "thuoc", "khối", "khoi"}
_LONG = {
    "tdp": "tổ dân phố",
    "kp": "khu phố",
    "kdc": "khu dân cư",
    "htx": "hợp tác xã",
    "th": "tiểu học",
    "mn": "mầm non",
    "tyt": "trạm y tế",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}
# What stands before "chi bộ" names the body above; a body above alone is no branch.
_BRANCH = re.compile(r"(?<!\w)(?:chi\sb(?:ộ|o)|cb)\s", re.IGNORECASE)
_ABOVE = re.compile(
    r"(?<!\w)(?:đảng\s(?:ủy|bộ|đoàn)|(?:huyện|tỉnh|thành|quận|thị)\sủy|ban\s\w+|ủy\sban)(?!\w)"
)
_MAX_WORDS = 10
_NAME_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class BranchMatch:
    """The registered branches (by number) that a name fits, wholly or in part."""

    numbers: frozenset[int]
    fit: Fit


class BranchIndex:
    """The branches of a register: a number for each member's, the size of each branch.

    Names are compared without marks; marks decide where that leaves several ("Đông", "Đồng").
    """

    def __init__(self, members: Sequence[Member]) -> None:
        numbers: dict[str, int] = {"": 0}
        column = [numbers.setdefault(member.branch, len(numbers)) for member in members]
        self.of_row = np.array(column, dtype=np.int32)
        self.sizes = np.bincount(self.of_row, minlength=len(numbers))
        self._by_words: dict[Words, dict[Words, set[int]]] = defaultdict(dict)
        self._by_word: dict[str, set[Words]] = defaultdict(set)
        for name, number in numbers.items():
            words = branch_words(name)
            if words:
                bare = _bare(words)
                self._by_words[bare].setdefault(words, set()).add(number)
                for word in bare:
                    self._by_word[word].add(bare)
        self.match = lru_cache(maxsize=4096)(self._match)

    def _match(self, name: str) -> BranchMatch | None:
        """The branch that a document's branch or issuer is; None where it is none of them."""
        words = branch_words(name)
        own = branch_words(_BRANCH.split(name)[-1])
        if _bare(words) in self._by_words:
            return BranchMatch(self._numbers(words), "same")
        if own and _bare(own) in self._by_words:
            return BranchMatch(self._numbers(own), "same")
        if not own or (own == words and _ABOVE.search(fold(name))):
            return None
        found = self._longest_inside(own) or self._around(own)
        return BranchMatch(found, "part") if found else None

    def _numbers(self, words: Words) -> frozenset[int]:
        spellings = self._by_words[_bare(words)]
        return frozenset(spellings.get(words) or set().union(*spellings.values()))

    def _longest_inside(self, words: Words) -> frozenset[int]:
        """A document says more: "thôn Đông xã Tân Hòa" for the register's "thôn Đông"."""
        for count in range(min(_MAX_WORDS, len(words)), 0, -1):
            for start in range(len(words) - count + 1):
                part = words[start : start + count]
                if _bare(part) in self._by_words:
                    return self._numbers(part)
        return frozenset()

    def _around(self, words: Words) -> frozenset[int]:
        """A document says less: "thôn Đông" for the register's "thôn Đông xã Tân Hòa"."""
        bare = _bare(words)
        rarest = min((self._by_word.get(word, set()) for word in bare), key=len)
        longer = [other for other in rarest if _holds(other, bare)]
        return frozenset(
            number
            for other in longer
            for spelling, numbers in self._by_words[other].items()
            for number in numbers
            if _holds(spelling, words) or _bare(words) == words
        )

    def find_in(self, text: str) -> BranchMatch | None:
        """The branch that a text names behind the word "chi bộ"; None for none or several."""
        found = [match for match in map(self.match, _spoken(text)) if match is not None]
        if len({match.numbers for match in found}) != 1:
            return None
        return min(found, key=lambda match: match.fit == "part")


def _spoken(text: str) -> Iterator[str]:
    for match in _BRANCH.finditer(text):
        name = text[match.end() : match.end() + _NAME_CHARACTERS]
        yield match.group() + re.split(rf"[,;.()\n]|{_BRANCH.pattern}", name, flags=re.I)[0]


def branch_words(name: str) -> Words:
    """The folded words that tell the branch from others; numbers without leading zeros."""
    words: list[str] = []
    for word in _WORD.findall(fold(compose(name))):
        if word.isdecimal():
            words.append(str(int(word)))
        elif word in _LONG:
            words.extend(_LONG[word].split())
        elif word not in _EMPTY:
            words.append(word)
    return tuple(words)


def _bare(words: Words) -> Words:
    return tuple(map(strip_marks, words))


def _holds(words: Words, part: Words) -> bool:
    return any(words[start : start + len(part)] == part for start in range(len(words)))
