import pytest

from vnparty_nlp.cli.language import take_language
from vnparty_nlp.errors import UsageError


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "rest"),
    [
        pytest.param(["tag"], {}, "vi", ["tag"], id="Vietnamese by default"),
        pytest.param(["tag", "--lang", "en", "x"], {}, "en", ["tag", "x"], id="anywhere"),
        pytest.param(["--lang=en"], {}, "en", [], id="with an equals sign"),
        pytest.param([], {"VNPARTY_LANG": "en"}, "en", [], id="from the environment"),
        pytest.param(["--lang", "vi"], {"VNPARTY_LANG": "en"}, "vi", [], id="option first"),
    ],
)
def test_take_language(
    arguments: list[str], environment: dict[str, str], code: str, rest: list[str]
) -> None:
    say, left = take_language(arguments, environment)
    assert (say.code, left) == (code, rest)
    assert say("vâng", "yes") == {"vi": "vâng", "en": "yes"}[code]


@pytest.mark.parametrize("arguments", [["--lang", "fr"], ["--lang"]])
def test_an_unknown_language_is_refused(arguments: list[str]) -> None:
    with pytest.raises(UsageError, match="choose vi or en"):
        take_language(arguments, {})
