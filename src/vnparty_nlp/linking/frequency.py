"""How often chance gives a name: counted from the register, steadied by the nation's surnames.

Source of the national shares: luatduonggia.edu.vn and hoten.org as compiled in the domain page.
"""

from collections import Counter
from collections.abc import Iterable

from vnparty_nlp.linking.name_form import NameForm, Style
from vnparty_nlp.linking.weights import load_weights
from vnparty_nlp.vietnamese.name_words import Words, load_name_words

_SURNAME_SHARES = {
    "nguyen": 0.384, "tran": 0.121, "le": 0.095, "pham": 0.07, "hoang": 0.026, "huynh": 0.025,
    "phan": 0.045, "vu": 0.02, "vo": 0.019, "dang": 0.021, "bui": 0.02, "do": 0.014,
    "ho": 0.013, "ngo": 0.013, "duong": 0.01, "ly": 0.005,
}  # fmt: skip
_OTHER_SURNAME = 0.001
_MIDDLE_SHARES = {"van": 0.2, "thi": 0.25}
_OTHER_MIDDLE = 0.015
_NO_MIDDLE = 0.05
_GIVEN_SHARE = 0.006
_SECOND_GIVEN = 0.05  # of the bearers of a given name, those with one certain syllable before it
_UNHEARD_OF = 0.02
_LETTER_SHARE = 0.06
_INITIAL_SHARE = 0.15
# The nation's shares count as much as this many members.
_PRIOR_MEMBERS = 60


# How many bearers of a surname it takes to know which names go with it.
_PRIOR_BEARERS = 20

Middle = tuple[str, ...]


class NameFrequencies:
    """Shares of surnames, middle names and given names among all people of such a register.

    Given and middle names are counted for each first syllable, because Niê and Bhăm, Lò and A go
    together far more often than chance would have it. Marked and bare syllables share one table.
    """

    def __init__(self, names: Iterable[tuple[NameForm, int]]) -> None:
        self.total = 0
        self._first: Counter[str] = Counter()
        self._last: Counter[str] = Counter()
        self._middle: Counter[Middle] = Counter()
        self._first_last: Counter[tuple[str, str]] = Counter()
        self._first_middle: Counter[tuple[str, Middle]] = Counter()
        self._letters: Counter[str] = Counter()
        for form, count in names:
            self.total += count
            self._letters[form.bares[0][0]] += count
            for keys in {form.keys, form.bares}:
                first, middle, last = keys[0], keys[1:-1], keys[-1]
                self._first[first] += count
                self._last[last] += count
                self._middle[middle] += count
                self._first_last[first, last] += count
                self._first_middle[first, middle] += count

    def share(self, form: NameForm, style: Style) -> float:
        """Share of people whose name could be written like `form`, in (0, 1]."""
        words = load_name_words()
        first, middle = form.keys[0], form.keys[1:-1]
        prior = _GIVEN_SHARE * _known(form.keys[-1:], words.given)
        last = self._smoothed(self._last[form.keys[-1]], prior)
        if style == "given":
            return last * (_SECOND_GIVEN if len(form.keys) > 1 else 1.0)
        if style == "initials":
            surname = self._smoothed(self._letters[form.bares[0][0]], _LETTER_SHARE)
            return surname * last * (_INITIAL_SHARE if middle else 1.0)
        prior = _SURNAME_SHARES.get(form.bares[0], _OTHER_SURNAME) * _known(
            (first,), words.surnames
        )
        surname = self._smoothed(self._first[first], prior)
        among = self._first[first] + _PRIOR_BEARERS
        last = (self._first_last[first, form.keys[-1]] + _PRIOR_BEARERS * last) / among
        prior = _middle_prior(form.bares[1:-1]) * _known(middle, words.middle)
        general = self._smoothed(self._middle[middle], prior)
        share = (self._first_middle[first, middle] + _PRIOR_BEARERS * general) / among
        # Two syllables may be a longer name with its middle left out.
        return (
            surname * last * (share if middle else share + load_weights()["name"]["middle_dropped"])
        )

    def _smoothed(self, count: int, prior: float) -> float:
        return (count + _PRIOR_MEMBERS * prior) / (self.total + _PRIOR_MEMBERS)


def _known(keys: tuple[str, ...], words: Words) -> float:
    """1, or less where syllables are no names as they are written: "Hùg", "Nguyên" as surname."""
    return _UNHEARD_OF if any(k not in words.marked and k not in words.bare for k in keys) else 1.0


def _middle_prior(middle: Middle) -> float:
    if not middle:
        return _NO_MIDDLE
    prior = 1.0
    for syllable in middle:
        prior *= _MIDDLE_SHARES.get(syllable, _OTHER_MIDDLE)
    return prior
