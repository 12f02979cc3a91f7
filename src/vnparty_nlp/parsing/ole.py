"""What an OLE file (Office 97–2003) holds: the streams that stand directly in its root.

After [MS-CFB], the format's description by Microsoft.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY_BYTES, _ROOT = 128, 5
_NO_SECTOR, _NO_ENTRY = 0xFFFFFFFA, 0xFFFFFFFF
# The header names this many sectors of the allocation table itself.
_IN_HEADER = 109


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its name, and where in the file its first bytes are."""

    name: str
    place: int


def root_streams(data: bytes) -> Mapping[str, Stream]:
    """Streams and folders of the root by name; those of embedded objects are not among them.

    Empty where the file is damaged.
    """
    try:
        return {stream.name: stream for stream in _streams(data)}
    except struct.error:
        return {}


def _streams(data: bytes) -> Iterator[Stream]:
    shift = struct.unpack_from("<H", data, 30)[0]
    if not 7 <= shift <= 16:
        return
    size = 1 << shift
    first = struct.unpack_from("<I", data, 48)[0]
    directory = b"".join(data[_place(s, size) : _place(s + 1, size)] for s in _chain(data, first))
    entries = [directory[at : at + _ENTRY_BYTES] for at in range(0, len(directory), _ENTRY_BYTES)]
    if not entries or entries[0][66:67] != bytes([_ROOT]):
        return
    # The names of a folder stand in a tree: left, right, and the first of what is inside.
    waiting, seen = [struct.unpack_from("<I", entries[0], 76)[0]], set[int]()
    while waiting:
        number = waiting.pop()
        if number == _NO_ENTRY or number >= len(entries) or number in seen:
            continue
        seen.add(number)
        entry = entries[number]
        length, left, right = (
            struct.unpack_from("<H", entry, 64)[0],
            *struct.unpack_from("<II", entry, 68),
        )
        name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        yield Stream(name, _place(struct.unpack_from("<I", entry, 116)[0], size))
        waiting += [left, right]


def _place(sector: int, size: int) -> int:
    return (sector + 1) * size


def _chain(data: bytes, sector: int) -> Iterator[int]:
    """The sectors of a stream; a chain that bites its tail ends there."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    tables = list(_tables(data, size))
    per_table = size // 4
    seen: set[int] = set()
    while sector < _NO_SECTOR and sector not in seen and _place(sector, size) < len(data):
        seen.add(sector)
        yield sector
        table, number = divmod(sector, per_table)
        if table >= len(tables):
            return
        sector = struct.unpack_from("<I", data, _place(tables[table], size) + 4 * number)[0]


def _tables(data: bytes, size: int) -> Iterator[int]:
    """The sectors of the allocation table."""
    yield from _used(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    sector, seen = struct.unpack_from("<I", data, 68)[0], set[int]()
    while sector < _NO_SECTOR and sector not in seen:
        seen.add(sector)
        *listed, sector = struct.unpack_from(f"<{size // 4}I", data, _place(sector, size))
        yield from _used(listed)


def _used(sectors: "tuple[int, ...] | list[int]") -> Iterator[int]:
    return (sector for sector in sectors if sector < _NO_SECTOR)
