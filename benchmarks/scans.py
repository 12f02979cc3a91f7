"""Pages made to look scanned: seeded noise, blur, uneven light, skew, a seal, a turn, JPEG."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""Height × width × 3, red, green, blue."""

_INK = {"red": (200, 40, 50), "paper": (244, 240, 230)}


@dataclass(frozen=True, slots=True)
class Wear:
    """How a page suffered: dots an inch, and which damage was done to it."""

    name: str
    dpi: int
    blur: float = 0.0
    noise: float = 0.0
    skew_degrees: float = 0.0
    jpeg: int = 92
    light: bool = False
    seal: bool = False
    turn: int = 0


WEARS = (
    Wear("clean 300 dpi", 300),
    Wear("clean 150 dpi", 150),
    Wear("fax 200 dpi, skewed", 200, blur=0.6, noise=14, skew_degrees=2.5, jpeg=50),
    Wear("blurred 150 dpi", 150, blur=0.8, noise=6, skew_degrees=1.0, jpeg=60),
    Wear("uneven light 200 dpi", 200, blur=0.5, noise=8, skew_degrees=1.5, jpeg=70, light=True),
    Wear("red seal 200 dpi", 200, blur=0.5, noise=5, skew_degrees=0.7, jpeg=75, seal=True),
    Wear("turned 300 dpi", 300, blur=0.5, noise=8, skew_degrees=1.0, jpeg=75, turn=90),
)


def scan(pdf: Path, wear: Wear, seed: int) -> Iterator[bytes]:
    """Each page of a PDF as the JPEG of a worn scan; the same seed gives the same pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            drawn = page.render(scale=wear.dpi / 72, rev_byteorder=True).to_numpy()[..., :3]
            yield _worn(np.ascontiguousarray(drawn), wear, np.random.default_rng([seed, number]))
    finally:
        document.close()


def _worn(page: Picture, wear: Wear, random: np.random.Generator) -> bytes:
    height, width = page.shape[:2]
    picture: Any = page.astype(np.float32) * (np.array(_INK["paper"]) / 255)
    if wear.seal:
        picture = _sealed(picture, wear.dpi, random)
    if wear.skew_degrees:
        angle = wear.skew_degrees * (1 if random.random() < 0.5 else -1)
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        picture = cv2.warpAffine(
            picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=_INK["paper"]
        )
    if wear.light:
        across = np.linspace(-1, 1, width)[None, :] * random.uniform(-1, 1)
        down = np.linspace(-1, 1, height)[:, None] * random.uniform(-1, 1)
        picture = picture * (0.72 + 0.28 * np.clip(across + down, -1, 1))[..., None]
    if wear.blur:
        picture = cv2.GaussianBlur(picture, (0, 0), wear.blur * wear.dpi / 150)
    if wear.noise:
        picture = picture + random.normal(0, wear.noise, picture.shape[:2])[..., None]
    worn = np.clip(picture, 0, 255).astype(np.uint8)
    worn = np.ascontiguousarray(np.rot90(worn, -wear.turn // 90))
    packed: Any = cv2.imencode(".jpg", worn[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, wear.jpeg])[1]
    return bytes(packed)


def _sealed(picture: Any, dpi: int, random: np.random.Generator) -> Any:
    """A red ring with a star over the lower right text, and a second one over the middle."""
    height, width = picture.shape[:2]
    ink = np.zeros((height, width), np.uint8)
    for across, down in ((0.66, random.uniform(0.6, 0.85)), (0.4, random.uniform(0.3, 0.6))):
        middle, radius = (int(across * width), int(down * height)), int(0.7 * dpi)
        cv2.circle(ink, middle, radius, 255, max(2, dpi // 40))
        cv2.circle(ink, middle, int(0.7 * radius), 255, max(1, dpi // 100))
        points = [
            (
                middle[0] + 0.35 * radius * np.cos(0.8 * np.pi * corner),
                middle[1] + 0.35 * radius * np.sin(0.8 * np.pi * corner),
            )
            for corner in range(5)
        ]
        cv2.polylines(ink, [np.array(points, np.int32)], True, 255, max(2, dpi // 60))
    # Ink darkens what lies below it, as light passes both: it multiplies.
    tint = 1 - (ink[..., None] / 255) * 0.85 * (1 - np.array(_INK["red"]) / 255)
    return picture * tint
