import pytest

from vnparty_nlp.facts.quantities import Quantity
from vnparty_nlp.facts.years import with_years


def quantities(*values: str) -> tuple[Quantity, ...]:
    return tuple(Quantity(index, index + 1, value) for index, value in enumerate(values))


@pytest.mark.parametrize(
    ("found", "stated", "held_on", "expected"),
    [
        pytest.param(["XXXX-04-18"], ["2022-04-20"], None, ["2022-04-18"], id="the only year told"),
        pytest.param(["XXXX-Q2"], ["2022", "2023"], None, ["XXXX-Q2"], id="two years told"),
        pytest.param(["XXXX-05-12"], [], None, ["XXXX-05-12"], id="no year told"),
        pytest.param(["XXXX-05-12"], [], "2023-06-05", ["2023-05-12"], id="year of the meeting"),
        pytest.param(
            ["XXXX-Q4"], [], "2023-01-10", ["2022-Q4"], id="in January of the last quarter"
        ),
        pytest.param(["XXXX-12"], [], "2023-10-02", ["2023-12"], id="a month ahead"),
        pytest.param(["XXXX-H1"], [], "2023-11-02", ["2023-H1"], id="half a year"),
        pytest.param(
            ["XXXX-04..XXXX-06"], [], "2023-07-02", ["2023-04..2023-06"], id="both ends of a range"
        ),
        pytest.param(["P3M"], ["2022"], "2023-06-05", ["P3M"], id="lengths have no year"),
        pytest.param(
            ["XXXX-05"], ["2022"], "2023-06-05", ["2022-05"], id="the passage before the meeting"
        ),
    ],
)
def test_with_years(
    found: list[str], stated: list[str], held_on: str | None, expected: list[str]
) -> None:
    filled = with_years(quantities(*found), quantities(*stated), held_on)
    assert [quantity.value for quantity in filled] == expected
