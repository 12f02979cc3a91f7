"""Text files → drafts."""

from vnparty_nlp.parsing.characters import clean
from vnparty_nlp.parsing.encoding import decode, lost_characters
from vnparty_nlp.parsing.flow import Reading
from vnparty_nlp.parsing.text_lines import text_drafts


class PlainReader:
    """Reads text files in UTF-8, UTF-16, Windows-1258 and what charset-normalizer knows."""

    def read(self, data: bytes, source: str) -> Reading:
        """The paragraphs and table rows of the text."""
        text = decode(data, source)
        drafts = tuple(text_drafts(clean(text).splitlines()))
        return Reading(drafts, warnings=lost_characters(text))
