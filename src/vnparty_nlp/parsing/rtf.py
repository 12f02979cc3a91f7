"""RTF → drafts: own reader, so that cells, notes and the fonts of old Vietnamese text are kept.

After the Rich Text Format Specification 1.9.1 and what Word and LibreOffice write.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from vnparty_nlp.parsing.arrange import Piece, lines_of
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.font_runs import Write, read_runs
from vnparty_nlp.parsing.grid import lines_as
from vnparty_nlp.parsing.legacy_blocks import Run
from vnparty_nlp.parsing.rtf_flow import Flow, RowShape
from vnparty_nlp.parsing.rtf_fonts import FontTable, code_page
from vnparty_nlp.parsing.rtf_tokens import Token, tokens
from vnparty_nlp.vietnamese.legacy import encoding_of_font

# Groups whose text a reader of the printed page does not see. Groups that a program may ignore
# ("{\*\...") are left out too, but for those in _KEPT.
_SKIPPED = set(
    """header headerl headerr headerf footer footerl footerr footerf info stylesheet colortbl pict
    filetbl listtable listoverridetable revtbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn sp
    shprslt nonesttables nonshppict xe tc rxe txe bkmkstart bkmkend pnseclvl pntxta pntxtb template
    fldinst objdata objclass objname annotation atnid atnauthor atntime atnicn atnref atnparent
    private comment keycode nextfile datastore themedata colorschememapping latentstyles rsidtbl
    generator xmlnstbl mmathPr""".split()  # noqa: SIM905
)
_KEPT = {"footnote", "shpinst", "shptxt", "do", "dptxbxtext", "nesttableprops", "ud", "fonttbl"}
_SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "emdash": "—",
    "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": "\xa0", "_": "\u2011", "-": "\xad",
}  # fmt: skip
_BREAKS = {"tab", "line", "lbr", "page", "column"}
_CODES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
# Boxes in notes in boxes: deeper ones are read in place.
_MAX_FLOWS = 5


@dataclass(slots=True)
class _State:
    """What a brace restores: where the text goes, how it looks, in which tables it stands."""

    kind: str = "text"
    font: int | None = None
    hidden: bool = False
    deleted: bool = False
    caps: bool = False
    right: bool = False
    in_table: bool = False
    nesting: int = 0
    replaced: int = 1
    inner_row: bool = False
    flow: Flow | None = None

    @property
    def level(self) -> int:
        """The number of tables around the paragraph."""
        return self.nesting or int(self.in_table)


class RtfReader:
    """Reads RTF files; running heads, comments, hidden and deleted text are left out."""

    def read(self, data: bytes, source: str) -> Reading:  # noqa: ARG002
        """The blocks of the document; a damaged file gives what can be read of it."""
        return read_runs(lambda write: _pieces(data, write))


def _pieces(data: bytes, write: Write) -> list[Piece]:
    walker = _Walker(write)
    for token in tokens(data):
        walker.take(token)
    return walker.close()


class _Walker:
    """Follows the tokens of one file, with a stack instead of recursion."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._fonts = FontTable()
        self._default_font = 0
        self._flows = [Flow(write)]
        self._state = _State()
        self._stack: list[_State] = []
        self._starred = False
        self._unread = 0
        self._row, self._inner_row = RowShape(), RowShape()
        self._merged_right = self._merged_down = False

    def take(self, token: Token) -> None:
        """Follow one token."""
        if token.kind == "text":
            self._text(token)
        elif token.kind == "word":
            self._word(token)
        elif token.kind == "symbol":
            self._symbol(token.name)
        elif token.kind == "open":
            self._stack.append(self._state)
            self._state = copy(self._state)
            self._state.flow = None
            self._starred, self._unread = False, 0
        elif self._stack:
            self._close_group()

    def close(self) -> list[Piece]:
        """The pieces of the whole file; groups that were left open are closed."""
        while self._stack:
            self._close_group()
        return self._flows[0].close()

    def _close_group(self) -> None:
        closed, self._state = self._state, self._stack.pop()
        self._starred, self._unread = False, 0
        if closed.flow is not None:
            self._flows.pop()
            pieces = closed.flow.close()
            self._flows[-1].hang(_note(pieces) if closed.kind == "note" else pieces)

    def _text(self, token: Token) -> None:
        if self._state.kind == "fonts":
            self._fonts.declare(token)
            return
        text = token.text[self._unread :]
        self._unread = max(0, self._unread - len(token.text))
        if text:
            self._emit(self._fonts.decode(text, self._font))

    @property
    def _font(self) -> int:
        return self._default_font if self._state.font is None else self._state.font

    def _emit(self, text: str) -> None:
        state = self._state
        if state.kind in ("skip", "pair") or state.hidden or state.deleted:
            return
        run = Run(text, self._fonts.name(self._font), state.caps)
        if state.kind == "mark":
            self._flows[-1].add_mark(run)
        else:
            self._flows[-1].add(run, state.level)

    def _symbol(self, name: str) -> None:
        if name == "*":
            self._starred = True
        elif name in "\r\n":
            self._break("par")
        elif name in "\\{}":
            self._text(Token("text", text=name.encode()))
        elif name in _SIGNS:
            self._sign(name)

    def _sign(self, name: str) -> None:
        if self._unread and name not in _BREAKS:
            self._unread -= 1
            return
        self._unread = 0
        self._emit(_SIGNS[name])

    def _word(self, token: Token) -> None:
        name, state = token.name, self._state
        starred, self._starred = self._starred, False
        if state.kind == "pair":
            # {\upr{in the document's code}{\*\ud{in Unicode}}}
            state.kind = "text" if name == "ud" else "pair"
        elif state.kind == "skip" or name in _SKIPPED or (starred and name not in _KEPT):
            state.kind = "skip"
        elif state.kind == "fonts":
            self._fonts.declare(token)
        elif name in _SIGNS:
            self._sign(name)
        elif name == "u":
            self._unicode(token.number or 0)
        elif not (self._group(name) or self._look(token) or state.kind == "mark"):
            self._break(name)
            self._shape(token)

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        font = self._font
        if 0xF020 <= code <= 0xF0FF and encoding_of_font(self._fonts.name(font)):
            # Word takes an older font for one of symbols, and moves its bytes here.
            self._emit(chr(code - 0xF000))
        elif 0 <= code <= 0x10FFFF:
            self._emit(chr(code))
        self._unread = self._state.replaced

    def _group(self, name: str) -> bool:
        """Whether a word says what its group is, and was followed."""
        state = self._state
        if name == "fonttbl":
            state.kind = "fonts"
        elif name in ("listtext", "pntext"):
            state.kind = "mark"
        elif name == "upr":
            state.kind = "pair"
        elif name == "nesttableprops":
            state.inner_row = True
        elif name in ("footnote", "shptxt", "dptxbxtext"):
            if len(self._flows) < _MAX_FLOWS and state.flow is None:
                state.kind = "note" if name == "footnote" else "text"
                state.in_table, state.nesting, state.right = False, 0, False
                state.flow = Flow(self._write)
                self._flows.append(state.flow)
        else:
            return False
        return True

    def _look(self, token: Token) -> bool:
        """Whether a word tells how characters or a paragraph look, and was followed."""
        name, state, is_on = token.name, self._state, token.number != 0
        if name == "f":
            state.font = token.number
        elif name == "plain":
            state.font, state.hidden, state.deleted, state.caps = None, False, False, False
        elif name == "pard":
            state.in_table, state.nesting, state.right = False, 0, False
        elif name == "v":
            state.hidden = is_on
        elif name in ("deleted", "mvf"):
            state.deleted = is_on
        elif name == "caps":
            state.caps = is_on
        elif name in ("ql", "qc", "qj", "qr"):
            state.right = name == "qr"
        elif name == "intbl":
            state.in_table = is_on
        elif name == "itap":
            state.nesting = max(0, token.number or 0)
        elif name == "uc":
            state.replaced = max(0, min(token.number or 0, 8))
        else:
            return self._declare(token)
        return True

    def _declare(self, token: Token) -> bool:
        if token.name == "deff":
            self._default_font = token.number or 0
        elif token.name == "ansicpg":
            self._fonts.code = code_page(token.number)
        elif token.name in _CODES:
            self._fonts.code = _CODES[token.name]
        else:
            return False
        return True

    def _break(self, name: str) -> None:
        """Words that end a paragraph, a cell or a row."""
        flow, state = self._flows[-1], self._state
        if name in ("par", "sect"):
            # The paragraph goes on where its end was deleted.
            if not state.deleted:
                flow.end_paragraph(state.level, state.right)
        elif name in ("cell", "nestcell"):
            level = max(2, state.nesting) if name == "nestcell" else 1
            flow.end_paragraph(level, right=False)
            flow.end_cell(level)
        elif name in ("row", "nestrow"):
            nested = name == "nestrow"
            flow.end_row(self._inner_row if nested else self._row, nested)

    def _shape(self, token: Token) -> None:
        """Words that tell how the cells of a row are cut."""
        name, number = token.name, token.number or 0
        shape = self._inner_row if self._state.inner_row else self._row
        if name == "trowd":
            if self._state.inner_row:
                self._inner_row = RowShape()
            else:
                self._row = RowShape()
            self._merged_right = self._merged_down = False
        elif name == "trleft":
            shape.left = number
        elif name == "trhdr":
            shape.header = True
        elif name == "clmrg":
            self._merged_right = True
        elif name == "clvmrg":
            self._merged_down = True
        elif name == "cellx":
            shape.cut(number, right=self._merged_right, down=self._merged_down)
            self._merged_right = self._merged_down = False


def _note(pieces: Sequence[Piece]) -> list[Piece]:
    text = " ".join(line for piece in pieces for line in lines_of(piece))
    return list(lines_as("footnote", [text]))
