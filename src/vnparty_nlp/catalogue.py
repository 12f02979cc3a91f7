"""The closed list of labels, with the slots each may hold (source: docs/guideline.md)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from vnparty_nlp.errors import CatalogueError
from vnparty_nlp.records import SlotValue

Subject = Literal["member", "meeting"]
Reach = Literal["clause", "colon", "sentence"]


_DATE = re.compile(r"(\d{4}|XXXX)(-\d{2}(-\d{2})?)?")
_PERIOD_PART = r"(\d{4}|XXXX)(-(Q[1-4]|H[12]|\d{2}(-\d{2})?))?"
_PERIOD = re.compile(rf"{_PERIOD_PART}(\.\.{_PERIOD_PART})?|P\d+[YMWD]")


@dataclass(frozen=True, slots=True)
class Label:
    """One criterion: what it records, whom it is about and what it must tell.

    `required` lists groups of slot keys; of each group at least one slot must be filled.
    `link` is False where a finding is never linked automatically, `planned` True where a plan is
    itself the fact; `reach` tells how far a fact goes: its clause, what a colon opens, its
    sentence. `cues` are the phrases by which the fact is found in a passage, by their part in it:
    `act` states it, `topic` belongs to it, `denied` states the opposite, `settled` says that it
    was put right; a slot's key lists the words that open its value.
    """

    id: str
    title: str
    definition: str
    subject: Subject
    required: tuple[tuple[str, ...], ...]
    optional: tuple[str, ...]
    link: bool
    planned: bool
    reach: Reach
    cues: Mapping[str, tuple[str, ...]]

    @property
    def slots(self) -> tuple[str, ...]:
        """All slot keys that a finding of this label may hold, required ones first."""
        return tuple(key for group in self.required for key in group) + self.optional

    def is_complete(self, slots: Mapping[str, SlotValue]) -> bool:
        """Whether every required group has a filled slot."""
        return all(any(key in slots for key in group) for group in self.required)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every label and status there is, in the order of the guideline."""

    version: str
    labels: Mapping[str, Label]
    statuses: Mapping[str, str]
    slot_types: Mapping[str, str]
    values: Mapping[str, tuple[str, ...]]

    def label(self, label_id: str) -> Label:
        """The label of that id; CatalogueError where there is none."""
        try:
            return self.labels[label_id]
        except KeyError:
            raise CatalogueError(
                f"label {label_id!r} is not in catalogue {self.version}. "
                f"The catalogue is closed; use one of: {', '.join(self.labels)}."
            ) from None

    def check_slots(self, label_id: str, slots: Mapping[str, object]) -> None:
        """CatalogueError where a slot is not the label's, or its value not normalised."""
        allowed = self.label(label_id).slots
        for key, value in slots.items():
            if key not in allowed:
                raise CatalogueError(f"{label_id} has no slot {key!r}; it has {', '.join(allowed)}")
            if not self._is_normalised(key, value):
                raise CatalogueError(f"{label_id}: {key} = {value!r} is not a normalised value")

    def _is_normalised(self, key: str, value: object) -> bool:
        kind = self.slot_types[key]
        if kind == "int":
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        if kind == "true":
            return value is True
        if kind == "dates":
            return (
                isinstance(value, list)
                and bool(value)
                and all(isinstance(date, str) and _DATE.fullmatch(date) for date in value)
            )
        if not isinstance(value, str) or not value.strip():
            return False
        if kind == "date":
            return _DATE.fullmatch(value) is not None
        if kind == "period":
            return _PERIOD.fullmatch(value) is not None
        return value in self.values[kind] if kind in self.values else True


def _label(label_id: str, entry: Mapping[str, Any]) -> Label:
    return Label(
        id=label_id,
        title=entry["title"],
        definition=entry["definition"],
        subject=entry["subject"],
        required=tuple(tuple(group) for group in entry["required"]),
        optional=tuple(entry["optional"]),
        link=entry.get("link", True),
        planned=entry.get("planned", False),
        reach=entry.get("reach", "clause"),
        cues={part: tuple(phrases) for part, phrases in entry["cues"].items()},
    )


@cache
def load_catalogue() -> Catalogue:
    """The catalogue shipped with the package."""
    source = resources.files("vnparty_nlp").joinpath("catalogue.toml").read_text("utf-8")
    table = tomllib.loads(source)
    return Catalogue(
        version=table["version"],
        labels={label_id: _label(label_id, entry) for label_id, entry in table["labels"].items()},
        statuses=table["statuses"],
        slot_types=table["slots"],
        values={key: tuple(values) for key, values in table["values"].items()},
    )
