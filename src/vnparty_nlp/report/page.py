"""The page: what the template shows, and the data that its script works with."""

from base64 import b64encode
from collections import Counter, defaultdict
from hashlib import sha256
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.report.document_rows import DocumentRow, document_row, worst_first
from vnparty_nlp.report.finding_rows import ParagraphShelf, Row, finding_row
from vnparty_nlp.report.readable import grouped
from vnparty_nlp.report.reading import Entry, RunOutput
from vnparty_nlp.report.wording import load_wording


def render(output: RunOutput) -> str:
    """The report as one HTML page that needs nothing but itself."""
    rows = document_rows(output)
    dispositions = Counter(line["disposition"] for line in output.findings)
    style, script = _file("report.css"), _file("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            run=output.run,
            finished_at=output.finished_at,
            documents=worst_first(rows.values()),
            document_counts=Counter(row.status for row in rows.values()),
            disposition_counts=dispositions,
            events=dispositions.total() - dispositions["context"],
            words=load_wording(),
            data=page_data(output, rows),
            # The text of a script or style element is not unescaped by a browser.
            style=Markup(style),
            script=Markup(script),
            style_digest=_digest(style),
            script_digest=_digest(script),
        )
    )


def document_rows(output: RunOutput) -> dict[str, DocumentRow]:
    """The row of every document, by its source, in the order of the run."""
    findings = Counter(
        line["source"] for line in output.findings if line["disposition"] != "context"
    )
    return {
        line["source"]: document_row(line, findings[line["source"]], output.folder)
        for line in output.documents
    }


def page_data(output: RunOutput, rows: dict[str, DocumentRow]) -> Row:
    """What the page's script filters and shows. Nothing in it is keyed or ordered by a person."""
    catalogue = load_catalogue()
    by_source: dict[str, list[Entry]] = defaultdict(list)
    for line in output.findings:
        by_source[line["source"]].append(line)
    documents: list[Row] = []
    findings: list[Row] = []
    for source, row in rows.items():
        if source not in by_source:
            continue
        shelf = ParagraphShelf(output.text(row.doc_id))
        in_order = sorted(by_source[source], key=lambda line: line["span"])
        findings += [finding_row(line, len(documents), shelf) for line in in_order]
        documents.append(_document(row, shelf))
    return {
        "labels": {
            label.id: {"title": label.title, "subject": label.subject}
            for label in catalogue.labels.values()
        },
        "statuses": catalogue.statuses,
        "dispositions": {key: words.title for key, words in load_wording().dispositions.items()},
        "documents": documents,
        "findings": findings,
    }


def _document(row: DocumentRow, shelf: ParagraphShelf) -> Row:
    return {
        "id": row.doc_id,
        "title": row.title,
        "fileName": row.file_name,
        "address": row.address,
        "hasPages": row.has_pages,
        "issuedOn": row.issued_on,
        "issuer": row.issuer,
        "paragraphs": shelf.paragraphs,
    }


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("vnparty_nlp", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["grouped"] = grouped
    # Vietnamese letters as they are: half the size of \u escapes. `<`, `>` and `&` stay escaped.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _file(name: str) -> str:
    return resources.files("vnparty_nlp.report").joinpath(name).read_text("utf-8")


def _digest(content: str) -> str:
    """The digest by which the page's own policy knows its style and script from any other."""
    return b64encode(sha256(content.encode()).digest()).decode()
