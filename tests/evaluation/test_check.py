import json
from pathlib import Path
from typing import Any

import pytest

from vnparty_nlp.errors import CorpusError
from vnparty_nlp.evaluation.check import Problem, check_corpus, describe, usable

CORPORA = Path(__file__).parents[2] / "corpora"
TEXTS = {
    "a": "Đ/c Lụa đã nộp đảng phí quý I cho thủ quỹ ngay trong buổi họp.",
    "b": "Đường liên xóm hỏng nặng, bà con đề nghị rải đá trước mùa mưa.",
    "c": "Hợp tác xã bàn lịch xuống giống vụ mùa và chia nước theo tổ.",
}
PAID = {"label": "dues.paid", "status": "asserted", "evidence": [8, 29], "slots": {"period": "XXXX-Q1"}}  # fmt: skip


def entry(writer: str, **changed: Any) -> dict[str, Any]:
    labels = [PAID] if writer == "a" else []
    plain = {"id": f"{writer}-1", "text": TEXTS[writer], "kind": "minutes", "section": "x"}
    return {**plain, "labels": labels, **changed}


def corpus(folder: Path, *extra: tuple[str, dict[str, Any] | str], plan: str = "") -> Path:
    """Three writers, one for each split, with further lines for some of them."""
    (folder / "passages").mkdir()
    lines: dict[str, list[str]] = {w: [json.dumps(entry(w))] for w in TEXTS}
    for writer, more in extra:
        lines.setdefault(writer, []).append(more if isinstance(more, str) else json.dumps(more))
    for writer, texts in lines.items():
        (folder / "passages" / f"{writer}.jsonl").write_text("\n".join(texts), encoding="utf-8")
    cards = [json.dumps({"writer": w, "who": "x", "where_when": "x", "how": "x"}) for w in TEXTS]
    (folder / "writers.jsonl").write_text("\n".join(cards), encoding="utf-8")
    plan = plan or 'dev = ["b"]\ntest = ["c"]\n'
    (folder / "splits.toml").write_text(plan, encoding="utf-8")
    return folder


def grave(folder: Path) -> list[Problem]:
    return [problem for problem in check_corpus(folder)[1] if problem.grave]


def test_a_sound_corpus_has_no_problem(tmp_path: Path) -> None:
    assert check_corpus(corpus(tmp_path)) == (3, [])


def test_the_shipped_corpus_is_sound() -> None:
    assert grave(CORPORA) == []


@pytest.mark.parametrize(
    ("writer", "line", "told"),
    [
        pytest.param("a", "{", "Expecting property name", id="no JSON"),
        pytest.param("a", "[]", "list indices", id="no object"),
        pytest.param("a", {"id": "a-2"}, "'text' is missing", id="no text"),
        pytest.param("a", entry("a", id=7), "'id' must be a str", id="id is a number"),
        pytest.param("a", entry("a", labels=[{**PAID, "label": "attitude.doubt"}]), "closed", id="label"),
        pytest.param("a", entry("a", labels=[{**PAID, "slots": [1]}]), "'slots' must be", id="slots"),
        pytest.param("a", entry("a", labels=[{**PAID, "evidence": [8, 999]}]), "leaves the text", id="evidence"),
        pytest.param("a", entry("a", mood="bad"), "unknown field 'mood'", id="foreign field"),
        pytest.param("a", entry("a", kind="rumour"), "unknown kind 'rumour'", id="kind"),
        pytest.param("a", entry("c", text="Đa\u0303 no\u0323\u0302p xong hôm qua."), "not NFC", id="NFD"),
        pytest.param("a", entry("b", text="Trời mưa cả tuần."), "id b-1 stands in", id="id of another"),
        pytest.param("d", entry("b", id="d", text="Nắng to."), "writer d has no card", id="no card"),
        pytest.param("a", entry("b", id="n"), "(dev) is the same text as n (train)", id="copied"),
        pytest.param(
            "a", entry("b", id="n", text=TEXTS["b"].replace("Đường", "Cả đường")),
            "alike to", id="nearly copied",
        ),
    ],
)  # fmt: skip
def test_each_problem_is_named_with_its_place(
    writer: str, line: dict[str, Any] | str, told: str, tmp_path: Path
) -> None:
    problems = grave(corpus(tmp_path, (writer, line)))
    (found,) = [problem for problem in problems if told in problem.what]
    assert found.path.parent.name == "passages"
    assert found.remedy
    assert not usable(problems)


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        pytest.param('dev = ["b"]\ntest = ["b", "c"]\n', "author b is in dev and in test", id="twice"),
        pytest.param('dev = ["b"]\ntest = ["z"]\n', "z has no file", id="nobody"),
        pytest.param('dev = ["b"]\njudge = ["c"]\n', "no split 'judge'", id="unknown split"),
        pytest.param("dev = [", "cannot be read", id="no TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_plan_is_named(plan: str, told: str, tmp_path: Path) -> None:
    assert told in " ".join(problem.what for problem in grave(corpus(tmp_path, plan=plan)))


def test_one_author_of_two_files_stays_in_one_split(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    cards = (folder / "writers.jsonl").read_text("utf-8").replace('"how"', '"author": "An", "how"')
    (folder / "writers.jsonl").write_text(cards, encoding="utf-8")
    told = [problem.what for problem in grave(folder)]
    assert told == ["author An is in dev and in train", "author An is in test and in train"]


def test_a_missing_required_slot_is_a_notice(tmp_path: Path) -> None:
    line = entry(
        "a", id="n", text="Mạc đã nộp.", labels=[{**PAID, "evidence": [4, 10], "slots": {}}]
    )
    _, problems = check_corpus(corpus(tmp_path, ("a", line)))
    assert usable(problems)
    (told,) = [describe(p) for p in problems if "required slot" in p.what]
    assert told.startswith("notice: ")
    assert "a.jsonl, line 2: n: dues.paid lacks" in told


def test_a_folder_without_passages_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no"):
        check_corpus(tmp_path)
