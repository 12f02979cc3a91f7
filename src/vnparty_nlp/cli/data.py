"""`vnparty data`: annotated passages, from one's own minutes to a corpus that trains and judges."""

import sys
from pathlib import Path

import click

from vnparty_nlp.cli import data_exchange, fields
from vnparty_nlp.cli.language import Language


def command(say: Language) -> click.Group:
    """The group of commands."""
    return click.Group(
        "data",
        help=say(
            "Dữ liệu chú giải: cắt đoạn, kiểm tra, chia, đo độ thống nhất, trao đổi, thay tên.",
            "Annotated passages: cut, check, split, agree, exchange, pseudonymise.",
        ),
        commands={
            "passages": _passages(say),
            "pseudonymise": data_exchange.pseudonymise(say),
            "export": data_exchange.export(say),
            "import": data_exchange.bring_back(say),
            "check": _check(say),
            "split": _split(say),
            "agreement": _agreement(say),
        },
    )


def _folder() -> click.Argument:
    existing = click.Path(path_type=Path, exists=True, file_okay=False)
    return click.Argument(["corpora"], type=existing)


def _passages(say: Language) -> click.Command:
    def run(inputs: tuple[Path, ...], out: Path, settings: Path | None) -> int:
        from vnparty_nlp.batch.discover import discover
        from vnparty_nlp.errors import DocumentError
        from vnparty_nlp.evaluation.corpus import write_corpus
        from vnparty_nlp.evaluation.own_minutes import cut_documents
        from vnparty_nlp.settings import load_settings

        failed: list[DocumentError] = []
        cut = list(cut_documents(discover(inputs), load_settings(settings), failed.append))
        for error in failed:
            print(f"{say('lỗi', 'failed')}: {error.told(say.code)}", file=sys.stderr)
        write_corpus(out, cut)
        print(say(f"{len(cut)} đoạn → {out}", f"{len(cut)} passages → {out}"))
        return int(bool(failed))

    return click.Command(
        "passages",
        help=say("Cắt tài liệu thành các đoạn chưa gắn nhãn.", "Cut documents into passages."),
        params=[
            fields.inputs(),
            fields.out(say("Tệp JSON Lines ra.", "JSON Lines file to write.")),
            fields.settings(say),
        ],
        callback=run,
    )


def _check(say: Language) -> click.Command:
    def run(corpora: Path) -> int:
        from vnparty_nlp.evaluation.check import check_corpus, describe, usable

        count, problems = check_corpus(corpora)
        for problem in problems:
            print(describe(problem))
        grave = sum(problem.grave for problem in problems)
        told = say(
            f"{count} đoạn, {grave} lỗi, {len(problems) - grave} lưu ý.",
            f"{count} passages, {grave} errors, {len(problems) - grave} notices.",
        )
        print(told, file=sys.stderr)
        return 0 if usable(problems) else 1

    return click.Command(
        "check",
        help=say(
            "Kiểm tra ngữ liệu; mỗi lỗi kèm tệp, dòng và cách sửa (tiếng Anh). Mã thoát 1 nếu có.",
            "Check a corpus; each problem with file, line and remedy. Exit code 1 if there is one.",
        ),
        params=[_folder()],
        callback=run,
    )


def _split(say: Language) -> click.Command:
    def run(corpora: Path, seed: int, dev: float, test: float) -> int:
        from vnparty_nlp.evaluation.splits import draw_plan, write_plan

        plan = draw_plan(corpora, seed=seed, dev=dev, test=test)
        path = write_plan(corpora, plan, seed=seed)
        print(f"{path}: " + "; ".join(f"{name}: {', '.join(plan[name])}" for name in plan))
        return 0

    share = click.FloatRange(0, 1, min_open=True, max_open=True)
    return click.Command(
        "split",
        help=say(
            "Chia theo tác giả (mọi tệp của một người đi cùng nhau) và ghi splits.toml.",
            "Split by author (all files of one go together) and write splits.toml.",
        ),
        params=[
            _folder(),
            fields.seed(say),
            click.Option(
                ["--dev"],
                type=share,
                default=0.15,
                show_default=True,
                help=say("Tỷ lệ đoạn để chọn mô hình.", "Share of passages to choose with."),
            ),
            click.Option(
                ["--test"],
                type=share,
                default=0.15,
                show_default=True,
                help=say("Tỷ lệ đoạn để đánh giá.", "Share of passages to judge with."),
            ),
        ],
        callback=run,
    )


def _agreement(say: Language) -> click.Command:
    def run(first: Path, second: Path) -> int:
        from vnparty_nlp.evaluation.agreement import agree, agreement_table
        from vnparty_nlp.evaluation.corpus import read_corpus

        print(agreement_table(agree(list(read_corpus([first])), list(read_corpus([second])))))
        return 0

    return click.Command(
        "agreement",
        help=say(
            "Độ thống nhất của hai người gắn nhãn cùng các đoạn: F1, alpha, chỗ khác nhau.",
            "How two annotators of the same passages agree: F1, alpha, where they differ.",
        ),
        params=[
            click.Argument(["first"], type=fields.EXISTING_FILE),
            click.Argument(["second"], type=fields.EXISTING_FILE),
        ],
        callback=run,
    )
