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
_INSTALL_OCR = Wording(
    "hãy cài OCR bằng lệnh pip install 'vnparty-nlp[ocr]' và"
    " sudo apt-get install tesseract-ocr tesseract-ocr-vie",
    "install OCR with pip install 'vnparty-nlp[ocr]' and"
    " sudo apt-get install tesseract-ocr tesseract-ocr-vie",
)
PDF_SCAN = Problem(
    Wording("tệp PDF là bản quét, không có lớp chữ", "the PDF is a scan without a text layer"),
    _INSTALL_OCR,
)
SCAN_BLANK = Problem(
    Wording(
        "tệp là bản quét, OCR không thấy chữ nào",
        "the file is a scan without a text layer, and OCR finds no text",
    ),
    Wording("hãy quét lại rõ hơn, khoảng 300 dpi", "scan it again more clearly, at about 300 dpi"),
)
# In a warning, behind the pages: a part of the document was not read.
OCR_WANTED = f"chỉ có ảnh quét hoặc lớp chữ hỏng, chưa đọc được; {_INSTALL_OCR.vi}"
DOC_BROKEN = Problem(
    Wording(
        "LibreOffice không mở được tệp DOC, tệp có thể hỏng",
        "LibreOffice cannot open the DOC, which may be damaged",
    ),
    _FETCH_AGAIN,
)
OFFICE_MISSING = Problem(
    Wording(
        "tệp DOC (Word 97–2003) chỉ đọc được qua LibreOffice, máy này chưa cài",
        "DOC files (Word 97-2003) are read through LibreOffice, which is not installed",
    ),
    Wording(
        "hãy cài bằng lệnh sudo apt-get install libreoffice-writer-nogui, hoặc lưu lại thành DOCX",
        "install it with sudo apt-get install libreoffice-writer-nogui, or save the file as DOCX",
    ),
)
WEB_ARCHIVE_BROKEN = Problem(
    Wording("tệp MHT không có trang nào đọc được", "the MHT holds no page that can be read"),
    _SAVE_AS,
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
    Wording("tệp ảnh cần OCR để đọc", "a picture is read by OCR, which is missing here"),
    _INSTALL_OCR,
)
PICTURE_BROKEN = Problem(
    Wording("tệp ảnh hỏng hoặc bị cắt cụt", "the picture is damaged or truncated"), _FETCH_AGAIN
)


def password(format_name: str) -> Problem:
    """A file that opens with a password only."""
    return Problem(
        Wording(f"tệp {format_name} có mật khẩu", f"the {format_name} file has a password"),
        _REMOVE_PASSWORD,
    )


def broken(format_name: str) -> Problem:
    """A file that breaks off or does not follow its format."""
    return Problem(
        Wording(
            f"tệp {format_name} hỏng hoặc bị cắt cụt", f"the {format_name} is damaged or truncated"
        ),
        _FETCH_AGAIN,
    )


def entities(format_name: str) -> Problem:
    """XML that brings its own entities: a known way to fill the memory or to fetch files."""
    return Problem(
        Wording(
            f"tệp {format_name} khai báo thực thể XML, có thể là tệp độc hại",
            f"the {format_name} declares XML entities and may be harmful",
        ),
        _CHECK_SOURCE,
    )


def office_too_slow(seconds: int) -> Problem:
    """A DOC that LibreOffice did not convert in time."""
    return Problem(
        Wording(
            f"LibreOffice đọc tệp DOC quá {seconds} giây",
            f"LibreOffice took more than {seconds} seconds over the DOC",
        ),
        Wording(
            "hãy lưu lại thành DOCX hoặc nâng office_seconds trong phần [parsing] của cài đặt",
            "save it as DOCX or raise office_seconds in [parsing] of the settings",
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


def too_many_pixels(millions: float, limit: float) -> Problem:
    """A picture above the limit: it may unpack to gigabytes."""
    return Problem(
        Wording(
            f"ảnh có {millions:.0f} triệu điểm, quá giới hạn {limit:.0f} triệu",
            f"the picture has {millions:.0f} million pixels, the limit is {limit:.0f} million",
        ),
        Wording(
            "hãy quét lại ở 300 dpi hoặc nâng max_megapixels trong phần [parsing] của cài đặt",
            "scan it again at 300 dpi or raise max_megapixels in [parsing] of the settings",
        ),
    )
