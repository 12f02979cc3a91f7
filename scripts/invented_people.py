"""Invented registers and mentions whose answer is known, for measuring the linker.

Mentions are written as in the project's comparison of linking tools: as registered, in capitals,
without marks, shortened, in initials, with a mark or a letter lost; besides by given name or office
alone. A share of the persons is in no register, among them namesakes of members, as chance has it.
"""

import random
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vnparty_nlp.records import Member, Mention, Person, Span
from vnparty_nlp.vietnamese.unicode import strip_marks

_TABLE = tomllib.loads((Path(__file__).parent / "invented_people.toml").read_text("utf-8"))
_LISTS = {
    key: [word.replace("_", " ") for word in words.split()]
    for key, words in _TABLE["lists"].items()
}
BRANCH_SIZE = 30
_COMMON_GIVEN = 45
_FIRST_YEAR, _LAST_YEAR = 1938, 2004
_HEADERS = ("{}", "{}", "CHI BỘ {}", "Đảng bộ xã Tân Khê, chi bộ {}")

Noise = Callable[[random.Random, str], str]


@dataclass(frozen=True)
class World:
    """How mentions come about: shares of persons of no register, of another branch, of evidence."""

    unknown: float = 0.12
    away: float = 0.08
    with_branch: float = 0.7
    with_year: float = 0.3
    with_people: float = 0.6
    rich_names: bool = True


@dataclass(frozen=True)
class Case:
    """A mention with its answer: the member's id, or None for a person of no register."""

    mention: Mention
    member_id: str | None
    style: str
    branch_namesakes: frozenset[str]

    def is_namesake(self, member_id: str | None) -> bool:
        """Whether the member is of the document's branch and bears the person's own full name."""
        return member_id in self.branch_namesakes


def make_register(rng: random.Random, count: int, world: World) -> tuple[Member, ...]:
    """`count` members in branches of 30; the first five of a branch hold its offices."""
    return tuple(_member(rng, number, world) for number in range(count))


def make_cases(
    rng: random.Random, members: Sequence[Member], count: int, world: World
) -> list[Case]:
    """`count` mentions in documents of random branches."""
    return [_case(rng, members, world) for _ in range(count)]


