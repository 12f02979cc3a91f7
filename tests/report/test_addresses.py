from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.report.addresses import address_of, has_pages


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("vao/a.pdf", "../vao/a.pdf", id="beside the output"),
        pytest.param("ra/a.pdf", "a.pdf", id="inside the output"),
        pytest.param("../a.pdf", "../../a.pdf", id="above the current folder"),
        pytest.param(
            "vao/biên bản #2.pdf", "../vao/bi%C3%AAn%20b%E1%BA%A3n%20%232.pdf", id="signs"
        ),
        pytest.param("ra/javascript:alert(1)", "javascript%3Aalert%281%29", id="no other scheme"),
        pytest.param("ra/50%.pdf", "50%25.pdf", id="per cent"),
    ],
)
def test_addresses_are_relative_to_the_report(
    source: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert address_of(source, Path("ra")) == expected


def test_source_and_output_may_lie_anywhere(tmp_path: Path) -> None:
    address = address_of("/mnt/kho lưu/a.pdf", tmp_path / "out")
    assert (
        urljoin((tmp_path / "out" / "report.html").as_uri(), address)
        == "file:///mnt/kho%20l%C6%B0u/a.pdf"
    )


NAMES = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20
).filter(lambda name: name not in {".", ".."})


@given(NAMES)
def test_every_file_name_leads_back_to_its_file(name: str) -> None:
    link = urljoin("file:///ra/con/report.html", address_of(f"/vao/{name}", Path("/ra/con")))
    parts = urlsplit(link)
    assert (parts.query, parts.fragment) == ("", "")
    assert unquote(parts.path) == f"/vao/{name}"


@pytest.mark.parametrize(
    ("source", "paged"),
    [("a.pdf", True), ("A.PDF", True), ("a.docx", False), ("a.txt", False)],
)
def test_only_a_pdf_opens_at_a_page(source: str, paged: bool) -> None:
    assert has_pages(source) is paged
