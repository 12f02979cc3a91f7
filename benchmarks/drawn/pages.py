"""Own pages with what is hard to read: columns, tables, notes, page breaks, torn words, stamps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from benchmarks.drawn.sheet import HEIGHT, WIDTH, Drawing, Page, Piece, width, words

_LEFT, _RIGHT, _TOP, _BOTTOM = 85.0, 552.0, 770.0, 75.0
_SIZE, _PITCH, _INDENT = 12.0, 17.0, 28.0

_REPORT = (
    "Đồng chí Bí thư thông qua báo cáo tháng: toàn thôn đã gieo xong vụ mùa, diện tích bốn mươi"
    " hai héc ta, kênh Đồng Sậy nạo vét được ba trăm mét, còn lại giao tổ thủy nông hoàn thành"
    " trước ngày 20/7; quỹ khuyến học thu đủ, đã mua sách vở cho mười một cháu."
)
_OPINION = (
    "Đồng chí Lường Thị Mận đề nghị chi ủy kiểm tra việc trực đêm của tổ tuần tra, hai tuần qua"
    " chưa ghi sổ; đồng chí Khổng Văn Rạng nhận khuyết điểm, hứa bổ sung sổ trực và báo cáo lại"
    " trong kỳ họp tới."
)
_DUTY = (
    "Chi bộ giao đồng chí Ngọ Văn Tước lập danh sách các hộ chưa có nước sạch, gửi Ủy ban nhân"
    " dân xã trước ngày 25/7, đồng chí Phó Bí thư theo dõi, đôn đốc và kiểm tra kết quả."
)
_NOTE = "Theo sổ thu của thủ quỹ, có chữ ký của từng người nộp và dấu của chi ủy."
_HEAD = "Chi bộ thôn Đồng Sậy - Biên bản tháng 7"
_TABLE = (
    ("TT", "Họ và tên", "Số tiền", "Ghi chú"),
    ("1", "Lường Thị Mận", "45.000", "Nộp đủ"),
    ("2", "Khổng Văn Rạng", "30.000", "Nộp thay cho vợ, có phiếu thu kèm theo"),
    ("3", "Ngọ Văn Tước", "45.000", "Nộp đủ"),
    ("4", "Mè Thị Sáo", "20.000", "Được miễn giảm theo nghị quyết tháng trước"),
)
_LIST = ("- Cắt tỉa cây ven đường trước ngày 10/7.", "- Thu quỹ khuyến học đợt hai.")


@dataclass
class _Writer:
    """Sets text on pages, one line below the other."""

    pages: list[Page] = field(default_factory=lambda: [Page()])
    gold: list[str] = field(default_factory=list)
    y: float = _TOP
    blank: float = 0.32

    def put(self, piece: Piece) -> None:
        self.pages[-1].pieces += words(piece)

    def centre(self, text: str, size: float = _SIZE, font: str = "Bold") -> None:
        x = (_LEFT + _RIGHT - width(text, font, size)) / 2
        self.put(Piece(x, self.y, text, font, size))
        self.gold.append(text)
        self.y -= _PITCH

    def paragraph(
        self, text: str, left: float = _LEFT, right: float = _RIGHT, indent: float = _INDENT
    ) -> None:
        """A justified paragraph; it goes on on the next page where this one is full."""
        self.gold.append(text)
        for x, line in _lines(text, left, right, indent, self.blank):
            if self.y < _BOTTOM:
                self.turn_page()
            for word, place in line:
                self.pages[-1].pieces.append(Piece(x + place, self.y, word))
            self.y -= _PITCH
        self.y -= 4

    def turn_page(self) -> None:
        self.pages.append(Page())
        self.y = _TOP

    def drawing(self, name: str) -> Drawing:
        return Drawing(name, tuple(self.pages), "\n".join(self.gold))


def _lines(
    text: str, left: float, right: float, indent: float, blank: float
) -> Iterator[tuple[float, list[tuple[str, float]]]]:
    """Each line's left end, and its words with their distance from it; all but the last full."""
    line: list[str] = []
    x = left + indent
    for word in text.split():
        long = sum(map(width, [*line, word])) + blank * _SIZE * len(line)
        if line and x + long > right:
            gaps = max(1, len(line) - 1)
            yield x, _spread(line, (right - x - sum(map(width, line))) / gaps)
            line, x = [], left
        line.append(word)
    yield x, _spread(line, blank * _SIZE)


