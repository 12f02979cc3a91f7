import measure_writers
import numpy as np
import pytest
from measure_writers import across_dev, curve, f1_micro_macro, leave_one_out, writers_of

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, parse_passage
from vnparty_nlp.training.linear import targets

PAID = ["đã nộp đủ đảng phí quý I", "nộp xong đảng phí tháng 3", "đóng đảng phí quý IV rồi"]
NOTHING = ["Tháng sau trồng thêm hai hàng cau.", "Loa xóm trên lại hỏng.", "Trời mưa, họp muộn."]


def passages(writer: str) -> list[AnnotatedPassage]:
    found = []
    for number, evidence in enumerate(PAID):
        label = {"label": "dues.paid", "status": "asserted", "slots": {}}
        label["evidence"] = [8, 8 + len(evidence)]  # type: ignore[assignment]
        found.append((f"p{number}", f"Đ/c Lụa {evidence}.", [label]))
    found += [(f"n{number}", text, []) for number, text in enumerate(NOTHING)]
    return [
        parse_passage(
            {"id": name, "text": text, "kind": "minutes", "section": "x", "labels": labels},
            writer=writer,
        )
        for name, text, labels in found
    ]


ONE, OTHER, THIRD = passages("w1"), passages("w2"), passages("w3")


def scores(found: list[AnnotatedPassage], *, right: bool) -> np.ndarray:
    wanted = targets(found).astype(float)
    return np.where(wanted > 0, 4.0, -4.0) * (1 if right else -1)


def test_writers_of_ordinary_text_alone_are_not_counted() -> None:
    ordinary = [passage for passage in passages("w9") if not passage.annotations]
    assert writers_of([*OTHER, *ONE, *ordinary]) == ["w1", "w2"]


def test_sure_and_right_scores_give_one() -> None:
    judged = (scores(ONE, right=True), ONE)
    assert f1_micro_macro(judged, judged) == (1.0, 1.0)


def test_a_writer_is_judged_with_thresholds_from_the_others() -> None:
    dev = [*ONE, *OTHER]
    mixed = np.concatenate([scores(ONE, right=True), scores(OTHER, right=False)])
    micro, _ = across_dev(mixed, dev)
    assert micro < 0.7
    assert across_dev(scores(dev, right=True), dev) == (1.0, 1.0)


def test_the_curve_grows_by_writers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure_writers, "STEPS", (1, 2))
    rows = curve([*ONE, *OTHER], [*THIRD, *passages("w4")], seed=0).splitlines()
    assert [row.split("|")[1].strip() for row in rows[2:]] == ["1", "2"]
    assert rows[-1] == "| 2 | 12 | 1.000 | 1.000 |"


def test_each_training_writer_is_left_out_once() -> None:
    rows = leave_one_out([*ONE, *OTHER], THIRD, seed=0).splitlines()
    assert rows[2:4] == ["| w1 | 1.000 | 1.000 |", "| w2 | 1.000 | 1.000 |"]
    assert rows[-1] == "| mean ± spread, least to most | 1.000 ± 0.000, 1.000 to 1.000 | |"


def test_scores_cover_every_label() -> None:
    assert measure_writers.scorer(ONE, 0)(OTHER).shape == (6, len(load_catalogue().labels))
