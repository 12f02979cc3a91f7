"""A text prepared for finding names: its words, and whether it has diacritics and capitals."""

from bisect import bisect_left
from dataclasses import dataclass

from vnparty_nlp.vietnamese.name_tokens import Token, tokenize
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

_SENTENCE_ENDS = frozenset(".!?:;\n-–•+")


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its words; `key` is folded, `bare` without marks, both as long as the text.

    `unmarked` where it carries no diacritics, `notes` where only sentences begin with capitals.
    """

    text: str
    key: str
    bare: str
    tokens: tuple[Token, ...]
    unmarked: bool
    notes: bool

    def index_from(self, offset: int) -> int:
        """Index of the first word that starts at `offset` or later."""
        return bisect_left(self.tokens, offset, key=lambda token: token.start)


def make_scene(text: str) -> Scene:
    """The scene of an NFC text."""
    key = fold(text)
    bare = strip_marks(key)
    tokens = tokenize(text)
    capitals = any(
        token.is_capital and not token.text.isupper() and not _opens_sentence(token)
        for token in tokens[1:]
    )
    return Scene(text, key, bare, tokens, unmarked=key == bare, notes=not capitals)


def _opens_sentence(token: Token) -> bool:
    return not _SENTENCE_ENDS.isdisjoint(token.gap)
