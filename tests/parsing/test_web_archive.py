import base64
import quopri

import pytest

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.parsing.markup import MarkupReader
from vnparty_nlp.parsing.web_archive import WebArchiveReader

PAGE = "<html><body><p>Chi bộ họp lúc 19h30.</p></body></html>"
HEAD = 'From: <Saved by Word>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n'


def archive(
    page: bytes, coding: str, charset: str = 'charset="utf-8"', kind: str = "text/html"
) -> bytes:
    head = f"--x\nContent-Location: a.htm\nContent-Transfer-Encoding: {coding}\nContent-Type: {kind}; {charset}\n\n"
    return (HEAD + head).encode() + page + b"\n--x--\n"


def texts(data: bytes) -> list[str]:
    return [draft.text for draft in WebArchiveReader(MarkupReader()).read(data, "a.mht").drafts]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(archive(quopri.encodestring(PAGE.encode()), "quoted-printable"), id="quoted"),
        pytest.param(archive(base64.encodebytes(PAGE.encode()), "base64"), id="base 64"),
        pytest.param(archive(PAGE.encode(), "8bit"), id="as it is"),
        pytest.param(
            archive(base64.encodebytes(PAGE.encode("utf-16")), "base64", "charset=utf-16"),
            id="its encoding stands in the archive alone",
        ),
        pytest.param(archive(PAGE.encode(), "8bit", "charset=nonsense"), id="unknown encoding"),
        pytest.param(archive(PAGE.encode(), "8bit", 'charset="a\0b"'), id="no name of an encoding"),
        pytest.param(archive(PAGE.encode(), "8bit", "charset*=a\0b''utf-8"), id="no name of an encoding of the name"),
        pytest.param(archive(PAGE.encode(), "8bit", 'charset="rot13"'), id="an encoding of other things"),
        pytest.param(
            archive(PAGE.encode("utf-7"), "8bit", "charset*=utf-8''utf-7"),
            id="the encoding in the newer way",
        ),
        pytest.param(
            archive(PAGE.replace("<p>", "<!-- multipart/ message/ -->" * 30 + "<p>").encode(), "8bit"),
            id="a page that speaks of parts",
        ),
        pytest.param(archive(PAGE.encode(), "8bit").replace(b"\n", b"\r\n"), id="line ends of Windows"),
    ],
)  # fmt: skip
def test_the_page_of_an_archive(data: bytes) -> None:
    assert texts(data) == ["Chi bộ họp lúc 19h30."]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(HEAD.encode(), id="no part"),
        pytest.param(archive(b"x", "8bit", kind="image/png"), id="no page"),
        pytest.param(HEAD.encode() * 3000, id="part in part"),
        pytest.param((HEAD + "--x\n").encode() + b"Content-Type: message/rfc822\n\n" * 3000, id="message in message"),
        pytest.param((HEAD + "--x\n").encode() + b"content-TYPE:\n Message/rfc822\n\n" * 3000, id="folded heads"),
    ],
)  # fmt: skip
def test_no_page(data: bytes) -> None:
    with pytest.raises(DocumentError, match="no page that can be read"):
        texts(data)
