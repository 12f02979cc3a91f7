import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from vnparty_nlp.parsing.legacy_blocks import LegacyText, Run
from vnparty_nlp.parsing.legacy_evidence import Evidence, detect, is_suspect, weigh

PASSAGES = Path(__file__).parents[2] / "corpora" / "passages"
FOREIGN = {
    "Spanish": """El señor Muñoz está aquí desde ayer; la niña comió piñas y más tarde salió con él.
        ¿Qué pasó en Málaga? ¡Mañana volverán los años de la cigüeña! ¿Cuándo llegó José a León?
        El güero vendió tres pingüinos de jabón. Él dijo que sí, pero ella respondió que no sabía.""",
    "French": """Les élèves français ont déjà été à l'école où l'on étudie le théâtre et la forêt.
        Après Noël, l'hôtel sera fermé ; ça coûte 20 € à côté du château. Où êtes-vous né, là-bas ?
        « Naïve », dit-elle, « tu as été très gênée par ce garçon d'à côté ». Il était près de l'île.""",
    "German": """Füße für Größe: Übungen über Öl und Ärger, schöne Mädchen, süße Äpfel, böse Brüder.
        Die Straße führt über die Brücke nach Köln, wo Jürgen später Käse für zwölf Gäste kaufte.
        „Schön“, sagte er, „daß Müller heiß gebadet hat“; § 5 Abs. 2 gilt für täglich geöffnete Höfe.""",
    "Portuguese": """São João não está em casa; amanhã os irmãos irão à praça comprar pão e maçãs.
        A ação da comissão será só às três horas. Você já é avó? Não há razão para esta confusão.
        Então as mães dão lições às crianças; até lá ninguém é órfão. Há três avós na região.""",
    "Turkish": """Güneş çok sıcak, öğle yemeği için köye döndük; şöyle güzel bir gün görmüştük.
        Türkçe öğrenmek üzere üç yıl çalıştı. Ölçü ve dönüşüm tablosu içindeki sütünü düzelt.""",
    "Swedish": """Är hon här på ön eller åkte båten över sjön? Två kändisar gömmer sig på ängen.""",
    "English": """The café’s “naïve” rôle – 5 × 3 m² ± 2 °C, © 2020 – cost £5 or ¥700 at the Brontë façade.
        He rated the résumé ½; the co-op’s coördinator said: “Déjà vu!” § 12 applies, see ¶ 4.""",
}


def sentences() -> Iterator[str]:
    """Passages of the corpus, and foreign ones line by line and as one text."""
    for name in ("w01", "w03", "w05"):
        for line in (PASSAGES / f"{name}.jsonl").read_text("utf-8").splitlines():
            yield json.loads(line)["text"]
    for text in FOREIGN.values():
        yield text
        yield from text.splitlines()
        yield from text.split()


def test_no_text_in_unicode_is_touched() -> None:
    texts = list(sentences())
    assert len(texts) > 1_000
    for text in texts:
        assert LegacyText([Run(text)]).convert([Run(text)]) == (text, None)
        short = text[: len(text) // 3]
        assert LegacyText([Run(short)]).convert([Run(short)]) == (short, None)


@pytest.mark.parametrize("language", FOREIGN)
def test_a_foreign_document_is_not_touched_block_by_block(language: str) -> None:
    blocks = [[Run(line)] for line in FOREIGN[language].splitlines()]
    legacy = LegacyText(run for block in blocks for run in block)
    assert [legacy.convert(block).text for block in blocks] == FOREIGN[language].splitlines()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Céng hßa x· héi chñ nghÜa ViÖt Nam", "tcvn3", id="TCVN3"),
        pytest.param("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "tcvn3", id="TCVN3, capitals"),
        pytest.param("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni", id="VNI"),
        pytest.param(
            "Qu\xdft \xf0\xb8nh s\xaf 7, \xb1 b\xb5 h\xf7p th\xdfng k\xcf", "viscii", id="VISCII"
        ),
        pytest.param(
            "Hô\xf2i nghi\xf2 nhâ\xect trí bâ\xecu ba\xd2n nô\xf2i quy", "cp1258", id="Windows-1258"
        ),
        pytest.param("Hội nghị nhất trí", None, id="Unicode"),
        pytest.param("Nô Tý", None, id="two words are too few"),
        pytest.param("ASCII only", None, id="ASCII"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_detect(text: str, expected: str | None) -> None:
    assert detect(text) == expected


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        pytest.param("®ång chÝ Nô", "tcvn3", (3, 0), id="all read"),
        pytest.param("®ång chÝ Nô", None, (1, 2), id="as it stands"),
        pytest.param("đồng chỉ Nụ", "tcvn3", (0, 3), id="Unicode is no TCVN3"),
        pytest.param("Q§ 20.000 ® µ", "tcvn3", (0, 0), id="abbreviations and single letters tell nothing"),
        pytest.param("“trong” – 5 °C", None, (0, 0), id="signs tell nothing"),
        pytest.param("Señor", "vni", (0, 1), id="no syllable"),
    ],
)  # fmt: skip
def test_weigh(text: str, encoding: str | None, expected: tuple[int, int]) -> None:
    assert weigh(text, encoding) == Evidence(*expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Đảng bộ xã họp, “đã” nộp đủ – hết", False, id="Unicode"),
        pytest.param("§¶ng bé", True, id="TCVN3"),
        pytest.param("ASCII", False, id="ASCII"),
    ],
)
def test_is_suspect(text: str, expected: bool) -> None:
    assert is_suspect(text) == expected
