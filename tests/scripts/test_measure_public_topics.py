"""A toy encoder learns topics of invented sentences, so that every step of a real run is taken."""

import json
import sys
import tomllib
from pathlib import Path

import measure_public_topics
import pytest
import torch
from measure_public_topics import (
    SPLITS,
    TOPICS,
    Split,
    kept_layers,
    macro_f1,
    mean_and_spread,
    read_split,
    topic_f1,
)
from safetensors.torch import save_file
from tokenizers import Tokenizer, pre_tokenizers, processors
from tokenizers.models import Unigram
from transformers import BertConfig, BertModel

from vnparty_nlp.errors import CorpusError, UsageError

SENTENCES = [
    ("cô giảng chậm , ai cũng theo kịp .", 0),
    ("thầy trả lời câu hỏi ngay tại lớp .", 0),
    ("giảng viên đến lớp đúng giờ .", 0),
    ("thầy cho nhiều ví dụ lúc giảng .", 0),
    ("môn này nặng lý thuyết .", 1),
    ("đề cương môn học có mười chương .", 1),
    ("bài tập lớn nộp vào tuần mười .", 1),
    ("máy chiếu phòng 204 bị mờ .", 2),
    ("phòng thực hành thiếu sáu máy .", 2),
    ("quạt trong phòng kêu to .", 2),
    ("em không có ý kiến gì thêm .", 3),
    ("không .", 3),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two layers of random weights over one piece a letter."""
    folder = tmp_path_factory.mktemp("base")
    letters = sorted(set("".join(text for text, _ in SENTENCES)) - {" "} | {"▁"})
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *letters]
    tokenizer = Tokenizer(Unigram([(piece, -1.0) for piece in pieces], 3))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {"vocab_size": len(pieces), "hidden_size": 16, "num_hidden_layers": 2,
              "num_attention_heads": 2, "intermediate_size": 32, "max_position_embeddings": 192,
              "type_vocab_size": 2, "pad_token_id": 1}  # fmt: skip
    (folder / "config.json").write_text(json.dumps(config, indent=1), encoding="utf-8")
    torch.manual_seed(0)
    model = BertModel(BertConfig(**config), add_pooling_layer=False)
    save_file(model.state_dict(), folder / "model.safetensors")
    return folder


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """The sentences as the corpus is laid out, the same ones in every split."""
    for name in SPLITS:
        write(tmp_path / "public" / name, *zip(*SENTENCES, strict=True))
    return tmp_path / "public"


def write(folder: Path, sentences: tuple[str, ...], topics: tuple[object, ...]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in (("sents.txt", sentences), ("topics.txt", topics)):
        text = "".join(f"{line}\n" for line in lines)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_split_is_read_line_by_line(public: Path) -> None:
    split = read_split(public / "train")
    assert list(zip(split.sentences, split.topics, strict=True)) == SENTENCES


@pytest.mark.parametrize("ending", ["\r\n", "\n"], ids=["Windows", "Linux"])
def test_line_ends_and_a_missing_last_one_change_nothing(ending: str, tmp_path: Path) -> None:
    (tmp_path / "sents.txt").write_bytes(f"môn khó .{ending}phòng nóng .".encode())
    (tmp_path / "topics.txt").write_bytes(f"1{ending}2{ending}".encode())
    assert read_split(tmp_path) == Split(("môn khó .", "phòng nóng ."), (1, 2))


@pytest.mark.parametrize(
    ("sentences", "topics", "told"),
    [
        pytest.param(("không .", "thầy vui ."), ("3",), "sents.txt, line 2: no partner: 2 sentences, 1 topics", id="a topic too few"),
        pytest.param(("không .",), ("3", "0"), "topics.txt, line 2: no partner: 1 sentences, 2 topics", id="a topic too many"),
        pytest.param(("không .", "thầy vui ."), ("3", "4"), "topics.txt, line 2: unknown topic '4'; there are 0, 1, 2, 3", id="no such topic"),
        pytest.param(("không .", "thầy vui ."), ("", "0"), "topics.txt, line 1: unknown topic ''", id="no topic"),
        pytest.param(("không .", "thầy vui ."), ("3", "lecturer"), "topics.txt, line 2: unknown topic 'lecturer'", id="a word for a number"),
        pytest.param(("không .", " "), ("3", "0"), "sents.txt, line 2: the sentence is empty", id="no sentence"),
        pytest.param((), (), "sents.txt, line 1: the file is empty", id="nothing"),
    ],
)  # fmt: skip
def test_a_problem_names_its_file_and_line(
    sentences: tuple[str, ...], topics: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    with pytest.raises(CorpusError) as error:
        read_split(write(tmp_path / "dev", sentences, topics))
    assert str(error.value).startswith(str(tmp_path / "dev"))
    assert told in str(error.value)


@pytest.mark.parametrize("missing", ["sents.txt", "topics.txt"])
def test_a_missing_file_is_named(missing: str, public: Path) -> None:
    (public / "dev" / missing).unlink()
    with pytest.raises(UsageError, match=f"dev/{missing}: cannot be read"):
        read_split(public / "dev")


def test_a_file_that_is_not_utf_8_is_named(public: Path) -> None:
    (public / "dev" / "sents.txt").write_bytes("phòng".encode("utf-16"))
    with pytest.raises(UsageError, match=r"sents\.txt: cannot be read"):
        read_split(public / "dev")


def test_the_f1_of_topics_is_2_right_answers_over_all_that_were_given_or_answered() -> None:
    topics, answers = [0, 0, 0, 1], [0, 0, 1, 1]
    expected = {"lecturer": 4 / 5, "programme": 2 / 3, "facility": 0, "other": 0}
    assert topic_f1(topics, answers) == pytest.approx(expected)
    assert macro_f1(topics, answers) == pytest.approx((4 / 5 + 2 / 3) / 4)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        pytest.param([0.84321], "84.32", id="one run has no spread"),
        pytest.param([0.84, 0.86], "85.00 ± 1.41", id="two runs"),
    ],
)
def test_figures_are_told_in_percent(values: list[float], told: str) -> None:
    assert mean_and_spread(values) == told


@pytest.mark.parametrize(("wanted", "kept"), [(0, 2), (1, 1), (2, 2)])
def test_0_keeps_all_layers(wanted: int, kept: int, base: Path) -> None:
    assert kept_layers(base, wanted) == kept


@pytest.mark.parametrize("wanted", [3, -1])
def test_layers_that_the_base_lacks_are_refused(wanted: int, base: Path) -> None:
    with pytest.raises(UsageError, match=f"--layers {wanted}: the base has 2 layers"):
        kept_layers(base, wanted)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    given = [str(argument) for argument in arguments]
    monkeypatch.setattr(sys, "argv", ["measure_public_topics.py", *given])
    return measure_public_topics.main()


def test_a_run_ends_with_a_table(
    base: Path,
    public: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (public / "train" / "sentiments.txt").write_text("never read\n", encoding="utf-8")
    out = tmp_path / "figures.json"
    options = ("--epochs", 2, "--batch", 4, "--layers", 1, "--seeds", "0,1", "--out", out)
    assert run(monkeypatch, public, "--base", base, *options) == 0
    told = capsys.readouterr()
    rows = [line.strip("| ").split(" | ") for line in told.out.splitlines()]
    assert {len(row) for row in rows} == {6}
    assert rows[0] == [
        "Model",
        "Train / dev / test",
        "Accuracy",
        "Macro-F1",
        "Weighted-F1",
        "Source",
    ]
    assert rows[2][:2] == ["**base encoder, 1 layers, 2 epochs, seeds 0, 1**", "12 / 12 / 12"]
    assert [row[0].split()[0] for row in rows[3:]] == [
        "Maximum",
        "Bi-LSTM",
        "PhoBERT-base,",
        "XLM-R",
    ]
    assert "seed 1, epoch 2, step 3/3: loss" in told.err
    assert str(tmp_path) not in told.out
    written = json.loads(out.read_text("utf-8"))
    assert written["sentences"] == {"train": 12, "dev": 12, "test": 12}
    assert [each["seed"] for each in written["runs"]] == [0, 1]
    for each in written["runs"]:
        assert len(each["dev"]) == 2
        # Dev and test hold the same sentences here, so the epoch that was kept shows.
        assert each["figures"]["macro_f1"] == pytest.approx(max(each["dev"]))
        assert list(each["topics"]) == list(TOPICS)


def test_the_same_seed_gives_the_same_figures(base: Path, public: Path) -> None:
    data = {name: read_split(public / name) for name in SPLITS}
    plan = measure_public_topics.Plan(base, 2, 2, 4)
    first, again = (measure_public_topics.measure(data, plan, 3) for _ in range(2))
    assert first == again


def test_enough_epochs_learn_the_sentences(base: Path, public: Path) -> None:
    data = {name: read_split(public / name) for name in SPLITS}
    found = measure_public_topics.measure(data, measure_public_topics.Plan(base, 2, 60, 4), 0)
    # One answer for all of them would give 0.125.
    assert found.figures["macro_f1"] > 0.6


def test_a_problem_ends_the_run_before_it_starts(
    base: Path, public: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (public / "test" / "topics.txt").write_text("0\n9\n", encoding="utf-8")
    assert run(monkeypatch, public, "--base", base) == 1
    told = capsys.readouterr()
    assert not told.out
    assert "test/sents.txt, line 3: no partner: 12 sentences, 2 topics" in told.err


@pytest.mark.parametrize(
    ("option", "value"),
    [("--epochs", "0"), ("--batch", "-1"), ("--seeds", "0;1"), ("--seeds", "")],
)
def test_options_that_make_no_sense_are_refused(
    option: str, value: str, base: Path, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit):
        run(monkeypatch, public, "--base", base, option, value)


def test_what_others_published_names_its_source_and_split() -> None:
    text = measure_public_topics.PUBLISHED.read_text("utf-8")
    for row in tomllib.loads(text)["published"]:
        assert row["source"]
        assert row["split"]
        assert measure_public_topics.FIGURES.keys() & row.keys()
