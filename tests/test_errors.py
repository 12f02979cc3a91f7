import pickle

from vnparty_nlp.errors import DocumentError, RegisterError, Wording

EMPTY = Wording(vi="tệp rỗng", en="the file is empty")
REMEDY = Wording(vi="Hãy xuất lại tệp", en="Export it again")


def test_a_message_names_file_problem_and_remedy_in_both_languages() -> None:
    error = DocumentError("a.pdf", EMPTY, REMEDY)
    assert error.told("vi") == "a.pdf: tệp rỗng. Hãy xuất lại tệp."
    assert str(error) == error.told("en") == "a.pdf: the file is empty. Export it again."


def test_a_register_error_names_the_line() -> None:
    error = RegisterError("m.csv", 7, EMPTY, REMEDY)
    assert error.told("vi").startswith("m.csv, dòng 7: ")
    assert str(error).startswith("m.csv, line 7: ")


def test_a_document_error_crosses_process_borders_whole() -> None:
    error = pickle.loads(pickle.dumps(DocumentError("a.pdf", EMPTY, REMEDY)))
    assert (error.path, error.problem, error.remedy) == ("a.pdf", EMPTY, REMEDY)
