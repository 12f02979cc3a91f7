"""Text files → drafts."""

import re

from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.encoding import decode, lost_characters
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.legacy_blocks import LegacyText, Run
from vnparty_nlp.parsing.text_lines import text_drafts

# Only these end a line: other codes have letters where Unicode has more line ends.
_LINE_END = re.compile(r"\r\n|\r|\n")


class PlainReader:
    """Reads text files in UTF-8, UTF-16, Windows-1258, TCVN3, VNI, VISCII, VPS and others."""

    def read(self, data: bytes, source: str) -> Reading:
        """The paragraphs and table rows of the text."""
        text = decode(data, source)
        lines = [[Run(line)] for line in _LINE_END.split(text)]
        legacy = LegacyText(run for line in lines for run in line)
        modern = "\n".join(legacy.convert(line).text for line in lines)
        return Reading(
            tuple(text_drafts(clean(modern).splitlines())),
            warnings=(*lost_characters(text), *legacy.warnings),
            legacy_encoding=legacy.encoding,
        )
