"""PDFs that are built to hurt. Each function gives the bytes of a file."""

import zlib
from collections.abc import Callable, Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
TEXT = b"BT /F 12 Tf 80 700 Td (Chi bo thon Bai Dau hop ngay 05/6/2023.) Tj ET"


def file_of(objects: Sequence[bytes], trailer: bytes = b"", version: bytes = b"1.7") -> bytes:
    """A file whose object 1 is the catalogue."""
    data, places = b"%PDF-" + version + b"\n", []
    pieces = [data]
    length = len(data)
    for number, item in enumerate(objects, start=1):
        places.append(length)
        piece = b"%d 0 obj%s endobj\n" % (number, item)
        pieces.append(piece)
        length += len(piece)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return b"".join(pieces) + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (count, table, count, trailer, length)  # fmt: skip


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def page(
    content: bytes = TEXT,
    *,
    box: bytes = b"0 0 595 842",
    catalogue: bytes = b"",
    resources: bytes = b"",
    more: Sequence[bytes] = (),
) -> bytes:
    """One page: objects 2 pages, 3 page, 4 font, 5 content, `more` from 6 on."""
    return file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>%s>>>>" % (box, resources),
            FONT,
            content if content.startswith(b"<<") else stream(content),
            *more,
        ]
    )  # fmt: skip


def ring() -> bytes:
    return page().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")


def deep_tree() -> bytes:
    nodes = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 1) for number in range(2, 20_002)]
    return file_of([b"<</Type/Catalog/Pages 2 0 R>>", *nodes, b"<</Type/Page/MediaBox[0 0 9 9]>>"])


def many_pages() -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(5000))
    return page().replace(b"/Kids[3 0 R]/Count 1", b"/Kids[%s]/Count 5000" % kids)


def lying_count() -> bytes:
    return page().replace(b"/Count 1", b"/Count 2000000000")


def negative_count() -> bytes:
    return page().replace(b"/Count 1", b"/Count -7")


def script() -> bytes:
    return page(catalogue=b"/OpenAction<</S/JavaScript/JS(while\\(true\\){app.alert\\(1\\)})>>")


def object_stream_ring() -> bytes:
    inside = stream(b"6 0 <</Type/ObjStm>>", b"/Type/ObjStm/N 1/First 4/Extends 6 0 R")
    return page(more=[inside]).replace(b"/Contents 5 0 R", b"/Contents 6 0 R")


def form_ring() -> bytes:
    form = stream(b"/X Do " * 50 + TEXT, b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X 6 0 R>>/Font<</F 4 0 R>>>>")  # fmt: skip
    return page(b"/X Do " + TEXT, resources=b"/XObject<</X 6 0 R>>", more=[form])


def form_tree() -> bytes:
    """Ten forms that each draw the next one ten times."""
    forms = [
        stream(b"/X Do " * 10 if number < 15 else TEXT, b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X %d 0 R>>/Font<</F 4 0 R>>>>" % (number + 1))
        for number in range(6, 16)
    ]  # fmt: skip
    return page(b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=forms)


def million_words() -> bytes:
    words = b"BT /F 8 Tf " + b"1 0 0 1 9 9 Tm (ab cd ef gh ij) Tj " * 200_000 + b"ET"
    return page(stream(zlib.compress(words), b"/Filter/FlateDecode"))


def many_rules() -> bytes:
    rules = TEXT + b" 9 9 m 99 99 l S 5 5 80 80 re S" * 200_000
    return page(stream(zlib.compress(rules), b"/Filter/FlateDecode"))


def deep_states() -> bytes:
    return page(stream(zlib.compress(b"q " * 1_000_000 + TEXT), b"/Filter/FlateDecode"))


def deep_arrays() -> bytes:
    return page(b"BT /F 12 Tf " + b"[" * 100_000 + b"(a)" + b"]" * 100_000 + b" TJ ET")


def huge_image() -> bytes:
    data = zlib.compress(bytes(1 << 20))
    image = stream(data, b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode")  # fmt: skip
    return page(
        b"500 0 0 700 0 0 cm /I Do", resources=b"/XObject<</I 6 0 R>>", more=[image]
    )  # fmt: skip


def flate_bomb() -> bytes:
    data = zlib.compress(b" " * 300_000_000, 9)
    return page(stream(zlib.compress(data, 9), b"/Filter[/FlateDecode/FlateDecode]"))


def embedded() -> bytes:
    inner = stream(page(), b"/Type/EmbeddedFile")
    names = b"/Names<</EmbeddedFiles<</Names[(../../evil.exe) 7 0 R]>>>>"
    return page(
        catalogue=names, more=[inner, b"<</Type/Filespec/F(../../evil.exe)/EF<</F 6 0 R>>>>"]
    )


def encrypted() -> bytes:
    return page().replace(
        b"trailer<<", b"trailer<</Encrypt<</Filter/Standard/V 9/R 9/O(" + b"a" * 32 + b")/U(" + b"b" * 32 + b")/P -1>>/ID[(a)(b)]"
    )  # fmt: skip


def broken_table() -> bytes:
    data = page()
    return data[: data.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF"


FILES: dict[str, Callable[[], bytes]] = {
    "ring.pdf": ring,
    "deep-tree.pdf": deep_tree,
    "many-pages.pdf": many_pages,
    "lying-count.pdf": lying_count,
    "negative-count.pdf": negative_count,
    "script.pdf": script,
    "object-stream-ring.pdf": object_stream_ring,
    "form-ring.pdf": form_ring,
    "form-tree.pdf": form_tree,
    "endless-box.pdf": lambda: page(box=b"-1e38 -1e38 1e38 1e38"),
    "no-box.pdf": lambda: page(box=b"0 0 0 0"),
    "odd-box.pdf": lambda: page(box=b"nan inf (a) 7 0 R"),
    "far-away.pdf": lambda: page(TEXT.replace(b"80 700", b"1e37 -1e37")),
    "odd-numbers.pdf": lambda: page(TEXT.replace(b"80 700 Td", b"1 0 0 0 NaN 99999999999999999999 Tm")),
    "million-words.pdf": million_words,
    "many-rules.pdf": many_rules,
    "deep-states.pdf": deep_states,
    "deep-arrays.pdf": deep_arrays,
    "huge-image.pdf": huge_image,
    "flate-bomb.pdf": flate_bomb,
    "embedded.pdf": embedded,
    "encrypted.pdf": encrypted,
    "broken-table.pdf": broken_table,
    "no-objects.pdf": lambda: b"%PDF-1.7\n%%EOF",
    "cut.pdf": lambda: page()[:300],
}  # fmt: skip
