"""Where the encoder runs: on the CPU by ONNX Runtime, on a GPU by PyTorch (extra `gpu`).

Nothing of the extra is imported before a GPU is asked for.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from vnparty_nlp.errors import UsageError, Wording
from vnparty_nlp.settings import TaggingSettings
from vnparty_nlp.tagging.encoder import Encoder, Floats

_PACKAGES = ("torch", "onnx")


class ScoresTexts(Protocol):
    """Raw scores of texts: labels [texts, labels] and statuses [texts, labels, statuses]."""

    def scores(self, texts: Sequence[str]) -> tuple[Floats, Floats]:
        """The scores, in the order of the texts, of which there is at least one."""
        ...


def encoder_on(folder: Path, settings: TaggingSettings) -> ScoresTexts:
    """The encoder of a model folder on the settings' device, which `require_gpu` has checked."""
    if settings.device == "cpu":
        return Encoder(folder, threads=settings.threads)
    from vnparty_nlp.tagging.torch_encoder import TorchEncoder

    return TorchEncoder(folder, device=settings.device, half=True)


def require_gpu() -> None:
    """UsageError, with the remedy, where the extra `gpu` or a GPU is missing."""
    missing = ", ".join(name for name in _PACKAGES if find_spec(name) is None)
    if missing:
        raise UsageError(
            Wording(
                vi=f"--device cuda cần {missing}. Hãy cài: pip install 'vnparty-nlp[gpu]', "
                "hoặc dùng --device cpu.",
                en=f"--device cuda needs {missing}. Install it: pip install 'vnparty-nlp[gpu]', "
                "or use --device cpu.",
            )
        )
    from vnparty_nlp.tagging.torch_encoder import gpu_available

    if not gpu_available():
        raise UsageError(
            Wording(
                vi="PyTorch không thấy GPU NVIDIA nào. Hãy kiểm tra trình điều khiển và bản "
                "PyTorch có CUDA, hoặc dùng --device cpu.",
                en="PyTorch finds no NVIDIA GPU. Check the driver and that PyTorch was built "
                "with CUDA, or use --device cpu.",
            )
        )


def refuse_gpu() -> None:
    """UsageError: the linear model has no encoder."""
    raise UsageError(
        Wording(
            vi="mô hình linear chỉ chạy trên CPU. Hãy dùng --device cpu, hoặc mô hình combined.",
            en="the linear model runs on the CPU only. Use --device cpu, or the model combined.",
        )
    )
