"""Pictures that are built to hurt. Each function gives the bytes of a file."""

import struct
import zlib
from collections.abc import Callable


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_bomb() -> bytes:
    """60,000 × 60,000 points, white, of which most are missing."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(50_000_000), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    )


def small_png_with_a_long_comment() -> bytes:
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    comment = b"Comment\x00\x00" + zlib.compress(bytes(200_000_000), 9)
    dots = _chunk(b"IDAT", zlib.compress(b"\x00\xff"))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"zTXt", comment) + dots + _chunk(b"IEND", b"")  # fmt: skip


def endless_tiff() -> bytes:
    """Its only directory names itself as the next one."""
    tags = b"".join(
        struct.pack("<HHII", tag, 4, 1, value)
        for tag, value in ((256, 10), (257, 10), (273, 0), (278, 10), (279, 13))
    )
    return b"II*\x00" + struct.pack("<I", 8) + struct.pack("<H", 5) + tags + struct.pack("<I", 8)


def huge_tiff() -> bytes:
    return endless_tiff().replace(struct.pack("<II", 1, 10), struct.pack("<II", 1, 4_000_000_000))


FILES: dict[str, Callable[[], bytes]] = {
    "bomb.png": png_bomb,
    "long-comment.png": small_png_with_a_long_comment,
    "no-head.png": lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    "cut.jpg": lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03",
    "endless.tif": endless_tiff,
    "huge.tiff": huge_tiff,
}  # fmt: skip
