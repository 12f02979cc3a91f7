#!/usr/bin/env bash
# Sets everything up and runs the main job on the sample documents: bash scripts/try.sh
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/environment.sh

make_environment .venv '.[ocr]'
# Without them scans are named as unread; the samples hold none.
need tesseract-ocr tesseract-ocr-vie || true
.venv/bin/vnparty process corpora/samples/files \
    --register corpora/samples/members.csv \
    --out out/samples \
    --purpose "Chạy thử trên văn bản mẫu; mọi người và đơn vị trong đó đều là hư cấu." \
    "$@"
