import pytest

from vnparty_nlp.cli.language import Language
from vnparty_nlp.cli.steps import steps_shown


def test_elsewhere_than_on_a_terminal_every_fiftieth_step_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with steps_shown(Language("en")) as show:
        for step in range(1, 121):
            show(step, 120, 0.5)
    told = capsys.readouterr().err.splitlines()
    assert told == [f"step {n} of 120, loss 0.500" for n in (50, 100, 120)]


def test_on_a_terminal_there_is_a_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with steps_shown(Language("en")) as show:
        show(1, 2, 0.25)
        show(2, 2, 0.25)
    assert "Training" in capsys.readouterr().err
