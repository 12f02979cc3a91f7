"""The syllables of a passage as a spaCy document, with the offsets of each."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from vnparty_nlp.records import Span
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

UNKNOWN = "_"
NUMBER = "0"

# A title ("đ/c", "đ.c", "d/c") is one syllable, and so is a figure with what hangs on it ("150k",
# "25/28", "19h30", "12/5/2023").
_TITLE = r"(?:các\s+)?[đd]\s?[/.]\s?c(?:hí)?(?![^\W\d_])"
_WORD = r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*"
_FIGURE = r"\d+(?:[.,/:]\d+)*(?:(?![đd]/c|[đd]c\b)[^\W\d_]+\d*)*"
_SYLLABLE = re.compile(rf"{_TITLE}|{_WORD}|{_FIGURE}|\n+|\t+|\.{{2,}}|[^\s]", re.IGNORECASE)

# Shorthand that stands for one syllable wherever it occurs (phone notes, telegraphic minutes).
_SHORTHAND = {
    "k": "không", "ko": "không", "kg": "không", "khg": "không", "kh": "không", "hok": "không",
    "hông": "không", "hổng": "không", "hong": "không", "hem": "không",
    "chẳng": "không", "chả": "không", "r": "rồi", "trc": "trước", "ng": "người", "cx": "cũng",
    "vs": "với", "đv": "đảng viên", "nhứt": "nhất", "biểu": "biểu", "kq": "kết quả",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Syllables:
    """A passage's syllables: parallel columns, and the spaCy document that matchers read.

    `words` are in lower case with their marks, `plain` without and with i for y. The document
    holds only syllables that some cue names, figures as NUMBER and all else as UNKNOWN: its
    vocabulary stays closed, so memory does not grow with the number of documents read.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    plain: tuple[str, ...]
    bare: bool
    doc: Doc

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The code points from syllable `first` up to, not with, syllable `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def at(self, offset: int) -> int:
        """The index of the first syllable that ends behind `offset`."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] > offset:
                high = middle
            else:
                low = middle + 1
        return low

    def range_of(self, span: Span) -> tuple[int, int]:
        """The syllables that `span` touches, as a half-open range."""
        return self.at(span.start), self.at(span.end - 1) + 1


def plain_syllable(word: str) -> str:
    """The form in which cues and texts meet: lower case, no marks, i for y (lý do, lí do)."""
    return strip_marks(word).replace("y", "i")


_SAME_LETTERS = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


def written_out(word: str) -> str:
    """Lower case with marks; shorthand that stands for one syllable is written out."""
    word = fold(word)
    return _SHORTHAND.get(word, word)


def same_syllable(one: str, other: str) -> bool:
    """Whether two written-out syllables differ in i and y at most."""
    return one == other or one.translate(_SAME_LETTERS) == other.translate(_SAME_LETTERS)


@cache
def lost_marks(written: str, full: str) -> bool:
    """Whether a word is another with some of its marks lost: 'đang' for 'đảng', 'dang' too."""
    if plain_syllable(written) != plain_syllable(full):
        return False
    pairs = zip(written, full, strict=True)
    return all(one == strip_marks(other) or _marks(one) <= _marks(other) for one, other in pairs)


def _marks(letter: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFD", letter)[1:]) | ({"đ"} & {letter})


class SyllableReader:
    """Cuts texts into syllables over a blank Vietnamese pipeline.

    spaCy's own Vietnamese tokenizer needs pyvi, whose model is a pickle; syllables need neither.
    """

    def __init__(self, known: Iterable[str]) -> None:
        tokenizer = {"@tokenizers": "spacy.vi.VietnameseTokenizer", "use_pyvi": False}
        self._vocab = spacy.blank("vi", config={"nlp": {"tokenizer": tokenizer}}).vocab
        self._known = frozenset(known)

    @property
    def vocab(self) -> Vocab:
        """The vocabulary that matchers over these documents must share."""
        return self._vocab

    def read(self, text: str) -> Syllables:
        """The syllables of `text`; it must hold at least one visible sign."""
        folded = fold(text)
        matches = list(_SYLLABLE.finditer(folded))
        written = [match.group() for match in matches]
        words = tuple(written_out(word) for word in written)
        plain = tuple(plain_syllable(word) for word in words)
        letters = [word for word in written if word[0].isalpha() and len(word) > 2]
        marked = sum(word != strip_marks(word) for word in letters)
        return Syllables(
            text=text,
            starts=tuple(match.start() for match in matches),
            ends=tuple(match.end() for match in matches),
            words=words,
            plain=plain,
            bare=marked < len(letters) / 8,
            doc=Doc(self._vocab, words=[self._key(word) for word in plain]),
        )

    def _key(self, word: str) -> str:
        if word in self._known or not word[0].isalnum():
            return word
        return NUMBER if word[0].isdigit() else UNKNOWN
