"""Whole files in older codes beside their text, typed by hand or made with iconv."""

from pathlib import Path

import pytest

from vnparty_nlp.parsing import build
from vnparty_nlp.settings import load_settings

FOLDER = Path(__file__).parent / "fixtures" / "legacy"
READER = build(load_settings().parsing)


@pytest.mark.parametrize(
    ("name", "encoding", "told"),
    [
        pytest.param("tcvn3.txt", "tcvn3", ("5 đoạn từ TCVN3",), id="TCVN3"),
        pytest.param("vni.txt", "vni", ("6 đoạn từ VNI",), id="VNI"),
        pytest.param("viscii.txt", "viscii", ("4 đoạn từ VISCII",), id="VISCII"),
        pytest.param("mixed.html", "tcvn3", ("TCVN3", "VNI"), id="HTML, two codes"),
        pytest.param("mixed.docx", "vni", ("TCVN3", "VNI"), id="DOCX, two codes"),
        pytest.param("named.pdf", "tcvn3", ("1 dòng từ VNI", "(trang 1)"), id="PDF"),
        pytest.param("hyphens.pdf", "tcvn3", ("1 dòng từ TCVN3",), id="PDF, ư as a hyphen"),
        pytest.param("hidden.pdf", "tcvn3", ("3 dòng từ TCVN3",), id="PDF, hidden fonts"),
    ],
)
def test_a_file_reads_as_it_was_typed(name: str, encoding: str, told: tuple[str, ...]) -> None:
    document = READER.read(FOLDER / name, name)
    typed = (FOLDER / f"{name}.expected").read_text("utf-8")
    assert document.text.split() == typed.split()
    assert document.legacy_encoding == encoding
    (warning,) = (text for text in document.warnings if "sang Unicode" in text)
    assert all(part in warning for part in told)
