"""The font table of an RTF file: names, and the code in which each font's bytes stand.

Numbers of character sets: Rich Text Format Specification 1.9.1, "Font Table".
"""

import codecs
from dataclasses import dataclass

from vnparty_nlp.parsing.rtf_tokens import Token

_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {65001: "utf-8", 10000: "mac_roman", 0: "cp1252"}
WESTERN = "cp1252"
_SYMBOL_CHARSET = 2
# Fonts whose bytes are pictures; they come out in the private use area, as in Word's other files.
_PICTURES = ("symbol", "wingdings", "webdings", "mt extra", "zapf dingbats", "monotype sorts")


@dataclass(slots=True)
class Font:
    """A font as the table declares it; `code` is None where the document's code counts."""

    name: str = ""
    code: str | None = None
    symbol: bool = False


def code_page(number: int | None) -> str:
    """The Python codec of a Windows code page; Western where there is none."""
    name = _PAGES.get(number or 0, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return WESTERN
    return name


class FontTable:
    """Collects the fonts while the table is read, and decodes bytes afterwards."""

    def __init__(self) -> None:
        self._fonts: dict[int, Font] = {}
        self._open = Font()
        self._name = bytearray()
        self.code = WESTERN

    def declare(self, token: Token) -> None:
        """Take in a token of the table."""
        if token.kind == "text":
            # A font's name ends with a semicolon; many writers put all of them into one group.
            name, end, _ = token.text.partition(b";")
            self._name += name[:200]
            self._open.name = self._name.decode("latin-1").strip()
            if end:
                self._name.clear()
        elif token.name == "f":
            self._open = self._fonts.setdefault(token.number or 0, Font())
            self._name.clear()
        elif token.name == "fcharset":
            self._open.symbol = token.number == _SYMBOL_CHARSET
            self._open.code = _CHARSETS.get(token.number if token.number is not None else 1)
        elif token.name == "cpg" and token.number:
            self._open.code = code_page(token.number)

    def name(self, number: int) -> str | None:
        """The name of a font; None where the table does not know it."""
        font = self._fonts.get(number)
        return font.name if font and font.name else None

    def decode(self, data: bytes, number: int) -> str:
        """The text of bytes set in a font; what no code knows is U+FFFD."""
        font = self._fonts.get(number)
        if font and font.symbol and font.name.lower().startswith(_PICTURES):
            return "".join(chr(0xF000 + byte) if byte > 0x20 else chr(byte) for byte in data)
        code = (font.code if font else None) or self.code
        try:
            return data.decode(code)
        except UnicodeDecodeError:
            pass
        # Five bytes have no letter in Windows-1252, but one in the code of a legacy font.
        if code == WESTERN:
            return "".join(_western(byte) for byte in data)
        return data.decode(code, "replace")


def _western(byte: int) -> str:
    return bytes([byte]).decode(WESTERN, "ignore") or chr(byte)
