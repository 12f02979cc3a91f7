#!/usr/bin/env bash
# Sets up what the tests need and runs them all: bash scripts/test.sh
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/environment.sh

make_environment .venv-test -e '.[dev,train,bench,samples]'
# The report's browser tests; without a browser they are skipped and say so.
need chromium chromium-driver || true
.venv-test/bin/ruff check src tests scripts benchmarks
.venv-test/bin/ruff format --check src tests scripts benchmarks
.venv-test/bin/mypy
exec .venv-test/bin/pytest "$@"
