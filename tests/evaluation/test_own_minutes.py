from pathlib import Path

from vnparty_nlp.errors import DocumentError
from vnparty_nlp.evaluation.own_minutes import cut_documents
from vnparty_nlp.settings import load_settings


def test_documents_become_passages_that_wait_for_labels(minutes: Path) -> None:
    broken = minutes / "z.pdf"
    broken.write_bytes(b"%PDF-1.4 broken")
    failed: list[DocumentError] = []
    cut = list(cut_documents([minutes / "bien-ban.txt", broken], load_settings(), failed.append))
    assert [Path(error.path).name for error in failed] == ["z.pdf"]
    dues = next(passage for passage in cut if "còn nợ đảng phí" in passage.text)
    assert (dues.kind, dues.section, dues.annotations) == ("minutes", "NỘI DUNG", ())
    assert len({passage.id for passage in cut}) == len(cut)
    assert not any("bien-ban" in passage.id for passage in cut)
