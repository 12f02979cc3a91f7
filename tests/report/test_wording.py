from typing import get_args

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.records import Disposition, DocumentKind, DocumentStatus
from vnparty_nlp.report.wording import load_wording


def test_every_slot_of_the_catalogue_has_a_name() -> None:
    assert set(load_wording().slots) == set(load_catalogue().slot_types)


def test_every_value_of_the_contract_has_words() -> None:
    words = load_wording()
    assert set(words.dispositions) == set(get_args(Disposition))
    assert set(words.kinds) == set(get_args(DocumentKind))
    assert set(words.document_statuses) == set(get_args(DocumentStatus))


def test_what_states_no_event_stands_last() -> None:
    assert list(load_wording().dispositions)[-1] == "context"
