import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.package import Package, child, integer, is_on, local, parse_xml, value


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_parts_by_name() -> None:
    package = Package(zipped(a=b"<x/>"), "a.docx", 1_000_000)
    root = package.part("a")
    assert root is not None
    assert local(root) == "x"
    assert package.part("b") is None


def test_the_limit_holds_over_all_parts() -> None:
    part = b"<x>" + b"a" * 900_000 + b"</x>"
    package = Package(zipped(a=part, b=part), "a.docx", 1_500_000)
    package.part("a")
    with pytest.raises(DocumentError, match="unpacks to over 1 MB"):
        package.part("b")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"PK\x03\x04 rubbish", "damaged or truncated", id="no zip"),
        pytest.param(b"", "damaged or truncated", id="nothing"),
    ],
)
def test_no_package(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        Package(data, "a.docx", 1000)


def test_part_whose_bytes_were_changed() -> None:
    data = zipped(a=b"<x>" + bytes(range(32, 120)) * 40 + b"</x>")
    place = data.index(b"a", 30) + 20
    harmed = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
    with pytest.raises(DocumentError, match="damaged or truncated"):
        Package(harmed, "a.docx", 1_000_000).part("a")


def test_part_with_a_password() -> None:
    data = bytearray(zipped(a=b"<x/>"))
    # Bit 0 of the general flags says that the part is encrypted, in both of its headers.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(DocumentError, match="password"):
        Package(bytes(data), "a.docx", 1000).part("a")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"<x>", "damaged", id="not closed"),
        pytest.param(b"", "damaged", id="nothing"),
        pytest.param(b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "entities", id="entity"),
        pytest.param(b"<!DOCTYPE x SYSTEM 'file:///etc/hostname'><x/>", "entities", id="document type alone"),
        pytest.param(b"<x a='1' a='2'/>", "damaged", id="attribute twice"),
    ],
)  # fmt: skip
def test_bad_xml(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        parse_xml(data, "a.docx")


ROOT = parse_xml(
    b"<a xmlns:w='u'><w:b w:val='7'><c val='0'/><!-- d --></w:b><e w:val='x'/></a>", "a"
)


def test_walking() -> None:
    found = child(ROOT, "b", "c")
    assert found is not None
    assert value(found) == "0"
    assert child(ROOT, "b", "z") is None
    assert child(ROOT, "z", "c") is None
    assert value(None) is None
    assert [local(item) for item in ROOT[0]] == ["c", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12),
        ("0", 0),
        ("9999", 9999),
        ("12345", 5),
        ("-1", 5),
        ("x", 5),
        ("", 5),
        ("٣", 5),
        ("1.5", 5),
    ],
)
def test_integers(text: str, expected: int) -> None:
    assert integer(parse_xml(f"<a val='{text}'/>".encode(), "a"), 5) == expected


@pytest.mark.parametrize(
    ("xml", "expected"),
    [("<a/>", True), ("<a val='1'/>", True), ("<a val='true'/>", True), ("<a val='0'/>", False), ("<a val='false'/>", False), ("<a val='off'/>", False)],
)  # fmt: skip
def test_properties(xml: str, expected: bool) -> None:
    assert is_on(parse_xml(xml.encode(), "a")) is expected
    assert is_on(None) is False


@given(st.binary(max_size=200))
def test_any_bytes_as_xml(data: bytes) -> None:
    with suppress(DocumentError):
        assert isinstance(local(parse_xml(data, "a.docx")), str)
