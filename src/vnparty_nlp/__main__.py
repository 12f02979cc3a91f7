"""python -m vnparty_nlp"""

import sys

from vnparty_nlp.cli import main

if __name__ == "__main__":
    sys.exit(main())
