"""Text files → drafts; finds the encoding, text_lines.py does the rest."""

from charset_normalizer import from_bytes

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.syllables import share_of_syllables
from vnparty_nlp.parsing.text_lines import text_drafts

# A file in a legacy font's code decodes as Windows-1258 to letters that make no syllables.
_MIN_SYLLABLES = 0.85
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class PlainReader:
    """Reads text files in UTF-8, UTF-16, Windows-1258 and what charset-normalizer knows."""

    def read(self, data: bytes, source: str) -> Reading:
        """The paragraphs and table rows of the text."""
        return Reading(tuple(text_drafts(clean(decode(data, source)).splitlines())))


def decode(data: bytes, source: str) -> str:
    """The text of a file without a declared encoding; DocumentError where none fits."""
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if data[:200].count(0) * 3 > len(data[:200]):
        encoding = "utf-16-le" if data[1:200:2].count(0) > data[:200:2].count(0) else "utf-16-be"
        return data.decode(encoding, errors="replace")
    return _decode_bytes(data, source)


def _decode_bytes(data: bytes, source: str) -> str:
    candidates = [data.decode("cp1258", errors="replace")]
    if (best := from_bytes(data).best()) is not None:
        candidates.append(str(best))
    for text in candidates:
        if share_of_syllables(clean(text)) >= _MIN_SYLLABLES:
            return text
    raise DocumentError(source, *problems.ENCODING)