def _member(rng: random.Random, number: int, world: World) -> Member:
    branch, seat = divmod(number, BRANCH_SIZE)
    places, offices = _LISTS["places"], _LISTS["offices"]
    turn, rest = divmod(branch, len(_LISTS["units"]))
    parts = (places[turn % 30], places[turn // 30 % 30], str(turn // 900 or ""))
    name = _person_name(rng, world)
    alias = f"{rng.choice(_LISTS['orders'])} {name.split()[-1]}"
    return Member(
        member_id=f"M{number:07d}",
        full_name=name,
        birth_year=rng.randint(_FIRST_YEAR, _LAST_YEAR) if rng.random() < 0.95 else None,
        branch=f"Chi bộ {_LISTS['units'][rest]} {' '.join(parts)}".strip(),
        position=offices[seat] if seat < len(offices) else "Đảng viên",
        aliases=(alias,) if rng.random() < 0.03 else (),
    )


def _pick(rng: random.Random, table: dict[str, int]) -> str:
    return rng.choices(list(table), weights=list(table.values()))[0]


def _person_name(rng: random.Random, world: World) -> str:
    if world.rich_names and rng.random() < 0.03:
        return f"{rng.choice(_LISTS['highland'])} {rng.choice(_LISTS['clans'])}"
    given = _LISTS["given"] if world.rich_names else _LISTS["given"][:_COMMON_GIVEN]
    # A few given names are very common, the tail is long.
    number = min(int(rng.expovariate(1 / _COMMON_GIVEN)), len(given) - 1)
    surname, middle = _pick(rng, _TABLE["surnames"]), _pick(rng, _TABLE["middles"])
    return " ".join(f"{surname} {middle} {given[number]}".split())


def _as_registered(_: random.Random, name: str) -> str:
    return name


def _in_capitals(_: random.Random, name: str) -> str:
    return name.upper()


def _unmarked(_: random.Random, name: str) -> str:
    return strip_marks(name)


def _without_middle(_: random.Random, name: str) -> str:
    parts = name.split()
    return f"{parts[0]} {parts[-1]}"


def _short_and_unmarked(rng: random.Random, name: str) -> str:
    return strip_marks(_without_middle(rng, name))


def _in_initials(_: random.Random, name: str) -> str:
    *heads, last = name.split()
    return "".join(f"{head[0]}." for head in heads) + f" {last}"


def _mark_lost(rng: random.Random, name: str) -> str:
    places = [i for i, letter in enumerate(name) if strip_marks(letter) != letter]
    place = rng.choice(places) if places else 0
    return name[:place] + strip_marks(name[place]) + name[place + 1 :]


def _letter_lost(rng: random.Random, name: str) -> str:
    place = rng.choice([i for i, letter in enumerate(name) if letter.islower()])
    return name[:place] + name[place + 1 :]


def given_name(_: random.Random, name: str) -> str:
    """The part of a full name by which people call its bearer."""
    parts = name.split()
    if parts[0] == "Y":
        return " ".join(parts[:2])
    return parts[0] if parts[0].startswith("H'") else parts[-1]


STYLES: dict[str, tuple[int, Noise]] = {
    "as registered": (28, _as_registered),
    "capitals": (6, _in_capitals),
    "unmarked": (13, _unmarked),
    "middle dropped": (10, _without_middle),
    "initials": (7, _in_initials),
    "mark lost": (5, _mark_lost),
    "letter lost": (5, _letter_lost),
    "dropped, unmarked": (4, _short_and_unmarked),
    "given name": (19, given_name),
    "office": (3, _as_registered),
}
_SHORT = {"given name", "initials", "middle dropped", "dropped, unmarked"}


def _case(rng: random.Random, members: Sequence[Member], world: World) -> Case:
    home = rng.randrange(len(members) // BRANCH_SIZE) * BRANCH_SIZE
    branch = members[home : home + BRANCH_SIZE]
    member = rng.choice(members) if rng.random() < world.away else rng.choice(branch)
    stranger = rng.random() < world.unknown
    name = _person_name(rng, world) if stranger else member.full_name
    people = _attendance(rng, branch, world) if rng.random() < world.with_people else []
    in_office = not stranger and member in branch and member.position in _LISTS["offices"]
    style = _style(rng, name, people, in_office=in_office)
    if people and rng.random() < 0.8:
        people.append(Person(name))
    mention = Mention(
        *_written(rng, member.position if style == "office" else name, style),
        branch=_heading(rng, branch[0]) if rng.random() < world.with_branch else None,
        birth_year=_year(rng, None if stranger else member, style, world),
        people=tuple(people),
    )
    namesakes = {m.member_id for m in branch if m.full_name == name and (stranger or m != member)}
    return Case(mention, None if stranger else member.member_id, style, frozenset(namesakes))


def _style(rng: random.Random, name: str, people: Sequence[Person], *, in_office: bool) -> str:
    style = rng.choices(list(STYLES), weights=[weight for weight, _ in STYLES.values()])[0]
    called = given_name(rng, name)
    # Writers do not leave it open which of two persons of a meeting they mean.
    if style in _SHORT and any(given_name(rng, person.name) == called for person in people):
        return "as registered"
    return "as registered" if style == "office" and not in_office else style


def _written(rng: random.Random, name: str, style: str) -> tuple[str, Span, str]:
    """The mention, its span and the text around it."""
    titles = _LISTS["titles"]
    alone = style in {"given name", "office"}
    title = rng.choice(titles[:3]) if alone else rng.choice([*titles, "", ""])
    text = f"{title} {STYLES[style][1](rng, name)}".strip()
    told = "còn nợ đảng phí tháng trước."
    context = f"{text} {strip_marks(told) if 'unmarked' in style else told}"
    return text, Span(0, len(text)), context if rng.random() < 0.5 else ""


def _heading(rng: random.Random, member: Member) -> str:
    return rng.choice(_HEADERS).format(member.branch.removeprefix("Chi bộ "))


def _year(rng: random.Random, member: Member | None, style: str, world: World) -> int | None:
    if style in {"given name", "office"} or rng.random() >= world.with_year:
        return None
    return member.birth_year if member else rng.randint(_FIRST_YEAR, _LAST_YEAR)


def _attendance(rng: random.Random, branch: Sequence[Member], world: World) -> list[Person]:
    """Persons named in full: the branch's heads with their offices, some members, a guest."""
    offices = _LISTS["offices"]
    present = [m for i, m in enumerate(branch) if i < 2 or rng.random() < 0.4]
    people = [
        Person(m.full_name, m.position.lower() if m.position in offices else "") for m in present
    ]
    return [*people, Person(_person_name(rng, world))]
