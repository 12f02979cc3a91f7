import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnparty_nlp.vietnamese.legacy import (
    encoding_of_font,
    is_capital_font,
    letters_of,
    raise_toned,
    to_unicode,
)

TONES = "\u0300\u0301\u0303\u0309\u0323"
SMALL = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
BOTH = SMALL + SMALL.upper()
# VNI as its typists know it: tone and hat behind the letter. Written down here a second time.
VNI_TONE = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "": ""}
VNI_HAT = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
VNI_BREVE = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
VNI_ALONE = {"ỉ": "æ", "ĩ": "ó", "ị": "ò", "í": "í", "ì": "ì", "ỵ": "î", "đ": "ñ"}


def to_vni(letter: str) -> str:
    small = letter.lower()
    if small in VNI_ALONE:
        written = VNI_ALONE[small]
    else:
        parts = unicodedata.normalize("NFD", small)
        tone = next((mark for mark in parts if mark in TONES), "")
        base = parts[0]
        if "\u031b" in parts:
            written = {"o": "ô", "u": "ö"}[base] + VNI_TONE[tone]
        elif "\u0302" in parts:
            written = base + VNI_HAT[tone]
        else:
            written = base + (VNI_BREVE if "\u0306" in parts else VNI_TONE)[tone]
    return written.upper() if letter.isupper() else written


def to_1258(text: str) -> str:
    units = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = "".join(mark for mark in parts if mark not in TONES)
        tone = "".join(mark for mark in parts if mark in TONES)
        units.append(unicodedata.normalize("NFC", base) + tone)
    return "".join(units)


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        pytest.param("Céng hßa x· héi chñ nghÜa ViÖt Nam", "tcvn3", "Cộng hòa xã hội chủ nghĩa Việt Nam", id="TCVN3"),
        pytest.param("Ch\xad¬ng tr×nh h\xaddíng dÉn", "tcvn3", "Chương trình hưdớng dẫn", id="soft hyphen is ư"),
        pytest.param("Nhµ n\xad\xadíc", "tcvn3", "Nhà nước", id="two soft hyphens are one"),
        pytest.param("n\u2212íc, x\u2219 héi, \u03bcn", "tcvn3", "nước, xã hội, àn", id="forms of PDF"),
        pytest.param("\u2212 §¶ng; 5\u221210; · môc; Hµ\u2212Néi", "tcvn3", "– Đảng; 5–10; • mục; Hà–Nội", id="dashes and dots stay"),
        pytest.param("BI£N B¶N HéI NGHÞ", "tcvn3", "BIÊN BẢN HỘI NGHỊ", id="capitals without a tone"),
        pytest.param("NH÷NG ý KIÕN Hµ", "tcvn3", "NHỮNG Ý KIẾN HÀ", id="short words follow their line"),
        pytest.param("Sè 11-BB/CB, Sè 05-Q§/§U", "tcvn3", "Số 11-BB/CB, Số 05-QĐ/ĐU", id="marks tell no case"),
        pytest.param("§/c Hµ, UBND x· Hµ An", "tcvn3", "Đ/c Hà, UBND xã Hà An", id="names keep their case"),
        pytest.param("§\x81NG B\x97 X\x82 H\x92A S\xa5N, TH\xa6 K\x16", "tcvn3", "ĐẢNG BỘ XÃ HÒA SƠN, THƯ KÝ", id="capitals of the full table"),
        pytest.param("TR¦›C CU—C H–P HO€ TO€N, TH\xa6™NG V\x94", "tcvn3", "TRƯỚC CUỘC HỌP HOÀ TOÀN, THƯỞNG VÕ", id="read by Windows, behind a glide"),
        pytest.param("ƒnh, \x16 kiÕn, €u C¬, ™ x·", "tcvn3", "Ánh, Ý kiến, Àu Cơ, Ở xã", id="capital at the start of a word"),
        pytest.param("“CHI BéP” – “môc V”; §U—H§ND, 20 €, x·… ABC™, 30\xba", "tcvn3", "“CHI BỘP” – “mục V”; ĐU—HĐND, 20 €, xã… ABC™, 30º", id="signs stay signs"),
        pytest.param("Ñaûng boä xaõ Hoøa Sôn", "vni", "Đảng bộ xã Hòa Sơn", id="VNI"),
        pytest.param("ÑAÛNG UÛY; aúng, AÚNG", "vni", "ĐẢNG ỦY; ẳng, ẲNG", id="VNI capitals, ẳ"),
        pytest.param("chí chì chiù chiø", "vni", "chí chì chí chì", id="í and ì both ways"),
        pytest.param("nghæ nghó nghò kyî yù", "vni", "nghỉ nghĩ nghị kyỵ ý", id="VNI letters of one character"),
        pytest.param("\x93Chi boä\x94 \x96 toát", "vni", "“Chi bộ” – tốt", id="quotes of Windows-1252"),
        pytest.param("\x80\u20ac", "viscii", "ẠẠ", id="both readings of a control byte"),
        pytest.param("Hô\xf2i nghi\xf2", "cp1258", "Hội nghị", id="Windows-1258"),
    ],
)  # fmt: skip
def test_to_unicode(text: str, encoding: str, expected: str) -> None:
    assert to_unicode(text, encoding) == expected


