from pathlib import Path

import pytest

from vnparty_nlp.training.picture import draw_curve, draw_reliability

PNG = b"\x89PNG"


def test_a_curve_is_drawn(tmp_path: Path) -> None:
    draw_curve([1.0, 0.5, 0.2, 0.1], [0.6, 0.8], tmp_path / "one.png")
    draw_curve([1.0, 0.5, 0.2, 0.1], [0.6, 0.8], tmp_path / "same.png")
    draw_curve([1.0, 0.5, 0.2, 0.1], [0.6, 0.7], tmp_path / "other.png")
    one, same, other = ((tmp_path / f"{n}.png").read_bytes() for n in ("one", "same", "other"))
    assert one.startswith(PNG)
    assert one == same != other


@pytest.mark.parametrize(
    "bins",
    [
        pytest.param([[0.5, 0.4, 10.0], [0.9, 0.95, 80.0]], id="two bins"),
        pytest.param([], id="none"),
    ],
)
def test_reliability_is_drawn(bins: list[list[float]], tmp_path: Path) -> None:
    draw_reliability(bins, tmp_path / "r.png")
    assert (tmp_path / "r.png").read_bytes().startswith(PNG)
