"""Measures the linker on synthetic registers and mentions, beside a plain rapidfuzz baseline.

    python scripts/measure_linking.py                    # 10,000 members, 6,000 mentions
    python scripts/measure_linking.py --members 1000000 --mentions 2000

Everybody is invented; the same seed gives the same figures. A share of the mentioned persons is in
no register at all, among them namesakes of members, as chance has it.
"""

import argparse
import json
import random
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from vnparty_nlp.linking import build
from vnparty_nlp.records import Link, Member, Mention, Person, Span
from vnparty_nlp.settings import load_settings
from vnparty_nlp.vietnamese.names import strip_title
from vnparty_nlp.vietnamese.unicode import fold, strip_marks

SURNAMES = {
    "Nguyễn": 384, "Trần": 121, "Lê": 95, "Phạm": 70, "Hoàng": 26, "Huỳnh": 25, "Phan": 45, "Vũ": 20, "Võ": 19,
    "Đặng": 21, "Bùi": 20, "Đỗ": 14, "Hồ": 13, "Ngô": 13, "Dương": 10, "Lý": 5, "Đinh": 10, "Trịnh": 7, "Mai": 7,
    "Đoàn": 7, "Lương": 6, "Cao": 6, "Tạ": 4, "Hà": 5, "Đào": 6, "Lâm": 4, "Châu": 2, "Kiều": 2, "Quách": 2,
    "Thạch": 3, "Lò": 3, "Vi": 1, "Nông": 2, "Triệu": 2,
}  # fmt: skip
MIDDLES = {
    "Văn": 250, "Đức": 33, "Hữu": 28, "Đình": 28, "Xuân": 22, "Quang": 22, "Công": 17, "Ngọc": 40, "Minh": 33,
    "Thanh": 33, "Quốc": 17, "Bá": 11, "Thế": 11, "Trọng": 11, "Duy": 11, "": 20, "Thị": 270, "Thị Thu": 18,
    "Thị Thanh": 18, "Thị Kim": 13, "Thị Ngọc": 18, "Thu": 13, "Thị Hồng": 13, "Thị Bích": 9, "Kim": 9, "Phương": 9,
}  # fmt: skip
GIVEN = """Hùng Dũng Bình Tuấn Minh Hải Sơn Thắng Cường Long Nam Đức Trung Thành Hòa Tâm Quang Phúc Khánh Hiếu Lâm
Tùng Vinh Toàn Thanh Chiến Quân Đông Tiến Hưng Lợi An Phong Kiên Việt Dương Hoàng Huy Khoa Lộc Mạnh Nghĩa Nhân Phú Phước
Lan Hoa Hương Mai Hồng Thu Hằng Hạnh Nga Thủy Thúy Yến Huệ Liên Loan Nhung Dung Hà Tuyết Phương Trang Linh Ngọc Bích Vân
Hiền Thảo Oanh Xuân Anh Ánh Châu Chi Chinh Cúc Diệp Diễm Đào Giang Hậu Hoàn Hoài Huyền Khuyên Kiều Kim Lài Lệ Lý Lương Ly
Quý Tài Tân Thái Thịnh Thiện Thọ Thông Tín Trí Tú Tường Vũ Bính Bảo Chính Chung Công Cảnh Điền Đạt Đại Định Đoàn Giáp Hiển
Hiệp Hợp Hữu Huấn Kế Khải Khang Kỳ Lai Lập Liêm Luân Luận Lực Lượng Mẫn Nguyên Nhật Ninh Phát Quyền Quyết Sáng Sinh Sỹ Tám
Tạo Thạch Thân Thuận Thức Tịnh Tráng Triều Trường Tư Văn Vượng Yên Ý Ước Hảo Hỷ Khiêm Dần Tuất Thìn Mùi Hợi Sửu Dậu Ngọ Bộ
Bền Cẩn Chất Diện Duệ Mận Mến Mơ Mỹ Nguyệt Nhàn Nhi Như Nụ Phượng Quế Quyên Quỳnh Sen Thắm Thêm Thoa Thơm Thơ Thư Tình Tính
Trâm Trinh Trúc Tươi Uyên Út Vui Vy Xuyến Bé Duyên""".split()
HIGHLAND = [
    "Y Bhăm",
    "Y Thông",
    "Y Krông",
    "Y Wer",
    "H'Lan",
    "H'Blin",
    "H'Nuôl",
    "H'Mai",
    "Y Dhăm",
    "H'Yar",
]
CLANS = ["Niê", "Mlô", "Êban", "Kbuôr", "Ayŭn", "Ktla", "Niê Kđăm", "Byă"]
PLACES = """Đông Đoài Thượng Hạ Trung Nội Ngoại Tân Lập Phú Mỹ An Bình Lộc Hòa Hợp Tiến Thắng Vinh Xuân Thọ Sơn Thủy
Hải Long Phước Thạnh Lợi Đức Quang""".split()
UNITS = ["thôn", "ấp", "tổ dân phố", "khu phố", "xóm", "bản"]
OFFICES = ["Bí thư", "Phó Bí thư", "Chi ủy viên", "Thủ quỹ", "Trưởng ban công tác Mặt trận"]
TITLES = ["đ/c ", "đồng chí ", "Đ/c ", "ông ", "", "", "đc "]
BRANCH_SIZE = 30
HEADERS = ["{}", "{}", "CHI BỘ {}", "Đảng bộ xã Tân Khê, chi bộ {}"]


