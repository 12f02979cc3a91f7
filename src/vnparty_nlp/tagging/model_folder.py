"""Where models lie, and what must be true before one is used.

A model folder holds `model.json` (type, labels, catalogue version, calibration, digests, origin)
and weights as safetensors and ONNX; nothing in it is code, and nothing is unpickled.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vnparty_nlp.catalogue import load_catalogue
from vnparty_nlp.errors import ModelError, Wording
from vnparty_nlp.tagging.calibration import LabelCalibration

MANIFEST = "model.json"
_PACKAGE = Path(__file__).parents[1]
# An installed package carries its models; in a checkout they lie beside src/.
_SHELVES = (_PACKAGE / "_models", _PACKAGE.parents[1] / "models")

# The shipped models by their short names.
SHIPPED = {"combined": "combined-v2", "linear": "linear-v2"}


def find_model(name: str) -> Path:
    """The folder of a model: a path, a short name of `SHIPPED`, or a name as under models/;
    ModelError if there is none.
    """
    shelved = SHIPPED.get(name, name)
    for folder in (Path(name), *(shelf / shelved for shelf in _SHELVES)):
        if (folder / MANIFEST).is_file():
            return folder
    raise ModelError(
        Wording(
            vi=f"không tìm thấy mô hình {name!r}. Hãy chỉ thư mục có {MANIFEST}, "
            "hoặc huấn luyện: vnparty train --out THƯ_MỤC.",
            en=f"model {name!r} was not found. Give a folder that holds {MANIFEST}, "
            "or train one: vnparty train --out FOLDER.",
        )
    )


def read_manifest(folder: Path) -> Mapping[str, Any]:
    """The checked manifest; ModelError where the weights or the catalogue do not fit."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except ValueError as error:
        raise _damaged(folder / MANIFEST) from error
    catalogue = load_catalogue()
    unknown = [label for label in manifest["labels"] if label not in catalogue.labels]
    if unknown:
        raise ModelError(
            Wording(
                vi=f"{folder}: danh mục tiêu chí là danh mục đóng, không có nhãn {unknown[0]!r}.",
                en=f"{folder}: the catalogue is closed and has no label {unknown[0]!r}.",
            )
        )
    made_for = manifest["catalogue_version"]
    if made_for != catalogue.version:
        raise ModelError(
            Wording(
                vi=f"{folder}: làm cho danh mục {made_for}, bản này là {catalogue.version}. "
                "Hãy huấn luyện lại: vnparty train.",
                en=f"{folder}: made for catalogue {made_for}, this is {catalogue.version}. "
                "Train it again: vnparty train.",
            )
        )
    for name, digest in manifest["sha256"].items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise _damaged(path)
    return manifest


def _damaged(path: Path) -> ModelError:
    return ModelError(
        Wording(
            vi=f"{path}: tệp thiếu hoặc bị hỏng. Hãy chép lại thư mục mô hình.",
            en=f"{path}: missing or damaged. Copy the model folder again.",
        )
    )


def calibrations_of(manifest: Mapping[str, Any]) -> tuple[LabelCalibration, ...]:
    """The calibration of each label, in the order of `manifest["labels"]`."""
    return tuple(LabelCalibration(**manifest["calibration"][name]) for name in manifest["labels"])