@pytest.mark.parametrize(
    ("name", "encoding", "capitals"),
    [
        pytest.param(".VnTime", "tcvn3", False, id="ABC"),
        pytest.param(".VnTimeH", "tcvn3", True, id="capitals"),
        pytest.param("ABCDEF+.VnArial NarrowH,Bold", "tcvn3", True, id="subset of a PDF"),
        pytest.param("#2EVnTime-BoldItalic", "tcvn3", False, id="dot written as a code"),
        pytest.param("'.vntimeh'", "tcvn3", True, id="a page's small letters"),
        pytest.param("VnTime", "tcvn3", False, id="without the dot"),
        pytest.param("VNSTCVN3", "tcvn3", False, id="code in the name"),
        pytest.param("VNI-Times", "vni", False, id="VNI"),
        pytest.param("VNI Helve", "vni", False, id="VNI with a blank"),
        pytest.param("VI Times Hoa", "viscii", True, id="VISCII capitals"),
        pytest.param("VPS Times", "vps", False, id="VPS"),
        pytest.param("Times New Roman", None, False, id="ordinary"),
        pytest.param("Verdana", None, False, id="begins with V"),
        pytest.param("Vivaldi", None, False, id="begins with Vi"),
        pytest.param("", None, False, id="no name"),
        pytest.param(None, None, False, id="no font"),
    ],
)
def test_fonts(name: str | None, encoding: str | None, capitals: bool) -> None:
    assert (encoding_of_font(name), is_capital_font(name)) == (encoding, capitals)


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")
@pytest.mark.parametrize(
    ("encoding", "name", "letters"),
    [("tcvn3", "TCVN5712-1", SMALL + "ĂÂÊÔƠƯĐ"), ("viscii", "VISCII", BOTH)],
)
def test_tables_agree_with_iconv(encoding: str, name: str, letters: str) -> None:
    command = ["iconv", "-f", "UTF-8", "-t", name]
    data = subprocess.run(command, input=letters.encode(), capture_output=True, check=True).stdout
    # The letter on the soft hyphen counts as one only beside another letter.
    assert [to_unicode(f"b{chr(byte)}", encoding)[1:] for byte in data] == list(letters)


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")
def test_capitals_of_the_full_table_agree_with_iconv() -> None:
    words = [f"B{letter}NG" for letter in SMALL.upper()]
    command = ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"]
    written = subprocess.run(
        command, input=" ".join(words).encode(), capture_output=True, check=True
    ).stdout
    assert to_unicode(written.decode("latin-1"), "tcvn3").split(" ") == words


@given(st.text(alphabet=BOTH + "abchknt ,.\n", min_size=1))
def test_windows_1258_comes_back(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    written = to_1258(text).encode("cp1258").decode("latin-1")
    assert to_unicode(written, "cp1258") == text


@given(st.lists(st.sampled_from(["ng", "h", "c", " "]), min_size=1), st.data())
def test_vni_comes_back(onsets: list[str], data: st.DataObject) -> None:
    letters = [data.draw(st.sampled_from(BOTH)) for _ in onsets]
    # Between two vowels stands a consonant, so that no mark is read as a letter.
    pairs = list(zip(onsets, letters, strict=True))
    text = "".join(f"b{onset}{letter}t" for onset, letter in pairs)
    written = "".join(f"b{onset}{to_vni(letter)}t" for onset, letter in pairs)
    assert to_unicode(written, "vni") == text


@pytest.mark.parametrize("encoding", ["viscii", "vps"])
@given(text=st.text(alphabet=BOTH + "bcdgh ,.", min_size=1))
def test_one_byte_codes_come_back(encoding: str, text: str) -> None:
    byte_of = {to_unicode(chr(byte), encoding): chr(byte) for byte in range(256)}
    # Bytes that the code leaves as Latin-1 has them come last, so its own letters win.
    byte_of |= {to_unicode(c, encoding): c for c in letters_of(encoding) if ord(c) < 256}
    assert set(BOTH) - set(byte_of) <= set("ÙŨ" if encoding == "vps" else "")
    known = "".join(letter for letter in text if letter in byte_of)
    assert to_unicode("".join(map(byte_of.__getitem__, known)), encoding) == known


@given(st.text(alphabet=SMALL + "bcdgh ,.", min_size=1))
def test_tcvn3_comes_back(text: str) -> None:
    byte_of = {to_unicode(c, "tcvn3"): c for c in letters_of("tcvn3") if ord(c) < 256}
    byte_of |= {"ư": "\xad", "ã": "\xb7"}
    # ư and ã are letters beside letters alone; "ưư" is no syllable.
    text = "".join(f"b{letter}" if letter in SMALL else letter for letter in text)
    written = "".join(byte_of.get(letter, letter) for letter in text)
    assert to_unicode(written, "tcvn3") == text


@given(st.text(alphabet=SMALL + "abc .,"))
def test_small_letters_stay_small(text: str) -> None:
    assert raise_toned(text) == text
