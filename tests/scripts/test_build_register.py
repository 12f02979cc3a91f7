import csv
import random
import shutil
import tomllib
from pathlib import Path

import build_register
import pytest
from build_register import BRANCHES, COLUMNS, main

from vnparty_nlp.linking import read_register


@pytest.fixture(scope="module")
def built(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources with the register built from them."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(samples / "sources", folder / "sources")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build_register, "SAMPLES", folder)
        assert main() == 0
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def test_the_shipped_register_is_what_the_script_builds(built: Path, samples: Path) -> None:
    assert (built / "members.csv").read_bytes() == (samples / "members.csv").read_bytes()


def test_the_register_can_be_read(built: Path) -> None:
    members = read_register(built / "members.csv")
    assert len(members) == 589
    assert {member.branch for member in members} == {name for name, _ in BRANCHES}


def test_ids_are_sorted_single_and_tell_the_branch(built: Path) -> None:
    found = rows(built / "members.csv")
    ids = [row["member_id"] for row in found]
    assert ids == sorted(set(ids))
    for row in found:
        assert BRANCHES[int(row["member_id"][2:4]) - 1][0] == row["branch"]


def test_the_people_of_the_documents_stand_as_they_were_written(built: Path) -> None:
    by_id = {row["member_id"]: row for row in rows(built / "members.csv")}
    people = rows(built / "sources" / "people.csv")
    assert people
    for person in people:
        assert by_id[person["member_id"]] == person
        assert tuple(person) == COLUMNS


def test_no_drawn_person_bears_the_name_of_a_person_of_the_branch_s_document(built: Path) -> None:
    people = rows(built / "sources" / "people.csv")
    written = {person["member_id"] for person in people}
    named = {(person["branch"], person["full_name"]) for person in people}
    for row in rows(built / "members.csv"):
        if row["member_id"] not in written:
            assert (row["branch"], row["full_name"]) not in named


def test_namesakes_occur_across_branches(built: Path) -> None:
    names = [row["full_name"] for row in rows(built / "members.csv")]
    assert len(set(names)) < len(names)


def test_years_are_those_of_grown_people_or_missing(built: Path) -> None:
    years = [row["birth_year"] for row in rows(built / "members.csv")]
    assert "" in years
    assert all(1930 <= int(year) <= 2005 for year in years if year)


@pytest.mark.parametrize("region", sorted({region for _, region in BRANCHES}))
def test_a_name_of_every_region_has_two_parts_at_least(region: str, samples: Path) -> None:
    words = tomllib.loads((samples / "sources" / "names.toml").read_text("utf-8"))
    chance = random.Random(1)
    for _ in range(50):
        name = build_register._name(chance, words, region)
        assert len(name.split()) >= 2
        assert name == " ".join(name.split())
        assert name[0].isupper()
