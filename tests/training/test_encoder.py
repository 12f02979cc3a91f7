"""A toy encoder is trained, exported and run, so that every step of the real path is taken."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, pre_tokenizers, processors
from tokenizers.models import Unigram
from transformers import BertConfig, BertModel

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import UsageError
from vnparty_nlp.evaluation.corpus import AnnotatedPassage
from vnparty_nlp.pipeline import passage_of
from vnparty_nlp.settings import TaggingSettings
from vnparty_nlp.tagging import build
from vnparty_nlp.tagging.encoder import NETWORK, TOKENIZER, Encoder
from vnparty_nlp.tagging.model_folder import MANIFEST
from vnparty_nlp.training.checkpoint import CHECKPOINT, training_id
from vnparty_nlp.training.encoder import fine_tune, padding_tokenizer
from vnparty_nlp.training.export import export
from vnparty_nlp.training.lessons import Material
from vnparty_nlp.training.network import Network, inputs
from vnparty_nlp.training.picture import PICTURE
from vnparty_nlp.training.recipe import Recipe
from vnparty_nlp.training.train import Plan, train_combined

TEXTS = ["đã nộp đảng phí", "trồng hai hàng cau", "nộp đủ", "mưa"]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Random weights over one piece a letter, and enough empty pieces to have a large table."""
    folder = tmp_path_factory.mktemp("base")
    letters = sorted(
        set("abcdefghijklmnopqrstuvwxyzđăâêôơưáàảãạéèếềệíìóòốồộớờợúùứừựýỳ0123456789,.;:/▁")
    )
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *letters]
    pieces += [f"<empty{n}>" for n in range(10_001 - len(pieces))]
    tokenizer = Tokenizer(Unigram([(piece, -1.0) for piece in pieces], 3))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.save(str(folder / TOKENIZER))
    config = {"vocab_size": len(pieces), "hidden_size": 32, "num_hidden_layers": 3,
              "num_attention_heads": 2, "intermediate_size": 64, "max_position_embeddings": 192,
              "type_vocab_size": 2, "pad_token_id": 1}  # fmt: skip
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    torch.manual_seed(0)
    model = BertModel(BertConfig(**config), add_pooling_layer=False)
    save_file(model.state_dict(), folder / "model.safetensors")
    return folder


@pytest.fixture(scope="module")
def exported(base: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Network, Path]:
    folder = tmp_path_factory.mktemp("model")
    catalogue = load_catalogue()
    network = Network(base, labels=len(catalogue.labels), statuses=len(catalogue.statuses)).eval()
    export(network, folder / NETWORK)
    (folder / TOKENIZER).write_bytes((base / TOKENIZER).read_bytes())
    return network, folder


