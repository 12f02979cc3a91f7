"""Builds the invented register of members for the sample documents.

The people of the documents stand in corpora/samples/sources/people.csv. The rest is drawn with a
fixed seed from sources/names.toml, in the proportions of Vietnamese family names and after the
naming habits of several peoples.
"""

from __future__ import annotations

import csv
import random
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parent.parent / "corpora" / "samples"
COLUMNS = ("member_id", "full_name", "birth_year", "branch", "position", "aliases")
SEED = 20260211

# A branch's place here is its number in the identifiers; the region says which names occur.
BRANCHES = (
    ("Chi bộ thôn Đồng Sậy", "north"),
    ("Chi bộ Trường THCS Lương Khê", "centre"),
    ("Chi bộ Khoa Ngoại tổng hợp", "north"),
    ("Chi bộ Cơ quan Đảng ủy xã Tân Lĩnh Hạ", "north"),
    ("Chi bộ Văn phòng UBND xã Nậm Khoai", "northwest"),
    ("Chi bộ Hợp tác xã nông nghiệp Rạch Mít", "khmer"),
    ("Chi bộ Phân xưởng Cơ khí", "north"),
    ("Chi bộ Khu phố Cầu Ván", "south"),
    ("Chi bộ buôn Drang Plai", "highlands"),
    ("Chi bộ Phòng Đào tạo", "south"),
    ("Chi bộ thôn Gò Vải", "centre"),
    ("Chi bộ Trạm Thủy nông Đồng Mật", "north"),
    ("Chi bộ thôn Bến Cũ", "centre"),
    ("Chi bộ Trạm Y tế xã Tân Lĩnh Hạ", "north"),
    ("Chi bộ Công an xã Lương Khê", "centre"),
    ("Chi bộ Trường Tiểu học số 2", "south"),
    ("Chi bộ Cơ quan Huyện ủy Thanh Bằng", "north"),
)
POSITIONS = (*("Đảng viên",) * 9, "Đảng viên dự bị", "Tổ trưởng tổ đảng")
ORDER_NAMES = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Út")


def main() -> int:
    """Writes members.csv; the same rows on every run."""
    rows = sorted(_rows(random.Random(SEED)), key=lambda row: row["member_id"])
    with (SAMPLES / "members.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} members, {len({row['full_name'] for row in rows})} different names")
    return 0


def _rows(chance: random.Random) -> Iterator[dict[str, str]]:
    words = tomllib.loads((SAMPLES / "sources" / "names.toml").read_text("utf-8"))
    with (SAMPLES / "sources" / "people.csv").open(encoding="utf-8", newline="") as source:
        people = list(csv.DictReader(source))
    yield from people
    taken = {row["member_id"] for row in people}
    for number, (branch, region) in enumerate(BRANCHES, start=1):
        # A namesake inside the branch would make the gold unsure of who is meant; the pairs of
        # namesakes that the documents tell apart are written by hand. Other branches may have them.
        named = {row["full_name"] for row in people if row["branch"] == branch}
        for place in range(1, chance.randint(34, 38)):
            member_id = f"DV{number:02d}{place:02d}"
            if member_id in taken:
                continue
            name = _name(chance, words, region)
            while name in named:
                name = _name(chance, words, region)
            yield _row(chance, member_id, branch, name)


def _row(chance: random.Random, member_id: str, branch: str, name: str) -> dict[str, str]:
    year = min(1999, max(1938, round(chance.gauss(1974, 12))))
    return {
        "member_id": member_id,
        "full_name": name,
        "birth_year": str(year) if chance.random() > 0.02 else "",
        "branch": branch,
        "position": chance.choice(POSITIONS),
        "aliases": _alias(chance, name.split()[-1]),
    }


def _name(chance: random.Random, words: dict[str, Any], region: str) -> str:
    woman = chance.random() < 0.42
    if region in words and chance.random() < 0.7:
        return _minority_name(chance, words[region], woman)
    families = words["families"] | words["regional"].get(region, words["regional"]["north"])
    family = chance.choices(list(families), list(families.values()))[0]
    woman = woman or family == "Tôn Nữ"
    kinh = words["kinh"]
    middle = chance.choice(kinh["women_middle" if woman else "men_middle"].split(";"))
    given = chance.choice(kinh["women" if woman else "men"].split())
    return f"{family} {middle} {given}"


def _minority_name(chance: random.Random, words: dict[str, str], woman: bool) -> str:
    family = chance.choice(words["women_family" if woman else "men_family"].split(";"))
    given = chance.choice(words["women" if woman else "men"].split())
    # Ê Đê names end with the clan; a woman's H' is written together with her given name.
    first = f"{family}{given}" if family.endswith("'") else f"{family} {given}"
    return f"{first} {chance.choice(words['clans'].split(';'))}" if "clans" in words else first


def _alias(chance: random.Random, given: str) -> str:
    if chance.random() > 0.09:
        return ""
    order_name = f"{chance.choice(ORDER_NAMES)} {given}"
    return chance.choice((order_name, f"{given} B", f"{given} lớn;{order_name}"))


if __name__ == "__main__":
    sys.exit(main())
