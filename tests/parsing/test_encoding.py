from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.encoding import decode, lost_characters, wide_encoding

TEXT = "Chi bộ thôn Bãi Dâu họp thường kỳ, đồng chí Nụ ghi biên bản về việc nộp đảng phí quý II."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(TEXT.encode("utf-16"), "utf-16", id="byte order mark"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", id="little end first"),
        pytest.param(TEXT.encode("utf-16-be"), "utf-16-be", id="big end first"),
        pytest.param(TEXT.encode(), None, id="UTF-8"),
        pytest.param(b"a", None, id="one byte"),
        pytest.param(b"", None, id="nothing"),
        pytest.param(bytes(40), None, id="zeros on both sides"),
    ],
)
def test_wide_encoding(data: bytes, expected: str | None) -> None:
    assert wide_encoding(data) == expected


def test_a_few_damaged_letters_are_let_through_and_told() -> None:
    data = (TEXT * 20).encode()
    place = data.index("ộ".encode())
    text = decode(data[:place] + data[place + 1 :], "a.txt")
    assert text.startswith("Chi b")
    assert text.endswith(TEXT)
    count = text.count("\ufffd")
    assert count > 0
    assert lost_characters(text) == (f"{count} ký tự hỏng, đã thay bằng \ufffd",)


def test_nothing_lost_nothing_told() -> None:
    assert lost_characters(TEXT) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le thé était très bon à l'hôtel, où nous avons dîné.", id="French"),
        pytest.param(
            "El señor Ibáñez llegó ayer de Sevilla con los niños; ¿dónde está su casa?",
            id="Spanish",
        ),
    ],
)
def test_a_western_language_is_read(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Ñaûng boä".encode("latin-1"), id="too short to tell"),
        pytest.param(
            "Chi b§ é thon Bai Dau hop ngay h«m x×q nhÝx va khong ghi gi".encode("latin-1"),
            id="signs and capitals inside words",
        ),
        pytest.param(
            b"Le caf\xe9 tr\xe8s \x01 \x02 bon de la maison est pour nous tous", id="controls"
        ),
    ],
)
def test_what_may_be_an_older_code_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match="TCVN3"):
        decode(data, "a.txt")


def test_a_file_of_noise_is_refused_with_a_remedy() -> None:
    with pytest.raises(DocumentError, match="UTF-8") as caught:
        decode(bytes(range(128, 256)) * 3, "a.txt")
    assert "TCVN3" in caught.value.told("vi")


@given(
    st.text(alphabet="aăâđêôơưàáảãạếềểễệ ĂÂĐ.,\n05", min_size=1),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_unicode_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_document_error(data: bytes) -> None:
    with suppress(DocumentError):
        assert isinstance(decode(data, "a.txt"), str)
