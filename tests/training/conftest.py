"""A small corpus of two invented writers, and a base encoder of toy size."""

import json
from pathlib import Path

import pytest

from vnparty_nlp.evaluation.corpus import AnnotatedPassage, parse_passage

PAID = [
    ("Đ/c Lụa đã nộp đảng phí quý I đầy đủ cho thủ quỹ.", "đã nộp đảng phí quý I"),
    ("Thu xong đảng phí tháng 3 của đồng chí Mạc, không sót.", "Thu xong đảng phí tháng 3"),
    ("Hôm qua đ/c Thìn nộp đủ đảng phí cả năm 2021.", "nộp đủ đảng phí cả năm 2021"),
    ("Bà Nụ đóng đảng phí quý IV rồi, sổ đã ghi.", "đóng đảng phí quý IV rồi"),
]
NOTHING = [
    "Tháng sau trồng thêm hai hàng cau; đường liên xóm rải đá trước mùa mưa.",
    "Bà con mong nước về sớm để kịp gieo mạ, ai cũng sốt ruột.",
    "Cái loa xóm trên lại hỏng, thợ hẹn mai sang xem giúp.",
    "Chúc các cụ sang năm mới mạnh khỏe, con cháu sum vầy.",
]


@pytest.fixture
def passages() -> list[AnnotatedPassage]:
    entries = []
    for number, (text, evidence) in enumerate(PAID):
        start = text.index(evidence)
        label = {"label": "dues.paid", "status": "asserted", "slots": {}}
        label["evidence"] = [start, start + len(evidence)]  # type: ignore[assignment]
        entries.append({"id": f"p{number}", "text": text, "labels": [label]})
    entries += [{"id": f"n{n}", "text": text, "labels": []} for n, text in enumerate(NOTHING)]
    common = {"kind": "minutes", "section": "x"}
    return [
        parse_passage({**common, **entry}, writer=f"w{number % 2}")
        for number, entry in enumerate(entries)
    ]


@pytest.fixture
def corpora(passages: list[AnnotatedPassage], tmp_path: Path) -> Path:
    """The passages as a corpus folder: two training writers, a dev and a test writer."""
    folder = tmp_path / "corpora"
    (folder / "passages").mkdir(parents=True)
    (folder / "splits.toml").write_text('dev = ["d0"]\ntest = ["t0"]\n', encoding="utf-8")
    for writer, chosen in (
        ("w0", passages[::2]),
        ("w1", passages[1::2]),
        ("d0", passages),
        ("t0", passages),
    ):
        lines = [json.dumps(_entry(passage)) for passage in chosen]
        path = folder / "passages" / f"{writer}.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _entry(passage: AnnotatedPassage) -> dict[str, object]:
    labels = [
        {
            "label": a.label,
            "status": a.status,
            "evidence": [a.evidence.start, a.evidence.end],
            "slots": dict(a.slots),
        }
        for a in passage.annotations
    ]
    common = {"kind": passage.kind, "section": passage.section, "labels": labels}
    return {"id": passage.id, "text": passage.text, **common}
