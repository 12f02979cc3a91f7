"""Why a file cannot be read and what to do about it, in both languages."""

from typing import NamedTuple

from vnparty_nlp.errors import Wording


class Problem(NamedTuple):
    """What was found and what to do: the arguments of DocumentError behind the path."""

    problem: Wording
    remedy: Wording


_SAVE_AS = Wording(
    "hãy lưu lại thành PDF, DOCX, HTML hoặc TXT", "save it as PDF, DOCX, HTML or TXT"
)
_CHECK_FILE = Wording("hãy kiểm tra lại tệp gốc", "check the original file")
_FETCH_AGAIN = Wording(
    "hãy lấy lại bản gốc rồi lưu lại", "get the original again and save it once more"
)
_REMOVE_PASSWORD = Wording(
    "hãy bỏ mật khẩu rồi lưu lại", "remove the password and save it once more"
)
_CHECK_SOURCE = Wording(
    "hãy kiểm tra xem tệp từ đâu đến trước khi mở", "check where the file comes from"
)

EMPTY = Problem(Wording("tệp rỗng", "the file is empty"), _CHECK_FILE)
NO_TEXT = Problem(Wording("tệp không có chữ nào", "the file holds no text"), _CHECK_FILE)
MISSING = Problem(
    Wording("không tìm thấy tệp", "there is no such file"),
    Wording("hãy kiểm tra đường dẫn", "check the path"),
)
FOLDER = Problem(
    Wording("đây là thư mục, không phải tệp", "this is a folder, not a file"),
    Wording("hãy chỉ một tệp", "name a file"),
)
FORBIDDEN = Problem(
    Wording("không có quyền đọc tệp", "no permission to read the file"),
    Wording("hãy cấp quyền đọc cho người chạy", "grant read permission to whoever runs this"),
)
ARCHIVE = Problem(
    Wording("tệp nén không phải là văn bản", "an archive is not a document"),
    Wording("hãy giải nén trước", "unpack it first"),
)
UNKNOWN = Problem(
    Wording("không nhận ra định dạng của tệp", "the file's format is not known"), _SAVE_AS
)
PDF_PASSWORD = Problem(Wording("tệp PDF có mật khẩu", "the PDF has a password"), _REMOVE_PASSWORD)
PDF_PROTECTED = Problem(
    Wording("tệp PDF được mã hóa theo cách lạ", "the PDF is protected in an unknown way"),
    _REMOVE_PASSWORD,
)
PDF_BROKEN = Problem(
    Wording("tệp PDF hỏng hoặc bị cắt cụt", "the PDF is damaged or truncated"), _FETCH_AGAIN
)
PDF_SCAN = Problem(
    Wording("tệp PDF là bản quét, không có lớp chữ", "the PDF is a scan without a text layer"),
    Wording(
        "hãy nhận dạng chữ (OCR) rồi lưu lại thành PDF",
        "recognise its text (OCR) and save it as PDF",
    ),
)
PDF_GARBLED = Problem(
    Wording("lớp chữ của tệp PDF hỏng, không đọc được", "the PDF's text layer is unreadable"),
    Wording("hãy xuất lại PDF từ bản gốc", "export the PDF again from the original"),
)
WORD_PASSWORD = Problem(
    Wording("tệp Word có mật khẩu", "the Word file has a password"), _REMOVE_PASSWORD
)
WORD_BROKEN = Problem(
    Wording("tệp DOCX hỏng hoặc bị cắt cụt", "the DOCX is damaged or truncated"), _FETCH_AGAIN
)
WORD_ENTITIES = Problem(
    Wording(
        "tệp DOCX khai báo thực thể XML, có thể là tệp độc hại",
        "the DOCX declares XML entities and may be harmful",
    ),
    _CHECK_SOURCE,
)
HTML_BROKEN = Problem(
    Wording("tệp HTML hỏng", "the HTML is damaged"),
    Wording("hãy mở bằng trình duyệt rồi lưu lại", "open it in a browser and save it once more"),
)
ENCODING = Problem(
    Wording(
        "không nhận ra bảng mã của tệp (có thể là TCVN3 hoặc VNI)",
        "the file's encoding is not known (perhaps TCVN3 or VNI)",
    ),
    Wording("hãy chuyển sang Unicode (UTF-8) rồi lưu lại", "convert it to Unicode (UTF-8)"),
)


PICTURE = Problem(
    Wording("tệp ảnh chưa đọc được", "pictures cannot be read yet"),
    Wording(
        "hãy nhận dạng chữ (OCR) rồi lưu lại thành PDF",
        "recognise their text (OCR) and save it as PDF",
    ),
)


def not_yet(format_name: str) -> Problem:
    """A document format that no reader knows."""
    return Problem(
        Wording(f"tệp {format_name} chưa đọc được", f"{format_name} files cannot be read yet"),
        _SAVE_AS,
    )


def no_document(format_name: str) -> Problem:
    """A format that holds something else than a document."""
    return Problem(
        Wording(
            f"tệp {format_name} không phải là văn bản", f"a {format_name} file is not a document"
        ),
        _SAVE_AS,
    )


def unreadable(reason: str) -> Problem:
    """What the operating system says."""
    return Problem(
        Wording(f"không đọc được tệp ({reason})", f"the file cannot be read ({reason})"),
        Wording("hãy kiểm tra ổ đĩa rồi chạy lại", "check the disk and run again"),
    )


def too_large(megabytes: float, limit: float) -> Problem:
    """A file above the limit."""
    return Problem(
        Wording(
            f"tệp lớn {megabytes:.0f} MB, quá giới hạn {limit:.0f} MB",
            f"the file has {megabytes:.0f} MB, the limit is {limit:.0f} MB",
        ),
        Wording(
            "hãy chia nhỏ tệp hoặc nâng max_megabytes trong phần [parsing] của cài đặt",
            "split the file or raise max_megabytes in [parsing] of the settings",
        ),
    )


def too_many_pages(pages: int, limit: int) -> Problem:
    """A PDF above the limit."""
    return Problem(
        Wording(
            f"tệp có {pages} trang, quá giới hạn {limit} trang",
            f"the file has {pages} pages, the limit is {limit}",
        ),
        Wording(
            "hãy chia nhỏ tệp hoặc nâng max_pages trong phần [parsing] của cài đặt",
            "split the file or raise max_pages in [parsing] of the settings",
        ),
    )


def unpacks_too_large(megabytes: int) -> Problem:
    """A DOCX that unpacks to more than the limit."""
    return Problem(
        Wording(
            f"nội dung bung ra quá {megabytes} MB", f"its content unpacks to over {megabytes} MB"
        ),
        _CHECK_SOURCE,
    )
