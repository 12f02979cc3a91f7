import click
import pytest

from vnparty_nlp.cli.app import build_app
from vnparty_nlp.cli.language import Language

VI, EN = build_app(Language("vi")), build_app(Language("en"))
NAMES = ["process", "parse", "tag", "link", "data", "train", "evaluate"]
# What no command of this toolkit may offer, in either language.
FORBIDDEN = ("rank", "score", "xếp hạng đảng viên", "opinion of", "sentiment", "nghi vấn")


def test_the_commands_stand_in_the_order_of_the_work() -> None:
    assert list(VI.commands)[: len(NAMES)] == NAMES
    assert list(VI.commands) == list(EN.commands)


def test_the_first_help_says_what_the_tool_never_does() -> None:
    assert "Không đánh giá ý kiến, không xếp hạng con người" in (VI.help or "")
    assert "judges no opinion and ranks no person" in (EN.help or "")


@pytest.mark.parametrize("name", NAMES)
def test_a_command_is_explained_in_both_languages(name: str) -> None:
    vi, en = VI.commands[name], EN.commands[name]
    assert vi.help != en.help
    assert en.help is not None
    assert en.help.isascii()
    for one, other in zip(vi.params, en.params, strict=True):
        assert one.opts == other.opts
        if isinstance(one, click.Option) and isinstance(other, click.Option):
            assert one.help
            assert one.help != other.help


@pytest.mark.parametrize("name", NAMES)
def test_no_option_asks_for_a_judgement_of_people(name: str) -> None:
    for parameter in EN.commands[name].params:
        for word in FORBIDDEN:
            assert all(word not in option for option in parameter.opts)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        pytest.param("process", {"--register", "--out", "--purpose", "--settings", "--model", "--device", "--workers"}, id="process"),
        pytest.param("parse", {"--out", "--settings", "--workers"}, id="parse"),
        pytest.param("tag", {"--in", "--out", "--settings", "--model", "--device"}, id="tag"),
        pytest.param("link", {"--in", "--register", "--out", "--settings"}, id="link"),
        pytest.param("train", {"--corpora", "--out", "--base", "--config", "--teacher", "--seed", "--seeds"}, id="train"),
        pytest.param("data", set(), id="data"),
        pytest.param(
            "evaluate",
            {"--corpora", "--split", "--settings", "--model", "--device", "--against", "--noise", "--errors", "--out"},
            id="evaluate",
        ),
    ],
)  # fmt: skip
def test_options(name: str, options: set[str]) -> None:
    found = {x.opts[0] for x in VI.commands[name].params if isinstance(x, click.Option)}
    assert found == options
