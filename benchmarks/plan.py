"""How much is measured."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks import ROOT
from vnparty_nlp.settings import Settings, load_settings


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes of a run, and where its data lies. `copies` are copies of each sample document."""

    settings: Settings
    corpora: Path
    quick: bool
    repeats: int
    copies: int
    passages: int
    members: int
    mentions: int

    @property
    def samples(self) -> Path:
        """The folder of the sample documents, their gold and their register."""
        return self.corpora / "samples"

    @property
    def unseen(self) -> Path:
        """The folder of documents that serve for judging alone."""
        return self.corpora / "unseen"

    def command(self, suite: str) -> str:
        """The command that measures one suite in this size."""
        return f"python -m benchmarks --only {suite}" + (" --quick" if self.quick else "")


def make_plan(*, quick: bool) -> Plan:
    """The plan of a quick run, a few minutes on two cores, or of a full one."""
    return Plan(
        settings=load_settings(),
        corpora=ROOT / "corpora",
        quick=quick,
        repeats=3 if quick else 7,
        copies=3 if quick else 20,
        passages=600 if quick else 10_000,
        members=10_000,
        mentions=1_500 if quick else 6_000,
    )
