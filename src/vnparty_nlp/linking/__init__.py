"""Mention + register → link with candidates and reasons; never sees a label or a status."""

from collections.abc import Sequence

from vnparty_nlp.linking.protocol import Linker
from vnparty_nlp.linking.register import digest, read_register
from vnparty_nlp.linking.register_linker import RegisterLinker
from vnparty_nlp.records import Member
from vnparty_nlp.settings import LinkingSettings

LINKERS = {"register": RegisterLinker}

__all__ = ["LINKERS", "Linker", "build", "digest", "read_register"]


def build(members: Sequence[Member], settings: LinkingSettings) -> Linker:
    """The linker for a register."""
    return LINKERS["register"](members, settings)
