"""Fine-tunes the base encoder on the topics of UIT-VSFC, beside figures that others published.

    python scripts/measure_public_topics.py FOLDER --base models/base --seeds 0,1,2

FOLDER holds `train`, `dev` and `test`, each with `sents.txt`, a sentence a line, and `topics.txt`,
the number of its topic. What else lies there is not read: how students judge their teachers is not
measured here. The epoch is chosen on dev; test is read once for each seed.
"""

import argparse
import json
import math
import random
import statistics
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from sklearn.metrics import accuracy_score, f1_score
from tokenizers import Tokenizer
from torch import nn

from vnparty_nlp.errors import CorpusError, UsageError, VnpartyError, Wording
from vnparty_nlp.training.best import Best
from vnparty_nlp.training.encoder import padding_tokenizer
from vnparty_nlp.training.network import Network, inputs
from vnparty_nlp.training.recipe import Recipe
from vnparty_nlp.training.steps import batches, make_optimizer

PUBLISHED = Path(__file__).with_suffix(".toml")
SPLITS = ("train", "dev", "test")
# By number, as in the corpus' own description.
TOPICS = ("lecturer", "programme", "facility", "other")
FIGURES = {"accuracy": "Accuracy", "macro_f1": "Macro-F1", "weighted_f1": "Weighted-F1"}
_READ_AT_ONCE = 64
_TOLD_EVERY = 20


@dataclass(frozen=True, slots=True)
class Split:
    """Sentences, and the number of each one's topic."""

    sentences: tuple[str, ...]
    topics: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The folder of the base encoder, how many of its layers are kept, epochs, batch size."""

    base: Path
    layers: int
    epochs: int
    batch: int


@dataclass(frozen=True, slots=True)
class Run:
    """Macro-F1 on dev after each epoch; figures on test of the epoch that was best there, as
    shares of 1, and the F1 score of each topic.
    """

    seed: int
    dev: tuple[float, ...]
    figures: Mapping[str, float]
    topics: Mapping[str, float]


def read_split(folder: Path) -> Split:
    """UsageError where a file cannot be read; CorpusError, which names the line, where a sentence
    is empty, a topic is unknown, or the files have not as many lines.
    """
    sentences, numbers = read_lines(folder / "sents.txt"), read_lines(folder / "topics.txt")
    if len(sentences) != len(numbers):
        longer = folder / ("sents.txt" if len(sentences) > len(numbers) else "topics.txt")
        told = f"no partner: {len(sentences)} sentences, {len(numbers)} topics"
        raise CorpusError(str(longer), min(len(sentences), len(numbers)) + 1, told)
    known = {str(number): number for number in range(len(TOPICS))}
    for line, (sentence, number) in enumerate(zip(sentences, numbers, strict=True), 1):
        if not sentence.strip():
            raise CorpusError(str(folder / "sents.txt"), line, "the sentence is empty")
        if number.strip() not in known:
            told = f"unknown topic {number!r}; there are {', '.join(known)}"
            raise CorpusError(str(folder / "topics.txt"), line, told)
    return Split(tuple(sentences), tuple(known[number.strip()] for number in numbers))


def read_lines(path: Path) -> list[str]:
    """The lines of a text file that has at least one."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            Wording(f"{path}: không đọc được ({error}).", f"{path}: cannot be read ({error}).")
        ) from error
    if not text:
        raise CorpusError(str(path), 1, "the file is empty")
    return text.removesuffix("\n").split("\n")


def kept_layers(base: Path, wanted: int) -> int:
    """How many layers of the base are kept, where 0 stands for all; UsageError if it has fewer."""
    config = json.loads("\n".join(read_lines(base / "config.json")))
    layers = int(config["num_hidden_layers"])
    if not 0 <= wanted <= layers:
        raise UsageError(
            Wording(f"--layers {wanted}: mô hình có {layers} lớp.",
                    f"--layers {wanted}: the base has {layers} layers.")
        )  # fmt: skip
    return wanted or layers


def predict(network: Network, tokenizer: Tokenizer, sentences: Sequence[str]) -> list[int]:
    """The number of the topic that scores highest, for each sentence."""
    network.eval()
    order = sorted(range(len(sentences)), key=lambda index: len(sentences[index]))
    found: dict[int, int] = {}
    for start in range(0, len(order), _READ_AT_ONCE):
        batch = order[start : start + _READ_AT_ONCE]
        encodings = tokenizer.encode_batch([sentences[index] for index in batch])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores, _ = network(*inputs(encodings))
        found.update(zip(batch, scores.float().argmax(-1).tolist(), strict=True))
    return [found[index] for index in range(len(sentences))]


def macro_f1(topics: Sequence[int], answers: Sequence[int]) -> float:
    """The mean of the topics' F1 scores."""
    return statistics.fmean(topic_f1(topics, answers).values())


def topic_f1(topics: Sequence[int], answers: Sequence[int]) -> dict[str, float]:
    """F1 of each topic; 0 for one that is neither given nor answered."""
    numbers = range(len(TOPICS))
    scores = f1_score(topics, answers, labels=numbers, average=None, zero_division=0)
    return dict(zip(TOPICS, map(float, scores), strict=True))


