from vnparty_nlp.evaluation.corpus import AnnotatedPassage, parse_passage
from vnparty_nlp.tagging.marks import BORDER, MarkCounts
from vnparty_nlp.training.augment import Example
from vnparty_nlp.training.marks import UnseenMarks, count_marks


def passage(writer: str, text: str) -> AnnotatedPassage:
    entry = {"id": writer, "text": text, "kind": "minutes", "section": "x", "labels": []}
    return parse_passage(entry, writer=writer)


def pairs(counts: MarkCounts) -> dict[tuple[str, str], int]:
    return {
        (counts.names[a], counts.names[b]): count
        for (a, b), count in zip(counts.pairs, counts.together, strict=True)
    }


def test_pairs_that_two_writers_wrote_are_counted_with_the_borders() -> None:
    counts = count_marks([passage("w1", "Chi bộ họp.\nChi bộ họp."), passage("w2", "Chi bộ nghỉ.")])
    assert counts.names == (BORDER, ".", "bộ", "chi")
    assert pairs(counts) == {(BORDER, "chi"): 3, ("chi", "bộ"): 3, (".", BORDER): 3}
    assert dict(zip(counts.names, counts.singles, strict=True)) == {
        BORDER: 3,
        ".": 0,
        "bộ": 3,
        "chi": 3,
    }


def test_what_one_writer_wrote_is_not_kept() -> None:
    text = "Chi bộ họp ở nhà bà Nhường."
    assert count_marks([passage("w1", text), passage("w1", text)]).names == (BORDER,)


def test_names_are_not_kept() -> None:
    text = "Hôm qua đồng chí Nhường chưa nộp."
    counts = count_marks([passage("w1", text), passage("w2", text)])
    assert "chí" in counts.names
    assert "nhường" not in counts.names
    assert pairs(counts)["chí", BORDER] == 2


def test_bare_and_empty_lines_are_not_learnt_from() -> None:
    text = "chi bo hop luc bay gio\n\n   \n"
    assert count_marks([passage("w1", text), passage("w2", text)]).pairs == ()


def test_a_writer_is_read_with_the_counts_of_others() -> None:
    marked, other = "đồng chí chưa nộp phí", "đống chì chùa nọp phị"
    first = [passage("w1", marked), passage("w2", marked)]
    second = [passage("w3", other), passage("w4", other)]
    # Four folds of one writer each: three writers count, of whom two agree.
    marks = UnseenMarks([*first, *second])
    bare = Example("dong chi chua nop phi", ())
    assert marks.read(first[0], bare).text == other
    assert marks.read(second[0], bare).text == marked


def test_a_single_writer_has_no_others() -> None:
    own = passage("w1", "Đồng chí Lụa nộp phí.")
    bare = Example("dong chi Lua nop phi", ())
    assert UnseenMarks([own]).read(own, bare) == bare
