import sys
from pathlib import Path
from types import ModuleType

import pytest

from vnparty_nlp.cli import main
from vnparty_nlp.errors import UsageError
from vnparty_nlp.settings import TaggingSettings, load_settings
from vnparty_nlp.tagging import build, device, model_id, torch_encoder
from vnparty_nlp.tagging.device import encoder_on, require_gpu
from vnparty_nlp.tagging.encoder import Encoder
from vnparty_nlp.tagging.model_folder import find_model

ON_A_GPU = TaggingSettings(load_settings().tagging.model, 1, "cuda")


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands for a GPU."""
    monkeypatch.setattr(torch_encoder, "gpu_available", lambda: True)


@pytest.mark.usefixtures("gpu")
@pytest.mark.parametrize("missing", ["torch", "onnx"])
def test_the_extra_is_named_where_it_is_missing(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "find_spec", lambda name: None if name == missing else object())
    with pytest.raises(UsageError) as caught:
        require_gpu()
    for language in ("vi", "en"):
        told = caught.value.told(language)
        assert missing in told
        assert "pip install 'vnparty-nlp[gpu]'" in told
        assert "--device cpu" in told


def test_a_machine_without_a_gpu_is_told_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch_encoder, "gpu_available", lambda: False)
    with pytest.raises(UsageError) as caught:
        require_gpu()
    assert "không thấy GPU NVIDIA nào" in caught.value.told("vi")
    assert "finds no NVIDIA GPU" in caught.value.told("en")
    assert all("--device cpu" in caught.value.told(language) for language in ("vi", "en"))


@pytest.mark.usefixtures("gpu")
@pytest.mark.parametrize("ask", [build, model_id])
def test_the_linear_model_is_refused_a_gpu(ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError) as caught:
        ask(TaggingSettings("linear", 1, "cuda"))
    assert "mô hình linear chỉ chạy trên CPU" in caught.value.told("vi")
    assert "the linear model runs on the CPU only" in caught.value.told("en")


def test_the_device_decides_which_encoder_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[Path, str, bool]] = []
    fake = ModuleType("fake")
    fake.TorchEncoder = lambda folder, *, device, half: made.append((folder, device, half))  # type: ignore[attr-defined]
    fake.gpu_available = lambda: True  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, torch_encoder.__name__, fake)
    folder = find_model(ON_A_GPU.model)
    encoder_on(folder, ON_A_GPU)
    assert made == [(folder, "cuda", True)]
    assert isinstance(encoder_on(folder, TaggingSettings(ON_A_GPU.model, 1, "cpu")), Encoder)
    assert len(made) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["process", "minutes", "--register", "members.csv"], id="process"),
        pytest.param(["tag", "--in", "passages.jsonl"], id="tag"),
    ],
)
def test_nothing_is_written_without_the_gpu_that_was_asked_for(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(torch_encoder, "gpu_available", lambda: False)
    Path("minutes").mkdir()
    Path("minutes/a.txt").write_text("Chi bộ họp.", encoding="utf-8")
    Path("members.csv").write_text("member_id,full_name\nM1,Lò Thị Khăm\n", encoding="utf-8")
    Path("passages.jsonl").write_text('{"id": 1, "text": "Chi bộ họp."}\n', encoding="utf-8")
    command = [*arguments, "--out", "out", "--device", "cuda", "--lang", "en"]
    assert main(command) == 2
    assert "finds no NVIDIA GPU" in capsys.readouterr().err
    assert not Path("out").exists()