def run(folder: Path, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    return Encoder(folder, threads=1).scores(texts)


def test_training_lowers_the_loss(base: Path, passages: list[AnnotatedPassage]) -> None:
    losses: list[float] = []
    recipe = Recipe(epochs=15, batch=4, encoder_rate=1e-3)
    material = Material(passages, passages)
    trained = fine_tune(base, material, recipe, lambda *told: losses.append(told[2]))
    network = trained.network
    assert len(losses) == 30
    assert trained.losses == tuple(losses)
    assert len(trained.dev) == 15
    assert max(trained.dev) > trained.dev[0]
    assert np.mean(losses[-4:]) < np.mean(losses[:4]) / 2
    assert not network.training


def test_the_exported_network_answers_as_the_trained_one(
    base: Path, exported: tuple[Network, Path]
) -> None:
    encodings = padding_tokenizer(base).encode_batch(TEXTS)
    ids = torch.tensor([encoding.ids for encoding in encodings])
    mask = torch.tensor([encoding.attention_mask for encoding in encodings])
    with torch.no_grad():
        labels, statuses = exported[0](ids, mask)
    found_labels, found_statuses = run(exported[1], TEXTS)
    assert np.allclose(found_labels, labels.numpy(), atol=0.05)
    assert np.allclose(found_statuses, statuses.numpy(), atol=0.05)


def test_a_text_is_scored_alike_in_any_company(exported: tuple[Network, Path]) -> None:
    together, _ = run(exported[1], TEXTS)
    for index, text in enumerate(TEXTS):
        alone, _ = run(exported[1], [text])
        assert np.allclose(alone[0], together[index], atol=1e-5)


def test_the_exported_file_is_small(exported: tuple[Network, Path]) -> None:
    assert (exported[1] / NETWORK).stat().st_size < 10_001 * 32 * 2
    assert not list(exported[1].glob("*.float.onnx"))


def test_an_interrupted_training_goes_on_to_the_same_end(
    base: Path, passages: list[AnnotatedPassage], tmp_path: Path
) -> None:
    recipe, material = Recipe(epochs=3, batch=4), Material(passages, passages)

    def stop(*told: float) -> None:
        if told[0] == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fine_tune(base, material, recipe, stop, kept=tmp_path)
    steps: list[int] = []
    again = fine_tune(base, material, recipe, lambda *told: steps.append(told[0]), kept=tmp_path)
    assert steps == [5, 6]  # the two epochs of two steps each that were whole are kept
    whole = fine_tune(base, material, recipe, lambda *_: None)
    assert again.losses == pytest.approx(whole.losses, rel=1e-5)
    assert again.dev == pytest.approx(whole.dev)
    other = replace(recipe, seed=1)
    fine_tune(base, material, other, lambda *told: steps.append(told[0]), kept=tmp_path)
    assert steps[2:] == [1, 2, 3, 4, 5, 6]  # another recipe is another training


def test_both_models_become_one_tagger(base: Path, corpora: Path, tmp_path: Path) -> None:
    plan = Plan(corpora, tmp_path / "model", recipe=Recipe(epochs=1, batch=4))
    model = train_combined(plan, base, lambda _: None, lambda *_: None)
    assert (model / PICTURE).read_bytes().startswith(b"\x89PNG")
    assert not (model / CHECKPOINT).exists()
    assert json.loads((model / MANIFEST).read_text("utf-8"))["recipe"]["epochs"] == 1
    tagger = build(TaggingSettings(str(model), 1, "cpu"))
    (tags,) = tagger.tag([passage_of("Đ/c Sửu đã nộp đảng phí quý III.")])
    assert [tag.label for tag in tags] == ["dues.paid"]
    assert set(tags[0].statuses) == set(load_catalogue().statuses)
    assert sum(tags[0].statuses.values()) == pytest.approx(1, abs=1e-3)


def test_layers_are_kept_evenly_with_the_first_and_the_last(base: Path) -> None:
    whole = Network(base, labels=2, statuses=2).encoder.encoder.layer
    thin = Network(base, labels=2, statuses=2, layers=2).encoder.encoder.layer
    assert len(thin) == 2
    for kept, origin in zip(thin, (whole[0], whole[2]), strict=True):
        ours, theirs = kept.state_dict(), origin.state_dict()
        assert all(torch.equal(ours[name], theirs[name]) for name in theirs)


def test_a_student_learns_its_teachers_answers(
    base: Path, exported: tuple[Network, Path], passages: list[AnnotatedPassage]
) -> None:
    recipe = Recipe(epochs=25, batch=4, encoder_rate=1e-3, draws=2, layers=1, teacher_weight=20)
    alone = fine_tune(base, Material(passages, passages), recipe, lambda *_: None)
    material = Material(passages, passages, [exported[1]])
    taught = fine_tune(base, material, recipe, lambda *_: None)
    texts = [passage.text for passage in passages]
    wanted, _ = run(exported[1], texts)
    encodings = padding_tokenizer(base).encode_batch(texts)
    with torch.no_grad():
        gaps = [
            float(np.abs(trained.network(*inputs(encodings))[0].numpy() - wanted).mean())
            for trained in (alone, taught)
        ]
    assert gaps[1] < gaps[0] / 2


def test_a_student_starts_as_its_first_teacher_with_layers_left_out(
    base: Path, exported: tuple[Network, Path]
) -> None:
    labels, statuses = len(load_catalogue().labels), len(load_catalogue().statuses)
    student = Network(base, labels=labels, statuses=statuses, layers=2)
    student.start_as(exported[1])
    theirs = exported[0].state_dict()
    for name, values in student.state_dict().items():
        origin = name.replace(".layer.1.", ".layer.2.")
        assert torch.allclose(values, theirs[origin], atol=2e-3), name


def test_more_layers_than_there_are_is_an_error(base: Path) -> None:
    with pytest.raises(UsageError, match="has 3 layers, 4 are needed"):
        Network(base, labels=2, statuses=2, layers=4)


def test_a_training_that_diverges_tells_the_remedy(
    base: Path, passages: list[AnnotatedPassage]
) -> None:
    recipe = Recipe(epochs=1, batch=4, label_weight=float("inf"))
    with pytest.raises(UsageError, match="Lower encoder_rate"):
        fine_tune(base, Material(passages, passages), recipe, lambda *_: None)


def test_another_writer_makes_another_training(
    base: Path, passages: list[AnnotatedPassage], exported: tuple[Network, Path]
) -> None:
    recipe, material = Recipe(), Material(passages, passages)
    other = [replace(passage, writer="w9") for passage in passages]
    names = {
        training_id(base, material, recipe),
        training_id(base, Material(other, passages), recipe),
        training_id(base, Material(passages, passages[:-1]), recipe),
        training_id(base, Material(passages, passages, [exported[1]]), recipe),
        training_id(base, material, replace(recipe, seed=1)),
    }
    assert len(names) == 5
