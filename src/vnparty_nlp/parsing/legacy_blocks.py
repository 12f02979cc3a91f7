"""Blocks in the codes of old fonts → Unicode: each block, and each font in it, by itself."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from vnparty_nlp.parsing.legacy_evidence import Evidence, detect, is_modern, is_suspect, weigh
from vnparty_nlp.parsing.legacy_report import Conversion, conversion_warnings, main_encoding
from vnparty_nlp.vietnamese.legacy import encoding_of_font, is_capital_font, to_unicode

# So many characters of a font are enough to know its code.
_ENOUGH = 20_000
_LEAST_WORDS = 3
_LEAST_WORDS_AGAINST = 6
# How much content, and by how much it must speak against the font's name to overrule it.
_MIN_LEAD = 0.2
_MIN_SHARE = 0.5


class Run(NamedTuple):
    """Text in one font; `caps` where it is to be shown in capitals whatever the font."""

    text: str
    font: str | None = None
    caps: bool = False


class Converted(NamedTuple):
    """A block in Unicode, and the code of most of its converted characters (None: untouched)."""

    text: str
    encoding: str | None


class LegacyText:
    """Converts the blocks of one document; knows from all its runs what each font's code is."""

    def __init__(self, runs: Iterable[Run]) -> None:
        seen = list(runs)
        self._codes = _codes_of_fonts(seen)
        self._found = _codes_in_blocks(seen, self._codes)
        self._done: list[Conversion] = []
        self._recent: list[str] = []

    def convert(self, runs: Sequence[Run], page: int | None = None) -> Converted:
        """The text of a block. One in Unicode is returned as it is, not composed, not cleaned."""
        hinted = self._found or any(is_suspect(run.text) for run in runs)
        if not hinted:
            return Converted("".join(map(_shown, runs)), None)
        texts: list[str] = []
        converted: dict[str, int] = defaultdict(int)
        for (code, capitals), group in groupby(
            zip(self._decide(runs), runs, strict=True),
            key=lambda pair: (pair[0], _capitals(*pair)),
        ):
            raw = "".join(run.text for _, run in group)
            text = raw if code is None else to_unicode(raw, code)
            texts.append(text.upper() if capitals else text)
            if code is not None and text != raw:
                converted[code] += len(text)
        main = max(converted, key=lambda code: converted[code], default=None)
        if main is not None:
            self._done.append(Conversion(main, sum(converted.values()), page))
            self._recent = list(dict.fromkeys([main, *self._recent]))
        return Converted("".join(texts), main)

    @property
    def conversions(self) -> tuple[Conversion, ...]:
        """The blocks that were converted so far."""
        return tuple(self._done)

    @property
    def encoding(self) -> str | None:
        """The code of most characters that were converted so far."""
        return main_encoding(self._done)

    @property
    def warnings(self) -> tuple[str, ...]:
        """One sentence about all blocks that were converted so far, or none."""
        return conversion_warnings(self._done)

    def _decide(self, runs: Sequence[Run]) -> list[str | None]:
        """The code of each run: the fonts of one code are judged together, by their content."""
        priors = [self._codes.get(run.font) for run in runs]
        pooled: dict[str | None, str] = defaultdict(str)
        for prior, run in zip(priors, runs, strict=True):
            pooled[prior] += run.text
        # A line goes on in the code of the lines above it.
        found = tuple(dict.fromkeys([*self._recent, *self._found]))
        codes = {prior: _judge(text, prior, found) for prior, text in pooled.items()}
        return [codes[prior] for prior in priors]


def _shown(run: Run) -> str:
    return run.text.upper() if run.caps else run.text


def _capitals(code: str | None, run: Run) -> bool:
    return run.caps or (code is not None and is_capital_font(run.font))


def _judge(text: str, prior: str | None, found: Sequence[str] = ()) -> str | None:
    """The code of a text whose font speaks for `prior`; None for Unicode.

    `found` are the codes of the document's other blocks, for a text too short to be judged.
    """
    if text.isascii() or (is_modern(text) and prior is None):
        return prior
    plain, told = weigh(text, None), detect(text)
    if prior is None:
        return told or _as_others(text, plain, found)
    expected = weigh(text, prior)
    if told not in (None, prior):
        other = weigh(text, told)
        if other.words >= _LEAST_WORDS_AGAINST and other.share >= expected.share + _MIN_LEAD:
            return told
    if plain.words >= _LEAST_WORDS and plain.share > max(expected.share, _MIN_SHARE):
        return None
    if is_modern(text) and plain.share > expected.share:
        return None
    return _as_others(text, expected, found) or prior


def _as_others(text: str, standing: Evidence, found: Sequence[str]) -> str | None:
    """The code of other blocks in which every word of a short text reads, as it stands not."""
    if not standing.bad:
        return None
    for code in found:
        evidence = weigh(text, code)
        if evidence.good > standing.good and not evidence.bad:
            return code
    return None


def _codes_in_blocks(
    runs: Iterable[Run], codes: Mapping[str | None, str | None]
) -> tuple[str, ...]:
    """The codes of the fonts, and those that runs show by themselves; frequent ones first."""
    plain = (run.text for run in runs if codes.get(run.font) is None and is_suspect(run.text))
    counted = Counter(code for code in codes.values() if code is not None)
    counted.update(code for text in plain if (code := detect(text)) is not None)
    return tuple(code for code, _ in counted.most_common())


def _codes_of_fonts(seen: Sequence[Run]) -> dict[str | None, str | None]:
    """Font → code, by all that is written in it; a font with too little follows its likes."""
    if not any(encoding_of_font(run.font) or is_suspect(run.text) for run in seen):
        return {}
    texts: dict[str | None, list[str]] = defaultdict(list)
    lengths: dict[str | None, int] = defaultdict(int)
    for run in seen:
        if lengths[run.font] < _ENOUGH:
            texts[run.font].append(run.text)
            lengths[run.font] += len(run.text)
    joined = {font: " ".join(parts) for font, parts in texts.items()}
    named = {font: encoding_of_font(font) for font in joined}
    pooled: dict[str, str] = defaultdict(str)
    for font, text in joined.items():
        if (code := named[font]) is not None:
            pooled[code] += " " + text
    families = {code: _judge(text, code) for code, text in pooled.items()}
    codes: dict[str | None, str | None] = {}
    for font, text in joined.items():
        code = named[font]
        enough = weigh(text, code).words >= _LEAST_WORDS
        codes[font] = _judge(text, code) if enough or code is None else families[code]
    return codes