@dataclass(frozen=True)
class World:
    """How mentions come about; the shares that a test may turn."""

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
        """Whether the member bears the person's own full name and belongs to the document's branch."""
        return member_id in self.branch_namesakes


def pick(rng: random.Random, table: dict[str, int]) -> str:
    return rng.choices(list(table), weights=list(table.values()))[0]


def person_name(rng: random.Random, world: World) -> str:
    if world.rich_names and rng.random() < 0.03:
        return f"{rng.choice(HIGHLAND)} {rng.choice(CLANS)}"
    given = GIVEN if world.rich_names else GIVEN[:45]
    # A few given names are very common, the tail is long.
    number = min(int(rng.expovariate(1 / 45)), len(given) - 1)
    return " ".join(f"{pick(rng, SURNAMES)} {pick(rng, MIDDLES)} {given[number]}".split())


def make_register(rng: random.Random, count: int, world: World) -> tuple[Member, ...]:
    members = []
    for number in range(count):
        branch, seat = divmod(number, BRANCH_SIZE)
        place = f"{UNITS[branch % 6]} {PLACES[branch // 6 % 30]} {PLACES[branch // 180 % 30]} {branch // 5400 or ''}"
        name = person_name(rng, world)
        alias = f"{rng.choice(['Ba', 'Tư', 'Năm', 'Sáu', 'Út'])} {name.split()[-1]}"
        members.append(
            Member(
                member_id=f"M{number:07d}",
                full_name=name,
                birth_year=rng.randint(1938, 2004) if rng.random() < 0.95 else None,
                branch=f"Chi bộ {place.strip()}",
                position=OFFICES[seat] if seat < len(OFFICES) else "Đảng viên",
                aliases=(alias,) if rng.random() < 0.03 else (),
            )
        )
    return tuple(members)


def lose_mark(rng: random.Random, name: str) -> str:
    places = [i for i, letter in enumerate(name) if strip_marks(letter) != letter]
    if not places:
        return name
    place = rng.choice(places)
    return name[:place] + strip_marks(name[place]) + name[place + 1 :]


def lose_letter(rng: random.Random, name: str) -> str:
    places = [i for i, letter in enumerate(name) if letter.islower()]
    place = rng.choice(places)
    return name[:place] + name[place + 1 :]


def initials(_: random.Random, name: str) -> str:
    *heads, last = name.split()
    return "".join(f"{head[0]}." for head in heads) + f" {last}"


def drop_middle(_: random.Random, name: str) -> str:
    parts = name.split()
    return f"{parts[0]} {parts[-1]}"


def given_name(_: random.Random, name: str) -> str:
    parts = name.split()
    return (
        " ".join(parts[:2]) if parts[0] == "Y" else parts[0] if parts[0][:2] == "H'" else parts[-1]
    )


