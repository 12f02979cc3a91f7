"""All commands in one group."""

import click

from vnparty_nlp import __version__
from vnparty_nlp.cli import catalogue, data, evaluate, link, outline, parse, process, tag, train
from vnparty_nlp.cli.language import Language

COMMANDS = (process, parse, tag, link, data, train, evaluate, outline, catalogue)


def build_app(say: Language) -> click.Group:
    """The command group, its help worded by `say`."""
    app = click.Group(
        "vnparty",
        help=say(
            "Đọc biên bản, văn bản hướng dẫn; tìm sự việc được ghi trong văn bản để người có thẩm "
            "quyền xem xét. Không đánh giá ý kiến, không xếp hạng con người.",
            "Reads minutes and guidance and finds the facts they record, for people to review. "
            "It judges no opinion and ranks no person.",
        ),
        epilog=say("Thêm --lang en để hiện tiếng Anh.", "Leave out --lang en for Vietnamese."),
        params=[],
        commands={module.__name__.rsplit(".", 1)[1]: module.command(say) for module in COMMANDS},
    )
    return click.version_option(__version__, prog_name="vnparty")(app)
