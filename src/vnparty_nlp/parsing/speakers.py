"""Who speaks in minutes: told only so that no title says it."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from vnparty_nlp.parsing.cues import plain
from vnparty_nlp.vietnamese.name_scene import make_scene
from vnparty_nlp.vietnamese.name_tokens import APOSTROPHES
from vnparty_nlp.vietnamese.name_words import load_name_words
from vnparty_nlp.vietnamese.names import find_names, find_roles
from vnparty_nlp.vietnamese.unicode import fold

_MAX_LEAD_WORDS, _MAX_SHORT_LEAD = 16, 4
_MAX_NAME_WORDS = 6
# Between a title and its name stand a blank and a point; the longest title before an office is
# "đồng chí".
_MAX_TITLE_GAP, _MAX_TITLE = 2, len("đồng chí ")
# "7:30" and "1:500" hold no colon that parts words.
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
# "Lan (đảng viên)", "Lan, Mai", "Lan - …"
_ASIDE = re.compile(r"\s*[,(]\s*|\s+[-–]\s+")
_LETTERS = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){0,3}")


@cache
def load_words() -> Mapping[str, Mapping[str, list[str]]]:
    """The words of minutes.toml, by part and use."""
    source = resources.files("vnparty_nlp.parsing").joinpath("minutes.toml").read_text("utf-8")
    return tomllib.loads(source)


@cache
def _speakers() -> tuple[str, ...]:
    return tuple(map(fold, load_words()["turn"]["opening"]))


@cache
def _steps() -> tuple[str, ...]:
    return tuple(map(plain, load_words()["turn"]["steps"]))


def speaks_of_somebody(line: str) -> bool:
    """Whether a line begins with đ/c, ông, chị …: somebody is spoken of."""
    # Without marks "chị" is "chi bộ", so a line with marks is compared with them; without marks
    # a word of kinship stands before a name ("Anh Hung", but "Anh huong").
    if not line.isascii():
        folded = fold(line)
        return any(re.match(rf"{re.escape(word)}(?!\w)", folded) for word in _speakers())
    for word in map(plain, _speakers()):
        found = re.match(rf"{re.escape(word)}(?!\w)\W*", plain(line))
        if found and (not word.isalpha() or line[found.end() :][:1].isupper()):
            return not (word.isalpha() and line.isupper())
    return False


def begins_with_somebody(line: str) -> bool:
    """Whether a line begins with a person: a title, an office behind one, a name."""
    if speaks_of_somebody(line) or _is_bare_name(line) or _says(line):
        return True
    first, *more = _ASIDE.split(line, maxsplit=1)
    everyday = load_name_words().also_words.bare
    if more and plain(first) not in everyday and _is_bare_name(first):
        return True
    names = [match for match in find_names(line) if match.text[:1].isupper()]
    starts = [match.span.start - len(match.title) for match in names]
    offices = [match.span.start for match in find_roles(line)]
    return any(s <= _MAX_TITLE_GAP for s in starts) or any(s <= _MAX_TITLE for s in offices)


def _is_bare_name(words: str) -> bool:
    """Whether words are nothing but a name without a title: "Lan", "Thu Hà", "Tran Van Binh"."""
    scene, known = make_scene(words), load_name_words()
    tokens = scene.tokens
    if len(tokens) == 1 and any(mark in words for mark in APOSTROPHES):
        return True
    if not tokens or _LETTERS.fullmatch(words) is None:
        return False
    if len(tokens) == 1:
        return known.given.holds(tokens[0], unmarked=scene.unmarked)
    if words.isupper():
        # In capitals "KIẾN NGHỊ" looks like a name; full names are found without this.
        pair = len(tokens) == 2 and not scene.unmarked
        return pair and all(token.key in known.middle.marked for token in tokens)
    named = find_names(f"đồng chí {words}")
    capitals = all(token.is_capital for token in tokens)
    return capitals and len(named) == 1 and len(named[0].text) == len(words)


def _says(line: str) -> bool:
    """Whether a name without a title stands before a verb of speech: "Lan thấy …"."""
    scene, given = make_scene(line), load_name_words().given
    if plain(line).startswith(tuple(map(plain, load_words()["discussion"]["opening"]))):
        return False
    form = plain if scene.unmarked else fold
    verbs = tuple(map(form, load_words()["turn"]["says"]))
    for count, token in enumerate(scene.tokens[:_MAX_NAME_WORDS], 1):
        behind = form(line[token.end :]).lstrip()
        if any(re.match(rf"{re.escape(verb)}(?!\w)", behind) for verb in verbs):
            named = all(before.is_capital for before in scene.tokens[:count])
            return named and given.holds(token, unmarked=scene.unmarked)
    return False


def speaks_up(body: str) -> bool:
    """Whether somebody's words follow behind a colon: "Đồng chí Bình: …", "Lan: …".

    A person who reports or reads is a step of the agenda, and "Đồng chí chủ trì: Lê Văn Tám" names
    who attends.
    """
    lead, colon, rest = parted(body)
    rest = rest.strip()
    if not colon or len(lead.split()) > _MAX_LEAD_WORDS or rest[:1].isdigit():
        return False
    if not begins_with_somebody(lead):
        return False
    if _names_only(rest):
        return False
    bare = plain(lead)
    speech = any(verb in bare for verb in map(plain, load_words()["turn"]["heading"]))
    return speech or not any(verb in bare for verb in _steps())


def _names_only(words: str) -> bool:
    """Whether words are a person, with or without title and office, and no sentence."""
    named = find_names(words)
    if not named or named[0].span.start - len(named[0].title) > _MAX_TITLE_GAP:
        return False
    return re.match(r"\W*$|\s*[-–,;(]", words[named[0].span.end :]) is not None


def parted(text: str) -> tuple[str, str, str]:
    """What stands before the first colon, the colon, what stands behind it."""
    found = _COLON.search(text)
    if found is None:
        return text, "", ""
    return text[: found.start()].strip(), ":", text[found.end() :]


def names_speaker(lead: str) -> bool:
    """Whether words before a colon name somebody: a person, an office, "Đảng viên Lan"."""
    if find_names(lead):
        return True
    called = f"đồng chí {lead}"
    if any(match.span.end == len(called) for match in find_roles(called)):
        return True
    scene, given = make_scene(lead), load_name_words().given
    if not 1 < len(scene.tokens) <= _MAX_SHORT_LEAD or lead.isupper():
        return False
    last = scene.tokens[-1]
    return last.is_capital and given.holds(last, unmarked=scene.unmarked)