Noise = Callable[[random.Random, str], str]
STYLES: dict[str, tuple[int, Noise]] = {
    "registered": (28, lambda rng, name: name),
    "upper": (6, lambda rng, name: name.upper()),
    "unmarked": (13, lambda rng, name: strip_marks(name)),
    "middle dropped": (10, drop_middle),
    "initials": (7, initials),
    "mark lost": (5, lose_mark),
    "letter lost": (5, lose_letter),
    "dropped, unmarked": (4, lambda rng, name: strip_marks(drop_middle(rng, name))),
    "given": (19, given_name),
    "office": (3, lambda rng, name: name),
}


SHORT = {"given", "initials", "middle dropped", "dropped, unmarked"}


def make_cases(
    rng: random.Random, members: Sequence[Member], count: int, world: World
) -> list[Case]:
    return [make_case(rng, members, world) for _ in range(count)]


def make_case(rng: random.Random, members: Sequence[Member], world: World) -> Case:
    home = rng.randrange(len(members) // BRANCH_SIZE) * BRANCH_SIZE
    branch = members[home : home + BRANCH_SIZE]
    stranger = rng.random() < world.unknown
    member = rng.choice(members) if rng.random() < world.away else rng.choice(branch)
    name = person_name(rng, world) if stranger else member.full_name
    style = rng.choices(list(STYLES), weights=[weight for weight, _ in STYLES.values()])[0]
    if style == "office" and (stranger or member not in branch[: len(OFFICES)]):
        style = "registered"
    people = attendance(rng, branch, world) if rng.random() < world.with_people else []
    if style in SHORT and any(given_name(rng, p.name) == given_name(rng, name) for p in people):
        # Writers do not leave it open which of two persons of a meeting they mean.
        style = "registered"
    if people and rng.random() < 0.8:
        people.append(Person(name))
    if style == "office":
        written, year = member.position, None
    else:
        written = STYLES[style][1](rng, name)
        own = rng.randint(1938, 2004) if stranger else member.birth_year
        year = own if rng.random() < world.with_year and style != "given" else None
    title = rng.choice(TITLES) if style not in {"given", "office"} else rng.choice(TITLES[:3])
    unmarked = style in {"unmarked", "dropped, unmarked"}
    told = " van con no dang phi thang truoc." if unmarked else " còn nợ đảng phí tháng trước."
    context = title + written + told if rng.random() < 0.5 else ""
    heading = rng.choice(HEADERS).format(branch[0].branch.removeprefix("Chi bộ "))
    mention = Mention(
        text=title + written,
        span=Span(0, len(title + written)),
        context=context,
        branch=heading if rng.random() < world.with_branch else None,
        birth_year=year,
        people=tuple(people),
    )
    same = frozenset(m.member_id for m in branch if m.full_name == name and m is not member)
    return Case(mention, None if stranger else member.member_id, style, same)


def attendance(rng: random.Random, branch: Sequence[Member], world: World) -> list[Person]:
    """Persons named in full: the branch's heads with their offices, some members, a guest."""
    present = [member for member in branch if rng.random() < 0.4]
    people = [Person(m.full_name, m.position if m.position in OFFICES else "") for m in present]
    people += [Person(m.full_name, m.position) for m in branch[:2] if m not in present]
    people.append(Person(person_name(rng, world)))
    return [Person(p.name, p.position.lower()) for p in people]


def plain_baseline(members: Sequence[Member], cases: Sequence[Case]) -> dict[str, float]:
    """rapidfuzz over all full names, no other evidence; a tie is no answer."""
    names = [strip_marks(fold(member.full_name)) for member in members]
    started = time.process_time()
    right = answered = 0
    for case in cases:
        text = strip_marks(fold(strip_title(case.mention.text)))
        best = process.extract(text, names, scorer=fuzz.ratio, limit=2, score_cutoff=85)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            answered += 1
            right += members[best[0][2]].member_id == case.member_id
    seconds = time.process_time() - started
    known = sum(case.member_id is not None for case in cases)
    return {
        "precision": right / max(answered, 1),
        "coverage": right / known,
        "mentions_per_cpu_second": len(cases) / seconds,
    }


def figures(cases: Sequence[Case], links: Sequence[Link]) -> dict[str, object]:
    made = [(c, link) for c, link in zip(cases, links, strict=True) if link.member_id]
    right = sum(link.member_id == c.member_id for c, link in made)
    strangers = [(c, link) for c, link in zip(cases, links, strict=True) if c.member_id is None]
    known = len(cases) - len(strangers)
    by_style: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for c, link in zip(cases, links, strict=True):
        if c.member_id is not None:
            by_style[c.style][0] += 1
            by_style[c.style][1] += link.member_id == c.member_id
        by_style[c.style][2] += link.member_id not in {None, c.member_id}
    return {
        "mentions": len(cases),
        "automatic links": len(made),
        "precision of automatic links": round(right / max(len(made), 1), 5),
        "coverage of known persons": round(right / known, 4),
        "best candidate right": round(
            sum(bool(k.candidates) and k.candidates[0].member_id == c.member_id
                for c, k in zip(cases, links, strict=True) if c.member_id) / known, 4),
        "unknown persons linked": f"{sum(bool(k.member_id) for _, k in strangers)}/{len(strangers)}",
        "wrong links, no namesake in that branch": sum(
            not c.is_namesake(link.member_id) for c, link in made if link.member_id != c.member_id),
        "by threshold (precision, coverage)": curve(cases, links),
        "expected calibration error": round(calibration_error(cases, links), 4),
        "by style (known, linked right, linked wrong)": dict(sorted(by_style.items())),
    }  # fmt: skip


def curve(cases: Sequence[Case], links: Sequence[Link]) -> dict[float, tuple[float, float]]:
    known = sum(case.member_id is not None for case in cases)
    points = {}
    for threshold in (0.5, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999):
        made = [
            case.member_id == link.member_id
            for case, link in zip(cases, links, strict=True)
            if link.member_id and link.probability >= threshold
        ]
        points[threshold] = round(sum(made) / max(len(made), 1), 5), round(sum(made) / known, 4)
    return points


def calibration_error(cases: Sequence[Case], links: Sequence[Link]) -> float:
    """Weighted mean of |said - found| over ten bins of the best candidate's probability."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for case, link in zip(cases, links, strict=True):
        if link.candidates:
            best = link.candidates[0]
            bins[min(int(best.probability * 10), 9)].append(
                (best.probability, best.member_id == case.member_id)
            )
    total = sum(map(len, bins.values()))
    return sum(
        abs(sum(p for p, _ in found) - sum(ok for _, ok in found)) for found in bins.values()
    ) / max(total, 1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--members", type=int, default=10_000)
    parser.add_argument("--mentions", type=int, default=6_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--unknown", type=float, default=0.12)
    parser.add_argument("--few-names", action="store_true", help="45 given names: homonyms abound")
    parser.add_argument("--baseline", type=int, default=500, help="mentions for the baseline")
    parser.add_argument("--show", type=int, default=0, help="print so many wrong links")
    arguments = parser.parse_args()
    world = World(unknown=arguments.unknown, rich_names=not arguments.few_names)
    rng = random.Random(arguments.seed)
    members = make_register(rng, arguments.members, world)
    cases = make_cases(rng, members, arguments.mentions, world)
    started = time.process_time()
    linker = build(members, load_settings().linking)
    built = time.process_time()
    links = [linker.link(case.mention) for case in cases]
    linked = time.process_time()
    report = figures(cases, links) | {
        "index, CPU seconds": round(built - started, 2),
        "mentions per CPU second": round(len(cases) / (linked - built)),
        "peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "rapidfuzz ratio over all names": plain_baseline(members, cases[: arguments.baseline]),
    }
    print(json.dumps(report, ensure_ascii=False, indent=1))
    wrong = [
        (case, link)
        for case, link in zip(cases, links, strict=True)
        if link.member_id not in {None, case.member_id}
    ]
    for case, link in wrong[: arguments.show]:
        print(
            case.style, case.mention.text, case.mention.branch, case.member_id, link.candidates[:2]
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
