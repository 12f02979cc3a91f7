"""Links mentions to members by what the document tells, in the way of Fellegi and Sunter.

Every candidate gets a weight: how often the member is mentioned in such a document, times how often
the name is then written so, times what year, branch and office say. Against all of them stands the
weight of somebody whom the register does not hold, counted from how common the name is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vnparty_nlp.linking.compare import compare_names
from vnparty_nlp.linking.evidence import Evidence, read_evidence
from vnparty_nlp.linking.name_form import NameForm, Style, mention_style, name_form
from vnparty_nlp.linking.posterior import Posterior, decide, mix
from vnparty_nlp.linking.scoring import RegisterScorer
from vnparty_nlp.linking.weights import load_weights
from vnparty_nlp.records import Link, Member, Mention, Person
from vnparty_nlp.settings import LinkingSettings
from vnparty_nlp.vietnamese.name_words import load_name_words
from vnparty_nlp.vietnamese.names import find_names, strip_title
from vnparty_nlp.vietnamese.roles import find_role
from vnparty_nlp.vietnamese.unicode import compose


class RegisterLinker:
    """Says who a mention may be, from the register and from what the document itself tells.

    A full name is compared with the register; a short form (given name, initials, office) is first
    resolved among the persons whom the document names in full, then within the document's branch.
    Never uses age, sex or origin, and never sees what was found about the person.
    """

    def __init__(self, members: Sequence[Member], settings: LinkingSettings) -> None:
        self._members = members
        self._settings = settings
        self._scorer = RegisterScorer(members, settings.unknown_share)

    def link(self, mention: Mention) -> Link:
        """The candidates, best first; linked only above the threshold and with the margin."""
        evidence = read_evidence(mention)
        text = compose(mention.text)
        name = strip_title(text)
        if not any(letter.isalpha() for letter in name):
            return Link(None, 0.0)
        if is_office(name):
            posterior = self._by_office(find_role(name), evidence)
        else:
            posterior = self._by_name(name, evidence)
        return decide(posterior, self._members, self._settings)

    def _by_name(self, name: str, evidence: Evidence) -> Posterior:
        form = name_form(name)
        style = mention_style(name, form)
        if evidence.marked and (
            style == "given" or form.keys[0] in load_name_words().surnames.marked
        ):
            # The text around has diacritics, so "Binh" has lost its mark, and "Anh" never had one.
            # "Nguyen Van Hung" was typed without them all the same.
            form = replace(form, unmarked=False)
        people = _people_meant(form, style, evidence)
        if style == "full":
            position = next((p.position for p in people if name_form(p.name).keys == form.keys), "")
            evidence = replace(evidence, position=evidence.position or position)
        alone = self._scorer.score(form, style, evidence)
        longer = [person for person in people if len(name_form(person.name).keys) > len(form.keys)]
        if not longer or (style == "full" and len(form.keys) > 2):
            return alone
        # Somebody may bear just the two syllables: "Phan Cường" beside "Phan Văn Cường".
        bearers = self._scorer.bearers(form) if style == "full" else frozenset()
        whole = sum(alone[row].probability for row in bearers if row in alone)
        share = load_weights()["document"]["named_in_full"] * (1 - whole)
        return mix(
            [(share / len(longer), *self._as(person, evidence)) for person in longer]
            + [(1 - share, alone, ())]
        )

    def _as(self, person: Person, evidence: Evidence) -> tuple[Posterior, tuple[str, ...]]:
        """The posterior of a mention that means a person named in full in the document."""
        form = name_form(person.name)
        position = evidence.position or person.position
        evidence = replace(evidence, position=position, people=())
        reason = f"văn bản có nêu đầy đủ: {person.name}"
        return self._scorer.score(form, "full", evidence), (reason,)

    def _by_office(self, role: str, evidence: Evidence) -> Posterior:
        """An office alone: who bears it in the document, else in the register's same branch."""
        weights = load_weights()["document"]
        holders = _distinct(person for person in evidence.people if person.position == role)
        if holders:
            share = weights["office_in_document"] / len(holders)
            return mix([(share, *self._as(person, evidence)) for person in holders])
        return self._scorer.score_office(role, evidence, weights["office_in_register"])


def is_office(name: str) -> bool:
    """Whether a mention without title names an office and no person."""
    return bool(find_role(name)) and not find_names(f"đồng chí {name}")


def _people_meant(form: NameForm, style: Style, evidence: Evidence) -> list[Person]:
    """The persons named in full in the document whom the form may mean, by office if it tells."""
    meant = []
    for person in evidence.people:
        match = compare_names(form, name_form(person.name), style)
        if match is not None and match.doubt in {"exact", "shortened", "i_or_y"}:
            meant.append(person)
    same_office = [p for p in meant if evidence.position and p.position == evidence.position]
    return _distinct(same_office or meant)


def _distinct(people: Iterable[Person]) -> list[Person]:
    """One person for each name, the entry with a position first."""
    by_name: dict[tuple[str, ...], Person] = {}
    for person in people:
        keys = name_form(person.name).keys
        if keys not in by_name or not by_name[keys].position:
            by_name[keys] = person
    return list(by_name.values())
