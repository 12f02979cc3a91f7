"""`vnparty train`: from `corpora/` to a model folder."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import CorpusError, UsageError, Wording
from vnparty_nlp.evaluation.corpus import AnnotatedPassage, read_corpus
from vnparty_nlp.evaluation.run import evaluate
from vnparty_nlp.evaluation.splits import split_files
from vnparty_nlp.settings import Settings, load_settings
from vnparty_nlp.tagging.combined import mix
from vnparty_nlp.tagging.encoder import NETWORK, TOKENIZER, Encoder
from vnparty_nlp.tagging.linear import LINEAR, LinearScorer
from vnparty_nlp.tagging.marks import MARKS, MarkRestorer, load_marks
from vnparty_nlp.tagging.model_folder import read_manifest
from vnparty_nlp.training.augment import whole
from vnparty_nlp.training.card import write_card
from vnparty_nlp.training.decide import calibrate, choose_screen, choose_weight
from vnparty_nlp.training.linear import examples, fit, save_linear, targets, unseen_writer_scores
from vnparty_nlp.training.marks import count_marks, save_marks
from vnparty_nlp.training.recipe import Recipe
from vnparty_nlp.training.save import Manifest, save_manifest

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train: the corpus folder, where the model goes, the seed of all that is random, how
    the encoder learns (its own seed does not count), and the folders of models that teach it.
    """

    corpora: Path
    out: Path
    seed: int = 0
    recipe: Recipe = field(default_factory=Recipe)
    teachers: tuple[Path, ...] = ()


def train_linear(plan: Plan, on_step: Told) -> Path:
    """Train the linear tagger on the training split; the model's folder.

    Calibration and thresholds come from passages of writers whom the scoring model never saw
    (cross-validation over writers); the card tells the figures on dev. The same corpus and seed
    give the same bytes.
    """
    passages = _read(plan, on_step)
    _dev(plan)  # The card gives its figures; that it is missing is told before the training.
    if len({passage.writer for passage in passages}) < 2:
        raise CorpusError(str(plan.corpora), 0, "has one training writer; two are needed to train")
    scores = unseen_writer_scores(passages, seed=plan.seed, on_step=on_step)
    calibrations = calibrate(scores.astype(np.float64), targets(passages))
    on_step("final fit on all training writers")
    plan.out.mkdir(parents=True, exist_ok=True)
    _save_marks(passages, plan.out)
    save_linear(fit(examples(passages, seed=plan.seed)), plan.out / LINEAR)
    manifest = Manifest("linear", calibrations, plan.seed, (LINEAR, MARKS))
    return _save(plan, manifest, passages)


def train_combined(
    plan: Plan, base: Path, on_step: Told, on_progress: Callable[[int, int, float], None]
) -> Path:
    """Fine-tune the encoder in `base` and join it with a linear model; the model's folder.

    An interrupted training goes on after its last whole epoch when started again.
    """
    from vnparty_nlp.training.checkpoint import CHECKPOINT
    from vnparty_nlp.training.encoder import fine_tune
    from vnparty_nlp.training.export import export
    from vnparty_nlp.training.lessons import Material
    from vnparty_nlp.training.picture import PICTURE, draw_curve

    _check_teachers(plan.teachers)
    passages = _read(plan, on_step)
    recipe = replace(plan.recipe, seed=plan.seed)
    plan.out.mkdir(parents=True, exist_ok=True)
    material = Material(passages, _dev(plan), plan.teachers)
    trained = fine_tune(base, material, recipe, on_progress, kept=plan.out)
    draw_curve(trained.losses, trained.dev, plan.out / PICTURE)
    export(trained.network, plan.out / NETWORK)
    shutil.copyfile(base / TOKENIZER, plan.out / TOKENIZER)
    folder = join_models(plan, passages, on_step)
    (plan.out / CHECKPOINT).unlink()
    return folder


def join_models(plan: Plan, passages: Sequence[AnnotatedPassage], on_step: Told) -> Path:
    """Train a linear model beside the encoder in `plan.out`, and weigh and calibrate both
    together on the dev split; the model's folder.
    """
    on_step("linear model on all training writers")
    _save_marks(passages, plan.out)
    save_linear(fit(examples(passages, seed=plan.seed)), plan.out / LINEAR)
    on_step("weighing and calibrating on the dev split")
    dev, marks = _dev(plan), MarkRestorer(load_marks(plan.out))
    texts = [marks.restore(whole(passage).text) for passage in dev]
    # Scores come from the saved files, so that what is calibrated is what will be used.
    encoder = Encoder(plan.out, threads=0)
    encoded = encoder.scores(texts)[0].astype(np.float64)
    linear = LinearScorer(plan.out).scores(texts)
    weight = choose_weight(encoded, linear, targets(dev))
    labels = list(load_catalogue().labels)
    manifest = Manifest(
        "combined",
        calibrate(mix(weight, encoded, linear), targets(dev)),
        plan.seed,
        (NETWORK, TOKENIZER, LINEAR, MARKS),
        {
            "statuses": list(load_catalogue().statuses),
            "encoder_weight": weight,
            "screen": dict(zip(labels, choose_screen(linear, targets(dev)), strict=True)),
            "recipe": asdict(replace(plan.recipe, seed=plan.seed)),
            "teachers": [read_manifest(folder)["model_id"] for folder in plan.teachers],
        },
    )
    return _save(plan, manifest, passages)


def _save(plan: Plan, manifest: Manifest, passages: Sequence[AnnotatedPassage]) -> Path:
    """Write the manifest, and a card with the figures of what was written; the folder."""
    save_manifest(plan.out, manifest, passages)
    write_card(plan.out, passages, evaluate(plan.corpora, "dev", settings_for(plan.out)))
    return plan.out


def settings_for(model: Path) -> Settings:
    """The default settings with this model."""
    settings = load_settings()
    return replace(settings, tagging=replace(settings.tagging, model=str(model)))


def _dev(plan: Plan) -> list[AnnotatedPassage]:
    """The dev split, which is to choose; CorpusError where it carries no label to choose by."""
    dev = list(read_corpus(split_files(plan.corpora, "dev")))
    if not any(passage.annotations for passage in dev):
        raise CorpusError(str(plan.corpora), 0, "the dev split carries no label; see splits.toml")
    return dev


def _check_teachers(teachers: Sequence[Path]) -> None:
    """UsageError where a model cannot teach: it has no encoder, or answers in another order."""
    catalogue = load_catalogue()
    for folder in teachers:
        manifest = read_manifest(folder)
        answers = (manifest["labels"], manifest.get("statuses"))
        if answers != (list(catalogue.labels), list(catalogue.statuses)):
            raise UsageError(
                Wording(
                    vi=f"--teacher {folder}: không phải mô hình combined của danh mục này.",
                    en=f"--teacher {folder}: no combined model of this catalogue.",
                )
            )


def _save_marks(passages: Sequence[AnnotatedPassage], folder: Path) -> None:
    save_marks(count_marks(passages), folder / MARKS)


def _read(plan: Plan, on_step: Told) -> list[AnnotatedPassage]:
    passages = list(read_corpus(split_files(plan.corpora, "train")))
    on_step(f"{len(passages)} passages of {len({p.writer for p in passages})} writers")
    return passages
