"""Makes small OLE files, as Office 97-2003 wrote them."""

import struct

NOWHERE = 0xFFFFFFFF


def ole(streams: dict[str, bytes]) -> bytes:
    """An OLE file of 512-byte sectors: one of the allocation table, one of the directory."""
    assert 1 <= len(streams) <= 3
    chains = [0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFE] * len(streams)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H10xI", 0x3E, 3, 0xFFFE, 9, 6, 1)
    header += struct.pack("<6I", 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE)
    header += struct.pack("<110I", 0, 0, *[0xFFFFFFFF] * 108)
    entries = entry("Root Entry", kind=5, child=1)
    for number, name in enumerate(streams, start=1):
        right = number + 1 if number < len(streams) else NOWHERE
        entries += entry(name, kind=2, right=right, start=number + 1)
    table = struct.pack("<128I", *chains, *[0xFFFFFFFF] * (128 - len(chains)))
    return (
        header[:512]
        + table
        + entries.ljust(512, b"\0")
        + b"".join(data.ljust(512, b"\0") for data in streams.values())
    )


def entry(
    name: str, *, kind: int, right: int = NOWHERE, child: int = NOWHERE, start: int = 0
) -> bytes:
    letters = name.encode("utf-16-le")
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters) + 2, kind, 1, NOWHERE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, 12)
    )
