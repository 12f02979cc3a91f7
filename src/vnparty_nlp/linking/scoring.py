"""Weighs the members of a register against each other and against somebody it does not hold."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from vnparty_nlp.linking.blocking import NameEntry, NameIndex, Rows
from vnparty_nlp.linking.branches import BranchIndex, BranchMatch
from vnparty_nlp.linking.compare import NameMatch, compare_names
from vnparty_nlp.linking.evidence import Evidence
from vnparty_nlp.linking.frequency import NameFrequencies
from vnparty_nlp.linking.name_form import NameForm, Style, name_form
from vnparty_nlp.linking.posterior import Posterior, Scored
from vnparty_nlp.linking.weights import load_weights
from vnparty_nlp.records import Member, Person
from vnparty_nlp.vietnamese.roles import find_role

Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]
Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
_KEPT = 30
# A name is written less exactly than the best one below this part of its share.
_INEXACT = 0.3
# A branch is that of the document's people if so many of them bear names that it holds.
_LEAST_VOTES, _LEAST_VOTES_SHARE, _FEW = 3, 0.4, 50
_YEARS = 2200
_ALIAS_REASON = "trùng bí danh, tên thường gọi"


@dataclass(frozen=True, slots=True)
class _Field:
    """A piece of evidence: a factor and a doubt for each row, rows where it fits, the reasons."""

    factors: Floats
    doubts: Floats
    fits: Flags
    known: Flags
    reason_same: str
    reason_other: str


class RegisterScorer:
    """Turns a name and its evidence into probabilities of members, nobody being one outcome."""

    def __init__(self, members: Sequence[Member], unknown_share: float) -> None:
        self._unknown = unknown_share
        self._members = members
        self._total = len(members)
        self._index = NameIndex(members)
        self._branches = BranchIndex(members)
        self._frequencies = NameFrequencies(self._index.names())
        years = (member.birth_year or 0 for member in members)
        self._years = np.fromiter(years, dtype=np.int16, count=self._total)
        histogram = np.bincount(self._years, minlength=_YEARS).astype(float)
        histogram[0] = 0
        self._year_shares = (histogram + 0.5) / (histogram.sum() + 60)
        numbers: dict[str, int] = {"": 0}
        column = (numbers.setdefault(member.position, len(numbers)) for member in members)
        self._positions = np.fromiter(column, dtype=np.int32, count=self._total)
        self._people_home = lru_cache(maxsize=1024)(self._find_people_home)
        self._roles = [find_role(position) for position in numbers]

    def score(self, form: NameForm, style: Style, evidence: Evidence) -> Posterior:
        """Row number → probability with reasons, for the most probable members."""
        named = self._named(form, style, evidence)
        if not named:
            return {}
        rows, shares, doubts, which = self._expand(named)
        fields = self._fields(rows, evidence)
        weights = (1 - self._unknown) * shares * self._prior(rows, evidence)
        doubts = sum((field.doubts for field in fields), doubts)
        for field in fields:
            weights = weights * field.factors
            doubts = doubts * np.where(field.fits, load_weights()["doubt"]["corroborated"], 1.0)
        aliases = np.array([entry.is_alias for entry, _, _ in named])[which]
        doubts = doubts + _name_doubts(shares, aliases, style)
        likeliest = max(named, key=lambda item: item[2])
        chance = max(
            self._frequencies.share(form, style),
            likeliest[2] * self._frequencies.share(likeliest[0].form, "full"),
        )
        nobody = self._nobody(chance, float(shares.sum()))
        nobody *= self._caution(likeliest[1], evidence)
        total = float(weights.sum()) + nobody + float((weights * doubts).sum())
        kept = np.argsort(-weights, kind="stable")[:_KEPT]
        return {
            int(rows[i]): Scored(
                float(weights[i]) / total, self._reasons(named[which[i]], fields, i, len(rows))
            )
            for i in kept
        }

    def bearers(self, form: NameForm) -> frozenset[int]:
        """The row numbers of the members whose whole name is written like `form`."""
        return frozenset(self._index.exact_rows(form).tolist())

    def score_office(self, role: str, evidence: Evidence, share: float) -> Posterior:
        """The members of the document's branch who hold the office, `share` among them evenly."""
        branch = self._home(evidence)
        if branch is None:
            return {}
        numbers = [number for number, name in enumerate(self._roles) if name == role]
        held = np.isin(self._positions, numbers) & np.isin(self._branches.of_row, [*branch.numbers])
        rows = np.flatnonzero(held)
        reasons = (f"giữ chức vụ {role} theo sổ", "cùng chi bộ với văn bản")
        return {int(row): Scored(share / len(rows), reasons) for row in rows[:_KEPT]}

    def _named(
        self, form: NameForm, style: Style, evidence: Evidence
    ) -> list[tuple[NameEntry, NameMatch, float]]:
        unmarked_share = 1.0 if evidence.marked is False else load_weights()["name"]["unmarked"]
        alias_share = load_weights()["name"]["alias"]
        named = []
        for entry in self._index.candidates(form, style):
            match = compare_names(form, entry.form, style)
            if match is None:
                continue
            share = match.share * (alias_share if entry.is_alias else 1.0)
            if form.unmarked and not entry.form.unmarked:
                share *= unmarked_share
            named.append((entry, match, share))
        return named

    def _expand(
        self, named: list[tuple[NameEntry, NameMatch, float]]
    ) -> tuple[Rows, Floats, Floats, Rows]:
        """Rows, shares, doubts and number of the entry, one each for every bearer."""
        doubts = load_weights()["doubt"]
        blocks = [self._index.rows(entry) for entry, _, _ in named]
        sizes = [len(block) for block in blocks]
        rows = np.concatenate(blocks)
        shares = np.repeat([share for _, _, share in named], sizes)
        doubt = np.repeat([doubts[match.doubt] for _, match, _ in named], sizes)
        which = np.repeat(np.arange(len(named), dtype=np.int32), sizes)
        # A member found by name and by alias counts once, with the better of the two.
        order = np.lexsort((-shares, rows))
        first = np.concatenate(([True], rows[order][1:] != rows[order][:-1]))
        chosen = order[first]
        return rows[chosen], shares[chosen], doubt[chosen], which[chosen]

    def _home(self, evidence: Evidence) -> BranchMatch | None:
        """The branch behind the name, the document's, the only one around, its people's."""
        for name in (evidence.stated_branch, evidence.branch):
            match = self._branches.match(name) if name else None
            if match is not None:
                return match
        found = self._branches.find_in(evidence.context) if not evidence.branch else None
        return found or self._people_home(evidence.people)

    def _find_people_home(self, people: tuple[Person, ...]) -> BranchMatch | None:
        votes: Counter[int] = Counter()
        for person in people:
            rows = self._index.exact_rows(name_form(person.name))
            votes.update(set(self._branches.of_row[rows].tolist()) if len(rows) <= _FEW else ())
        del votes[0]
        best = votes.most_common(2)
        if not best or best[0][1] < max(_LEAST_VOTES, len(people) * _LEAST_VOTES_SHARE):
            return None
        alone = len(best) == 1 or best[1][1] < best[0][1]
        return BranchMatch(frozenset({best[0][0]}), "part") if alone else None

    def _prior(self, rows: Rows, evidence: Evidence) -> Floats:
        """How often each member is mentioned in such a document."""
        home = self._home(evidence)
        if home is None:
            return np.full(len(rows), 1 / self._total)
        share = self._home_share(home, evidence)
        size = int(self._branches.sizes[[*home.numbers]].sum())
        inside = np.isin(self._branches.of_row[rows], [*home.numbers])
        # A small register shows only a part of those who may come from elsewhere.
        others = max(self._total - size, load_weights()["branch"]["least_others"])
        return np.where(inside, share / size, (1 - share) / others)

    def _home_share(self, home: BranchMatch, evidence: Evidence) -> float:
        weights = load_weights()["branch"]
        if evidence.stated_branch and self._branches.match(evidence.stated_branch) == home:
            return weights["stated"]
        return weights["home" if home.fit == "same" else "home_if_unclear"]

    def _fields(self, rows: Rows, evidence: Evidence) -> list[_Field]:
        fields = []
        home = self._home(evidence)
        if home is not None:
            inside = np.isin(self._branches.of_row[rows], [*home.numbers])
            # The prior has weighed the branch already.
            even = np.ones(len(rows))
            doubts = np.where(inside, 0.0, load_weights()["doubt"]["other_branch"])
            fields.append(
                _Field(
                    even,
                    doubts,
                    inside,
                    self._branches.of_row[rows] > 0,
                    "cùng chi bộ",
                    "khác chi bộ",
                )
            )
        if evidence.birth_year is not None and 0 < evidence.birth_year < _YEARS:
            fields.append(self._year_field(rows, evidence.birth_year))
        if evidence.position and any(self._roles):
            fields.append(self._position_field(rows, evidence.position))
        return fields

    def _year_field(self, rows: Rows, year: int) -> _Field:
        weights = load_weights()["year"]
        years = self._years[rows]
        same = years == year
        swapped = str(year)[:2] + str(year)[:1:-1]
        near = (np.abs(years - year) == 1) | (years == int(swapped))
        chance = self._year_shares[year]
        factors = np.where(same, weights["same"], np.where(near, weights["near"], weights["other"]))
        factors = np.where(years == 0, 1.0, factors / chance)
        doubt = load_weights()["doubt"]
        doubts = np.where(
            same | (years == 0), 0.0, np.where(near, doubt["near_year"], doubt["other_year"])
        )
        return _Field(
            factors,
            doubts,
            same,
            years > 0,
            f"trùng năm sinh {year}",
            f"không trùng năm sinh {year}",
        )

    def _position_field(self, rows: Rows, role: str) -> _Field:
        weights = load_weights()["position"]
        of_number = np.array(
            [
                weights["same" if name == role else "other" if name else "none"]
                for name in self._roles
            ]
        )
        factors = of_number[self._positions[rows]] / weights["outsider"]
        same = factors == weights["same"] / weights["outsider"]
        return _Field(
            factors,
            np.zeros(len(rows)),
            same,
            np.ones(len(rows), dtype=bool),
            f"chức vụ {role}",
            f"sổ không ghi chức vụ {role}",
        )

    def _nobody(self, chance: float, bearers: float) -> float:
        """The weight of somebody outside the register who is written so.

        The bearers in the register beyond the one meant, and one more, over as many people as the
        name's own parts let expect one among: rare names hardly belong to a stranger.
        """
        rate = (max(bearers - 1, 0) + 1) / (self._total + 1 / chance)
        return self._unknown * rate

    def _caution(self, match: NameMatch, evidence: Evidence) -> float:
        """How much more weight a stranger gets where less is known of the person."""
        weights = load_weights()["outsider"]
        placed = self._home(evidence) is not None or len(self._branches.sizes) == 1
        factors = (
            1.0 if match.doubt == "exact" else weights["inexact"],
            1.0 if placed else weights["unplaced"],
        )
        return math.prod(factors)

    def _reasons(
        self,
        named: tuple[NameEntry, NameMatch, float],
        fields: list[_Field],
        index: int,
        namesakes: int,
    ) -> tuple[str, ...]:
        entry, match, _ = named
        told = [match.difference or (_ALIAS_REASON if entry.is_alias else "trùng họ tên")]
        told += [
            f.reason_same if f.fits[index] else f.reason_other for f in fields if f.known[index]
        ]
        if namesakes > 1:
            told.append(f"sổ có {namesakes} người có thể viết tên như vậy")
        return tuple(told)


def _name_doubts(shares: Floats, aliases: Flags, style: Style) -> Floats:
    """Doubts that no year and no branch can take away."""
    weights = load_weights()["doubt"]
    inexact = np.where(shares < _INEXACT * shares.max(), weights["exact_elsewhere"], 0.0)
    return inexact + (np.where(aliases, 0.0, weights["given_alone"]) if style == "given" else 0.0)
