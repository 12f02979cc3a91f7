"""HTML, plain text and RTF that are built to hurt. Each function gives the bytes of a file."""

from collections.abc import Callable

LINE = "Chi bộ thôn Bãi Dâu họp ngày 05/6/2023, có mặt 25/28 đồng chí. "

FILES: dict[str, Callable[[], bytes]] = {
    "deep.html": lambda: b"<html><body>" + b"<div>" * 100_000 + LINE.encode(),
    "deep-tables.html": lambda: b"<html><body>" + b"<table><tr><td>" * 20_000 + LINE.encode(),
    "wide-cells.html": lambda: (
        b"<html><body><table>" + b"<tr><td colspan=100000000 rowspan=100000000>x" * 200 + LINE.encode()
    ),
    "many-cells.html": lambda: b"<html><body><table>" + (b"<tr>" + b"<td>1" * 50) * 2000,
    "many-attributes.html": lambda: (
        b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">" + LINE.encode()
    ),
    "endless-attribute.html": lambda: b'<html><body><p title="' + b"a" * 5_000_000,
    "wrong-charset.html": lambda: b"<html><head><meta charset=utf-7></head><body>+ADw-script+AD4-",
    "no-such-charset.html": lambda: b"<html><head><meta charset=khong-co></head><body>" + LINE.encode(),
    "nul.html": lambda: b"<html><body><p>Chi\x00bo\x00</p>\x00" * 100,
    "script.html": lambda: b"<html><body><script>while(true){}</script><p onload=x()>" + LINE.encode(),
    "entities.html": lambda: b"<html><body>" + b"&#x10FFFF;&#xD800;&#0;&#99999999999;&amp" * 5000,
    "laughs.xhtml.html": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "'
        + b"&a;" * 1000 + b'"><!ENTITY c "' + b"&b;" * 1000 + b'">]><html><body>&c;</body></html>'
    ),
    "one-line.txt": lambda: (LINE * 150_000).encode()[:10_000_000],
    "one-word.txt": lambda: b"a" * 10_000_000,
    "many-lines.txt": lambda: ("Chi bộ\n" * 200_000).encode(),
    "marks.txt": lambda: "\u0301\u0323".encode() * 100_000,
    "stacked-marks.txt": lambda: ("a" + "\u0301" * 200_000).encode(),
    "binary.txt": lambda: bytes(range(256)) * 4000,
    "half.txt": lambda: LINE.encode("utf-16")[:-1],
    "unpaired.txt": lambda: b"\xff\xfe" + b"\x00\xd8" * 1000,
    "controls.txt": lambda: bytes(range(1, 32)) * 1000,
    "right-to-left.txt": lambda: ("\u202e" * 1000 + LINE + "\u2066" * 1000).encode(),
    "blanks.txt": lambda: ("Số" + " " * 1_000_000 + "05-BB/CB\n").encode(),
    "bars.txt": lambda: b"1 | " * 300_000,
    "tabs.txt": lambda: (b"1\t" * 300 + b"\n") * 300,
    "shares.txt": lambda: ("Có mặt " + "1/2 " * 200_000).encode(),
    "dates.txt": lambda: ("ngày 5 tháng 6 " * 50_000).encode(),
    "deep.rtf": lambda: b"{\\rtf1" + b"{" * 100_000 + LINE.encode("ascii", "ignore"),
    "bin.rtf": lambda: b"{\\rtf1 Chi bo \\bin2147483647 abc}",
    "objects.rtf": lambda: b"{\\rtf1 " + b"{\\object\\objemb{\\*\\objdata 0105}}" * 5000 + b"Chi bo}",
    "old.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 5000,
}  # fmt: skip
