"""What can befall the process that reads a file, in both languages."""

import signal

from vnparty_nlp.errors import DocumentError, Wording

_SAVE_ANEW = Wording(
    "hãy lưu lại tệp bằng chương trình khác", "save the file anew with another program"
)


def too_slow(source: str, seconds: int) -> DocumentError:
    """A file that took longer than it may."""
    return DocumentError(
        source,
        Wording(
            f"đọc tệp quá {seconds} giây nên bị dừng",
            f"reading it took over {seconds} seconds and was stopped",
        ),
        Wording(
            "hãy chia nhỏ tệp hoặc nâng max_seconds trong phần [batch] của cài đặt",
            "split the file or raise max_seconds in [batch] of the settings",
        ),
    )


def too_much_memory(source: str, megabytes: int) -> DocumentError:
    """A file that took more memory than there may be."""
    return DocumentError(
        source,
        Wording(
            f"đọc tệp cần quá {megabytes} MB bộ nhớ",
            f"reading it takes over {megabytes} MB of memory",
        ),
        Wording(
            "hãy chia nhỏ tệp hoặc nâng max_megabytes_of_memory trong phần [batch] của cài đặt",
            "split the file or raise max_megabytes_of_memory in [batch] of the settings",
        ),
    )


def crashed(source: str, exit_code: int | None) -> DocumentError:
    """A file that ended its process twice."""
    how = _name(exit_code)
    return DocumentError(
        source,
        Wording(
            f"tiến trình đọc tệp bị dừng đột ngột ({how}), có thể do thiếu bộ nhớ",
            f"reading it killed the process ({how}), perhaps for lack of memory",
        ),
        _SAVE_ANEW,
    )


def program_error(source: str, kind: str) -> DocumentError:
    """A file over which the program failed; `kind` names the exception."""
    return DocumentError(
        source,
        Wording(f"lỗi chương trình ({kind})", f"program error ({kind})"),
        Wording(
            "hãy gửi tệp errors.log trong thư mục kết quả cho người phát triển",
            "send errors.log in the output folder to the developers",
        ),
    )


def not_a_file(source: str) -> DocumentError:
    """A pipe, a socket or a device."""
    return DocumentError(
        source,
        Wording("không phải là tệp thông thường", "this is not a regular file"),
        Wording("hãy chỉ một tệp", "name a file"),
    )


def not_started(exit_code: int | None) -> Wording:
    """What to tell where a worker ends before it could read anything."""
    how = _name(exit_code)
    return Wording(
        vi=f"tiến trình đọc tệp không khởi động được ({how}); chi tiết ở các dòng trên. Có thể "
        "max_megabytes_of_memory trong phần [batch] quá thấp.",
        en=f"a reading process could not start ({how}); its own words stand above. Perhaps "
        "max_megabytes_of_memory in [batch] is too low.",
    )


def _name(exit_code: int | None) -> str:
    if exit_code is not None and -exit_code in set(signal.Signals):
        return signal.Signals(-exit_code).name
    return f"exit code {exit_code}"
