from pathlib import Path

import click
import pytest

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language
from vnparty_nlp.errors import SettingsError, UsageError
from vnparty_nlp.settings import load_settings

VI, EN = Language("vi"), Language("en")


def given(parameter: click.Parameter, *arguments: str) -> object:
    """What a command with that one parameter gets."""
    command = click.Command("x", params=[parameter], callback=lambda **values: values)
    values = command.main(list(arguments), standalone_mode=False)
    (value,) = values.values()
    return value


def test_inputs_are_paths_and_at_least_one() -> None:
    assert given(fields.inputs(), "a.pdf", "thư mục") == (Path("a.pdf"), Path("thư mục"))
    with pytest.raises(click.MissingParameter):
        given(fields.inputs())


@pytest.mark.parametrize(
    ("option", "name"),
    [
        pytest.param(fields.register(VI), "--register", id="register"),
        pytest.param(fields.source(VI), "--in", id="source"),
        pytest.param(fields.settings(VI), "--settings", id="settings"),
    ],
)
def test_a_file_that_is_read_must_be_there(option: click.Option, name: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    assert given(option, name, str(tmp_path / "a")) == tmp_path / "a"
    for missing in (tmp_path / "b", tmp_path):
        with pytest.raises(UsageError) as caught:
            given(option, name, str(missing))
        assert caught.value.told("vi") == f"{missing}: không có tệp này. Hãy kiểm tra đường dẫn."
        assert caught.value.told("en") == f"{missing}: no such file. Check the path."


@pytest.mark.parametrize("option", [fields.register(VI), fields.source(VI), fields.out("x")])
def test_what_a_command_cannot_do_without_is_required(option: click.Option) -> None:
    with pytest.raises(click.MissingParameter):
        given(option)


def test_an_out_need_not_be_there(tmp_path: Path) -> None:
    assert given(fields.out("x"), "--out", str(tmp_path / "a/b")) == tmp_path / "a/b"


def test_the_corpus_folder_must_be_there(tmp_path: Path) -> None:
    assert given(fields.corpora(VI), "--corpora", str(tmp_path)) == tmp_path
    with pytest.raises(click.BadParameter):
        given(fields.corpora(VI), "--corpora", str(tmp_path / "none"))


@pytest.mark.parametrize("count", ["0", "-1", "two"])
def test_workers_are_a_whole_number_from_one_on(count: str) -> None:
    assert given(fields.workers(VI), "--workers", "3") == 3
    assert given(fields.workers(VI)) is None
    with pytest.raises(click.BadParameter):
        given(fields.workers(VI), "--workers", count)


def test_a_device_is_the_cpu_or_a_gpu() -> None:
    assert given(fields.device(VI), "--device", "cuda") == "cuda"
    assert given(fields.device(VI)) is None
    with pytest.raises(click.BadParameter):
        given(fields.device(VI), "--device", "gpu")


@pytest.mark.parametrize(
    "make",
    [
        fields.register,
        fields.source,
        fields.corpora,
        fields.settings,
        fields.device,
        fields.workers,
    ],
    ids=lambda make: make.__name__,
)
def test_every_option_is_explained_in_both_languages(make) -> None:  # type: ignore[no-untyped-def]
    vi, en = make(VI).help, make(EN).help
    assert vi
    assert en
    assert vi != en
    assert en.isascii()


def test_workers_win_over_the_settings_file(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[batch]\nworkers = 7\n[linking]\nmargin = 0.5\n", encoding="utf-8")
    assert fields.settings_of(None) == load_settings()
    assert fields.settings_of(own).batch.workers == 7
    assert fields.settings_of(own, model="linear").tagging.model == "linear"
    assert fields.settings_of(own, device="cuda").tagging.device == "cuda"
    chosen = fields.settings_of(own, workers=2)
    assert (chosen.batch.workers, chosen.linking.margin) == (2, 0.5)


def test_a_settings_file_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[batch]\nworker = 7\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="has no key 'worker'"):
        fields.settings_of(own)
