import pytest

from vnparty_nlp.parsing.legacy_blocks import LegacyText, Run

TCVN3 = "Chi bé häp th\xadêng kú, ®ång chÝ Nô ghi biªn b¶n."
VNI = "Chi boä hoïp thöôøng kyø, ñoàng chí Nuï ghi bieân baûn."
PLAIN = "Chi bộ họp thường kỳ, đồng chí Nụ ghi biên bản."


@pytest.mark.parametrize(
    ("runs", "expected", "encoding"),
    [
        pytest.param([Run(TCVN3, ".VnTime")], PLAIN, "tcvn3", id="font and content"),
        pytest.param([Run(TCVN3, "Arial")], PLAIN, "tcvn3", id="content alone"),
        pytest.param([Run(TCVN3)], PLAIN, "tcvn3", id="no font"),
        pytest.param([Run(VNI, "VNSTCVN3")], PLAIN, "vni", id="a font that lies"),
        pytest.param([Run(PLAIN, ".VnTime")], PLAIN, None, id="converted, the font's name stayed"),
        pytest.param([Run("hã và đó là bé", ".VnTimeH")], "hã và đó là bé", None, id="converted, few words"),
        pytest.param([Run("b¸o c¸o chung", ".VnTimeH")], "BÁO CÁO CHUNG", "tcvn3", id="capitals"),
        pytest.param([Run("Nô", ".VnTime")], "Nụ", "tcvn3", id="one word, by its font"),
        pytest.param([Run("§/c Nô", ".VnTime", caps=True)], "Đ/C NỤ", "tcvn3", id="raised after the conversion"),
        pytest.param([Run("®", ".VnTime"), Run("ång chÝ", ".VnTime")], "đồng chí", "tcvn3", id="a word in two runs"),
        pytest.param([Run(VNI + " ", "VNI-Times"), Run(TCVN3, ".VnTime")], f"{PLAIN} {PLAIN}", "vni", id="two codes in a block"),
        pytest.param([Run("Señor Muñoz", "Arial")], "Señor Muñoz", None, id="Spanish"),
        pytest.param([Run("gi¸ 20.000 ®", ".VnTime")], "giá 20.000 đ", "tcvn3", id="currency"),
        pytest.param([], "", None, id="nothing"),
    ],
)  # fmt: skip
def test_convert(runs: list[Run], expected: str, encoding: str | None) -> None:
    assert LegacyText(runs).convert(runs) == (expected, encoding)


def test_short_runs_follow_the_document() -> None:
    legacy = LegacyText([Run(TCVN3), Run(VNI), Run("Nô")])
    assert legacy.convert([Run("chÝ Nô")]).text == "chí Nụ"
    assert legacy.convert([Run("ñoàng")]).text == "đồng"
    assert legacy.convert([Run("Señor")]).text == "Señor"


def test_a_short_line_goes_on_in_the_code_of_the_lines_above() -> None:
    # The fonts have no names, and most of the page is in TCVN3.
    above = [Run(TCVN3), Run("Tæ d©n phè B\xd5n §ß häp, biÓu quyÕt ®ñ."), Run(VNI)]
    short = [Run("nôï 126.000 ñoàng."), Run("tieáp (thaùng 6 vaø thaùng 7).")]
    legacy = LegacyText([*above, *short])
    for run in above:
        legacy.convert([run])
    assert [legacy.convert([run]).text for run in short] == [
        "nợ 126.000 đồng.",
        "tiếp (tháng 6 và tháng 7).",
    ]
    # What the page's own code reads stays with it.
    assert legacy.convert([Run("®ång chÝ Nô")]).text == "đồng chí Nụ"


def test_a_font_with_little_text_follows_its_likes() -> None:
    honest = LegacyText([Run(TCVN3, ".VnTime"), Run("trung", ".VnTimeH")])
    assert honest.convert([Run("trung", ".VnTimeH")]).text == "TRUNG"
    lying = LegacyText([Run(PLAIN, ".VnTime"), Run("trung", ".VnTimeH")])
    assert lying.convert([Run("trung", ".VnTimeH")]).text == "trung"


def test_what_was_converted_is_told() -> None:
    legacy = LegacyText([Run(TCVN3), Run(PLAIN)])
    for number, text in enumerate([TCVN3, PLAIN, "ASCII"]):
        legacy.convert([Run(text)], page=number + 1)
    assert legacy.encoding == "tcvn3"
    assert legacy.warnings == ("đã chuyển 1 dòng từ TCVN3 sang Unicode (trang 1)",)
    assert [(one.encoding, one.page) for one in legacy.conversions] == [("tcvn3", 1)]
