"""The house rules of docs/architecture.md, checked over the syntax tree of every file."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "vnparty_nlp"
FILES = sorted(SOURCE.rglob("*.py"))

# A room imports only from the rows above its own; rooms of one row do not know each other.
ROWS = [
    {"errors"},
    {"records"},
    {"vietnamese", "catalogue", "settings"},
    {"parsing", "passages", "tagging", "facts", "linking"},
    {"findings", "citing"},
    {"output", "pipeline"},
    {"report"},
    {"batch", "review", "evaluation", "spacy_components"},
    {"training"},
    {"cli"},
]
ROW_OF = {room: row for row, rooms in enumerate(ROWS) for room in rooms}
MAX_FILE_LINES, MAX_FUNCTION_LINES, MAX_PARAMETERS, MAX_POSITIONAL = 400, 60, 6, 2
# Imported where a GPU is asked for, and nowhere else.
ON_A_GPU = SOURCE / "tagging" / "torch_encoder.py"
BANNED_NAMES = {"utils", "common", "helpers", "base", "core", "manager", "handler"}


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports are banned"
            names = [node.module or ""]
            if node.module == "vnparty_nlp":
                names = [f"vnparty_nlp.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.startswith("vnparty_nlp."):
                yield name.split(".")[1]


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_rooms_import_only_from_rows_above(path: Path) -> None:
    room = room_of(path)
    if room in {"__init__", "__main__"}:
        return
    for other in imported_rooms(parse(path)):
        allowed = other in {room, "__version__"} or ROW_OF[other] < ROW_OF[room]
        assert allowed, f"{room} must not import {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_FILE_LINES
    assert path.stem not in BANNED_NAMES
    for function in functions(path):
        lines = (function.end_lineno or 0) - function.lineno + 1
        assert lines <= MAX_FUNCTION_LINES, f"{function.name} has {lines} lines"
        arguments = function.args
        positional = [a.arg for a in arguments.posonlyargs + arguments.args]
        count = len([a for a in positional if a not in {"self", "cls"}])
        total = count + len(arguments.kwonlyargs)
        assert total <= MAX_PARAMETERS, f"{function.name} takes {total} parameters"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_broad_except_and_every_public_name_is_documented(path: Path) -> None:
    tree = parse(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in {"everything", "Exception", "BaseException"}, caught
    for definition in tree.body:
        if isinstance(definition, ast.FunctionDef | ast.ClassDef):
            documented = ast.get_docstring(definition) or definition.name.startswith("_")
            assert documented, f"{definition.name} has no docstring"


def test_training_alone_imports_a_training_framework() -> None:
    for path in FILES:
        if room_of(path) == "training" or path == ON_A_GPU:
            continue
        text = path.read_text("utf-8")
        assert "import torch" not in text, path
        assert "import sklearn" not in text, path
        assert "from sklearn" not in text, path


def test_label_ids_stand_only_in_the_catalogue() -> None:
    from vnparty_nlp.catalogue import load_catalogue

    labels = set(load_catalogue().labels)
    for path in FILES:
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert node.value not in labels, f"{path}: {node.value}"


def test_the_package_shows_these_names_and_no_more() -> None:
    import vnparty_nlp

    assert vnparty_nlp.__all__ == ["__version__", "link", "parse", "process", "tag"]
    public = {name for name in vars(vnparty_nlp) if not name.startswith("_")}
    rooms = {room_of(path) for path in FILES}
    assert public - rooms - {"annotations", "TYPE_CHECKING"} == {"link", "parse", "process", "tag"}


@pytest.mark.parametrize(
    "command",
    [["-c", "import vnparty_nlp"], ["-m", "vnparty_nlp", "--help"]],
    ids=["import", "help"],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True
    )
    loaded = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if "|" in line}
    assert not loaded & {"torch", "onnx", "spacy", "onnxruntime", "numpy", "pypdfium2", "sklearn"}


def test_tagging_on_the_cpu_loads_no_training_framework() -> None:
    program = """
import sys
from vnparty_nlp.settings import load_settings
from vnparty_nlp.tagging import model_id
from vnparty_nlp.tagging.device import encoder_on
from vnparty_nlp.tagging.model_folder import find_model

settings = load_settings().tagging
assert model_id(settings)
encoder_on(find_model(settings.model), settings).scores(["Chi bộ họp."])
print(*sorted({"torch", "onnx"} & set(sys.modules)))
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
