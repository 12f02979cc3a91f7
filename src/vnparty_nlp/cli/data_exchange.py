"""What leaves the office and comes back: `vnparty data pseudonymise`, `export`, `import`."""

import sys
from pathlib import Path

import click

from vnparty_nlp.cli import fields
from vnparty_nlp.cli.language import Language

# The names of `evaluation.exchange.FORMATS`, which is not imported for a help text.
_FORMATS = click.Choice(["labelstudio", "doccano", "spacy"])


def pseudonymise(say: Language) -> click.Command:
    """The command that puts pseudonyms for names."""

    def run(source: Path, key: Path, register: Path | None, out: Path) -> int:
        from vnparty_nlp.evaluation.corpus import read_corpus, write_corpus
        from vnparty_nlp.evaluation.pseudonymise import pseudonymise
        from vnparty_nlp.evaluation.pseudonyms import read_key
        from vnparty_nlp.linking import read_register

        secret = read_key(key)
        people = [member.full_name for member in read_register(register)] if register else []
        passages = pseudonymise(list(read_corpus([source])), secret, people)
        write_corpus(out, passages)
        warning = say(
            "tên được thay tự động và có thể sót; bút danh vẫn là dữ liệu cá nhân. "
            "Hãy đọc lại trước khi gửi đi, và giữ khóa ở nơi khác.",
            "names are found by rule and some may be left; pseudonyms are still personal data. "
            "Read the file before it leaves, and keep the key elsewhere.",
        )
        print(f"vnparty: {warning}", file=sys.stderr)
        print(say(f"{len(passages)} đoạn → {out}", f"{len(passages)} passages → {out}"))
        return 0

    return click.Command(
        "pseudonymise",
        help=say(
            "Thay tên người bằng bút danh ổn định theo khóa, che số điện thoại, số giấy tờ, "
            "thư điện tử, ngày sinh. Không lưu bảng tra ngược.",
            "Replace names by pseudonyms that are stable under a key; mask phone and identity "
            "numbers, e-mail and birth dates. No table leads back.",
        ),
        params=[
            click.Argument(["source"], type=fields.EXISTING_FILE),
            click.Option(
                ["--key"],
                required=True,
                type=fields.EXISTING_FILE,
                help=say(
                    "Tệp khóa, ít nhất 16 byte ngẫu nhiên.", "Key file: 16 random bytes or more."
                ),
            ),
            click.Option(
                ["--register"],
                type=fields.EXISTING_FILE,
                help=say(
                    "Danh sách đảng viên; tên trong đó được thay ở mọi nơi.",
                    "Member register; its names are replaced wherever they stand.",
                ),
            ),
            fields.out(say("Tệp JSON Lines ra.", "JSON Lines file to write.")),
        ],
        callback=run,
    )


def _form(flag: str, text: str) -> click.Option:
    """The other tool, by name."""
    return click.Option([flag, "form"], required=True, type=_FORMATS, help=text)


def export(say: Language) -> click.Command:
    """The command that writes another tool's file."""

    def run(source: Path, form: str, out: Path) -> int:
        from vnparty_nlp.evaluation.corpus import read_corpus
        from vnparty_nlp.evaluation.exchange import export

        for path in export(form, list(read_corpus([source])), out):
            print(path)
        return 0

    return click.Command(
        "export",
        help=say(
            "Xuất các đoạn sang Label Studio, doccano hoặc spaCy, kèm danh sách nhãn.",
            "Write passages for Label Studio, doccano or spaCy, with the labels to choose from.",
        ),
        params=[
            click.Argument(["source"], type=fields.EXISTING_FILE),
            _form("--to", say("Công cụ sẽ đọc tệp.", "The tool that will read the file.")),
            fields.out(say("Tệp ra.", "File to write.")),
        ],
        callback=run,
    )


def bring_back(say: Language) -> click.Command:
    """The command that reads another tool's file."""

    def run(source: Path, form: str, keep: Path | None, out: Path) -> int:
        from vnparty_nlp.evaluation.corpus import read_corpus, write_corpus
        from vnparty_nlp.evaluation.exchange import FORMATS, keep_details

        passages = FORMATS[form].read(source)
        if keep is not None:
            passages = keep_details(passages, list(read_corpus([keep])))
        write_corpus(out, passages)
        print(say(f"{len(passages)} đoạn → {out}", f"{len(passages)} passages → {out}"))
        return 0

    return click.Command(
        "import",
        help=say(
            "Nhập các đoạn đã gắn nhãn; nhãn ngoài danh mục bị từ chối, có nêu dòng.",
            "Read annotated passages; a label outside the catalogue is refused with its line.",
        ),
        params=[
            click.Argument(["source"], type=fields.EXISTING_FILE),
            _form("--from", say("Công cụ đã ghi tệp.", "The tool that wrote the file.")),
            click.Option(
                ["--keep"],
                type=fields.EXISTING_FILE,
                help=say(
                    "Tệp đã xuất: giữ lại chi tiết và đối tượng của các nhãn không đổi.",
                    "The exported file: keeps slots and subjects of labels that did not change.",
                ),
            ),
            fields.out(say("Tệp JSON Lines ra.", "JSON Lines file to write.")),
        ],
        callback=run,
    )
