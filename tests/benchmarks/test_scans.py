import io
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("cv2", reason="needs the extra ocr")

from benchmarks.scans import WEARS, Wear, scan

PAGE = Path(__file__).parents[1] / "parsing" / "fixtures" / "minutes.pdf"


def pixels(data: bytes) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    image = pytest.importorskip("PIL.Image")
    return np.array(image.open(io.BytesIO(data)))


def test_the_same_seed_wears_pages_alike() -> None:
    wear = WEARS[2]
    first, again, other = (next(scan(PAGE, wear, seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_turned_page_lies_on_its_side() -> None:
    upright, turned = (pixels(next(scan(PAGE, Wear("a", 50, turn=turn), 1))) for turn in (0, 90))
    assert upright.shape == (*turned.shape[1::-1], 3)
    assert upright.shape[0] > upright.shape[1]


def test_a_seal_is_red_and_uneven_light_is_dark_somewhere() -> None:
    plain, sealed, dark = (
        pixels(next(scan(PAGE, wear, 1))).astype(int)
        for wear in (Wear("a", 50), Wear("b", 50, seal=True), Wear("c", 50, light=True))
    )
    assert (plain[..., 0] - plain[..., 1] > 60).sum() == 0
    assert (sealed[..., 0] - sealed[..., 1] > 60).sum() > 100
    assert dark[5:-5, 5:-5].max(axis=2)[::40, ::40].min() < plain[5, 5].max()
