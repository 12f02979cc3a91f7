import inspect

import pytest

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing import problems
from vnparty_nlp.parsing.problems import Problem

FIXED = {name: found for name, found in vars(problems).items() if isinstance(found, Problem)}
MADE = {
    "not_yet": problems.not_yet("DOC"),
    "password": problems.password("ODT"),
    "broken": problems.broken("ODT"),
    "entities": problems.entities("ODT"),
    "office_too_slow": problems.office_too_slow(120),
    "no_document": problems.no_document("Excel"),
    "unreadable": problems.unreadable("I/O error"),
    "too_large": problems.too_large(312.4, 200),
    "too_many_pages": problems.too_many_pages(4100, 3000),
    "too_many_pixels": problems.too_many_pixels(140, 100),
    "unpacks_too_large": problems.unpacks_too_large(100),
}


def test_every_maker_is_in_this_list() -> None:
    makers = {
        name
        for name, found in vars(problems).items()
        if inspect.isfunction(found) and found.__module__ == problems.__name__
    }
    assert makers == set(MADE)


@pytest.mark.parametrize("name", [*FIXED, *MADE])
def test_two_phrases_in_two_languages(name: str) -> None:
    problem, remedy = {**FIXED, **MADE}[name]
    for wording in (problem, remedy):
        for phrase in wording:
            assert phrase == phrase.strip()
            assert not phrase.endswith(".")
            assert "\n" not in phrase
        assert not wording.en.isascii() or wording.en != wording.vi
        assert not wording.vi.isascii()
        assert wording.en.isascii()


@pytest.mark.parametrize(
    ("problem", "figures"),
    [
        pytest.param(MADE["too_large"], ("312", "200"), id="size and limit"),
        pytest.param(MADE["too_many_pages"], ("4100", "3000"), id="pages and limit"),
        pytest.param(MADE["office_too_slow"], ("120",), id="seconds of LibreOffice"),
        pytest.param(MADE["unpacks_too_large"], ("100",), id="what it unpacks to"),
        pytest.param(MADE["unreadable"], ("I/O error",), id="what the system says"),
    ],
)
def test_both_languages_tell_the_figures(problem: Problem, figures: tuple[str, ...]) -> None:
    error = DocumentError("thư mục/a.pdf", *problem)
    for language in ("vi", "en"):
        assert all(figure in error.told(language) for figure in figures)
        assert error.told(language).startswith("thư mục/a.pdf: ")