def measure(data: Mapping[str, Split], plan: Plan, seed: int) -> Run:
    """Fine-tune with one seed, keep the epoch that is best on dev, and read test once."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    tokenizer = padding_tokenizer(plan.base)
    # Topics have no status; that head's one score is left alone, and learns nothing.
    network = Network(plan.base, labels=len(TOPICS), statuses=1, layers=plan.layers)
    best, train, dev, test = Best(network), *(data[name] for name in SPLITS)
    an_epoch = math.ceil(len(train.sentences) / plan.batch)
    lengths = [len(sentence) for sentence in train.sentences]
    optimizer, schedule = make_optimizer(network, Recipe(), plan.epochs * an_epoch)
    for epoch in range(1, plan.epochs + 1):
        network.train()
        for step, batch in enumerate(
            batches(range(len(lengths)), plan.batch, chance, lengths.__getitem__), 1
        ):
            encodings = tokenizer.encode_batch([train.sentences[index] for index in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores, _ = network(*inputs(encodings))
            wanted = torch.tensor([train.topics[index] for index in batch])
            loss = nn.functional.cross_entropy(scores.float(), wanted)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if step % _TOLD_EVERY == 0 or step == an_epoch:
                tell(f"seed {seed}, epoch {epoch}, step {step}/{an_epoch}: loss {loss.item():.3f}")
        best.see(network, macro_f1(dev.topics, predict(network, tokenizer, dev.sentences)))
        tell(f"seed {seed}, epoch {epoch}: macro-F1 on dev {best.figures[-1]:.4f}")
    best.restore(network)
    answers = predict(network, tokenizer, test.sentences)
    figures = {
        "accuracy": float(accuracy_score(test.topics, answers)),
        "macro_f1": macro_f1(test.topics, answers),
        "weighted_f1": float(f1_score(test.topics, answers, average="weighted", zero_division=0)),
    }
    return Run(seed, tuple(best.figures), figures, topic_f1(test.topics, answers))


def tell(progress: str) -> None:
    """Progress goes to stderr, so that stdout holds the table alone."""
    print(progress, file=sys.stderr, flush=True)


def mean_and_spread(values: Sequence[float]) -> str:
    """In percent; the standard deviation of the sample where there is more than one value."""
    mean = f"{100 * statistics.fmean(values):.2f}"
    return f"{mean} ± {100 * statistics.stdev(values):.2f}" if len(values) > 1 else mean


def as_table(data: Mapping[str, Split], plan: Plan, runs: Sequence[Run]) -> str:
    """A Markdown table in percent: ours, then what others published."""
    seeds = ("seed " if len(runs) == 1 else "seeds ") + ", ".join(str(run.seed) for run in runs)
    own = {
        "model": f"**base encoder, {plan.layers} layers, {plan.epochs} epochs, {seeds}**",
        "split": " / ".join(f"{len(data[name].sentences):,}" for name in SPLITS),
        "source": "this command",
    }
    own |= {name: mean_and_spread([run.figures[name] for run in runs]) for name in FIGURES}
    published = tomllib.loads(PUBLISHED.read_text("utf-8"))["published"]
    columns = {"model": "Model", "split": "Train / dev / test", **FIGURES, "source": "Source"}
    lines = [list(columns.values()), ["---"] * len(columns)]
    lines += [[row.get(name, "–") for name in columns] for row in [own, *published]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_json(data: Mapping[str, Split], plan: Plan, runs: Sequence[Run]) -> str:
    """What was run, without the place of the base, and every run's figures."""
    settings = {name: value for name, value in asdict(plan).items() if name != "base"}
    sizes = {name: len(data[name].sentences) for name in SPLITS}
    found = {"sentences": sizes, **settings, "runs": [asdict(run) for run in runs]}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Print the table; exit code 1, with the reason on stderr, where something cannot be read."""
    parser = argparse.ArgumentParser(description="Measures the base encoder on public topics.")
    parser.add_argument("folder", type=Path, help="UIT-VSFC: train, dev, test")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--layers", type=int, default=0, help="layers to keep; 0 keeps all")
    parser.add_argument("--epochs", type=positive, default=3)
    parser.add_argument("--batch", type=positive, default=32)
    parser.add_argument("--seeds", type=several, default=[0], help="as in 0,1,2")
    parser.add_argument("--out", type=Path, help="write every run's figures as JSON")
    given = parser.parse_args()
    try:
        data = {name: read_split(given.folder / name) for name in SPLITS}
        layers = kept_layers(given.base, given.layers)
    except VnpartyError as error:
        tell(str(error))
        return 1
    plan = Plan(given.base, layers, given.epochs, given.batch)
    runs = [measure(data, plan, seed) for seed in given.seeds]
    if given.out:
        given.out.write_text(as_json(data, plan, runs), encoding="utf-8")
    print(as_table(data, plan, runs))
    return 0


def positive(text: str) -> int:
    """A whole number above 0; ValueError at another."""
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def several(text: str) -> list[int]:
    """Whole numbers with commas between; ValueError at anything else."""
    return [int(number) for number in text.split(",")]


if __name__ == "__main__":
    raise SystemExit(main())
