"""python -m benchmarks.children.encode cpu|full|half < passages.json: seconds of the encoder alone,
on the CPU or on a GPU in 32 or 16 bits.
"""

import json
import sys
import time
from typing import Any

# How many passages are scored on the CPU as well.
_COMPARED = 200


def main(how: str, texts: list[str]) -> dict[str, Any]:
    """Seconds to score all passages after a warm-up, and how far a GPU's scores are, at most, from
    the CPU's.
    """
    import numpy as np

    from vnparty_nlp.settings import load_settings
    from vnparty_nlp.tagging.device import ScoresTexts
    from vnparty_nlp.tagging.encoder import Encoder
    from vnparty_nlp.tagging.model_folder import find_model

    folder = find_model(load_settings().tagging.model)
    on_cpu: ScoresTexts = Encoder(folder, threads=0)
    encoder = on_cpu
    if how != "cpu":
        from vnparty_nlp.tagging.torch_encoder import TorchEncoder

        encoder = TorchEncoder(folder, device="cuda", half=how == "half")
    encoder.scores(texts[:50])
    warm = time.perf_counter()
    scores = encoder.scores(texts)
    seconds = time.perf_counter() - warm
    few = on_cpu.scores(texts[:_COMPARED])
    far = [np.abs(one[:_COMPARED] - other).max() for one, other in zip(scores, few, strict=True)]
    return {"seconds": seconds, "difference": float(max(far))}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], json.load(sys.stdin))))
