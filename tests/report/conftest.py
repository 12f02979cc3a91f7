"""Invented output of a run: documents with findings of every kind, and a browser to look at it."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from vnparty_nlp.report import write_report

Line = dict[str, Any]
BROWSER_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def document(doc_id: str, text: str, **fields: Any) -> Line:
    """A line of documents.jsonl, and under "text" what goes into the text file."""
    line = {
        "doc_id": doc_id,
        "source": f"/du-lieu/{doc_id}.pdf",
        "kind": "minutes",
        "pages": 2,
        "number": None,
        "issued_on": None,
        "issuer": None,
        "place": None,
        "meeting": None,
        "text_chars": len(text),
        "ocr_pages": 0,
        "legacy_encoding": None,
        "status": "ok",
        "warnings": [],
    }
    return {**line, **fields, "text": text}


def finding(of: Line, label: str, evidence: str, **fields: Any) -> Line:
    """A line of findings.jsonl whose evidence is the first place of those words in the document.

    The passage is the evidence's own sentence.
    """
    text: str = of["text"]
    start = text.index(evidence)
    end = start + len(evidence)
    line_start = text.rfind("\n", 0, start) + 1
    before = text.rfind(". ", line_start, start)
    after = min(i for i in (text.find(". ", end), text.find("\n", end), len(text)) if i >= 0)
    line = {
        "finding_id": f"{of['doc_id']}-{label}-{start}",
        "doc_id": of["doc_id"],
        "source": of["source"],
        "page": 1,
        "bbox": None,
        "span": [start, end],
        "text": evidence,
        "label": label,
        "status": "asserted",
        "probability": 0.94,
        "slots": {},
        "subject": None,
        "disposition": "tagged",
        "passage": [before + 2 if before >= 0 else line_start, after],
        "section": "",
    }
    return {**line, **fields}


def subject(mention: str, member_id: str | None = None, *candidates: tuple[str, float]) -> Line:
    """The subject of a finding; each candidate with a reason."""
    return {
        "mention": mention,
        "member_id": member_id,
        "probability": candidates[0][1] if candidates else 0.0,
        "candidates": [
            {"member_id": member, "probability": probability, "reasons": ["trùng họ tên"]}
            for member, probability in candidates
        ],
    }


@dataclass(frozen=True)
class Output:
    """What a run wrote: `write(folder)` puts it there as the run would."""

    documents: Sequence[Line]
    findings: Sequence[Line] = ()
    run: Mapping[str, Any] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        (folder / "text").mkdir(parents=True, exist_ok=True)
        for line in self.documents:
            if line["status"] != "failed":
                path = folder / "text" / f"{line['doc_id']}.txt"
                path.write_text(line["text"], "utf-8", newline="")
        lines = [{k: v for k, v in line.items() if k != "text"} for line in self.documents]
        _write_lines(folder / "documents.jsonl", lines)
        _write_lines(folder / "findings.jsonl", self.findings)
        run = {
            "version": "0.1.0",
            "purpose": None,
            "model_id": "linear-1",
            "catalogue_version": "1.1",
            "register_digest": "0123456789abcdef" * 4,
            "finished": True,
            "finished_at": "2026-05-28T20:26:40+00:00",
            **self.run,
        }
        (folder / "run.json").write_text(json.dumps(run), "utf-8")
        return folder


def _write_lines(path: Path, lines: Sequence[Line]) -> None:
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, "utf-8")


MINUTES = document(
    "bb-thang-6",
    "BIÊN BẢN SINH HOẠT CHI BỘ\n"
    "II. Thành phần\n"
    "Có mặt 25/28 đồng chí. Vắng không lý do: đ/c Đặng Văn Sửu, đ/c Lò Thị Lụa.\n"
    "III. Đảng phí\n"
    "Thủ quỹ báo cáo tình hình thu nộp. Đ/c Lê Thị Nụ còn nợ đảng phí quý II năm 2023, số tiền "
    "180.000 đồng. Chi bộ nhắc nộp trước cuộc họp sau.\n"
    "Có ý kiến phản ánh đ/c Thìn chưa nộp đảng phí tháng 5.\n"
    "Đ/c Sửu được giao nhưng chưa làm xong.\n"
    "IV. Kỷ luật\n"
    "Quyết định số 45-QĐ/ĐU ngày 12/5/2023 kỷ luật đ/c Hà Văn Mạc bằng hình thức khiển trách.\n"
    "Trường hợp đảng viên không nộp đảng phí ba tháng thì chi bộ xem xét.\n"
    "V. Biểu quyết\n"
    "Kết quả bỏ phiếu kín: 23/25 phiếu đồng ý, 2 phiếu không đồng ý.",
    number="06-BB/CB",
    issued_on="2023-06-05",
    issuer="Chi bộ thôn Bãi Dâu",
    meeting={
        "held_on": "2023-06-05",
        "chair": "Hà Văn Mạc",
        "secretary": "Phan Thị Nga",
        "present": 25,
        "excused": 1,
        "unexcused": 2,
        "total": 28,
    },
)
DECISION = document(
    "qd-khen",
    "QUYẾT ĐỊNH\nTặng Giấy khen cho đồng chí Vi Văn Páo vì thành tích năm 2022.",
    kind="decision",
    source="/du-lieu/Quyết định khen #3.docx",
    pages=1,
    number="17-QĐ/ĐU",
    issued_on="2023-01-09",
    issuer="Đảng ủy xã Nà Phặc",
    status="partial",
    warnings=["Trang 2: không đọc được chữ; hãy quét lại trang này"],
)
FAILED = document(
    "loi",
    "",
    source="/du-lieu/quet-hong.pdf",
    kind="other",
    pages=0,
    status="failed",
    warnings=["Tệp PDF bị cắt cụt. Hãy xin lại tệp gốc."],
)
LUA = "Vắng không lý do: đ/c Đặng Văn Sửu, đ/c Lò Thị Lụa"
DUES = "Đ/c Lê Thị Nụ còn nợ đảng phí quý II năm 2023, số tiền 180.000 đồng"
FINDINGS = [
    finding(
        MINUTES, "meeting.quorum", "Có mặt 25/28", slots={"present": 25, "total": 28},
        section="Thành phần",
    ),
    finding(
        MINUTES, "attendance.unexcused", LUA, slots={"count": 1}, disposition="linked",
        subject=subject("đ/c Đặng Văn Sửu", "DV017", ("DV017", 0.97)), section="Thành phần",
    ),
    finding(
        MINUTES, "attendance.unexcused", LUA, finding_id="sua-lua", slots={"count": 1},
        disposition="review", section="Thành phần",
        subject=subject("đ/c Lò Thị Lụa", None, ("DV021", 0.52), ("DV044", 0.46)),
    ),
    finding(
        MINUTES, "dues.unpaid", DUES, slots={"period": "2023-Q2", "amount": 180_000},
        disposition="linked", subject=subject("Đ/c Lê Thị Nụ", "DV003", ("DV003", 0.995)),
        section="Đảng phí",
    ),
    finding(
        MINUTES, "dues.unpaid", "đ/c Thìn chưa nộp đảng phí tháng 5", status="alleged",
        slots={"period": "2023-05"}, disposition="review", subject=subject("đ/c Thìn"),
        section="Đảng phí", probability=0.71,
    ),
    finding(
        MINUTES, "duty.unfulfilled", "Đ/c Sửu được giao nhưng chưa làm xong",
        disposition="incomplete", subject=subject("Đ/c Sửu"), section="Đảng phí",
    ),
    finding(
        MINUTES, "sanction.decided",
        "Quyết định số 45-QĐ/ĐU ngày 12/5/2023 kỷ luật đ/c Hà Văn Mạc bằng hình thức khiển trách",
        slots={"form": "khiển trách", "decision_no": "45-QĐ/ĐU", "date": "2023-05-12"},
        disposition="review", subject=subject("đ/c Hà Văn Mạc", None, ("DV001", 0.99)),
        section="Kỷ luật", page=2,
    ),
    finding(
        MINUTES, "dues.unpaid", "không nộp đảng phí ba tháng", status="conditional",
        slots={"period": "P3M"}, disposition="context", section="Kỷ luật", page=2,
    ),
    finding(
        MINUTES, "meeting.ballot", "bỏ phiếu kín: 23/25 phiếu đồng ý, 2 phiếu không đồng ý",
        slots={"for": 23, "against": 2, "total": 25, "method": "kín"}, section="Biểu quyết", page=2,
    ),
    finding(
        DECISION, "commendation.awarded", "Tặng Giấy khen cho đồng chí Vi Văn Páo",
        slots={"form": "Giấy khen"}, disposition="linked",
        subject=subject("đồng chí Vi Văn Páo", "DV030", ("DV030", 0.91)),
    ),
]  # fmt: skip


@pytest.fixture
def output() -> Output:
    """Two documents with ten findings and one document that could not be read."""
    return Output([MINUTES, DECISION, FAILED], FINDINGS)


@pytest.fixture
def many_findings() -> Output:
    """A document with 250 findings, more than the page shows at once."""
    notes = [f"Đ/c Vi Văn Páo còn nợ đảng phí lần ghi thứ {n}." for n in range(250)]
    text = "\n".join(notes)
    of = document("nhieu", text, number="09-BB/CB")
    slots = {"period": "2023-Q1"}
    return Output([of], [finding(of, "dues.unpaid", note[:-1], slots=slots) for note in notes])


@pytest.fixture
def hostile() -> Output:
    """A document whose text, name, number and section try to become markup and script."""
    attack = (
        "</script><script>document.title='hỏng'</script><img src=x onerror=alert(1)>&amp;{{ 7*7 }}"
    )
    of = document(
        "la",
        f"Nội dung 𝄞 lạ {attack} đ/c Páo còn nợ đảng phí \u2028 quý I.",
        source='/du-lieu/<i>lạ & "hay"<i>.pdf',
        number=attack,
        issuer=attack,
        warnings=[attack],
        status="partial",
    )
    person = subject(attack, None, (attack, 0.5))
    slots = {"period": "2023-Q1", "amount": 5}
    found = finding(of, "dues.unpaid", "đ/c Páo còn nợ đảng phí", section=attack, subject=person)
    return Output([of], [{**found, "slots": slots}], {"purpose": attack})


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Output], str]:
    """Write a run's output and its report; gives the report's HTML."""

    def write(output: Output) -> str:
        return write_report(output.write(tmp_path / "out")).read_text("utf-8")

    return write


@pytest.fixture
def carried(written: Callable[[Output], str]) -> Callable[[Output], Line]:
    """Write a run's report; gives the data that the page carries for its script."""

    def carry(output: Output) -> Line:
        html = written(output)
        found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
        assert found
        data: Line = json.loads(found[1])
        return data

    return carry


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's chromium without a window; the tests that use it are marked `browser`."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("needs Debian's packages chromium and chromium-driver")
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in BROWSER_FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(executable_path=driver)
    chrome = webdriver.Chrome(options=options, service=service)
    yield chrome
    chrome.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Callable[..., Any]:
    """Write a run's report and open it from its file, at a width in pixels and with a fragment."""

    def open_report(output: Output, *, fragment: str = "", width: int = 1280) -> Any:
        report = write_report(output.write(tmp_path / "out"))
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        browser.get("about:blank")
        browser.get(report.as_uri() + fragment)
        return browser

    return open_report
