#!/usr/bin/env bash
# Sets up what the tests need and runs them all: bash scripts/test.sh
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/environment.sh

# A fixed torch, since the newest one brings gigabytes for GPUs that no test needs.
make_environment .venv-test torch==2.13.0 -e '.[dev,train,bench,samples,ocr]'
# The report's browser tests; without a browser they are skipped and say so.
need chromium chromium-driver || true
# Likewise the tests that read scans.
need tesseract-ocr tesseract-ocr-vie || true
.venv-test/bin/ruff check src tests scripts benchmarks
.venv-test/bin/ruff format --check src tests scripts benchmarks
.venv-test/bin/mypy
exec .venv-test/bin/pytest "$@"
