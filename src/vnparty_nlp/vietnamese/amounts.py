"""Money in đồng, as written: '150.000đ', '150k', '1,2 triệu', '1tr2', '3 triệu rưỡi'."""

import re
from dataclasses import dataclass

from vnparty_nlp.records import Span
from vnparty_nlp.vietnamese.numbers import find_numbers
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

# No coin or note is worth less; "2 đồng" is 2 comrades cut short, or "2 đóng" without marks.
_SMALLEST = 100
_BILLION, _MILLION, _THOUSAND = 10**9, 10**6, 10**3
_SCALES = {
    "ty": _BILLION, "ti": _BILLION, "trieu": _MILLION, "tr": _MILLION, "cu": _MILLION,
    "nghin": _THOUSAND, "ngan": _THOUSAND, "ng": _THOUSAND, "k": _THOUSAND,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d{1,2})?"
# "150,000đ" of a spreadsheet: nobody writes thousandths of a đồng.
_COMMAS = r"\d{1,3}(?:,\d{3})+"
_SCALE = r"(?:ty|ti|trieu|tr|cu|nghin|ngan|ng|k)"
_DONG = r"(?:dong|vn[dđ]|[dđ])"

# "1tr2", "4tr812", "1 triệu 2": digits behind a scale are its decimals; "triệu rưỡi" adds a half.
# Only "k", "tr" and whole words are scales without đồng behind them; "cu" is slang for a million.
_SCALED = re.compile(
    rf"(?<![\w.,/])(?P<number>{_NUMBER})\s?(?P<scale>{_SCALE})"
    rf"(?:(?P<half>\s+ruoi)|\s?(?P<rest>\d{{1,3}})(?P<rest_scale>\s?(?:trieu|tr|nghin|ngan|ng|k))?)?"
    rf"(?P<dong>\s?{_DONG})?(?![\w]|\s+le\b)"
)
_PLAIN = re.compile(rf"(?<![\w.,/])(?P<number>{_COMMAS}|{_NUMBER})\s?{_DONG}(?!/c(?:hi)?\b)(?!\w)")
_DONG_AFTER = re.compile(r"\s*(?:đồng|đ|vnđ|vnd)(?!\w|\s*chí|/c)")
# Behind "đồng" a "chi" may have lost its mark; behind "đ" it is what was spent.
_COMRADE = re.compile(r"(?<=g)\s*(?:chí|chi)|(?<!g)(?:\s*chí|/c(?:hí)?\b|\s*c\b)")
# "mười hai ngàn" is money unless people, plants or measures are counted.
_SCALE_WORD = re.compile(r"(?:nghìn|ngàn|triệu|tỷ|tỉ)(?:\s+rưỡi)?$")
_COUNTED = re.compile(
    r"\s*(?:người|hộ|cây|con|cái|khối|mét|m2|ha|tấn|tạ|kg|lượt|đảng|đồng chí|đ/c|quyển|cuốn|viên|"
    r"dân|lít|bao|phiếu)"
)
_PER_MONTH = re.compile(r"\s*(?:/\s*(?:thang|th|t)\b|(?:moi|mot|hang)\s+thang\b)")


@dataclass(frozen=True, slots=True)
class AmountMatch:
    """A sum in đồng and where it stands; `per_month` where it is written as a monthly rate."""

    span: Span
    value: int
    per_month: bool = False


def find_amounts(text: str) -> tuple[AmountMatch, ...]:
    """Every sum of money in `text`, in order, without overlaps; a bare number is none."""
    folded = fold(text)
    plain = strip_marks(folded)
    found: list[AmountMatch] = []
    for match in _SCALED.finditer(plain):
        if (value := _scaled_value(match)) is not None and not _is_title(folded, match):
            found.append(AmountMatch(Span(*match.span()), value))
    for match in _PLAIN.finditer(plain):
        if not _is_title(folded, match):
            found.append(AmountMatch(Span(*match.span()), _whole(match.group("number"))))
    found += _in_words(folded)
    found = [amount for amount in found if amount.value >= _SMALLEST]
    return tuple(_with_rate(amount, plain) for amount in _without_overlaps(found))


def _scaled_value(match: re.Match[str]) -> int | None:
    scale = _SCALES[match.group("scale")]
    if match.group("scale") in ("ng", "cu", "ti", "ty") and not _is_written_out(match):
        return None
    number = match.group("number").replace(" ", "")
    value = _decimal(number, scale)
    if match.group("half"):
        return value + scale // 2
    rest = match.group("rest")
    if rest is None:
        return value
    if match.group("rest_scale"):
        return value + int(rest) * _SCALES[match.group("rest_scale").strip()]
    return value + _decimals(rest, scale)


def _is_written_out(match: re.Match[str]) -> bool:
    """Whether an ambiguous scale ('3 cụ', '2 ng', '2 tỷ') is money: đồng or decimals follow."""
    billion = match.group("scale") in ("ty", "ti")
    return billion or bool(match.group("dong") or match.group("half"))


def _decimal(number: str, scale: int) -> int:
    """The value of '1,2' or '1.2' times the scale; '1.200' is a grouped whole number."""
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", number)
    if grouped:
        return int(number.replace(".", "")) * scale
    whole, _, decimals = number.replace(".", ",").rpartition(",")
    if not whole:
        return int(decimals) * scale
    return int(whole.replace(",", "")) * scale + _decimals(decimals, scale)


def _decimals(digits: str, scale: int) -> int:
    """What digits behind the comma are worth at a scale: '2' of a million is 200.000."""
    return int(digits.ljust(len(str(scale)) - 1, "0")[: len(str(scale)) - 1])


def _whole(number: str) -> int:
    if re.fullmatch(_COMMAS, number):
        return int(number.replace(",", ""))
    return int(re.sub(r"[. ]", "", number.partition(",")[0]))


def _is_title(folded: str, match: re.Match[str]) -> bool:
    """Whether the đồng of '25 đồng chí' or the đ of '25 đ/c' was taken for the currency."""
    return _COMRADE.match(folded, match.end()) is not None


def _in_words(folded: str) -> list[AmountMatch]:
    found = []
    for number in find_numbers(folded):
        unit = _DONG_AFTER.match(folded, number.span.end)
        scaled = _SCALE_WORD.search(number.span.of(folded)) is not None
        if unit or (scaled and not _COUNTED.match(folded, number.span.end)):
            end = unit.end() if unit else number.span.end
            found.append(AmountMatch(Span(number.span.start, end), number.value))
    return found


def _without_overlaps(found: list[AmountMatch]) -> list[AmountMatch]:
    kept: list[AmountMatch] = []
    for amount in sorted(found, key=lambda a: (a.span.start, -a.span.end)):
        if not kept or amount.span.start >= kept[-1].span.end:
            kept.append(amount)
    return kept


def _with_rate(amount: AmountMatch, plain: str) -> AmountMatch:
    rate = _PER_MONTH.match(plain, amount.span.end) is not None
    return AmountMatch(amount.span, amount.value, per_month=rate)
