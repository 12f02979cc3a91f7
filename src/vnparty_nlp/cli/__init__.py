"""The command `vnparty`: a file a command; each parses arguments and calls one function."""

import os
import sys
from collections.abc import Sequence

import click

from vnparty_nlp.cli.app import build_app
from vnparty_nlp.cli.language import Language, take_language
from vnparty_nlp.errors import VnpartyError

WRONG_USAGE, INTERRUPTED = 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `vnparty` and return its exit code: 0 all read, 1 some documents failed or are partial,
    2 wrong usage (nothing written), 130 interrupted (finished documents are kept).
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    say = Language()
    try:
        say, rest = take_language(given, os.environ)
        result = build_app(say).main(rest, prog_name="vnparty", standalone_mode=False)
    except VnpartyError as error:
        print(f"vnparty: {error.told(say.code)}", file=sys.stderr)
        return WRONG_USAGE
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except (KeyboardInterrupt, click.Abort):
        kept = say(
            "đã dừng; các tài liệu xong được giữ lại, chạy lại cùng lệnh để làm tiếp.",
            "stopped; finished documents are kept, run the same command to go on.",
        )
        print(f"\nvnparty: {kept}", file=sys.stderr)
        return INTERRUPTED
    return result if isinstance(result, int) else 0
