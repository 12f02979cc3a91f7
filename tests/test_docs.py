"""The documentation is kept in step with the code."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.cli.app import build_app
from vnparty_nlp.cli.language import Language
from vnparty_nlp.output import document_line, finding_line
from vnparty_nlp.records import Document, Finding

ROOT = Path(__file__).parents[1]
GUIDELINE = (ROOT / "docs" / "guideline.md").read_text("utf-8")
OUTPUT = (ROOT / "docs" / "output.md").read_text("utf-8")
ROWS = re.findall(r"^\| `(\w+\.\w+)` \| (member|meeting) \| (.+?) \| (.+?) \|$", GUIDELINE, re.M)


def test_the_guideline_lists_the_labels_of_the_catalogue_in_order() -> None:
    assert [row[0] for row in ROWS] == list(load_catalogue().labels)


@pytest.mark.parametrize(("label_id", "subject", "definition", "slots"), ROWS, ids=lambda x: x[:24])
def test_a_row_of_the_guideline_says_what_the_catalogue_says(
    label_id: str, subject: str, definition: str, slots: str
) -> None:
    label = load_catalogue().label(label_id)
    assert label.subject == subject
    assert definition.startswith(label.definition)
    bold = "".join(re.findall(r"\*\*(.+?)\*\*", slots))
    assert set(re.findall(r"`(\w+)`", bold)) == {key for group in label.required for key in group}
    assert set(re.findall(r"`(\w+)`", slots)) == set(label.slots)


def test_the_statuses_and_closed_values_of_the_guideline_are_the_catalogue_s() -> None:
    statuses = re.findall(r"^\| `(\w+)` \| ", GUIDELINE, re.M)
    assert set(load_catalogue().statuses) <= set(statuses)
    for value in load_catalogue().values["level"]:
        assert value in GUIDELINE


def commands(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name; those of a group instead of the group."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", found) for inner, found in commands(command))
        else:
            yield name, command


COMMANDS = dict(commands(build_app(Language("en"))))


def test_every_command_and_option_stands_in_the_usage_page() -> None:
    usage = (ROOT / "docs" / "usage.md").read_text("utf-8")
    for name, command in COMMANDS.items():
        assert f"vnparty {name}" in usage
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.opts[0] in usage, f"{name} {parameter.opts[0]}"


@pytest.mark.parametrize("page", ["usage.md", "training.md"])
def test_every_command_line_of_a_page_can_be_given(page: str) -> None:
    lines = re.findall(r"^vnparty (.+)$", (ROOT / "docs" / page).read_text("utf-8"), re.M)
    assert lines
    for line in lines:
        words = shlex.split(line)
        name = words[0] if words[0] in COMMANDS else " ".join(words[:2])
        options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options, line


def test_every_setting_stands_in_the_usage_page() -> None:
    usage = (ROOT / "docs" / "usage.md").read_text("utf-8")
    settings = (ROOT / "src" / "vnparty_nlp" / "settings.toml").read_text("utf-8")
    for key in re.findall(r"^(\w+) = ", settings, re.M):
        assert f"`{key}`" in usage, key


def test_every_field_that_is_written_stands_in_the_contract(
    document: Document, finding: Finding
) -> None:
    for line in (document_line(document), finding_line(finding)):
        for field in line:
            assert f"`{field}`" in OUTPUT, field