def _spread(line: Sequence[str], gap: float) -> list[tuple[str, float]]:
    places: list[tuple[str, float]] = []
    x = 0.0
    for word in line:
        places.append((word, x))
        x += width(word) + gap
    return places


def drawings() -> list[Drawing]:
    """All own documents."""
    return [
        _plain(),
        _columns(),
        _table(ruled=True),
        _table(ruled=False),
        _broken_table(),
        _notes(),
        _long(),
        _narrow(),
        _spaced(),
        _turned(),
        _stamped(),
        _hyphens(),
        _columns_over_pages(),
    ]


def _plain() -> Drawing:
    writer = _Writer()
    writer.centre("BIÊN BẢN", 14)
    writer.centre("Sinh hoạt chi bộ thường kỳ tháng 7 năm 2024")
    for text in (_REPORT, _OPINION, *_LIST, _DUTY):
        writer.paragraph(text)
    return writer.drawing("plain")


def _columns() -> Drawing:
    writer = _Writer()
    writer.centre("BẢN TIN CHI BỘ THÔN ĐỒNG SẬY", 14)
    top = writer.y
    for left, right in ((60.0, 285.0), (315.0, 540.0)):
        writer.y = top
        for text in (_REPORT, _OPINION):
            writer.paragraph(text, left, right, 14)
    return writer.drawing("columns")


def _columns_over_pages() -> Drawing:
    """A paragraph that goes on in the next column, and one on the next page."""
    writer = _Writer()
    lines = [
        line
        for text in (_REPORT, _OPINION, _DUTY, _REPORT, _OPINION, _DUTY)
        for line in _lines(text, 0.0, 225.0, 14.0, 0.3)
    ]
    for number, (x, line) in enumerate(lines):
        page, place = divmod(number, 30)
        column, row = divmod(place, 15)
        if page == len(writer.pages):
            writer.turn_page()
        left, y = (60.0, 315.0)[column], _TOP - row * _PITCH
        writer.pages[-1].pieces += [Piece(left + x + at, y, word) for word, at in line]
    writer.gold += [_REPORT, _OPINION, _DUTY] * 2
    return writer.drawing("columns over pages")


def _table(*, ruled: bool) -> Drawing:
    writer = _Writer()
    writer.paragraph(_DUTY)
    writer.gold += _rows(writer, _TABLE, ruled=ruled)
    writer.y -= _PITCH
    writer.paragraph(_OPINION)
    return writer.drawing("ruled table" if ruled else "open table")


def _rows(writer: _Writer, rows: Iterable[Sequence[str]], *, ruled: bool) -> list[str]:
    xs = (_LEFT, _LEFT + 35, _LEFT + 185, _LEFT + 270, _RIGHT)
    page, top = writer.pages[-1], writer.y + 13
    ys = [top]
    for row in rows:
        depth = 1
        for left, right, text in zip(xs, xs[1:], row, strict=False):
            lines = list(_lines(text, left + 4, right - 8, 0.0, 0.3)) if text else []
            for number, (x, _) in enumerate(lines):
                line = " ".join(word for word, _ in lines[number][1])
                page.pieces += words(Piece(x, writer.y - number * _PITCH, line))
            depth = max(depth, len(lines))
        writer.y -= depth * _PITCH + 3
        ys.append(writer.y + 13)
    if ruled:
        page.rules += [(xs[0], y, xs[-1], y) for y in ys]
        page.rules += [(x, ys[0], x, ys[-1]) for x in xs]
    return [" ".join(row) for row in rows]


def _broken_table() -> Drawing:
    """The header is repeated on the next page, and the last row's last cell goes on there."""
    writer = _Writer()
    writer.paragraph(_REPORT)
    writer.y = 190
    cut = ("4", "Mè Thị Sáo", "20.000", "Được miễn giảm theo")
    _rows(writer, [*_TABLE[:4], cut], ruled=True)
    writer.turn_page()
    more = ("5", "Sầm Văn Khước", "15.000", "Nộp đủ")
    _rows(writer, [_TABLE[0], ("", "", "", "nghị quyết tháng trước"), more], ruled=True)
    writer.gold += [" ".join(row) for row in (*_TABLE, more)]
    writer.y -= _PITCH
    writer.paragraph(_OPINION)
    return writer.drawing("table over a page break")


