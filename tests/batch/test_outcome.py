import pickle

from vnparty_nlp.batch.outcome import outcome_of
from vnparty_nlp.errors import DocumentError, Wording
from vnparty_nlp.output import document_line, finding_line
from vnparty_nlp.pipeline import Result
from vnparty_nlp.records import Document, Finding


def test_a_document_becomes_its_lines_and_its_text(document: Document, finding: Finding) -> None:
    result = Result("a.pdf", document, (finding,), seconds={"parsing": 0.5})
    outcome = outcome_of(result)
    assert outcome.line == document_line(document)
    assert outcome.findings == (finding_line(finding),)
    assert (outcome.text, outcome.error) == (document.text, None)
    assert outcome.seconds == {"parsing": 0.5}
    assert len(pickle.dumps(outcome)) < len(pickle.dumps(result))


def test_what_was_not_read_keeps_its_error() -> None:
    error = DocumentError("a.pdf", Wording("hỏng", "damaged"), Wording("lấy lại", "get it again"))
    outcome = outcome_of(Result("a.pdf", None, error=error))
    assert (outcome.line, outcome.text, outcome.error) == (None, None, error)
    assert str(pickle.loads(pickle.dumps(outcome)).error) == str(error)
