"""A sample document as plain text in Windows-1258, typed as on an old office machine."""

from __future__ import annotations

import textwrap
import unicodedata

from samples.markup import Block, Source, visible

WIDTH = 92
TONES = "\u0300\u0301\u0303\u0309\u0323"
SIGNS = {"dash": "- ", "plus": "  + "}


def txt_bytes(source: Source) -> bytes:
    """The text with CRLF line ends; Windows-1258 unless the source names another encoding."""
    text = "\n".join(line for block in source.blocks for line in _lines(block))
    encoding = source.settings.get("encoding", "cp1258")
    if encoding == "cp1258":
        text = "".join(_apart(letter) for letter in text)
    return text.replace("\n", "\r\n").encode(encoding)


def _apart(letter: str) -> str:
    """The letter with its tone mark behind it, as the code page stores it."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in TONES)
    base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
    whole = unicodedata.normalize("NFC", letter)
    return whole if _in_code_page(whole) else base + tone


def _in_code_page(letter: str) -> bool:
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        return False
    return True


def _lines(block: Block) -> list[str]:
    if block.kind == "columns":
        half = WIDTH // 2
        rows = [[visible(cell) for cell in row] for row in block.rows]
        return [f"{left:^{half}}{right:^{half}}".rstrip() for left, right in rows] + [""]
    if block.kind == "table":
        return ["\t".join(visible(cell) for cell in row) for row in block.rows] + [""]
    if block.kind == "rule":
        return ["-----".center(WIDTH).rstrip(), ""]
    text = SIGNS.get(block.kind, "") + visible(block.text)
    if block.kind in ("title", "subject", "center"):
        return [text.center(WIDTH).rstrip()]
    if block.kind == "place":
        return [text.rjust(WIDTH), ""]
    return [*textwrap.wrap(text, WIDTH, break_on_hyphens=False, break_long_words=False), ""]