def _notes() -> Drawing:
    """A footnote in small type under a short line; its mark is raised in the text."""
    writer = _Writer()
    writer.paragraph(_REPORT)
    last = writer.pages[-1].pieces[-1]
    writer.put(Piece(last.x + last.width + 1, last.y + 5, "1", "Serif", 7))
    writer.paragraph(_OPINION)
    writer.pages[-1].rules.append((_LEFT, 110, _LEFT + 140, 110))
    writer.put(Piece(_LEFT, 98, "1", "Serif", 6))
    writer.put(Piece(_LEFT + 6, 95, _NOTE, "Serif", 9.5))
    writer.gold.append(f"1 {_NOTE}")
    return writer.drawing("footnote")


def _long() -> Drawing:
    """Paragraphs over page breaks, with running heads, page numbers and a footer."""
    writer = _Writer()
    for _ in range(3):
        for text in (_REPORT, _OPINION, _DUTY, *_LIST):
            writer.paragraph(text)
    for text in (_REPORT, _DUTY) * 5:
        writer.paragraph(text)
    for number, page in enumerate(writer.pages, start=1):
        page.pieces += words(Piece(_LEFT, 800, _HEAD, "Serif", 9))
        figure = f"Trang {number}/{len(writer.pages)}"
        page.pieces += words(Piece(WIDTH / 2 - 20, 40, figure, "Serif", 9))
    return writer.drawing("running heads")


def _narrow() -> Drawing:
    """Justified lines whose blanks have almost vanished."""
    writer = _Writer(blank=0.17)
    for text in (_REPORT, _OPINION, _DUTY):
        writer.paragraph(text)
    return writer.drawing("narrow blanks")


def _spaced() -> Drawing:
    """A heading set wide, its letters further apart than usual."""
    writer = _Writer()
    writer.paragraph(_DUTY)
    writer.y -= 10
    x, heading = 180.0, "ĐIỀU KHOẢN THI HÀNH"
    for word in heading.split():
        for letter in word:
            writer.pages[-1].pieces.append(Piece(x, writer.y, letter, "Bold"))
            x += width(letter, "Bold") + 2.2
        x += 7
    writer.gold.append(heading)
    writer.y -= 2 * _PITCH
    writer.paragraph(_OPINION)
    return writer.drawing("spaced capitals")


def _turned() -> Drawing:
    """A landscape page as Word prints it: the file says that it is to be turned."""
    writer = _Writer()
    for text in (_REPORT, _OPINION):
        writer.paragraph(text)
    page = writer.pages[-1]
    # Held upright, a page turned by 90° has its text running from below.
    page.pieces = [replace(p, x=HEIGHT - p.y, y=p.x, angle=90) for p in page.pieces]
    page.size, page.turned = (HEIGHT, WIDTH), 90
    return writer.drawing("turned page")


def _stamped() -> Drawing:
    """A stamp across the signature, another one up the margin."""
    writer = _Writer()
    for text in (_REPORT, _DUTY):
        writer.paragraph(text)
    page = writer.pages[-1]
    page.pieces += [
        replace(piece, angle=90, x=40, y=400 + piece.x)
        for piece in words(Piece(0, 0, "BẢN LƯU VĂN PHÒNG", "Bold", 10))
    ]
    page.pieces += words(Piece(_LEFT + 60, writer.y + 2 * _PITCH + 5, "ĐÃ KÝ", "Bold", 30))
    return writer.drawing("stamps")


def _hyphens() -> Drawing:
    """Document numbers that break at their hyphen."""
    writer = _Writer()
    first = "Căn cứ Quyết định số 15-"
    writer.put(Piece(_RIGHT - width(first), writer.y, first))
    writer.y -= _PITCH
    writer.put(Piece(_LEFT, writer.y, "QĐ/ĐU ngày 12/6/2024 của Đảng ủy xã, chi bộ họp bàn."))
    writer.gold.append(f"{first}QĐ/ĐU ngày 12/6/2024 của Đảng ủy xã, chi bộ họp bàn.")
    writer.y -= 2 * _PITCH
    writer.paragraph(_OPINION)
    return writer.drawing("hyphens")
